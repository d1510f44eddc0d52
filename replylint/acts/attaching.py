"""Files in words: where a text says that one travels with it, and where a customer asks for one."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from replylint.text.prose import Prose

_LINK = expression(r"https?://|www\.", re.IGNORECASE)
_STOP = expression(r"[.,;:?!)\n]")
_NEAR = 300  # characters looked at on either side


@lru_cache(maxsize=8)
def announcements(prose: Prose, language: Language) -> tuple[Span, ...]:
    """Find where the author says that a file is attached; no conditions, negations, requests.

    A sentence that gives a link offers that instead of a file and does not count.
    """
    lists = shared("attaching")
    found = phrases(lists["announced"][language]).find(prose)
    if not found:
        return ()
    hindered = phrases(lists["not-announced"][language]).find(prose)
    out = []
    starts = [h.start for h in hindered]
    for span in found:
        sentence = prose.sentence_at(span.start) or span
        around = (max(sentence.start, span.start - _NEAR), min(sentence.end, span.end + _NEAR))
        if _LINK.search(prose.text, *around):
            continue
        first = bisect_left(starts, _clause(prose.text, sentence, span))
        if first < len(starts) and starts[first] < span.end:
            continue
        out.append(Span(span.start, max(span.end, _rest(prose, sentence, span))))
    return tuple(out)


def _clause(text: str, sentence: Span, span: Span) -> int:
    """Where the clause begins: after the last comma or the like."""
    low = max(sentence.start, span.start - _NEAR)
    start = max(text.rfind(mark, low, span.start) for mark in ",;:(")
    return start + 1 if start >= 0 else low


def _rest(prose: Prose, sentence: Span, span: Span) -> int:
    """The end of a few words after the announcement, which name the file."""
    words = prose.words_in(Span(span.end, sentence.end))
    stop = _STOP.search(prose.text, span.end, min(sentence.end, span.end + _NEAR))
    end = stop.start() if stop else sentence.end
    last = span.end
    for i in words[:5]:
        if prose.words[i].end <= end:
            last = prose.words[i].end
    return last


def asked_for_file(prose: Prose, language: str) -> tuple[Span, ...]:
    """Where a customer asks that something be sent, or speaks of a document."""
    lists = shared("attaching")["asked"]
    return tuple(phrases(lists[language]).find(prose)) if language in lists else ()
