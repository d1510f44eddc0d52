"""Times that are written in figures: 17:30, 5.30pm, 10 h, 3/4/2026, 2026-04-03."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.model import Span
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.text.dates import Reader, Time

_FIGURES = expression(
    r"(?<![\w/€$£])(?<!\d[.,:-])(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d)"
    r"|(?P<dmy>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d\d))"
    r"|(?P<dm>\d{1,2}/\d{1,2})"
    r"|(?P<clock>\d{1,2}(?P<colon>[:.h'’])\d\d)(?:\s?(?P<mark>h(?:rs?|s|oras|ores)?|[ap]\.?\s?m\b\.?))?"
    r"|(?P<hour>\d{1,2})\s?(?P<hmark>[ap]\.?\s?m\b\.?|hrs\.?|hs\.?|h\.?|o['’]clock)"
    r")(?![\w/€%$£]|[.,]\d|-\d)",
    re.IGNORECASE,
)


def figures(reader: Reader) -> Iterator[Time]:
    """Clock times, dates and spans in figures."""
    for m in _FIGURES.finditer(reader.text):
        first = reader.index(m.start())
        # A last full stop is the sentence's, but in "p.m."
        stop = m.group().endswith(".") and m.group()[-3:-2] not in (".", " ")
        core = Span(m.start(), m.end() - stop)
        if m["iso"]:
            year, month, day = (int(x) for x in m["iso"].split("-"))
            if _valid(day, month):
                yield reader.time(first, core, "date", day=day, month=month, year=year)
        elif m["dmy"]:
            day, month, year = (int(x) for x in m["dmy"].split(m["sep"]))
            if _valid(day, month) or _valid(month, day):
                full = year if year > 99 else 2000 + year
                yield reader.time(first, core, "date", day=day, month=month, year=full)
        elif m["dm"]:
            day, month = (int(x) for x in m["dm"].split("/"))
            if _valid(day, month) and reader.word(first - 1, first) in reader.words.leads:
                yield reader.time(first, core, "date", day=day, month=month)
        elif m["clock"]:
            hour, minute = int(m["clock"].split(m["colon"])[0]), int(m["clock"][-2:])
            sure = (
                m["mark"]
                or m["colon"] in ":hH"
                or reader.word(first - 1, first) in reader.words.hours
            )
            if hour < 25 and minute < 60 and sure:
                yield reader.time(first, core, "clock", hour=hour, minute=minute)
        else:
            yield _hour_or_span(reader, m, first, core)


def _hour_or_span(reader: Reader, m: re.Match[str], first: int, core: Span) -> Time:
    """`10 h` is a time of day, `en 48 h` and `en 2 h` are spans."""
    count, mark = int(m["hour"]), m["hmark"].lower()
    before = reader.word(first - 1, first)
    span = mark[0] == "h" and (
        count > 24 or before not in reader.words.hours | {"de", "a", "at", "from", "to"}
    )
    if span:
        return reader.time(first, core, "span", minutes=60 * count)
    return reader.time(first, core, "clock", hour=count, minute=0)


def _valid(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12
