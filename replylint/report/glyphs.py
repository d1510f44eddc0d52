"""The signs that the terminal report draws with, and plain ones for a code page without them."""

from __future__ import annotations

from typing import NamedTuple, TextIO

from replylint.output import can_write


class Glyphs(NamedTuple):
    """One set of signs, each one cell wide but for `arrow`."""

    yes: str
    no: str
    unsure: str
    bar: str
    full: str
    empty: str
    minus: str
    more: str
    separator: str
    ascii: bool = False
    arrow: str = "-->"


UNICODE = Glyphs(
    yes="✓", no="✗", unsure="?", bar="│", full="█", empty="░", minus="−", more="…", separator="·"
)
ASCII = Glyphs(
    yes="+",
    no="x",
    unsure="?",
    bar="|",
    full="#",
    empty=".",
    minus="-",
    more="~",
    separator="-",
    ascii=True,
)


def glyphs(stream: TextIO) -> Glyphs:
    """The signs that a stream can write."""
    signs = "".join(
        (
            UNICODE.yes,
            UNICODE.no,
            UNICODE.bar,
            UNICODE.full,
            UNICODE.empty,
            UNICODE.minus,
            UNICODE.more,
        )
    )
    return UNICODE if can_write(stream, signs) else ASCII
