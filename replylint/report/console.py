"""The terminal, as rich sees it."""

from __future__ import annotations

from typing import Any, TextIO

from rich.console import Console

WIDEST = 100  # beyond this, lines are harder to read
COLORS = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}


def console_for(stream: TextIO, color: str) -> Console:
    """A console that shows text as it is, markup and smileys included, and obeys NO_COLOR, TERM and
    COLUMNS.
    """
    extra: dict[str, Any] = {}
    if color == "always":
        extra = {"force_terminal": True}
    elif color == "never":
        extra = {"color_system": None}
    console = Console(file=stream, markup=False, emoji=False, highlight=False, **extra)
    console.width = min(console.width, WIDEST)
    return console
