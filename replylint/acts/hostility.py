"""Hostility: sarcasm, impatience and threats against the reader."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from replylint.acts.scope import overlaps, quoted
from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from replylint.text.prose import Prose

Manner = Literal["sarcasm", "impatience", "threat"]


class Hostility(NamedTuple):
    """A hostile sentence, the words that make it so, and its manner."""

    sentence: Span
    words: Span
    manner: Manner


@lru_cache(maxsize=4)
def hostilities(prose: Prose, language: Language) -> tuple[Hostility, ...]:
    """Every sentence that mocks, scolds or threatens, once."""
    lists = shared("hostility")
    manners: tuple[Manner, ...] = ("threat", "impatience", "sarcasm")
    found = [
        (span, manner)
        for manner in manners
        for span in phrases(lists[manner][language]).find(prose)
    ]
    found += [(span, "threat") for span in _conditions(prose, language)]
    if not found:
        return ()
    harmless = (*phrases(lists["not-hostile"][language]).find(prose), *quoted(prose))
    out: dict[Span, Hostility] = {}
    for words, manner in sorted(found, key=lambda f: f[0].start):
        sentence = prose.sentence_at(words.start)
        if (
            sentence is not None
            and sentence not in out
            and not any(overlaps(words, h) for h in harmless)
        ):
            out[sentence] = Hostility(sentence, words, manner)
    return tuple(out.values())


def _conditions(prose: Prose, language: Language) -> list[Span]:
    """If you insist …, we will close …: a condition and a sanction in one sentence."""
    lists = shared("hostility")
    sanctions = phrases(lists["sanction"][language]).find(prose)
    if not sanctions:
        return []
    conditions = phrases(lists["if-you"][language]).find(prose)
    out = []
    for sanction in sanctions:
        sentence = prose.sentence_at(sanction.start)
        for condition in conditions:
            if sentence is not None and sentence.start <= condition.start < sentence.end:
                out.append(
                    Span(min(condition.start, sanction.start), max(condition.end, sanction.end))
                )
    return out
