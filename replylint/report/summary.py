"""A report in one line: the overview of a draft with nothing to show, what is not shown, and the
verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from replylint.report.words import counted, words
from replylint.text.safe import printable
from replylint.verdict import Verdict, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from replylint.model import Language, Report, Severity
    from replylint.report import Style
    from replylint.report.glyphs import Glyphs


def overview(report: Report, style: Style, signs: Glyphs, width: int) -> Text:
    """The line of a draft that shows no finding."""
    spoken, ui = words(style.ui), style.ui
    facts = [spoken["nothing-found"], counted(ui, "judged", len(report.ran))]
    if asked := report.exchange.questions:
        answered = sum(question.answered is True for question in asked)
        facts.append(spoken["questions-answered"].format(answered=answered, questions=len(asked)))
    facts += _unseen(report, style)
    line = Text.assemble(
        (signs.yes + " ", "green"), (printable(report.exchange.draft.path), "bold")
    )
    line.append("  " + f" {signs.separator} ".join(facts), "dim")
    line.truncate(width, overflow="ellipsis")
    return line


def not_shown(report: Report, style: Style) -> str:
    """What `-v` would add, or ""."""
    unseen = _unseen(report, style)
    return words(style.ui)["not-shown"].format(what=", ".join(unseen)) if unseen else ""


def _unseen(report: Report, style: Style) -> list[str]:
    if style.verbose:
        return []
    outcome = verdict(report)
    numbers = {
        "info": outcome.counts["info"],
        "suppressed": outcome.suppressed,
        "not-applied": len(report.not_applied),
    }
    return [counted(style.ui, key, number) for key, number in numbers.items() if number]


def last_line(reports: Sequence[Report], style: Style) -> Text:
    """The verdict over all drafts, and the score where there is one draft."""
    spoken, ui = words(style.ui), style.ui
    outcomes = [verdict(report) for report in reports]
    failed = [outcome for outcome in outcomes if not outcome.passed]
    counts = _counts(outcomes, ui)
    if not failed:
        line = Text(
            spoken["passed-with"].format(counts=counts) if counts else spoken["passed"],
            "bold green",
        )
    elif len(reports) > 1:
        line = Text(
            spoken["failed-some"].format(
                failed=counted(ui, "draft-is", len(failed)), counts=counts
            ),
            "bold red",
        )
    elif failed[0].too_severe:
        line = Text(spoken["failed"].format(counts=counts), "bold red")
    else:
        limit = reports[0].exchange.settings["fail-under"]
        line = Text(spoken["failed-score"].format(limit=limit), "bold red")
    if len(reports) == 1 and style.score:
        line.append(f" {_score(reports[0], ui)}.")
    if failed and style.exit_zero:
        line.append(f" {spoken['exit-zero']}", "dim")
    return line


def _score(report: Report, ui: Language) -> str:
    spoken, score = words(ui), report.score
    said = spoken["score"].format(score=score.overall, grade=score.grade)
    if score.partial:
        why = "partial-customer" if report.exchange.customer is None else "partial-words"
        said += ", " + spoken["partial"].format(why=spoken[why])
    return said


def _counts(outcomes: Iterable[Verdict], ui: Language) -> str:
    total: Mapping[Severity, int] = {
        severity: sum(outcome.counts[severity] for outcome in outcomes)
        for severity in ("error", "warning")
    }
    return ", ".join(counted(ui, severity, number) for severity, number in total.items() if number)
