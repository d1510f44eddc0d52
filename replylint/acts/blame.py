"""Blame: what the customer failed to do, says the draft, and the company washing its hands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.apology import apologies
from replylint.acts.failing import WISHED, english, romance
from replylint.acts.scope import asked, clause, conditional, overlaps, quoted
from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from replylint.text.prose import Prose


class Blame(NamedTuple):
    """A sentence that blames the customer, and the words that do.

    `disclaims`: it clears the company instead.
    """

    sentence: Span
    words: Span
    disclaims: bool


@lru_cache(maxsize=4)
def blames(prose: Prose, language: Language) -> tuple[Blame, ...]:
    """Every sentence that blames the customer or disclaims what went wrong, once."""
    lists = shared("blame")
    grammar = english(prose) if language == "en" else romance(prose, language)
    found = [(span, False) for span in (*phrases(lists["blames"][language]).find(prose), *grammar)]
    found += [(span, True) for span in phrases(lists["disclaims"][language]).find(prose)]
    if not found:
        return ()
    harmless = (*phrases(lists["not-blaming"][language]).find(prose), *quoted(prose))
    regrets = [a for a in apologies(prose, language) if not a.news]
    out: dict[tuple[Span, bool], Blame] = {}
    for words, disclaims in sorted(found, key=lambda f: f[0].start):
        sentence = prose.sentence_at(words.start)
        if sentence is None or (sentence, disclaims) in out or asked(prose, words):
            continue
        own = clause(prose, words)
        if any(overlaps(own, other) for other in harmless):
            continue
        if any(
            r.sentence == sentence
            and r.words.start < words.start
            and not _but(prose, r.words.end, words.start)
            for r in regrets
        ):
            continue
        if conditional(prose, words, language) and not _counterfactual(prose, words, language):
            continue
        out[sentence, disclaims] = Blame(sentence, words, disclaims)
    return tuple(out.values())


def _but(prose: Prose, start: int, end: int) -> bool:
    return any(prose.folded[i] in ("but", "pero", "sino") for i in prose.words_in(Span(start, end)))


def _counterfactual(prose: Prose, words: Span, language: Language) -> bool:
    said = {prose.folded[i] for i in prose.words_in(words)}
    return bool(said & (WISHED[language] if language != "en" else frozenset(("had", "you'd"))))
