"""Rules of a user's own folder."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from tests.cli.conftest import DRAFT, RULE, Run

if TYPE_CHECKING:
    from pathlib import Path

PATTERN = """\
severity = 'warning'
check = 'phrases.pattern'
[en]
summary = 'Order numbers'
message = 'The order number “{text}” has no hash sign.'
help = 'Write #4711.'
rationale = 'The shop finds it faster.'
[parameters.pattern]
en = '''PATTERN'''
"""


def pattern_rule(room: Path, expression: str) -> None:
    (room / "house" / "polite" / "order.toml").write_text(PATTERN.replace("PATTERN", expression))


def test_a_pattern_finds_in_the_drafts_own_words_only(room: Path, run: Run) -> None:
    pattern_rule(room, r"(?<!#)\b\d{4}\b")
    (room / "reply.txt").write_text(DRAFT.replace("parcel", "parcel 4711") + "\n> my order 4712\n")
    outcome = run("check", "reply.txt", "-f", "concise", "--select", "polite/order")
    assert (
        outcome.out
        == "reply.txt:3:51: warning polite/order The order number “4711” has no hash sign.\n"
    )


def test_a_pattern_that_explodes_is_left_out_with_a_note(room: Path, run: Run) -> None:
    pattern_rule(room, r"(?:a|a)*(?:a|a)*(?:aa|a)+\d\d$")
    (room / "reply.txt").write_text(DRAFT + "a" * 20_000)
    start = time.monotonic()
    outcome = run("check", "reply.txt", "-f", "json", "--select", "polite/order,polite/blame")
    assert time.monotonic() - start < 5
    [draft] = json.loads(outcome.out)["drafts"]
    assert outcome.code == 0
    assert draft["notes"] == [
        "The pattern of polite/order took too long on this draft; the rule was left out."
    ]
    assert [f["name"] for f in draft["findings"]] == ["polite/blame"]
    assert "polite/order took too long" in run("check", "reply.txt", "--select", "polite/order").out


def test_a_pattern_that_is_none_names_its_file(room: Path, run: Run) -> None:
    pattern_rule(room, "(unclosed")
    outcome = run("check", "reply.txt", "--select", "polite/order")
    assert outcome.code == 2
    assert "order.toml: the pattern is not a regular expression" in outcome.err


def test_the_configuration_changes_severity_weight_and_phrases(room: Path, run: Run) -> None:
    with (room / "replylint.toml").open("a") as config:
        config.write(
            "[rules.\"polite/blame\"]\nseverity = 'error'\nweight = 2\nlexicon = { en = 'came "
            "back to us' }\n"
        )
    outcome = run("check", "reply.txt", "-f", "json")
    [draft] = json.loads(outcome.out)["drafts"]
    assert outcome.code == 1
    assert [f["text"] for f in draft["findings"]] == ["You failed to", "came back to us"]
    assert draft["score"]["deductions"] == [
        {"rule": "polite/blame", "principle": "polite", "points": 90}
    ]


def test_a_rule_may_extend_another(room: Path, run: Run) -> None:
    (room / "house" / "polite" / "blunt.toml").write_text(
        "extends = 'polite/no-thanks'\nseverity = 'error'\n[en]\nsummary = 'a'\nmessage = 'Say "
        "thanks, please.'\n"
        "help = 'c'\nrationale = 'd'\n"
    )
    outcome = run("check", "reply.txt", "-f", "concise", "--select", "polite/blunt")
    assert outcome.out == "reply.txt:1:1: error polite/blunt Say thanks, please.\n"


def test_test_passes_a_rule_that_does_as_its_examples_say(room: Path, run: Run) -> None:
    outcome = run("test", "house")
    assert (outcome.code, outcome.out) == (0, "1 rule, 3 examples: all as they should be.\n")


def test_test_shows_each_failure(room: Path, run: Run) -> None:
    path = room / "house" / "polite" / "blame.toml"
    path.write_text(RULE.replace("you failed to\n'''", "we failed to\n'''"))
    outcome = run("test", "house")
    assert outcome.code == 1
    assert (
        "polite/blame [en]: the rule found nothing in a bad example\n    Dear Ms Ash,"
        in outcome.out
    )
    assert "the rule found fault with a good example: “We failed to”" in outcome.out
    assert outcome.out.endswith("2 failures in 1 rule.\n")


def test_test_says_what_a_file_lacks(room: Path, run: Run) -> None:
    cases = {
        "severity = 'grave'": "severity",
        "severity = 'info'\ncheck = 'os.system'": "there is no check “os.system”",
        "severity = 'info'\ncheck = 'phrases.found'\nneeds = ['custmer']": "Did you mean "
        "“customer”",
        "severity = 'info'\ncheck = 'phrases.found'\nweight = 'heavy'": "weight",
        "severity = 'info'\nchek = 'phrases.found'": "Did you mean “check”",
        "severity =": "is not TOML",
    }
    body = RULE.split("source", 1)[1]
    for head, told in cases.items():
        (room / "house" / "polite" / "blame.toml").write_text(f"{head}\nsource{body}")
        outcome = run("test", "house")
        assert outcome.code == 2, head
        assert "blame.toml" in outcome.err, head
        assert told in outcome.err, outcome.err
        assert outcome.err.count("\n") == 1


def test_a_folder_that_is_none_is_an_error(room: Path, run: Run) -> None:
    assert "house-ruls: there is no such folder of rules" in run("test", "house-ruls").err
    (room / "empty").mkdir()
    assert "there are no rules in this folder" in run("test", "empty").err
