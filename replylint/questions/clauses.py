"""Where the clauses of a sentence begin: after punctuation, and at words that link clauses."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from replylint.questions.grammar import Grammar
    from replylint.text.prose import Prose

BREAKS = frozenset(",;:()¿?!.…–—\n")


class Clauses(NamedTuple):
    """Words at which a clause may begin; `after_break` are those that follow punctuation."""

    starts: tuple[int, ...]
    after_break: frozenset[int]

    def start_of(self, word: int) -> int:
        """The clause that a word stands in, by its first word."""
        return self.starts[max(0, bisect_right(self.starts, word) - 1)]

    def strong(self, start: int) -> bool:
        """Whether punctuation stands before it."""
        return start in self.after_break


def boundaries(prose: Prose, words: range, grammar: Grammar) -> Clauses:
    """The clauses of one sentence, given by its range of words."""
    text, spans, folded = prose.text, prose.words, prose.folded
    starts, breaks = [words.start], [words.start]
    for i in range(words.start + 1, words.stop):
        gap = text[spans[i - 1].end : spans[i].start]
        # 9.30 and 14:00 are one thing, with no blank inside.
        if (
            (gap != " " and not BREAKS.isdisjoint(gap) and gap not in (".", ":", ","))
            or " -" in gap
            or "- " in gap
        ):
            starts.append(i)
            breaks.append(i)
        elif folded[i] in grammar.link:
            starts.append(i)
    return Clauses(tuple(starts), frozenset(breaks))
