"""Pages for a terminal that are not reports: a rule, the list of rules, how mails were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from rich.table import Table
from rich.text import Text

from replylint.report.console import COLORS, console_for
from replylint.report.frames import hanging
from replylint.report.glyphs import glyphs
from replylint.report.rulepage import lines
from replylint.report.words import words
from replylint.text.safe import printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from replylint.model import Language, Rule


def write_rule(rule: Rule, ui: Language, stream: TextIO, color: str) -> None:
    """Write the page of a rule."""
    console, signs = console_for(stream, color), glyphs(stream)
    for line in lines(rule, ui):
        text = printable(line.text)
        if line.kind == "title":
            console.print(Text(text, "bold underline"))
        elif line.kind == "heading":
            console.print()
            console.print(Text(text, "bold"))
        elif line.kind == "code":
            for part in text.split("\n"):
                console.print(hanging(Text(f"  {signs.bar} ", "blue"), part, console.width))
        else:
            console.print(
                hanging(Text("  - " if line.kind == "item" else "  "), text, console.width)
            )


def write_rules(
    views: Sequence[Mapping[str, Any]], ui: Language, stream: TextIO, color: str
) -> None:
    """Write the list of rules, a line each where the screen is wide enough."""
    console, spoken = console_for(stream, color), words(ui)
    name = max((len(view["name"]) for view in views), default=0)
    for view in views:
        head = Text.assemble(
            (f"{view['name']:<{name}}  ", "bold"),
            (f"{spoken[view['severity']]:<8}", COLORS[view["severity"]]),
        )
        summary = printable(view["summary"]) + ("" if view["on"] else f" ({spoken['off']})")
        console.print(hanging(head, summary, console.width))


def write_parsed(
    messages: Sequence[Mapping[str, Any]], ui: Language, stream: TextIO, color: str
) -> None:
    """Write how mails were read: headers, then each part with its lines."""
    console, spoken, signs = console_for(stream, color), words(ui), glyphs(stream)
    for message in messages:
        console.print(Text(printable(message["path"]), "bold underline"))
        for key in (
            "from",
            "to",
            "cc",
            "bcc",
            "subject",
            "date",
            "language",
            "attachments",
            "defects",
        ):
            value = _value(key, message[key], spoken)
            if value != spoken["none"] or key == "subject":
                console.print(
                    hanging(Text(f"{spoken[key]}: ", "bold"), printable(value), console.width)
                )
        table = Table.grid(padding=(0, 2))
        table.add_column(style="blue")
        table.add_column(justify="right", style="dim")
        table.add_column(ratio=1)
        for part in message["parts"]:
            span = (
                str(part["line"])
                if part["line"] == part["end_line"]
                else f"{part['line']}-{part['end_line']}"
            )
            text = printable(part["text"].strip())
            if len(text) > 400:
                text = text[:400].rsplit(" ", 1)[0] + signs.more
            table.add_row(part["kind"], span, Text(text))
        console.print(table)
        console.print()


def _value(key: str, value: Any, spoken: Mapping[str, str]) -> str:
    if value is None:
        return spoken["unknown"]
    if key == "attachments":
        value = [
            f"{a['name']} ({a['type']}" + (f", {a['size']:,} B)" if a["size"] else ")")
            for a in value
        ]
    if isinstance(value, list):
        return ", ".join(map(str, value)) or spoken["none"]
    return str(value)
