"""Thanks and politeness formulas that a reply should hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks import absent
from replylint.rulebook import shared
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Exchange, Finding, Rule


def no_thanks(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The draft holds no word of gratitude, sign-off included."""
    thanks = phrases(shared("courtesy")["thanks"][exchange.language or "en"])
    if thanks.first(exchange.draft.prose) is None:
        yield absent(exchange, rule)
