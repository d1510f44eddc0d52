"""Checks that look for phrases or a pattern and need nothing else: what most house rules want."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.model import DoesNotApply, Exchange, Finding, Problem, Rule, Span
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

PATIENCE = 0.5  # seconds for a pattern of a user's rule over one draft; a good one takes 0.001


def found(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Each phrase of the rule's list in the draft's own text is a finding."""
    lines = rule.lexicon.get("phrases", {}).get(exchange.language or "", "")
    if not lines:
        raise DoesNotApply("language")
    for span in phrases(lines).find(exchange.draft.prose):
        yield at(exchange, rule, span)


def pattern(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Each match of the rule's regular expression for the draft's language is a finding.

    The syntax is that of the `regex` package. `parameters.pattern` maps language → expression, or
    is one expression for all languages. An expression that takes too long finds nothing, and the
    report says so.
    """
    given = rule.parameters.get("pattern", "")
    expression = (
        given if isinstance(given, str) else given.get(exchange.language or "", "")
    ).strip()
    if not expression:
        raise DoesNotApply("language")
    try:
        spans = [
            Span(*match.span())
            for match in _compiled(expression, rule.path).finditer(
                exchange.draft.own, timeout=PATIENCE
            )
            if match.group().strip()
        ]
    except TimeoutError:
        raise DoesNotApply("slow-pattern") from None
    for span in spans:
        yield at(exchange, rule, span)


@lru_cache(maxsize=64)
def _compiled(expression: str, path: str) -> regex.Pattern[str]:
    import regex

    try:
        return regex.compile(expression, regex.IGNORECASE | regex.MULTILINE)
    except regex.error as error:
        raise Problem(f"the pattern is not a regular expression: {error}", place=path) from None
