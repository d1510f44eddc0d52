"""Expressions of time in three languages: clock times, dates, weekdays, "within two days".

Figures are read by one pattern for all languages, words through the prose's index of words, so that
a text without any word of time costs almost nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from replylint.model import Span
from replylint.text.bare_times import days, hours
from replylint.text.calendar_words import CalendarWords, calendar_words
from replylint.text.expressions import expression
from replylint.text.figure_times import figures
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.text.prose import Prose

TimeKind = Literal["clock", "date", "month", "weekday", "relative", "span"]


class Time(NamedTuple):
    """One expression of time.

    `span` holds the prepositions that go with it ("within two working days", "abans de divendres"),
    `core` does not. `limit`: these prepositions set a limit (by, before, within, en, abans…).
    `minutes` is the length of a span.
    """

    span: Span
    core: Span
    kind: TimeKind
    limit: bool = False
    past: bool = False
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    minutes: int | None = None


_ORDINAL = expression(r"(\d{1,2})(?:st|nd|rd|th|º|er|r|n|t|è)?", re.IGNORECASE)
_YEAR = expression(r"(?:19|20)\d\d")
_GAP = expression(r"[ \t]*,?[ \t]*\n?[ \t]*")
_CLOSE = expression(r"[\s-]{1,3}")
_MOST_LEADS = 7


@lru_cache(maxsize=8)
def times(prose: Prose, language: str) -> tuple[Time, ...]:
    """Find every expression of time of a text, in order; `language` is "en", "es" or "ca"."""
    reader = Reader(prose, calendar_words(language), language)
    found = sorted(reader.all(), key=lambda t: (t.core.start, -t.core.end))
    out: list[Time] = []
    for time in found:
        if not out or time.core.start >= out[-1].core.end:
            out.append(time)
    return tuple(out)


def times_in(prose: Prose, language: str, span: Span) -> tuple[Time, ...]:
    """The expressions of time that begin within a stretch of the text."""
    return tuple(t for t in times(prose, language) if span.start <= t.core.start < span.end)


class Reader:
    """One text with its language's words; each private method gives the expressions of one kind."""

    def __init__(self, prose: Prose, words: CalendarWords, language: str) -> None:
        self.prose, self.words, self.language = prose, words, language
        self.text = prose.text
        self.folded = prose.folded
        self.sentence_of = prose.sentence_of

    def all(self) -> Iterator[Time]:
        yield from figures(self)
        yield from self._months()
        yield from self._weekdays()
        yield from self._spans()
        yield from hours(self)
        yield from days(self)
        for span in phrases(self.words.relative).find(self.prose):
            first = self.index(span.start)
            said = self.folded[first : self.index(span.end)]
            past = (
                not self.words.past.isdisjoint(said) and "dema" not in said and "manana" not in said
            )
            yield self.time(first, span, "relative", past=past)

    def index(self, offset: int) -> int:
        return bisect_left(self.prose.starts, offset)

    def at(self, words: frozenset[str] | dict[str, int]) -> list[int]:
        where = self.prose.where
        return sorted(i for word in where.keys() & words for i in where[word])

    def word(self, i: int, near: int) -> str:
        """The folded word at an index if it stands in the same sentence as `near`, else ""."""
        if 0 <= i < len(self.folded) and self.sentence_of[i] == self.sentence_of[near]:
            return self.folded[i]
        return ""

    def time(
        self, first: int, core: Span, kind: TimeKind, *, past: bool = False, **facts: int | None
    ) -> Time:
        """A time whose first word has index `first`, with the prepositions before it."""
        start, limit = core.start, False
        i = first - 1
        while i >= max(0, first - _MOST_LEADS) and self.word(i, first) in self.words.leads:
            if not _lead_gap(self.text[self.prose.words[i].end : start]):
                break
            start = self.prose.words[i].start
            limit = limit or self.folded[i] in self.words.limits
            past = past or self.folded[i] in self.words.past
            i -= 1
        return Time(
            span=Span(start, core.end), core=core, kind=kind, limit=limit, past=past, **facts
        )

    def _months(self) -> Iterator[Time]:
        w = self.words
        for i in self.at(w.months):
            month = w.months[self.folded[i]]
            day_at, end_at = None, i
            j = i - 1
            while self.word(j, i) in w.of:
                j -= 1
            if i - j <= 2 and (day := self.day(j, i)) is not None:
                day_at = j
            elif (
                self.language == "en"
                and (day := self.day(i + 1, i)) is not None
                and self._near(i, i + 1)
            ):
                end_at = i + 1
            else:
                day = None
            year_at = end_at + 1
            if self.word(year_at, i) in w.of:
                year_at += 1
            year = None
            if _YEAR.fullmatch(self.word(year_at, i)):
                year, end_at = int(self.folded[year_at]), year_at
            if day is None and year is None and not self._plain_month(i):
                continue
            first = day_at if day_at is not None else i
            core = Span(self.prose.words[first].start, self.prose.words[end_at].end)
            kind: TimeKind = "date" if day is not None else "month"
            yield self.time(first, core, kind, day=day, month=month, year=year)

    def _plain_month(self, i: int) -> bool:
        """Whether a month without a number is one: "in May", not "may"; "març", not "Marc"."""
        if self.folded[i] not in self.words.doubtful:
            return True
        shown = self.prose.words[i].of(self.text)
        if self.language != "en":
            return "ç" in shown.lower()
        return shown[0].isupper() and self.word(i - 1, i) in self.words.leads | {"of"}

    def day(self, i: int, near: int) -> int | None:
        word = self.word(i, near)
        m = _ORDINAL.fullmatch(word) if word else None
        if m and 1 <= int(m[1]) <= 31:
            return int(m[1])
        if word in ("primero", "first"):
            return 1
        if (
            self.language != "en"
            and word in self.words.numbers
            and 1 < self.words.numbers[word] <= 31
        ):
            return self.words.numbers[word]
        return None

    def _near(self, i: int, j: int) -> bool:
        """Whether nothing but blanks, a line end or a comma stands between two words."""
        return bool(_GAP.fullmatch(self.text[self.prose.words[i].end : self.prose.words[j].start]))

    def _weekdays(self) -> Iterator[Time]:
        w = self.words
        for i in self.at(w.weekdays):
            if self.folded[i] in w.doubtful:
                beside = self.word(i + 1, i)[:1].isdigit() or self.word(i - 1, i)[:1].isdigit()
                if not (beside and self.text[self.prose.words[i].start].isupper()):
                    continue
            first, last, day = i, i, None
            if i + 1 < len(self.folded) and self._near(i, i + 1):
                k = i + 1
                if self.word(k, i) in ("dia", "the", "el"):
                    k += 1
                after = self.word(k + 1, i)
                followed_by_month = after in w.of or after in w.months or after in w.units
                if (day := self.day(k, i)) is not None and not followed_by_month and self.bare(k):
                    last = k
                else:
                    day = None
            core = Span(self.prose.words[first].start, self.prose.words[last].end)
            yield self.time(i, core, "weekday", weekday=w.weekdays[self.folded[i]], day=day)

    def bare(self, i: int) -> bool:
        """Whether a number stands by itself: no unit of money, no colon or decimals after it."""
        after = self.text[self.prose.words[i].end : self.prose.words[i].end + 2]
        if after[:1] and after[0] in "€%$£:/-":
            return False
        return not (after[:1] in (".", ",") and after[1:].isdigit())

    def _spans(self) -> Iterator[Time]:
        """`two working days`, `48 horas`, `un parell de dies`, `dues setmanes`."""
        w = self.words
        for i in self.at(w.units):
            j = i - 1
            while i - j <= 3 and self.word(j, i) in w.unit_marks:
                j -= 1
            word = self.word(j, i)
            if word[:1].isdigit():
                digits = _ORDINAL.match(word)
                count = int(digits[1]) if digits and word.isdigit() else None
            else:
                count = w.numbers.get(word)
            if count is None:
                continue
            first = j
            before = self.word(j - 1, i)
            if before[:1].isdigit() or before in w.numbers:  # 24-48 hours, un par de días
                first = j - 1
            elif before in ("to", "or", "and", "a", "o", "y", "i"):  # three to five days
                lower = self.word(j - 2, i)
                if lower[:1].isdigit() or (
                    lower in w.numbers and word not in ("a", "an", "un", "una")
                ):
                    first = j - 2
            if self.folded[i] == "h" and first < j - 1:  # de 7 a 15 h: an opening time
                continue
            last = i
            while (
                last - i < 2
                and self.word(last + 1, i) in w.unit_marks
                and self.word(last + 1, i) not in w.of
            ):
                last += 1
            if self.language == "en" and self.word(last + 1, i) == "ago":
                last += 1
            past = self.word(last, i) == "ago"
            core = Span(self.prose.words[first].start, self.prose.words[last].end)
            yield self.time(first, core, "span", past=past, minutes=count * w.units[self.folded[i]])


def _lead_gap(text: str) -> bool:
    return not text.strip() or bool(_CLOSE.fullmatch(text))
