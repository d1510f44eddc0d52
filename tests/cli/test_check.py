"""check: which drafts, which customer, which rules, and the exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import DRAFT, Run

if TYPE_CHECKING:
    from pathlib import Path


def drafts(out: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)["drafts"]
    return found


def names(out: str) -> list[str]:
    return [finding["name"] for draft in drafts(out) for finding in draft["findings"]]


def test_a_finding_is_placed_in_the_file(room: Path, run: Run) -> None:
    outcome = run("check", "reply.txt", "-f", "json")
    [finding] = drafts(outcome.out)[0]["findings"]
    assert (finding["line"], finding["column"], finding["text"]) == (3, 1, "You failed to")
    assert finding["message"] == "“You failed to” puts the blame on the customer."
    assert outcome.err == ""


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "info"), 1),
        (("--fail-on", "never"), 0),
        (("--fail-on=warning", "--exit-zero"), 0),
        (("--fail-under", "90"), 0),
        (("--fail-under", "91"), 1),
        (("--config", "fail-on=warning"), 1),
        (("--config", 'rules.polite/blame.severity="error"'), 1),
    ],
)
def test_the_exit_code_says_whether_the_draft_may_leave(
    room: Path, run: Run, options: tuple[str, ...], code: int
) -> None:
    assert run("check", "reply.txt", *options).code == code


def test_the_command_line_beats_environment_beats_file(room: Path, run: Run) -> None:
    with (room / "replylint.toml").open("a") as config:
        config.write("fail-on = 'never'\n")
    assert run("check", "reply.txt").code == 0
    assert run("check", "reply.txt", REPLYLINT_FAIL_ON="warning").code == 1
    assert run("check", "reply.txt", "--fail-on", "error").code == 0


def test_many_drafts_and_folders(room: Path, run: Run) -> None:
    folder = room / "macros"
    (folder / ".hidden").mkdir(parents=True)
    (folder / "old").mkdir()
    for name in (
        "a.txt",
        "b.md",
        "c.html",
        ".d.txt",
        "e.pdf",
        ".hidden/f.txt",
        "old/g.txt",
        "a.customer.txt",
    ):
        (folder / name).write_text(DRAFT)
    outcome = run("check", "reply.txt", "macros", "-f", "json", "--isolated")
    assert [d["draft"] for d in drafts(outcome.out)] == [
        "reply.txt", "macros/a.txt", "macros/b.md", "macros/c.html", "macros/old/g.txt",
    ]  # fmt: skip
    assert drafts(outcome.out)[1]["customer"] == "macros/a.customer.txt"


def test_gitignore_and_exclude_leave_files_out_of_a_folder(room: Path, run: Run) -> None:
    folder = room / "macros"
    (folder / "old").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "keep.tmp.txt", "c.tmp.txt", "old/d.txt"):
        (folder / name).write_text(DRAFT)
    (folder / ".gitignore").write_text("*.tmp.txt\n!keep.tmp.txt\n")
    with (room / "replylint.toml").open("a") as config:
        config.write('exclude = ["macros/old/", "b.txt"]\n')
    found = [d["draft"] for d in drafts(run("check", "macros", "-f", "json").out)]
    assert found == ["macros/a.txt", "macros/keep.tmp.txt"]
    assert run("check", "macros/b.txt").code == 0, "a file that is named is checked"


def test_a_folder_without_drafts_is_an_error(room: Path, run: Run) -> None:
    (room / "empty").mkdir()
    outcome = run("check", "empty")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("replylint: empty: there are no drafts in this folder")
    assert outcome.err.count("\n") == 1


def test_a_draft_on_stdin_has_the_settings_of_its_name(room: Path, run: Run) -> None:
    (room / "drafts").mkdir()
    (room / "drafts" / "4711.customer.txt").write_text("Hello,\n\nWhere is my parcel?\n")
    (room / "replylint.toml").rename(room / "drafts" / "replylint.toml")
    (room / "house").rename(room / "drafts" / "house")
    outcome = run("check", "-", "--stdin-filename", "drafts/4711.txt", "-f", "json", stdin=DRAFT)
    [draft] = drafts(outcome.out)
    assert draft["draft"] == "drafts/4711.txt"
    assert draft["customer"] == "drafts/4711.customer.txt"
    assert names(outcome.out) == ["polite/blame"]


def test_the_customer_goes_with_one_draft(room: Path, run: Run) -> None:
    (room / "second.txt").write_text(DRAFT)
    assert run("check", "reply.txt", "--customer", "mail.txt").code == 0
    outcome = run("check", "reply.txt", "second.txt", "--customer", "mail.txt")
    assert (outcome.code, outcome.out) == (2, "")
    assert "NAME.customer.eml" in outcome.err


def test_front_matter_names_the_customer(room: Path, run: Run) -> None:
    (room / "reply.md").write_text(f"---\ncustomer: mail.txt\n---\n{DRAFT}")
    [draft] = drafts(run("check", "reply.md", "-f", "json").out)
    assert draft["customer"] == "mail.txt"
    assert [q["text"] for q in draft["questions"]] == ["Can I still change the delivery address?"]


def test_one_draft_that_cannot_be_read_does_not_hide_the_others(room: Path, run: Run) -> None:
    (room / "broken.msg").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    outcome = run("check", "reply.txt", "broken.msg", "-f", "concise")
    assert outcome.code == 2
    assert outcome.out.startswith("reply.txt:3:1: warning polite/blame")
    assert outcome.err.startswith("replylint: broken.msg")
    assert outcome.err.count("\n") == 1


def test_rules_are_chosen_by_name_and_principle(room: Path, run: Run) -> None:
    def ran(*options: str) -> list[str]:
        return names(run("check", "reply.txt", "-f", "json", *options).out)

    assert ran() == ["polite/blame"]
    assert ran("--ignore", "polite/blame") == []
    assert ran("--ignore", "polite") == ["polite/blame"], (
        "a name is more particular than a principle"
    )
    assert {"polite/blame", "polite/no-thanks"} <= set(ran("--select", "polite"))
    left = ran("--select", "polite", "--ignore", "polite/blame,polite/no-thanks")
    assert not {"polite/blame", "polite/no-thanks"} & set(left)
    assert "polite/no-thanks" in ran("--extend-select", "polite/no-thanks")
    assert "polite/no-thanks" in ran("--select", "polite/blame", "--select", "polite/no-thanks")
    assert not [n for n in ran("--select", "prompt,netiquette") if n.startswith("polite")]


def test_select_on_the_command_line_beats_ignore_in_the_file(room: Path, run: Run) -> None:
    (room / "replylint.toml").write_text('house-rules = ["house"]\nignore = ["polite/blame"]\n')
    assert "polite/blame" not in names(run("check", "reply.txt", "-f", "json").out)
    assert "polite/blame" in names(
        run("check", "reply.txt", "-f", "json", "--select", "polite/blame").out
    )
    assert "polite/blame" in names(
        run("check", "reply.txt", "-f", "json", "--extend-select", "polite/blame").out
    )


def test_per_file_ignores(room: Path, run: Run) -> None:
    with (room / "replylint.toml").open("a") as config:
        config.write('[per-file-ignores]\n"legal/*" = ["polite/blame"]\n')
    (room / "legal").mkdir()
    (room / "legal" / "a.txt").write_text(DRAFT)
    report = drafts(run("check", "reply.txt", "legal/a.txt", "-f", "json").out)
    assert [len(draft["findings"]) for draft in report] == [1, 0]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("nothing.txt",), "nothing.txt: there is no such file or folder"),
        (("repyl.txt",), "Did you mean “reply.txt”?"),
        (("reply.txt", "--select", "polite/blam"), "Did you mean “polite/blame”"),
        (("reply.txt", "--ignore", "polit"), "Did you mean “polite”"),
        (("reply.txt", "--fail-on", "warnings"), "Did you mean “warning”"),
        (("reply.txt", "--ui", "fr"), "en, es, ca"),
        (("reply.txt", "--color", "allways"), "Did you mean “always”"),
        (("reply.txt", "--format", "jsn"), "Did you mean “json”"),
        (("reply.txt", "--format", "json="), "FORMAT=PATH"),
        (("reply.txt", "--profile", "strikt"), "there is no profile “strikt”"),
        (("reply.txt", "--now", "yesterday"), "2026-03-02T09:30+01:00"),
        (("reply.txt", "--config", "fail_on=error"), "Did you mean “fail-on”"),
        (("reply.txt", "--config", "fail-on=eror"), "Did you mean “error”"),
        (("reply.txt", "--config", "none.toml"), "none.toml: there is no such configuration file"),
        (("reply.txt", "--config", "rules.polite/blame.weight=heavy"), "weight must be a number"),
        (
            ("reply.txt", "--config", "rules.polite/blame.hours=3"),
            "polite/blame has no parameter “hours”",
        ),
        (("reply.txt", "--fail-ondr", "x"), "No such option"),
        (("reply.txt", "--customer", "none.eml"), "none.eml"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    room: Path, run: Run, options: tuple[str, ...], told: str
) -> None:
    outcome = run("check", *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert outcome.err.startswith("replylint: ")
    assert outcome.err.count("\n") == 1


def test_an_unknown_command_suggests_the_nearest(run: Run) -> None:
    outcome = run("chek", "x")
    assert outcome.code == 2
    assert "Did you mean “check”?" in outcome.err


def test_now_gives_a_draft_without_date_its_time(room: Path, run: Run) -> None:
    assert run("check", "reply.txt", "--now", "2026-03-02T09:30:00Z").code == 0
    assert run("check", "reply.txt", "--now", "2026-03-02").code == 0


@pytest.mark.parametrize(
    "command", ["check", "parse", "rule", "rules", "test", "demo", "config", "init"]
)
def test_help_fits_eighty_columns(run: Run, command: str) -> None:
    outcome = run(command, "--help", COLUMNS="80")
    assert outcome.code == 0
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert "Usage: replylint " + command in outcome.out


def test_help_of_check_is_grouped(run: Run) -> None:
    lines = run("check", "--help").out.splitlines()
    headings = [line for line in lines if line.endswith(":") and not line.startswith(" ")]
    assert headings == [
        "Mails:",
        "Configuration:",
        "Rule selection:",
        "Verdict:",
        "Output:",
        "Other:",
    ]
