"""Dates as mail programs and people write them in attribution lines, header blocks and front
matter.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from replylint.mail.calendar import MONTHS
from replylint.text.expressions import expression
from replylint.text.prose import fold

_ISO = expression(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_CJK = expression(r"(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日")
_NUMERIC = expression(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b")
_DAY_MONTH = expression(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|º|\.)?[ -](?:de |of )?(d['’][^\W\d_]+|[^\W\d_]+)"
)
_MONTH_DAY = expression(r"([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d)")
_YEAR = expression(r"(?<![\d:+-])((?:19|20)\d\d)(?![\d:])")
_TIME = expression(
    r"(?<![\d.])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?!\d)\s?((?:[ap]\.?\s?m\b)?)", re.IGNORECASE
)
_ZONE = expression(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?\b(?!-)")
_HOURS = {"CET": 1, "CEST": 2, "BST": 1, "WEST": 1, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7}
_SPACES = expression(r"\s+")


def parse(
    text: str, *, zone: tzinfo | None = None, before: datetime | None = None
) -> datetime | None:
    """Give the date in a line, aware; None if there is none.

    `zone` is taken where the line names none, else UTC. 05/02/2024 is the fifth of February,
    unless it cannot be, the line says AM or PM, or the second of May is nearer to `before`, the day
    of the answer, and not after it.
    """
    line = _SPACES.sub(" ", text[:400])
    day = _day(line, before)
    if day is None:
        return None
    year, month, number, end = day
    rest = line[end:]
    clock = _TIME.search(rest) or _TIME.search(line[: max(0, end - 6)])
    hour = minute = second = 0
    after = rest
    if clock:
        hour, minute, second = int(clock.group(1)), int(clock.group(2)), int(clock.group(3) or 0)
        half = clock.group(4)[:1].lower()
        afternoon = half == "p" or any(word in line for word in ("下午", "午後", "오후"))
        if afternoon and hour < 12:
            hour += 12
        elif half == "a" and hour == 12:
            hour = 0
        if clock.string is rest:
            after = rest[clock.end() :]
    try:
        return datetime(
            year, month, number, hour, minute, second, tzinfo=_zone(after) or zone or UTC
        )
    except ValueError:
        return None


def _day(line: str, before: datetime | None) -> tuple[int, int, int, int] | None:
    """Year, month, day, and where in the line they end."""
    whole = _ISO.search(line) or _CJK.search(line)
    if whole:
        year, month, day = map(int, whole.groups())
        return year, month, day, whole.end()
    for pattern, month_first in ((_DAY_MONTH, False), (_MONTH_DAY, True)):
        for found in pattern.finditer(line):
            name, number = (
                found.group(1 if month_first else 2),
                found.group(2 if month_first else 1),
            )
            month_number = MONTHS.get(fold(name))
            if month_number:
                year_found = _YEAR.search(line, found.end())
                if year_found:
                    return int(year_found.group(1)), month_number, int(number), year_found.end()
                if before:
                    return (
                        before.year - (month_number > before.month),
                        month_number,
                        int(number),
                        found.end(),
                    )
    numeric = _NUMERIC.search(line)
    if not numeric:
        return None
    first, second, year = map(int, numeric.groups())
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    # American programs write the half of the day, and the month first.
    american = "/" in numeric.group() and bool(re.search(r"\d\s?[AP]M\b", line))
    if before and first <= 12 and second <= 12:
        american = _distance(year, first, second, before) < _distance(year, second, first, before)
    if second > 12 or (american and first <= 12):
        return year, first, second, numeric.end()
    return year, second, first, numeric.end()


def _distance(year: int, month: int, day: int, before: datetime) -> float:
    """How long before the draft that day was, in days or so; infinite for a day after it."""
    days = (before.year - year) * 372 + (before.month - month) * 31 + before.day - day
    return days if days >= 0 else float("inf")


def _zone(rest: str) -> tzinfo | None:
    found = _ZONE.search(rest[:40])
    if found:
        offset = timedelta(hours=int(found.group(2)), minutes=int(found.group(3) or 0))
        if offset < timedelta(hours=15):
            return timezone(offset if found.group(1) == "+" else -offset)
    named = re.match(r"\s?(GMT|UTC|Z|CET|CEST|BST|WEST|EST|EDT|PST|PDT)\b", rest)
    return timezone(timedelta(hours=_HOURS.get(named.group(1), 0))) if named else None
