"""Sales pitches: sentences that promote, unless they make up for a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from replylint.text.prose import Prose


def pitches(prose: Prose, language: Language) -> tuple[Span, ...]:
    """Sentences that sell. A discount given in compensation is none."""
    lists = shared("promotion")
    makes_up = phrases(lists["compensation"][language]).find(prose)
    out: list[Span] = []
    for span in phrases(lists["pitch"][language]).find(prose):
        sentence = prose.sentence_at(span.start)
        if sentence is None or (out and out[-1] == sentence):
            continue
        if not any(sentence.start <= m.start < sentence.end for m in makes_up):
            out.append(sentence)
    return tuple(out)


def runs(prose: Prose, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Pitches that follow each other without a sentence between, joined."""
    out: list[Span] = []
    for sentence in sentences:
        if out and not prose.text[out[-1].end : sentence.start].strip():
            out[-1] = Span(out[-1].start, sentence.end)
        else:
            out.append(sentence)
    return tuple(out)
