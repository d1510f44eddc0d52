"""The customer's questions and what the draft says to them."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.model import DoesNotApply, Exchange, Finding, Place, Rule, Severity


def unanswered(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A question or request of the customer gets no answer; the finding is its place in the customer's email.

    An error from the confidence that the rule's parameter `error-from` gives, a warning below; questions of which it
    cannot be told are left alone.
    """
    assert exchange.customer is not None
    if exchange.questions and all(q.answered is None for q in exchange.questions):
        raise DoesNotApply("questions")
    sure = float(rule.parameters["error-from"])
    for question in exchange.questions:
        if question.answered is False:
            span = question.span
            severity: Severity = rule.severity if question.confidence >= sure else "warning"
            yield Finding(
                rule=rule,
                place=Place("customer", "body", span.start, span.end),
                severity=severity,
                values={"text": " ".join(span.of(exchange.customer.text).split())},
                confidence=question.confidence,
            )
