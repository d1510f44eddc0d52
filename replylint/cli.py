"""The command group. A command's module is imported when it is called; its one-line help stands
here.
"""

from __future__ import annotations

from importlib import import_module

import click

from replylint import __version__

COMMANDS = {
    "check": "Lint drafts against the customer's email.",
    "config": "Show each setting and where it came from.",
    "demo": "Lint a shipped example.",
    "init": "Write a replylint.toml to start from.",
    "parse": "Show how a mail was read: parts, headers, attachments.",
    "rule": "Explain a rule.",
    "rules": "List the rules.",
    "test": "Run the examples of a folder of rules.",
}


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"replylint.commands.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from replylint.model import Problem
            from replylint.rulebook import nearest

            raise Problem(f"there is no command “{args[0]}”", hint=nearest(args[0], COMMANDS))
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="Exit codes: 0 nothing at or above --fail-on; 1 something; 2 it could not do the work.",
)
@click.version_option(__version__, prog_name="replylint", message="%(prog)s %(version)s")
def cli() -> None:
    """Lint customer-service email: what would embarrass you, before you press send."""
