"""Apologies: one that is due and missing, and one that names nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.apology import apologies
from replylint.acts.complaint import complaints
from replylint.checks import absent, at
from replylint.model import DoesNotApply, Exchange, Finding, Language, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator


def missing(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The customer reports what went wrong on the company's side and the draft never says sorry."""
    assert exchange.customer is not None
    reported = complaints(exchange.customer, exchange.customer_language)
    if not reported:
        raise DoesNotApply("complaint")
    if any(not a.news for a in apologies(exchange.draft.prose, _language(exchange))):
        return
    finding = absent(exchange, rule, confidence=0.7)
    related = tuple(Place("customer", "body", s.start, s.end) for s in reported[:1] if s.end)
    yield Finding(
        rule=rule,
        place=finding.place,
        severity=rule.severity,
        confidence=finding.confidence,
        related=related,
    )


def vague(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The draft says sorry without naming what for, or only for what the customer feels."""
    found = [a for a in apologies(exchange.draft.prose, _language(exchange)) if not a.news]
    if any(a.names and not a.feelings for a in found):
        return
    for apology in found:
        yield at(exchange, rule, apology.sentence)


def _language(exchange: Exchange) -> Language:
    if exchange.language is None:
        raise DoesNotApply("language")
    return exchange.language
