"""Reports: one module a format in `formats/`, found by its name; `write(reports, stream, style)` is
its door.
"""

from __future__ import annotations

import sys
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TextIO

from replylint.model import Language, Problem, Report
from replylint.output import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

Color = Literal["auto", "always", "never"]
AUTO = "auto"


class Style(NamedTuple):
    """How the reader wants reports, whatever their format.

    `excerpts`: show the words of the two mails; without them a report may go where other people
    read it.
    """

    ui: Language
    excerpts: bool = True
    score: bool = True
    verbose: bool = False
    statistics: bool = False
    explain: bool = False
    exit_zero: bool = False
    color: Color = "auto"


def names() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(sorted(p.stem for p in (Path(__file__).parent / "formats").glob("[a-z]*.py")))


def requested(text: str) -> tuple[str, str | None]:
    """FORMAT[=PATH] of the command line as (format, path).

    Raises:
        Problem: there is no such format.
    """
    name, _, path = text.partition("=")
    if name == AUTO:
        name = "terminal"
    if not name.isalnum() or not (Path(__file__).parent / "formats" / f"{name}.py").is_file():
        from replylint.rulebook import nearest

        raise Problem(f"there is no format “{name}”", hint=nearest(name, names()), place="--format")
    if "=" in text and not path:
        raise Problem(f"“{text}” names no file", hint="Write FORMAT=PATH", place="--format")
    return name, path or None


def publish(reports: Sequence[Report], requests: Sequence[str], style: Style) -> None:
    """Write reports in each format asked for (FORMAT[=PATH], the terminal's if none): all or, after
    a Problem, none.
    """
    asked = [requested(text) for text in requests] or [requested(AUTO)]
    files = []
    for name, path in asked:
        if path is None:
            continue
        text = StringIO()
        write(reports, name, text, style)
        files.append((path, text.getvalue()))
    for path, text_of_file in files:
        write_whole(path, text_of_file)
    for name, path in asked:
        if path is None:
            write(reports, name, sys.stdout, style)


def write(reports: Sequence[Report], name: str, stream: TextIO, style: Style) -> None:
    """Write reports in the format of this name."""
    import_module(f"replylint.report.formats.{name}").write(reports, stream, style)
