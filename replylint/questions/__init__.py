"""What the customer asks, and whether the draft answers it."""

from __future__ import annotations

from replylint.model import Exchange, Question


def answer(exchange: Exchange) -> tuple[Question, ...]:
    return ()
