"""What the reply commits the company to, and how the customer can make sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.promises import promises
from replylint.checks import absent, at
from replylint.model import DoesNotApply, Exchange, Finding, Rule
from replylint.text.expressions import expression
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

_PHONE = expression(r"(?<![\w/])(?:\+|\(|\d)[\d ().-]{7,18}\d(?!\w)")


def no_commitment_date(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The company promises a later action and names no time for it."""
    for promise in promises(exchange.draft.prose, exchange.language or "en"):
        if not promise.dated:
            yield at(exchange, rule, promise.words)


def other_channel(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Money, a cancellation or security is at stake, and the reply names no second channel."""
    assert exchange.customer is not None
    language = exchange.language or "en"
    risk = rule.lexicon["risk"]
    at_stake = exchange.customer_language in risk and phrases(
        risk[exchange.customer_language or "en"]
    ).first(exchange.customer.prose)
    if not at_stake:
        raise DoesNotApply("no-risk")
    signed = exchange.draft.signed
    phone = next(
        (m for m in _PHONE.finditer(signed) if sum(c.isdigit() for c in m.group()) > 8), None
    )
    if phone or phrases(rule.lexicon["channel"][language]).first(exchange.draft.prose):
        return
    yield absent(exchange, rule)
