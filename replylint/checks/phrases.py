"""Checks that look for a list of phrases and need nothing else: what most house rules want."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks import at
from replylint.model import DoesNotApply, Exchange, Finding, Rule
from replylint.text.phrases import phrases


def found(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Each phrase of the rule's list in the draft's own text is a finding."""
    lines = rule.lexicon.get("phrases", {}).get(exchange.language or "", "")
    if not lines:
        raise DoesNotApply("language")
    for span in phrases(lines).find(exchange.draft.prose):
        yield at(exchange, rule, span)
