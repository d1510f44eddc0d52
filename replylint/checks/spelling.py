"""Misspelt words, and right words that stand in the place of another by a slip of the pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.model import DoesNotApply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Exchange, Finding, Rule, Span

SLIP = 0.9  # confidence in a word that its neighbours betray


def words(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find misspelt words of the draft's own text, each in the language of its sentence."""
    judge(exchange)
    from replylint.spelling.confusions import confusions
    from replylint.spelling.misspellings import misspellings

    found: list[tuple[Span, tuple[str, ...], float]] = [
        (each.span, each.suggestions, each.confidence) for each in misspellings(exchange)
    ]
    taken = {span.start for span, _, _ in found}
    found += [
        (each.span, (each.right,), SLIP)
        for each in confusions(exchange)
        if each.kind == "spelling" and each.span.start not in taken
    ]
    for span, suggestions, confidence in found:
        yield at(
            exchange,
            rule,
            span,
            confidence=confidence,
            word=span.of(exchange.draft.text),
            suggestions=", ".join(suggestions),
        )


def judge(exchange: Exchange) -> None:
    """Make sure that there is a language to judge in, and that the user wants it judged.

    Raises:
        DoesNotApply: there is not, or the user does not.
    """
    if exchange.settings.get("spelling", {}).get("engine") == "off":
        raise DoesNotApply("spelling-off")
    if exchange.language is None:
        raise DoesNotApply("language")
