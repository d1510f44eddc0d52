"""Settings: which file governs, what beats what, and what is told of mistakes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from replylint.config import DEFAULTS, SCHEMA, Settings, joined, load, option
from replylint.model import Address, Problem


def settings(folder: Path, **more: Any) -> Settings:
    return load(folder, environment={"HOME": str(folder / "home")}, **more)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_has_a_default_that_fits() -> None:
    assert DEFAULTS.keys() == SCHEMA.keys() - {"extend"}
    load(None, isolated=True, overrides=DEFAULTS)


def test_the_closest_file_wins_and_nothing_is_mixed_in(tmp_path: Path) -> None:
    write(tmp_path / "replylint.toml", "fail-on = 'warning'\nfail-under = 50\n")
    write(tmp_path / "team" / "replylint.toml", "fail-under = 70\n")
    found = settings(tmp_path / "team" / "drafts")
    assert (found["fail-under"], found["fail-on"]) == (70, "error")


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.replylint]\nfail-under = 50\n")
    write(tmp_path / "team" / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert settings(tmp_path / "team")["fail-under"] == 50


def test_the_users_own_file_is_the_last_resort(tmp_path: Path) -> None:
    write(tmp_path / "home" / ".config" / "replylint" / "replylint.toml", "fail-under = 40\n")
    assert settings(tmp_path)["fail-under"] == 40
    assert settings(tmp_path, isolated=True)["fail-under"] == 0
    write(tmp_path / "replylint.toml", "")
    assert settings(tmp_path)["fail-under"] == 0


def test_what_beats_what_and_where_it_came_from(tmp_path: Path) -> None:
    path = write(
        tmp_path / "replylint.toml",
        "fail-on = 'warning'\nfail-under = 50\n[company]\nname = 'Miramar'\n",
    )
    found = load(
        tmp_path,
        environment={"REPLYLINT_FAIL_UNDER": "60", "REPLYLINT_UI": "ca"},
        overrides={"ui": "es", "company": {"domains": ["miramar.example"]}},
    )
    values = [found["fail-on"], found["fail-under"], found["ui"], found["language"]]
    assert values == ["warning", 60, "es", "auto"]
    assert found.company.name == "Miramar"
    assert found.company.owns("mail.miramar.example")
    keys = ("fail-on", "fail-under", "ui", "language", "company.name", "company.domains")
    origins = [found.origins[key] for key in keys]
    assert origins == [
        str(path),
        "environment",
        "command line",
        "default",
        str(path),
        "command line",
    ]


def test_a_file_extends_another(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "fail-under = 50\nfail-on = 'never'\nhouse-rules = ['rules']\n")
    write(tmp_path / "team" / "replylint.toml", "extend = '../base.toml'\nfail-under = 60\n")
    found = settings(tmp_path / "team")
    assert (found["fail-under"], found["fail-on"]) == (60, "never")
    assert [Path(folder).resolve() for folder in found["house-rules"]] == [tmp_path / "rules"]


def test_files_that_extend_each_other_are_an_error(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", "extend = 'replylint.toml'\n")
    write(tmp_path / "replylint.toml", "extend = 'a.toml'\n")
    with pytest.raises(Problem, match="extends itself"):
        settings(tmp_path)


def test_a_profile_of_ones_own(tmp_path: Path) -> None:
    write(
        tmp_path / "replylint.toml",
        "profile = 'calm'\nfail-under = 10\n[profiles.calm]\nfail-on = 'never'\nfail-under = 90\n",
    )
    found = settings(tmp_path)
    assert (found["fail-on"], found["fail-under"]) == ("never", 10)
    assert found.origins["fail-on"] == "profile calm"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail-no = 'error'", "replylint.toml:1: unknown key “fail-no”. Did you mean “fail-on”"),
        (
            "\n[compny]\nname = 'x'",
            "replylint.toml:2: unknown key “compny”. Did you mean “company”?",
        ),
        (
            "[company]\ndomain = ['x']",
            "replylint.toml:2: unknown key “company.domain”. Did you mean “domains”?",
        ),
        (
            "fail-on = 'eror'",
            "fail-on must be one of info, warning, error, never. Did you mean “error”?",
        ),
        ("fail-under = true", "fail-under must be a whole number"),
        ("select = 'ALL'", "select must be a list of text"),
        ("company = 3", "company must be a table"),
        ("fail-on = ", "replylint.toml: is not TOML"),
        ("profile = 'strickt'", "there is no profile “strickt”"),
        ("x = " + "[" * 5000, "is not TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_nearest_key(
    tmp_path: Path, text: str, told: str
) -> None:
    write(tmp_path / "replylint.toml", text)
    with pytest.raises(Problem) as caught:
        settings(tmp_path)
    assert told in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path)) or "profile" in text


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "replylint.toml").write_bytes(b"[company]\nname = 'Caf\xe9'\n")
    with pytest.raises(Problem, match="cannot be read: it is not UTF-8"):
        settings(tmp_path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "replylint.toml").write_bytes(b"\xef\xbb\xbffail-under = 5\n")
    assert settings(tmp_path)["fail-under"] == 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fail-on=warning", {"fail-on": "warning"}),
        ("fail-under = 80", {"fail-under": 80}),
        ('select=["polite", "prompt"]', {"select": ["polite", "prompt"]}),
        ("company.name=Hotel “Miramar” & Co", {"company": {"name": "Hotel “Miramar” & Co"}}),
        (r"company.name=a\b\"c", {"company": {"name": r"a\b\"c"}}),
        ("rules.prompt/late-reply.hours=6", {"rules": {"prompt/late-reply": {"hours": 6}}}),
        ('rules."prompt/late-reply".hours=6', {"rules": {"prompt/late-reply": {"hours": 6}}}),
    ],
)
def test_one_setting_on_the_command_line(text: str, found: dict[str, Any]) -> None:
    assert option(text) == found


def test_settings_on_the_command_line_add_up() -> None:
    tables = [option("company.name=Miramar"), option('company.domains=["miramar.example"]')]
    assert joined(tables) == {"company": {"name": "Miramar", "domains": ["miramar.example"]}}


def test_people_are_read_as_mail_writes_them() -> None:
    people = ["Ana Puig <Ana@Miramar.example>", "Tom Hill"]
    company = load(None, isolated=True, overrides={"company": {"people": people}}).company
    assert company.people == (Address("Ana Puig", "ana@miramar.example"), Address("Tom Hill", ""))


@pytest.mark.parametrize("name", ["default", "strict", "anglo", "es-law", "template"])
def test_each_profile_names_rules_and_parameters_that_exist(name: str) -> None:
    from replylint.selection import selected

    found = load(None, isolated=True, overrides={"profile": name})
    assert found["profile"] == name
    running = {rule.name for rule in selected(found)}
    assert "polite/no-thanks" in running
    assert ("prompt/statutory-deadline" in running) == (name == "es-law")


def test_a_template_is_no_reply() -> None:
    import replylint

    body = "Dear {{name}},\n\nThank you for your order, which will be with you within three days.\n"
    names = [
        [f.rule.name for f in replylint.lint(body, config={"profile": profile}).findings]
        for profile in ("default", "template")
    ]
    assert "personal/unfilled-placeholder" in names[0]
    assert "personal/unfilled-placeholder" not in names[1]
