"""A text cut into words, sentences and paragraphs, each with its offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import starmap

from replylint.model import Span
from replylint.text.expressions import expression
from replylint.text.sentences import sentences

# An elided article or pronoun is a word of its own (l'enviament, m'agradaria); English contractions
# stay whole.
WORD = expression(
    r"(?:[ldnmst]['’](?=\w))|\w(?:[\w·]*\w)?(?:['’](?!s\b)\w+)*(?:['’]s\b)?", re.IGNORECASE
)
PARAGRAPH_BREAK = expression(r"\n[ \t]*(?:\n[ \t]*)+")
HEAD = 2  # letters by which words are looked up whose beginning is known
_MARKS = dict.fromkeys(c for c in range(0x300, 0x370))


def fold(text: str) -> str:
    """Lower case without accents, apostrophes straight, l·l as ll: how badly typed mail is
    compared.
    """
    if text.isascii():
        return text.lower()
    text = text.replace("’", "'").replace("·", "").lower()
    return unicodedata.normalize("NFD", text).translate(_MARKS)


class Prose:
    """The words and sentences of one text, computed when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> tuple[Span, ...]:
        return tuple(starmap(Span, map(re.Match.span, WORD.finditer(self.text))))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Each word of `words`, folded."""
        if self.text.isascii():
            small = self.text.lower()
            return tuple([small[start:end] for start, end in self.words])
        return tuple([fold(self.text[start:end]) for start, end in self.words])

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """Folded word → indexes into `words`."""
        index: dict[str, list[int]] = {}
        for i, word in enumerate(self.folded):
            index.setdefault(word, []).append(i)
        return index

    @cached_property
    def heads(self) -> dict[str, list[str]]:
        """First letters, HEAD of them or fewer → the different folded words that begin so."""
        index: dict[str, list[str]] = {}
        for word in self.where:
            for length in range(1, min(len(word), HEAD) + 1):
                index.setdefault(word[:length], []).append(word)
        return index

    @cached_property
    def figures(self) -> tuple[int, ...]:
        """Indexes of the words that begin with a figure."""
        return tuple(i for i, word in enumerate(self.folded) if word[0].isdigit())

    @cached_property
    def following(self) -> tuple[str, ...]:
        """For each word, the folded word behind it, "" for the last."""
        return (*self.folded[1:], "")

    @cached_property
    def starts(self) -> tuple[int, ...]:
        return tuple([start for start, _ in self.words])

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return sentences(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each word, the index of its sentence; -1 for a word in none."""
        out, at, ends = [], 0, self.sentences
        for word in self.starts:
            while at < len(ends) and ends[at].end <= word:
                at += 1
            out.append(at if at < len(ends) and ends[at].start <= word else -1)
        return tuple(out)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Blocks between blank lines, without the white space around them."""
        out, at = [], 0
        for stop in [*PARAGRAPH_BREAK.finditer(self.text), None]:
            end = stop.start() if stop else len(self.text)
            piece = self.text[at:end]
            if piece.strip():
                start = at + len(piece) - len(piece.lstrip())
                out.append(Span(start, start + len(piece.strip())))
            at = stop.end() if stop else end
        return tuple(out)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that covers an offset."""
        i = bisect_right(self._sentence_starts, offset) - 1
        if i >= 0 and offset < self.sentences[i].end:
            return self.sentences[i]
        return None

    def words_in(self, span: Span) -> range:
        """Indexes of the words that begin inside a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))
