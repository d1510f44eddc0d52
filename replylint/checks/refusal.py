"""Refusals: those that give nothing with the no, and those that joke about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.refusal import refusals
from replylint.acts.scope import paragraph_of
from replylint.checks import at
from replylint.model import DoesNotApply, Exchange, Finding, Language, Rule, Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

STRONG = 2  # what an emoji or a word of slang weighs; an exclamation mark weighs 1
ENOUGH = 2
_BANG = expression(r"!+")


def language_of(exchange: Exchange) -> Language:
    """The draft's language.

    Raises:
        DoesNotApply: it is not known.
    """
    if exchange.language is None:
        raise DoesNotApply("language")
    return exchange.language


def flat(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A refusal with neither a reason nor another way."""
    for refusal in refusals(exchange.draft.prose, language_of(exchange)):
        if not refusal.reason and not refusal.alternative:
            yield at(exchange, rule, refusal.sentence, confidence=0.8)


def casual(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A refusal in the tone of a chat: slang or an emoji beside it, or exclamation marks."""
    language = language_of(exchange)
    prose = exchange.draft.prose
    slang = phrases(shared("slang")["phrases"][language]).find(prose)
    for refusal in refusals(prose, language):
        found = paragraph_of(prose, refusal.sentence.start)
        around = found[1] if found else refusal.sentence
        weight = STRONG * sum(around.start <= s.start < around.end for s in slang)
        weight += STRONG * _emoji(prose.text, around) + len(_BANG.findall(around.of(prose.text)))
        if weight >= ENOUGH:
            yield at(exchange, rule, refusal.sentence, confidence=0.8)


def _emoji(text: str, span: Span) -> int:
    """Pictures and smileys in a span; by code point, as the emoji tables are slow to load."""
    piece = span.of(text)
    pictures = sum("\U0001f300" <= c <= "\U0001faff" or "\u2600" <= c <= "\u27bf" for c in piece)
    return pictures + sum(
        piece.count(face)
        for face in (":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", "xD", "XD", ":P")
    )
