"""The customer's questions and what the draft says to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.pitch import pitches, runs
from replylint.checks import at
from replylint.model import DoesNotApply, Exchange, Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

SURE_ANSWER = 0.65  # confidence from which a question counts as answered where its answer stands
FEWEST_WORDS = 5  # of a sales pitch that keeps the reader from the answer


def unanswered(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A question or request gets no answer; the finding is its place in the customer's email.

    An error from the confidence that the rule's parameter `error-from` gives, a warning below;
    questions of which it cannot be told are left alone.
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


def answers_after_extras(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A sales pitch stands before the first answer."""
    if exchange.language is None:
        raise DoesNotApply("language")
    prose = exchange.draft.prose
    sold = runs(prose, pitches(prose, exchange.language))
    answers = [
        q.evidence.start
        for q in exchange.questions
        if q.answered and q.evidence and q.confidence >= SURE_ANSWER
        if not any(run.start <= q.evidence.start < run.end for run in sold)
    ]
    if not answers:
        raise DoesNotApply("questions")
    first = min(answers)
    for run in sold:
        if run.end <= first and len(prose.words_in(run)) >= FEWEST_WORDS:
            sentence = prose.sentence_at(run.start) or run
            yield at(exchange, rule, sentence, confidence=0.8)
            return
