"""Rules put to the test by their own examples: what `replylint test` and our own suite run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replylint.config import Settings, load
from replylint.engine import run
from replylint.exchanges import exchange
from replylint.model import DoesNotApply, Exchange, Finding, Rule
from replylint.report.places import locate
from replylint.rulebook import Example, examples

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_BAD, LEAST_GOOD = 1, 2  # examples a language
COMPANY = {"name": "Hotel Miramar", "domains": ["miramar.example"], "products": ["Suite Mar"]}


class Failure(NamedTuple):
    """An example that a rule does not live up to, or one that is missing."""

    rule: str
    language: str
    why: str
    draft: str = ""


def try_rule(rule: Rule) -> Iterator[Failure]:
    """Run a rule's examples; a rule has some for each language that it speaks.

    One that extends another is held to the languages of its own examples.
    """
    counts: dict[tuple[str, bool], int] = {}
    for example in examples(rule):
        key = (example.language, example.bad)
        counts[key] = counts.get(key, 0) + 1
        why = _failure(rule, example)
        if why:
            yield Failure(rule.name, example.language, why, example.draft.strip())
    own = {language for language, _ in counts} if rule.extends else None
    for language in own or rule.texts:
        if counts.get((language, True), 0) < LEAST_BAD:
            yield Failure(rule.name, language, "there is no bad example")
        if counts.get((language, False), 0) < LEAST_GOOD:
            yield Failure(rule.name, language, f"there are fewer than {LEAST_GOOD} good examples")


def _failure(rule: Rule, example: Example) -> str:
    from replylint.mail import from_text

    draft = from_text(example.draft.lstrip("\n"), "draft.md")
    customer = from_text(example.customer.lstrip("\n"), "customer.md") if example.customer else None
    settings = _settings(example)
    judged = exchange(draft, customer, settings)
    try:
        found = run(judged, rule)
    except DoesNotApply as reason:
        return f"the rule did not apply to this example: {reason.why}"
    if not example.bad:
        return f"the rule found fault with a good example: {_words(judged, found)}" if found else ""
    if not found:
        return "the rule found nothing in a bad example"
    if example.marks is not None and example.marks not in (marks := _words(judged, found)):
        return f"the finding underlines {marks}, not “{example.marks}”"
    return ""


def _settings(example: Example) -> Settings:
    config = {"language": example.language, "company": COMPANY, **example.config}
    return load(None, isolated=True, overrides=config)


def _words(judged: Exchange, found: tuple[Finding, ...]) -> str:
    return ", ".join(f"“{locate(judged, f.place).text}”" for f in found)
