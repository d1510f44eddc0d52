"""replylint parse: show how a mail was read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from replylint.options import Command, OneOf, output

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command(
    "parse", cls=Command, short_help="Show how a mail was read: parts, headers, attachments."
)
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@output(OneOf(("terminal", "json")))
def command(names: Sequence[str], **asked: Any) -> None:
    """Show how each FILE (or - for stdin) is read: what a rule sees, when a finding surprises."""
    from replylint import mail
    from replylint.drafts import STDIN
    from replylint.report.ui import language

    read = [
        mail.read_bytes(sys.stdin.buffer.read(), STDIN) if name == STDIN else mail.read(name)
        for name in names
    ]
    messages = [mail.parsed(message) for message in read]
    if asked["format"] == "json":
        from replylint.report.formats.json import document

        sys.stdout.write(document({"messages": messages}, sys.stdout))
    else:
        from replylint.report.pages import write_parsed

        write_parsed(messages, language(asked["ui"] or "auto"), sys.stdout, asked["color"])
