"""Code frames: the lines of a mail around a finding, cut to a width, with the stretch to underline
in each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from replylint.report.places import header_name, line_number, message_of, text_of
from replylint.text.safe import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from replylint.model import Exchange, Place

MOST_ROWS = 4


class Row(NamedTuple):
    """One row on the screen: its line number (None where a line goes on, or rows are left out),
    text, underlining.

    `before` and `marked` are numbers of cells.
    """

    number: int | None
    text: str
    before: int = 0
    marked: int = 0


def frame(exchange: Exchange, place: Place, width: int, more: str) -> list[Row]:
    """The rows that show a place, each at most `width` cells wide; none for a place that underlines
    nothing.
    """
    message = message_of(exchange, place)
    text = text_of(message, place)
    if place.start >= place.end or not text[place.start : place.end].strip():
        return []
    start, end = place.start, place.end
    if place.part != "body":
        prefix = header_name(place.part) + ": "
        text, start, end = prefix + text.replace("\n", " "), start + len(prefix), end + len(prefix)
    rows = []
    index, at = text.count("\n", 0, start), text.rfind("\n", 0, start) + 1
    while at < end:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = printable(text[at:stop]).replace("\t", " ")
        number: int | None = line_number(message, place, index)
        for first, last in wrapped(line, width):
            low, high = max(start - at, first), min(end - at, last)
            marked = line[low:high].rstrip() if low < high else ""
            if marked.strip():
                low += len(marked) - len(marked.lstrip())
                rows.append(
                    Row(
                        number,
                        line[first:last].rstrip(),
                        cell_len(line[first:low]),
                        cell_len(marked.strip()),
                    )
                )
                number = None
        index, at = index + 1, stop + 1
        if len(rows) > 200:  # a paragraph on hundreds of rows: the end will not be looked for
            break
    if len(rows) > MOST_ROWS:
        rows = [*rows[: MOST_ROWS - 2], Row(None, more), rows[-1]]
    return rows


def wrapped(line: str, width: int) -> Iterator[tuple[int, int]]:
    """Stretches of a line that each fit a width, cut at spaces where there are any."""
    start = 0
    while start < len(line):
        end, cells = start, 0
        while end < len(line) and (cells := cells + cell_len(line[end])) <= width:
            end += 1
        if end < len(line):
            space = line.rfind(" ", start + 1, end + 1)
            end = space + 1 if space > start else max(end, start + 1)
        yield start, end
        start = end


def hanging(head: Text, body: str, width: int) -> Text:
    """A head and a text beside it, wrapped below its own beginning."""
    indent = head.cell_len
    lines = [line for part in body.split("\n") for line in _lines(part, max(20, width - indent))]
    return head.copy().append(("\n" + " " * indent).join(lines))


def _lines(text: str, width: int) -> list[str]:
    return [text[start:end].rstrip() for start, end in wrapped(text, width)]
