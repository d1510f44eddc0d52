"""The words that each language measures time with, from the list that all rules share."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from replylint.rulebook import shared


class CalendarWords(NamedTuple):
    """One language's vocabulary of time, folded; see `rules/lexicon/calendar.toml`."""

    weekdays: dict[str, int]
    """Word → 0 (Monday) to 6."""
    months: dict[str, int]
    """Word → 1 to 12."""
    numbers: dict[str, int]
    units: dict[str, int]
    """Unit → its length in minutes."""
    relative: str
    """Expressions that say when by themselves, as a list of phrases."""
    doubtful: frozenset[str]
    unit_marks: frozenset[str]
    past: frozenset[str]
    leads: frozenset[str]
    limits: frozenset[str]
    of: frozenset[str]
    hours: frozenset[str]
    after_hour: frozenset[str]


@lru_cache(maxsize=3)
def calendar_words(language: str) -> CalendarWords:
    """Read the vocabulary of "en", "es" or "ca"."""
    lists = shared("calendar")

    def numbered(name: str, first: int) -> dict[str, int]:
        lines = lists[name][language].strip().splitlines()
        return {word: first + i for i, line in enumerate(lines) for word in line.split()}

    def measured(name: str) -> dict[str, int]:
        lines = (line.split() for line in lists[name][language].strip().splitlines())
        return {word: int(number) for number, *words in lines for word in words}

    def words(name: str) -> frozenset[str]:
        return frozenset(lists[name][language].split())

    return CalendarWords(
        weekdays=numbered("weekdays", 0),
        months=numbered("months", 1),
        numbers=measured("numbers"),
        units=measured("units"),
        relative=lists["relative"][language],
        doubtful=words("doubtful"),
        unit_marks=words("unit-marks"),
        past=words("past"),
        leads=words("leads"),
        limits=words("limits"),
        of=words("of"),
        hours=words("hours"),
        after_hour=words("after-hour"),
    )
