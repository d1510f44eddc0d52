"""replylint rules: list the rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from replylint.options import Command, OneOf, configuration, output, settings_asked, split

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command("rules", cls=Command, short_help="List the rules.")
@click.argument("names", nargs=-1, metavar="[RULES]...")
@output(OneOf(("terminal", "markdown", "json")))
@configuration
def command(names: Sequence[str], **asked: Any) -> None:
    """List the rules, or those of the principles or names given."""
    from replylint.report.rulepage import short_view
    from replylint.report.ui import language
    from replylint.review import Review
    from replylint.selection import available, particular

    file, overrides = settings_asked(asked["configs"], profile=asked["profile"], ui=asked["ui"])
    settings = Review(overrides, file=file, isolated=asked["isolated"]).settings(Path())
    every = available(settings)
    wanted = particular(split(names) or ["ALL"], every)
    ui = language(settings["ui"])
    views = [short_view(rule, ui) for rule in every if rule.name in wanted]
    if asked["format"] == "json":
        from replylint.report.formats.json import document

        sys.stdout.write(document({"rules": views}, sys.stdout))
    elif asked["format"] == "markdown":
        from replylint.report.words import words

        spoken = words(ui)
        sys.stdout.write(
            f"| {spoken['rule']} | {spoken['severity']} | {spoken['what']} |\n|---|---|---|\n"
        )
        for view in views:
            severity = spoken[view["severity"]] + ("" if view["on"] else f" ({spoken['off']})")
            sys.stdout.write(
                f"| `{view['name']}` | {severity} | {view['summary'].replace('|', '&#124;')} |\n"
            )
    else:
        from replylint.report.pages import write_rules

        write_rules(views, ui, sys.stdout, asked["color"])
