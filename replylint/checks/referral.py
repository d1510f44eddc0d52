"""Customers who are sent to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.referral import kept, referrals, wants_contact
from replylint.checks import at
from replylint.checks.refusal import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Exchange, Finding, Rule


def refers_elsewhere(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The customer is told to contact others, who were neither copied nor asked."""
    language = language_of(exchange)
    found = referrals(exchange.draft, language)
    if not found or kept(exchange.draft, language):
        return
    if exchange.customer is not None and wants_contact(
        exchange.customer, exchange.customer_language
    ):
        return
    for referral in found:
        yield at(exchange, rule, referral.sentence, confidence=0.8)
