"""The commands beside check."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import pytest

import replylint
from replylint.config import load
from tests.cli.conftest import CUSTOMER, DRAFT, Run

if TYPE_CHECKING:
    from pathlib import Path

    from replylint.model import Report


@pytest.mark.parametrize(("ui", "word"), [("en", "Why"), ("es", "Por qué"), ("ca", "Per què")])
def test_rule_explains_in_the_readers_language(run: Run, ui: str, word: str) -> None:
    outcome = run("rule", "polite/no-thanks", "--ui", ui)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "polite/no-thanks"
    assert word in lines


def test_rule_as_markdown_and_json(run: Run) -> None:
    page = run("rule", "polite/no-thanks", "-f", "markdown").out
    assert page.startswith("# polite/no-thanks\n\n")
    assert "\n## Why\n" in page
    assert "\n    Dear " in page
    rule = json.loads(run("rule", "polite/no-thanks", "-f", "json").out)["rule"]
    assert (rule["name"], rule["severity"]) == ("polite/no-thanks", "warning")
    assert {example["verdict"] for example in rule["examples"]} == {"bad", "good"}


def test_rule_knows_house_rules_and_takes_a_name_without_its_principle(
    room: Path, run: Run
) -> None:
    assert run("rule", "blame").out.splitlines()[0] == "polite/blame"


def test_an_unknown_rule_suggests_the_nearest(run: Run) -> None:
    outcome = run("rule", "polite/no-thank")
    assert (outcome.code, outcome.out) == (2, "")
    told = "there is no rule “polite/no-thank”. Did you mean “polite/no-thanks”?"
    assert outcome.err == f"replylint: {told}\n"


def test_rules_lists_all_or_some(run: Run) -> None:
    every = json.loads(run("rules", "-f", "json").out)["rules"]
    polite = json.loads(run("rules", "polite", "-f", "json").out)["rules"]
    assert {rule["name"] for rule in polite} < {rule["name"] for rule in every}
    assert {rule["principle"] for rule in polite} == {"polite"}
    table = run("rules", "-f", "markdown").out.splitlines()
    assert len(table) == len(every) + 2
    assert "polite/no-thanks" in run("rules").out
    assert run("rules", "polit").code == 2


def test_config_says_where_each_setting_came_from_and_is_toml(room: Path, run: Run) -> None:
    out = run("config", "--config", "fail-on=never", REPLYLINT_UI="ca").out
    values = tomllib.loads(out)
    assert (values["fail-on"], values["ui"], values["select"]) == ("never", "ca", ["polite/blame"])
    origins = {
        line.split(" = ")[0]: line.rpartition("# ")[2] for line in out.splitlines() if " = " in line
    }
    assert origins["fail-on"] == "command line"
    assert origins["ui"] == "environment"
    assert origins["select"].endswith("replylint.toml")
    assert origins["profile"] == "default"
    found = json.loads(run("config", "-f", "json").out)
    assert found["settings"]["select"] == ["polite/blame"]
    assert found["origins"]["language"] == "default"


@pytest.mark.parametrize("ui", ["en", "es", "ca"])
def test_init_writes_a_configuration_once(tmp_path: Path, run: Run, ui: str) -> None:
    assert run("init", "--ui", ui).code == 0
    path = tmp_path / "replylint.toml"
    written = path.read_text(encoding="utf-8")
    assert load(tmp_path, environment={})["fail-on"] == "error"
    uncommented = "\n".join(
        line[2:] if line.startswith("# ") and (" = " in line or line.startswith("# [")) else line
        for line in written.splitlines()
    )
    tomllib.loads(uncommented)
    outcome = run("init")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "replylint: replylint.toml: is there already and stays as it is\n"
    assert path.read_text(encoding="utf-8") == written


def test_init_in_a_folder_that_is_not_there(run: Run) -> None:
    assert run("init", "nowhere").err.startswith(
        "replylint: nowhere/replylint.toml: cannot be written: No such file"
    )


@pytest.mark.parametrize(("ui", "language"), [("en", "en"), ("es", "es"), ("ca", "ca")])
def test_the_demo_shows_a_draft_with_faults_in_the_readers_language(
    run: Run, ui: str, language: str
) -> None:
    document = json.loads(run("demo", "--ui", ui, "-f", "json").out)
    [draft] = document["drafts"]
    assert draft["language"] == language
    assert draft["findings"]
    outcome = run("demo", "--ui", ui)
    assert outcome.code == 0
    assert "$ replylint check " in outcome.out


def test_the_demos_good_draft_is_better_than_the_bad_one(run: Run) -> None:
    def score(*options: str) -> int:
        found: int = json.loads(run("demo", "-f", "json", *options).out)["drafts"][0]["score"][
            "overall"
        ]
        return found

    assert score("--good") > score()


def test_a_demo_that_is_not_there(run: Run) -> None:
    assert "Did you mean “es-clinic”?" in run("demo", "es-clinica").err


def test_parse_shows_the_parts_of_a_mail(room: Path, run: Run) -> None:
    out = run("parse", "reply.txt", "--ui", "es").out
    assert "salutation" in out
    assert "Dear Ms Ash," in out
    assert "Asunto: no se sabe" in out


def test_parse_reads_stdin(run: Run) -> None:
    [message] = json.loads(run("parse", "-", "-f", "json", stdin=DRAFT).out)["messages"]
    assert message["path"] == "-"
    assert message["own"].startswith("Dear Ms Ash,")
    assert message["subject"] is None


def test_parse_shows_no_terminal_escapes(room: Path, run: Run) -> None:
    (room / "bad.txt").write_text("Hi \x1b[2J there [bold]x[/bold]\n")
    out = run("parse", "bad.txt").out
    assert "\x1b" not in out
    assert "[bold]x[/bold]" in out


def names(report: Report) -> list[str]:
    return [finding.rule.name for finding in report.findings]


def test_the_library_takes_text_bytes_messages_and_paths(room: Path) -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"] = "Your parcel 4711"
    message["From"] = "Tom Hill <tom@miramar.example>"
    message["To"] = "ana.ash@example.com"
    message.set_content(DRAFT)
    config = room / "replylint.toml"
    for draft in (DRAFT, message, message.as_bytes(), room / "reply.txt"):
        report = replylint.lint(draft, CUSTOMER, config=config)
        assert names(report) == ["polite/blame"]
        assert [q.span.of(CUSTOMER) for q in report.exchange.questions] == [
            "Can I still change the delivery address?"
        ]
    assert replylint.lint(message, config=config).exchange.draft.subject == "Your parcel 4711"


def test_the_library_takes_settings_and_reads_no_other(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPLYLINT_FAIL_ON", "never")
    report = replylint.lint(room / "reply.txt", config={"select": ["polite/no-thanks"]})
    assert names(report) == ["polite/no-thanks"]
    assert report.exchange.settings["fail-on"] == "error"


def test_the_library_finds_the_customers_mail_beside_a_path(room: Path) -> None:
    (room / "mail.txt").rename(room / "reply.customer.txt")
    report = replylint.lint(room / "reply.txt")
    assert report.exchange.customer is not None
    assert report.exchange.customer.text.startswith("Hello,")
