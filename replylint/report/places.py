"""Where a finding is, as an editor counts: file, line and column from 1, and the exact words."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from replylint.model import Exchange, Message, Place, Side


class Location(NamedTuple):
    """A place in a file. `decoded`: lines are those of the decoded text, not of the file."""

    path: str
    side: Side
    part: str
    line: int
    column: int
    end_line: int
    end_column: int
    decoded: bool
    text: str


def message_of(exchange: Exchange, place: Place) -> Message:
    """The message that a place is in."""
    if place.side == "customer" and exchange.customer is not None:
        return exchange.customer
    return exchange.draft


def text_of(message: Message, place: Place) -> str:
    """The text that a place's offsets count in: the body, or a header's value."""
    if place.part == "body":
        return message.text
    if place.part == "subject":
        return message.subject or ""
    if place.part == "from":
        return str(message.sender or "")
    if place.part == "date":
        return message.date.isoformat() if message.date else ""
    people = {"to": message.to, "cc": message.cc, "bcc": message.bcc, "reply-to": message.reply_to}
    return ", ".join(map(str, people.get(place.part) or ()))


def header_name(part: str) -> str:
    """A header as mail writes it: “Subject”, “Reply-To”."""
    return "-".join(word.capitalize() for word in part.split("-"))


def line_number(message: Message, place: Place, index: int) -> int:
    """The line of the file that holds the line `index`, from 0, of a place's text."""
    if place.part != "body":
        at = message.headers.get(place.part)
        return at.line if at else 1
    return message.lines[index].line if message.lines and index < len(message.lines) else index + 1


def locate(exchange: Exchange, place: Place) -> Location:
    """Where a place is. A customer's email that was cut from the draft's quotes is a place in the
    draft.
    """
    message = message_of(exchange, place)
    side: Side = "draft" if message.format == "quote" else place.side
    text = text_of(message, place)
    if place.part == "body":
        line, column, decoded = _point(message, place.start)
        end_line, end_column, _ = _point(message, place.end)
    else:
        at = message.headers.get(place.part)
        line, column, decoded = (at.line, at.column, at.decoded) if at else (1, 1, True)
        end_line, end_column = line, column + place.end
        column += place.start
    return Location(
        message.path, side, place.part, line, column, end_line, end_column, decoded,
        text[place.start : place.end],
    )  # fmt: skip


def line_of(text: str, offset: int) -> tuple[int, int]:
    """The index, from 0, of the line that an offset is in, and the offset at which it begins."""
    starts = _line_starts(text)
    index = bisect_right(starts, offset) - 1
    return index, starts[index]


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(at + 1 for at, sign in enumerate(text) if sign == "\n"))


def _point(message: Message, offset: int) -> tuple[int, int, bool]:
    index, begin = line_of(message.text, offset)
    column = offset - begin
    if message.lines is None or index >= len(message.lines):
        return index + 1, column + 1, message.lines is None
    start = message.lines[index]
    return start.line, start.column + column, start.decoded
