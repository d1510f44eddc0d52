"""What the draft says to each question."""

from __future__ import annotations

from replylint.model import Exchange, Question


def answered(exchange: Exchange) -> tuple[Question, ...]:
    """The customer's questions, in order."""
    from replylint.questions.find import asks

    if exchange.customer is None:
        return ()
    language = exchange.customer_language or exchange.language or "en"
    return tuple(Question(ask.span) for ask in asks(exchange.customer.prose, language))
