"""The shipped examples: real mail to a mail program, and judged as an editor would."""

import email
import tomllib
from email import policy
from functools import cache
from pathlib import Path

import pytest

from replylint import lint
from replylint.model import Finding, Report
from replylint.report.places import message_of, text_of
from replylint.rulebook import rules

EXAMPLES = Path(__file__).parents[1] / "examples"
PAIRS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
DEFECTS = tomllib.loads((EXAMPLES / "defects.toml").read_text(encoding="utf-8"))
RULES = {rule.name for rule in rules()}


@cache
def report(pair: str, reply: str) -> Report:
    return lint(EXAMPLES / pair / f"reply-{reply}.eml", EXAMPLES / pair / "customer.eml")


def serious(found: Report) -> list[Finding]:
    return [finding for finding in found.findings if finding.severity != "info"]


def words(found: Report, finding: Finding) -> str:
    """The words that a finding underlines, on one line."""
    place = finding.place
    text = text_of(message_of(found.exchange, place), place)
    return " ".join(text[place.start : place.end].split())


def test_each_language_has_two_pairs_and_each_pair_its_list_of_defects() -> None:
    for language in ("en", "es", "ca"):
        assert sum(pair.startswith(f"{language}-") for pair in PAIRS) >= 2
    assert set(DEFECTS) == set(PAIRS)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_mail_is_what_a_mail_program_would_read_without_complaint(pair: str) -> None:
    for name in ("customer", "reply-bad", "reply-good"):
        data = (EXAMPLES / pair / f"{name}.eml").read_bytes()
        message = email.message_from_bytes(data, policy=policy.default)
        assert [part.defects for part in message.walk() if part.defects] == []
        assert all(message[header] for header in ("From", "To", "Subject", "Date", "Message-ID"))
        if name != "customer":
            theirs = email.message_from_bytes((EXAMPLES / pair / "customer.eml").read_bytes())
            assert message["In-Reply-To"] == theirs["Message-ID"]


@pytest.mark.parametrize("pair", PAIRS)
def test_a_draft_is_in_the_language_of_its_folder(pair: str) -> None:
    for reply in ("bad", "good"):
        assert report(pair, reply).exchange.language == pair[:2]


@pytest.mark.parametrize("pair", PAIRS)
def test_nothing_is_marked_in_a_good_reply(pair: str) -> None:
    found = report(pair, "good")
    assert [(f.rule.name, words(found, f)) for f in serious(found)] == []


@pytest.mark.parametrize("pair", PAIRS)
def test_nothing_is_marked_in_a_good_reply_whose_quotes_are_all_that_is_known(pair: str) -> None:
    found = lint(EXAMPLES / pair / "reply-good.eml")
    assert found.exchange.customer is not None
    assert [(f.rule.name, words(found, f)) for f in serious(found)] == []


@pytest.mark.parametrize("pair", PAIRS)
def test_a_bad_reply_is_marked_where_an_editor_would_mark_it(pair: str) -> None:
    """Nothing but what the editor lists, and all of it but what is listed as not found yet."""
    expected = {rule: marks for rule, marks in DEFECTS[pair].items() if rule in RULES}
    not_yet: dict[str, list[str]] = DEFECTS[pair].get("not-found-yet", {})
    found = report(pair, "bad")
    marked: dict[str, list[str]] = {}
    for finding in serious(found):
        marked.setdefault(finding.rule.name, []).append(words(found, finding))
    wanted = {
        rule: [mark for mark in marks if mark not in not_yet.get(rule, [])]
        for rule, marks in expected.items()
    }
    wanted = {rule: marks for rule, marks in wanted.items() if marks}
    assert sorted(marked) == sorted(wanted)
    for rule, marks in wanted.items():
        assert len(marked[rule]) == len(marks), f"{rule}: {marked[rule]}"
        for mark in marks:
            assert any(mark in underlined for underlined in marked[rule]), f"{rule}: {marked[rule]}"
