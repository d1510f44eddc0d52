"""replylint check: lint drafts against the customer's email."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from replylint import drafts
from replylint.model import LANGUAGES, SEVERITIES, Message, Problem, Report
from replylint.options import (
    COLOR,
    COLOR_HELP,
    OUTPUT,
    UI,
    UI_HELP,
    Command,
    Moment,
    OneOf,
    configuration,
    option,
    settings_asked,
)
from replylint.output import COULD_NOT, tell
from replylint.report import Style, publish
from replylint.report.ui import language
from replylint.review import Review
from replylint.verdict import verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAILS, RULES, VERDICT = "Mails", "Rule selection", "Verdict"


@click.command("check", cls=Command, short_help="Lint drafts against the customer's email.")
@click.argument("names", nargs=-1, required=True, metavar="DRAFT...")
@option(
    MAILS,
    "-c",
    "--customer",
    metavar="FILE",
    help="The customer's email, for one draft. Left out: what the draft's front matter names, "
    "NAME.customer.eml beside NAME, or the mail that the draft quotes.",
)
@option(MAILS, "--stdin-filename", metavar="NAME", help="Treat the draft on stdin as this file.")
@option(
    MAILS, "--now", type=Moment(), metavar="ISO", help="What “now” is, for drafts with no Date."
)
@option(
    MAILS,
    "--language",
    type=OneOf((*LANGUAGES, "auto")),
    metavar="LANG",
    help="Language of the drafts: en, es, ca or auto.",
)
@configuration
@option(
    RULES,
    "--select",
    multiple=True,
    metavar="RULES",
    help="Run only these: names, principles or ALL, separated by commas.",
)
@option(RULES, "--extend-select", multiple=True, metavar="RULES", help="Run these as well.")
@option(RULES, "--ignore", multiple=True, metavar="RULES", help="Do not run these.")
@option(
    VERDICT,
    "--fail-on",
    type=OneOf((*SEVERITIES, "never")),
    metavar="LEVEL",
    help="Fail on findings of this level or worse: error (default), warning, info or never.",
)
@option(
    VERDICT,
    "--fail-under",
    type=click.IntRange(0, 100),
    metavar="N",
    help="Fail when a score is below N.",
)
@option(VERDICT, "--exit-zero", is_flag=True, help="Exit 0 whatever was found.")
@option(
    OUTPUT,
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[=PATH]",
    help="terminal (default), concise or json; may be repeated.",
)
@option(OUTPUT, "-v", "--verbose", is_flag=True, help="Show info findings and what did not apply.")
@option(
    OUTPUT,
    "--explain-questions",
    "explain",
    is_flag=True,
    help="Say why each question counts as answered or not.",
)
@option(
    OUTPUT,
    "--statistics",
    is_flag=True,
    help="Show how often each rule found something, in place of findings.",
)
@option(OUTPUT, "--no-excerpts", is_flag=True, help="Leave out the words of the mails.")
@option(OUTPUT, "--no-score", is_flag=True, help="Leave out the score.")
@option(OUTPUT, "--color", type=OneOf(COLOR), default="auto", metavar="WHEN", help=COLOR_HELP)
@option(OUTPUT, "--ui", type=OneOf(UI), metavar="LANG", help=UI_HELP)
def command(names: Sequence[str], **asked: Any) -> int:
    """Lint drafts against the customer's email.

    DRAFT is a file (.eml, .txt, .md, .html), a folder, or - for stdin.
    """  # fmt: skip
    file, overrides = settings_asked(
        asked["configs"],
        **{key: asked[key] for key in ("profile", "language", "select", "extend_select", "ignore")},
        **{key: asked[key] for key in ("fail_on", "fail_under", "ui")},
    )
    review = Review(overrides, file=file, isolated=asked["isolated"], now=asked["now"])
    found = drafts.find(names, review.settings)
    if asked["customer"] and len(found) > 1:
        raise Problem(
            f"--customer goes with one draft, and there are {len(found)}",
            hint="Name each customer's email NAME.customer.eml beside its draft",
        )
    reports, problems = _reports(review, found, asked["customer"], asked["stdin_filename"])
    settings = reports[0].exchange.settings if reports else review.settings(Path()).values
    publish(reports, asked["formats"], style(asked, settings["ui"]))
    for problem in problems:
        from replylint.report.problems import said

        tell(said(problem, language(settings["ui"])))
    if problems:
        return COULD_NOT
    failed = not all(verdict(report).passed for report in reports)
    return 1 if failed and not asked["exit_zero"] else 0


def style(asked: Mapping[str, Any], ui: str) -> Style:
    """The reader's wishes, from the options of the command line."""
    return Style(
        ui=language(ui),
        excerpts=not asked["no_excerpts"],
        score=not asked["no_score"],
        verbose=asked["verbose"],
        statistics=asked["statistics"],
        explain=asked["explain"],
        exit_zero=asked["exit_zero"],
        color=asked["color"],
    )


def _reports(
    review: Review, found: Sequence[str], customer: str | None, stdin_filename: str | None
) -> tuple[list[Report], list[Problem]]:
    """A report for each draft that can be read; the others' problems."""
    reports: list[Report] = []
    problems: list[Problem] = []
    for name in found:
        try:
            draft, path = _draft(name, stdin_filename)
            reports.append(review.report(draft, customer, path=path))
        except Problem as problem:
            if len(found) == 1:
                raise
            if str(problem) not in map(str, problems):
                problems.append(problem)
    return reports, problems


def _draft(name: str, stdin_filename: str | None) -> tuple[Message, str]:
    from replylint import mail

    if name != drafts.STDIN:
        return mail.read(name), name
    path = stdin_filename or name
    if sys.stdin is None:  # closed by the caller
        raise Problem("there is no standard input", hint="Give the draft on it, or name a file.")
    return mail.read_bytes(sys.stdin.buffer.read(), path), path
