"""Where a text asks or requests something: marked, indirect, as a request, a wish, a bare noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.questions.clauses import boundaries
from replylint.questions.grammar import GRAMMARS
from replylint.questions.marked import marked
from replylint.questions.named import bare_things, needs, wishes
from replylint.questions.sought import Ask, Sought
from replylint.questions.unmarked import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Span
    from replylint.text.prose import Prose

LONGEST_SENTENCE = 300  # words; what is longer is no sentence that somebody wrote
_JOKES = frozenset({"broma", "joking", "kidding"})
_CLOSERS = "\"'”’»)*_ "

__all__ = ["Ask", "asks"]


def asks(prose: Prose, language: str) -> tuple[Ask, ...]:
    """Every question and request, in order, none inside another."""
    grammar = GRAMMARS.get(language)
    if grammar is None:
        return tuple(_marked_only(prose))
    sought = Sought(prose, language, grammar)
    found: list[Ask] = []
    quiet: list[int] = []
    for n, sentence in enumerate(prose.sentences):
        words = prose.words_in(sentence)
        if not words or len(words) > LONGEST_SENTENCE:
            continue
        here = list(_of_sentence(sought, n, sentence, words))
        found.extend(here)
        if not here:
            quiet.append(n)
    needed = list(needs(sought, quiet, found))
    found.extend(needed or ([] if found else wishes(sought, quiet)))
    found.extend(bare_things(sought, quiet, bool(found)))
    return tuple(sorted((ask for ask in found if not _taken_back(sought, ask)), key=_start))


def _start(ask: Ask) -> int:
    return ask.span.start


def _marked_only(prose: Prose) -> Iterator[Ask]:
    for n, sentence in enumerate(prose.sentences):
        if sentence.of(prose.text).rstrip(_CLOSERS).endswith("?"):
            yield Ask(sentence, sentence.start, "marked", n)


def _of_sentence(sought: Sought, n: int, sentence: Span, words: range) -> Iterator[Ask]:
    clauses = boundaries(sought.prose, words, sought.grammar)
    if sentence.of(sought.prose.text).rstrip(_CLOSERS).endswith("?"):
        yield from marked(sought, n, sentence, words, clauses)
    else:
        yield from unmarked(sought, n, words, clauses)


def _taken_back(sought: Sought, ask: Ask) -> bool:
    """Whether the next sentence says that it was a joke."""
    return any(
        _JOKES & set(sought.prose.folded[r.start : r.stop])
        for r in sought.courtesies.get(ask.sentence + 1, ())
    )
