"""replylint config: show each setting and where it came from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from replylint.model import Problem
from replylint.options import OUTPUT, Command, OneOf, configuration, option, settings_asked


@click.command("config", cls=Command, short_help="Show each setting and where it came from.")
@click.argument("folder", default=".", metavar="[FOLDER]")
@option(
    OUTPUT,
    "-f",
    "--format",
    "format",
    type=OneOf(("toml", "json")),
    default="toml",
    metavar="FORMAT",
    help="toml (default) or json.",
)
@configuration
def command(folder: str, **asked: Any) -> None:
    """Show the settings for drafts in FOLDER, or here, each with its origin.

    The text is TOML, with the origins as comments: it can be kept as a replylint.toml.
    """
    from replylint.review import Review

    if not Path(folder).is_dir():
        raise Problem("there is no such folder", place=folder)
    file, overrides = settings_asked(asked["configs"], profile=asked["profile"])
    settings = Review(overrides, file=file, isolated=asked["isolated"]).settings(Path(folder))
    if asked["format"] == "json":
        from replylint.report.formats.json import document

        content = {"settings": settings.values, "origins": settings.origins}
        sys.stdout.write(document(content, sys.stdout))
        return
    from replylint.report.settings import lines
    from replylint.text.safe import printable

    for line in lines(settings):
        sys.stdout.write(printable(line) + "\n")
