"""replylint test: run the examples of a folder of rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from replylint.model import Problem
from replylint.options import OUTPUT, UI, UI_HELP, Command, OneOf, option


@click.command("test", cls=Command, short_help="Run the examples of a folder of rules.")
@click.argument("folder", metavar="DIR")
@option(OUTPUT, "--ui", type=OneOf(UI), metavar="LANG", help=UI_HELP)
def command(folder: str, ui: str | None) -> int:
    """Run the examples of the house rules below DIR: bad ones must be found, good ones left alone.

    Exit 1 where one is not.
    """
    from replylint.report.ui import language
    from replylint.report.words import counted, words
    from replylint.rulebook import examples, rules
    from replylint.text.safe import printable
    from replylint.trials import try_rule

    found = rules(Path(folder))
    if not found:
        raise Problem(
            "there are no rules in this folder", hint="A rule is PRINCIPLE/NAME.toml, like "
            "polite/blame.toml",
            place=folder,
        )  # fmt: skip
    spoken = language(ui or "auto")
    failures = [failure for rule in found for failure in try_rule(rule)]
    for failure in failures:
        sys.stdout.write(printable(f"{failure.rule} [{failure.language}]: {failure.why}\n"))
        for line in failure.draft.splitlines():
            sys.stdout.write(printable(f"    {line}".rstrip()) + "\n")
    tried = sum(len(list(examples(rule))) for rule in found)
    rules_said = counted(spoken, "rule", len(found))
    if failures:
        said = words(spoken)["test-failed"].format(
            failures=counted(spoken, "failure", len(failures)), rules=rules_said
        )
    else:
        said = words(spoken)["test-passed"].format(
            rules=rules_said, examples=counted(spoken, "example", tried)
        )
    sys.stdout.write(said + "\n")
    return 1 if failures else 0
