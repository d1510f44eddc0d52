"""What rules name as their `check`: functions from an exchange and a rule to findings.

A check yields its findings in any order and raises `DoesNotApply` before the first one where it
cannot judge.
"""

from __future__ import annotations

from typing import Any

from replylint.model import Exchange, Finding, Place, Rule, Severity, Span


def at(
    exchange: Exchange,
    rule: Rule,
    span: Span,
    *,
    severity: Severity | None = None,
    confidence: float = 0.9,
    **values: str,
) -> Finding:
    """A finding in the draft's body; the slot {text} is the words underlined."""
    text = " ".join(span.of(exchange.draft.text).split())
    return Finding(
        rule=rule,
        place=Place("draft", "body", span.start, span.end),
        severity=severity or rule.severity,
        values={"text": text, **values},
        confidence=confidence,
    )


def in_header(
    rule: Rule, header: str, start: int = 0, end: int = 0, *, confidence: float = 0.9, **more: Any
) -> Finding:
    """A finding in a header of the draft, named in lower case."""
    severity = more.pop("severity", None) or rule.severity
    return Finding(
        rule=rule, place=Place("draft", header, start, end), severity=severity, values=more,
        confidence=confidence,
    )  # fmt: skip


def absent(
    exchange: Exchange, rule: Rule, offset: int = 0, *, confidence: float = 0.9, **values: str
) -> Finding:
    """A finding about something that is not there: it underlines nothing, at the place where it
    would stand.
    """
    del exchange
    return Finding(
        rule=rule,
        place=Place("draft", "body", offset, offset),
        severity=rule.severity,
        values=values,
        confidence=confidence,
    )
