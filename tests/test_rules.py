"""Every built-in rule keeps what its own file promises."""

import re
from pathlib import Path

import pytest

import replylint
from replylint.engine import NEEDS, check_of
from replylint.model import LANGUAGES, Rule
from replylint.report.ui import REASONS
from replylint.rulebook import BUILTIN, LEXICON, rules, shared
from replylint.text.phrases import Phrases
from replylint.trials import try_rule

RULES = rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_lives_up_to_its_examples(rule: Rule) -> None:
    failures = list(try_rule(rule))
    assert not failures, "\n".join(f"{f.rule} [{f.language}]: {f.why}\n{f.draft}" for f in failures)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_speaks_to_people_in_each_language_and_says_who_says_so(rule: Rule) -> None:
    assert set(rule.texts) == set(LANGUAGES)
    assert rule.source
    assert check_of(rule.check).__doc__
    for language, texts in rule.texts.items():
        for field in ("summary", "message", "help", "rationale"):
            assert getattr(texts, field), f"{rule.name}: no {field} in {language}"
        assert not texts.summary.endswith("."), "a summary is a heading"
        assert texts.message.rstrip("»”\"').").endswith((".", "?", "!")) or texts.message.endswith(
            ("»", "”", ")", ".")
        ), texts.message


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_a_rule_needs_is_known_and_explained(rule: Rule) -> None:
    for need in rule.needs:
        assert need in NEEDS
        for language in LANGUAGES:
            assert REASONS[language][need]


def test_every_list_of_phrases_compiles() -> None:
    for rule in RULES:
        for by_language in rule.lexicon.values():
            for lines in by_language.values():
                Phrases(lines)
    for path in sorted((BUILTIN / LEXICON).glob("*.toml")):
        for by_language in shared(path.stem).values():
            for lines in by_language.values():
                Phrases(lines)


def test_every_reason_that_a_check_gives_is_explained() -> None:
    given = set()
    for path in sorted(Path(replylint.__file__).parent.rglob("*.py")):
        given |= set(re.findall(r'DoesNotApply\("([\w-]+)"\)', path.read_text(encoding="utf-8")))
    assert given
    for language in LANGUAGES:
        assert given <= set(REASONS[language])
