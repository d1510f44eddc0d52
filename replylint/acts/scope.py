"""Where words stand: inside an if-clause, a question or quotation marks, and in which clause."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.model import Language, Span
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from replylint.text.prose import Prose


def word_set(words: str) -> frozenset[str]:
    """The folded words of a line of them."""
    return frozenset(words.split())


_MARK = expression(r"[,;:()—–\n]")
_QUOTED = expression(r"«[^»\n]{1,300}»|“[^”\n]{1,300}”|\"[^\"\n]{1,300}\"", needs='« “ "')

_IF: dict[Language, frozenset[str]] = {
    "en": word_set("if unless whether should in-case once when whenever where until"),
    "es": word_set("si cuando siempre aunque mientras hasta salvo"),
    "ca": word_set("si quan sempre encara mentre fins tret llevat"),
}


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def clause(prose: Prose, span: Span) -> Span:
    """The clause around a span: from the mark of punctuation before it to the one after it."""
    sentence = prose.sentence_at(span.start) or span
    before = [m.end() for m in _MARK.finditer(prose.text, sentence.start, span.start)]
    after = _MARK.search(prose.text, span.end, max(sentence.end, span.end))
    return Span(before[-1] if before else sentence.start, after.start() if after else sentence.end)


def conditional(prose: Prose, span: Span, language: Language) -> bool:
    """Whether the words before a span, in its clause, put it under a condition."""
    start = clause(prose, span).start
    return any(prose.folded[i] in _IF[language] for i in prose.words_in(Span(start, span.start)))


def asked(prose: Prose, span: Span) -> bool:
    """Whether a span stands in a sentence that ends with a question mark."""
    sentence = prose.sentence_at(span.start)
    return sentence is not None and "?" in prose.text[sentence.end - 2 : sentence.end]


@lru_cache(maxsize=8)
def quoted(prose: Prose) -> tuple[Span, ...]:
    """What stands between quotation marks: other people's words, labels of buttons, titles."""
    return tuple(Span(m.start(), m.end()) for m in _QUOTED.finditer(prose.text))


def paragraph_of(prose: Prose, offset: int) -> tuple[int, Span] | None:
    """The number and the span of the paragraph that covers an offset."""
    for number, paragraph in enumerate(prose.paragraphs):
        if paragraph.start <= offset < paragraph.end:
            return number, paragraph
    return None
