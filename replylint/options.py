"""Command-line options: grouped in --help, with values that suggest the nearest when mistyped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from replylint.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

UI = ("en", "es", "ca", "auto")
COLOR = ("auto", "always", "never")
OUTPUT = "Output"
UI_HELP = "Language of the report: en, es, ca or auto."
COLOR_HELP = "auto, always or never."
OTHER = "Other"  # the heading of options without one
COLUMN = 26  # where the explanations begin, at most


class OneOf(click.ParamType[str]):
    """One of several words; a mistyped one is answered with the nearest."""

    name = "word"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def convert(self, value: Any, param: Any, ctx: Any) -> str:  # noqa: ARG002
        if value not in self.words:
            raise Problem(
                f"“{value}” is not one of {', '.join(self.words)}",
                hint=did_you_mean(value, self.words),
                place=max(param.opts, key=len),
            )
        return str(value)


class Moment(click.ParamType["datetime"]):
    """A date and time of ISO 8601; without an offset, of this machine's time zone."""

    name = "moment"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:  # noqa: ARG002
        from datetime import datetime

        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a date and time. Write it like 2026-03-02T09:30+01:00")
        return moment if moment.tzinfo else moment.astimezone()


class Option(click.Option):
    """An option that --help shows below a heading."""

    def __init__(self, *args: Any, heading: str = OTHER, **more: Any) -> None:
        super().__init__(*args, **more)
        self.heading = heading


class Command(click.Command):
    """A command whose --help groups its options."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
            if record is not None:
                groups.setdefault(getattr(param, "heading", OTHER), []).append(record)
        width = max(
            len(name) for records in groups.values() for name, _ in records if len(name) <= COLUMN
        )
        for heading in sorted(groups, key=lambda heading: heading == OTHER):
            with formatter.section(heading):
                formatter.write_dl(
                    [(name.ljust(width), text) for name, text in groups[heading]], COLUMN
                )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """“Did you mean …?” where something is near, else nothing."""
    from replylint.rulebook import nearest

    hint = nearest(word, known)
    return hint if hint.startswith("Did") else ""


def option(heading: str, *names: str, **more: Any) -> Callable[[Any], Any]:
    """An option below a heading."""
    return click.option(*names, cls=Option, heading=heading, **more)


def configuration(function: Any) -> Any:
    """The options that every command with a configuration has: --config, --isolated, --profile."""
    heading = "Configuration"
    file = "A configuration file, or one setting; may be repeated."
    isolated = "Read no configuration file that is not named."
    profile = "default, strict, anglo, es-law, template, or your own."
    for add in (
        option(heading, "--profile", metavar="NAME", help=profile),
        option(heading, "--isolated", is_flag=True, help=isolated),
        option(heading, "--config", "configs", multiple=True, metavar="FILE|KEY=VALUE", help=file),
    ):
        function = add(function)
    return function


def output(formats: OneOf) -> Callable[[Any], Any]:
    """The options of a command that prints one page; the first format is the default."""
    words = f"{formats.words[0]} (default), {', '.join(formats.words[1:])}."

    def decorate(function: Any) -> Any:
        name, color = ("-f", "--format", "format"), OneOf(COLOR)
        default = formats.words[0]
        for add in (
            option(OUTPUT, "--color", type=color, default="auto", metavar="WHEN", help=COLOR_HELP),
            option(OUTPUT, "--ui", type=OneOf(UI), metavar="LANG", help=UI_HELP),
            option(OUTPUT, *name, type=formats, default=default, metavar="FORMAT", help=words),
        ):
            function = add(function)
        return function

    return decorate


def settings_asked(configs: Iterable[str], **given: Any) -> tuple[Path | None, dict[str, Any]]:
    """What the command line says of the configuration: the file, and settings that beat all others.

    `given` are options by their configuration key with underscores; None and () are left out.

    Raises:
        Problem: a KEY=VALUE is not a setting.
    """
    from replylint import config

    file = None
    tables: list[dict[str, Any]] = []
    for text in configs:
        if "=" in text and not Path(text).exists():
            tables.append(config.option(text))
        else:
            file = Path(text)
    asked = {
        key.replace("_", "-"): split(value) if isinstance(value, tuple) else value
        for key, value in given.items()
        if value not in (None, ())
    }
    return file, config.joined([*tables, asked])


def split(values: Iterable[str]) -> list[str]:
    """A repeatable option whose values may hold several, separated by commas."""
    return [part for value in values for name in value.split(",") if (part := name.strip())]
