"""Times that are only a number: "a las 5", "les deu", "at nine", "the 20th", "el día 15"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.model import Span
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.text.dates import Reader, Time

_STOPS = ("", ".", ",", ";", ")", "?", "!", "\n")
_ONES = frozenset(["a", "an", "un", "one", "una", "mig", "mitja", "medio", "media"])
_AFTER_THE = frozenset(["of", "and", "at", "to", "or", "for", "in", "so", "by"])
_THE = expression(r"\b[Tt]he[ \n](\d{1,2}(?:st|nd|rd|th))\b")
_DAY_LEADS = frozenset(["dia", "dies", "dias", "el", "al", "del"])


def hours(reader: Reader) -> Iterator[Time]:
    """A bare hour, which needs a preposition before it and an end or a part of the day after it."""
    w = reader.words
    for i in reader.at(w.hours):
        word = reader.word(i + 1, i)
        hour = int(word) if word.isdigit() and len(word) < 3 else w.numbers.get(word)
        if hour is None or not 0 < hour < 25 or word in _ONES - {"una"} or not reader.bare(i + 1):
            continue
        after = reader.word(i + 2, i)
        if word == "una" and after in w.of:  # la una de las dos
            continue
        if _following(reader, i + 1) in _STOPS or after in w.after_hour or after in w.weekdays:
            yield reader.time(i + 1, reader.prose.words[i + 1], "clock", hour=hour, minute=0)
    if reader.language == "ca":
        yield from _quarters(reader)


def _quarters(reader: Reader) -> Iterator[Time]:
    """The Catalan clock: dos quarts de deu."""
    w, words = reader.words, reader.prose.words
    for i in reader.at(frozenset(["quarts", "quart"])):
        hour = w.numbers.get(reader.word(i + 2, i))
        if reader.word(i + 1, i) in w.of and hour is not None and hour < 13:
            first = i - 1 if reader.word(i - 1, i) in w.numbers else i
            core = Span(words[first].start, words[i + 2].end)
            yield reader.time(first, core, "clock", hour=hour)


def days(reader: Reader) -> Iterator[Time]:
    """A day of the month by itself."""
    words = reader.prose.words
    if reader.language == "en":
        for m in _THE.finditer(reader.text):
            i = reader.index(m.start(1))
            day = reader.day(i, i)
            ends = _following(reader, i) in _STOPS or reader.word(i + 1, i) in _AFTER_THE
            if day is not None and ends:
                yield reader.time(i, words[i], "date", day=day)
        return
    stops = reader.words.after_hour | {"que", "al"}
    for i in reader.at(_DAY_LEADS):
        word = reader.word(i + 1, i)
        day = reader.day(i + 1, i) if word.isdigit() else None
        if day is None or not reader.bare(i + 1):
            continue
        named = reader.folded[i][0] == "d" and reader.folded[i] != "del"
        ends = _following(reader, i + 1) in _STOPS or reader.word(i + 2, i) in stops
        if named or ends:
            yield reader.time(i + 1, words[i + 1], "date", day=day)


def _following(reader: Reader, i: int) -> str:
    """The character after a word."""
    end = reader.prose.words[i].end
    return reader.text[end : end + 1]
