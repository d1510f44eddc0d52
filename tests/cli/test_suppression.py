"""What a draft silences, and what the report says of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from replylint.report.words import words
from tests.cli.conftest import DRAFT, Run

if TYPE_CHECKING:
    from pathlib import Path


def eml(ignore: str) -> str:
    return (
        "From: Tom Hill <tom@miramar.example>\nTo: ana.ash@example.com\nSubject: Your parcel 4711\n"
        f"X-Replylint-Ignore: {ignore}\nContent-Type: text/plain; charset=utf-8\n\n{DRAFT}"
    )


def lint(room: Path, run: Run, ignore: str, *options: str) -> dict[str, Any]:
    (room / "reply.eml").write_text(eml(ignore))
    outcome = run("check", "reply.eml", "-f", "json", *options)
    assert outcome.code == 0, outcome.err
    draft: dict[str, Any] = json.loads(outcome.out)["drafts"][0]
    return draft


@pytest.mark.parametrize("name", ["polite/blame", "polite", "ALL"])
def test_a_finding_with_a_reason_to_ignore_it_stays_in_the_report_and_costs_nothing(
    room: Path, run: Run, name: str
) -> None:
    draft = lint(room, run, f"{name} -- quoting the carrier", "--fail-on", "warning")
    [finding] = draft["findings"]
    assert finding["suppressed"] == "quoting the carrier"
    assert draft["score"]["deductions"] == []
    assert draft["notes"] == []


def test_without_a_reason_nothing_is_suppressed(room: Path, run: Run) -> None:
    draft = lint(room, run, "polite/blame")
    assert draft["findings"][0]["suppressed"] is None
    assert draft["notes"] == [words("en")["ignore-no-reason"].format(rule="polite/blame")]


def test_a_suppression_of_nothing_is_reported(room: Path, run: Run) -> None:
    draft = lint(
        room, run, "polite/no-thanks -- they know", "--select", "polite/blame,polite/no-thanks"
    )
    assert len(draft["findings"]) == 2
    (room / "reply.eml").write_text(
        eml("polite/no-thanks -- they know").replace("Kind", "Thank you,\n\nKind")
    )
    outcome = run(
        "check",
        "reply.eml",
        "-f",
        "json",
        "--select",
        "polite/blame,polite/no-thanks",
        "--ui",
        "es",
    )
    assert json.loads(outcome.out)["drafts"][0]["notes"] == [
        words("es")["ignore-unused"].format(rule="polite/no-thanks")
    ]


def test_a_suppression_of_a_rule_that_is_not_run_is_no_fault(room: Path, run: Run) -> None:
    assert lint(room, run, "polite/no-thanks -- they know")["notes"] == []


def test_a_suppression_of_no_rule_is_reported(room: Path, run: Run) -> None:
    assert "polite/blme" in lint(room, run, "polite/blme -- it is quoted")["notes"][0]


def test_the_terminal_counts_what_is_suppressed_and_shows_it_when_asked(
    room: Path, run: Run
) -> None:
    (room / "reply.eml").write_text(eml("polite/blame -- quoting the carrier"))
    quiet = run("check", "reply.eml").out
    assert "1 suppressed" in quiet
    assert "quoting the carrier" not in quiet
    assert "suppressed: quoting the carrier" in run("check", "reply.eml", "-v").out
