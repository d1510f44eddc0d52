"""replylint rule: explain a rule."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from replylint.model import Problem
from replylint.options import Command, OneOf, configuration, output, settings_asked


@click.command("rule", cls=Command, short_help="Explain a rule.")
@click.argument("name", metavar="NAME")
@output(OneOf(("terminal", "markdown", "json")))
@configuration
def command(name: str, **asked: Any) -> None:
    """Explain a rule: what it finds, why, what to do, and examples."""
    from replylint.report.rulepage import markdown, view
    from replylint.report.ui import language
    from replylint.review import Review
    from replylint.rulebook import nearest
    from replylint.selection import ALIASES, available

    file, overrides = settings_asked(asked["configs"], profile=asked["profile"], ui=asked["ui"])
    settings = Review(overrides, file=file, isolated=asked["isolated"]).settings(Path())
    rules = {rule.name: rule for rule in available(settings)}
    rule = rules.get(ALIASES.get(name, name)) or next(
        (r for r in rules.values() if r.name.endswith(f"/{name}")), None
    )
    if rule is None:
        raise Problem(f"there is no rule “{name}”", hint=nearest(name, rules))
    ui = language(settings["ui"])
    if asked["format"] == "json":
        from replylint.report.formats.json import document

        sys.stdout.write(document({"rule": view(rule, ui)}, sys.stdout))
    elif asked["format"] == "markdown":
        sys.stdout.write(markdown(rule, ui))
    else:
        from replylint.report.pages import write_rule

        write_rule(rule, ui, sys.stdout, asked["color"])
