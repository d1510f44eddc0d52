"""What the customer asks, and what the draft says to it: `answer` joins `find` and `match`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from replylint.model import Exchange, Question, Span
    from replylint.text.prose import Prose

__all__ = ["answer", "find"]


def answer(exchange: Exchange) -> tuple[Question, ...]:
    """The customer's questions and requests, each with what the draft says to it; empty without a
    customer.
    """
    from replylint.questions.match import answered

    return answered(exchange)


def find(prose: Prose, language: str) -> tuple[Span, ...]:
    """Where a text asks or requests something, in order. `language` is an ISO 639-1 code; unknown
    ones find marked
    questions only.
    """
    from replylint.questions.find import asks

    return tuple(ask.span for ask in asks(prose, language))
