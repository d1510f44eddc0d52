"""Complaints: what a customer reports as gone wrong on the company's side."""

from __future__ import annotations

from replylint.model import LANGUAGES, Message, Span
from replylint.rulebook import shared
from replylint.text.phrases import phrases
from replylint.text.prose import Prose


def complaints(message: Message, language: str | None) -> tuple[Span, ...]:
    """The phrases of a customer's email that report a failure of the company; none where nothing
    does.

    Reports of what the customer did, of bad luck and of nobody's fault do not count. The language
    is one of LANGUAGES; for any other, there is nothing to go by.
    """
    if language not in LANGUAGES:
        return ()
    out = list(_reported(message.prose, language))
    if not out and message.subject:
        out = [Span(0, 0) for _ in _reported(Prose(message.subject), language)]
    return tuple(out)


def _reported(prose: Prose, language: str) -> tuple[Span, ...]:
    lists = shared("complaint")
    others = phrases(lists["not-ours"][language]).find(prose)
    return tuple(
        span
        for span in phrases(lists["plain"][language]).find(prose)
        if not any(_same_clause(prose, span, other) for other in others)
    )


def _same_clause(prose: Prose, a: Span, b: Span) -> bool:
    """Whether nothing but words stands between two phrases."""
    first, second = sorted((a, b), key=lambda s: s.start)
    between = prose.text[first.end : second.start]
    return not any(mark in between for mark in ".,;:!?\n")
