"""The customer's questions as a table, and the five Ps as bars with what was taken from each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from replylint.model import FIVE_PS, Language, Place, Question, Report, Score
from replylint.report.frames import hanging
from replylint.report.places import locate
from replylint.report.words import words
from replylint.score import PASSING
from replylint.text.safe import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replylint.report import Style
    from replylint.report.glyphs import Glyphs

BAR, SHORT_BAR, NARROW = 20, 10, 72  # cells of a bar, of one on a screen narrower than the last
LONGEST = 140  # characters of a question or an answer that the table shows


def questions(report: Report, style: Style, signs: Glyphs, width: int) -> Table:
    """Each question, whether it is answered, and the words of the draft that answer it."""
    spoken, asked = words(style.ui), report.exchange.questions
    table = Table(
        box=box.ASCII2 if signs.ascii else box.SIMPLE_HEAD,
        width=width, padding=(0, 1), title_justify="left",
        title_style="bold", header_style="dim", pad_edge=False, show_edge=False,
    )  # fmt: skip
    answered = sum(question.answered is True for question in asked)
    table.title = Text.assemble(
        (spoken["questions"], "bold"),
        "  ",
        spoken["answered"].format(answered=answered, questions=len(asked)),
    )
    table.add_column("", width=1)
    table.add_column("", justify="right", style="dim")
    table.add_column(spoken["asked"], ratio=1)
    table.add_column("", justify="right", style="dim")
    table.add_column(spoken["answer"], ratio=1)
    for question in asked:
        table.add_row(*_row(report, question, style, signs))
        if style.explain and style.excerpts and question.why:
            table.add_row("", "", "", "", Text("; ".join(map(printable, question.why)), "dim"))
    return table


def _row(report: Report, question: Question, style: Style, signs: Glyphs) -> tuple[Text | str, ...]:
    spoken = words(style.ui)
    sign, color = {
        True: (signs.yes, "green"),
        False: (signs.no, "red"),
        None: (signs.unsure, "yellow"),
    }[question.answered]
    line, asked = _words(
        report, Place("customer", "body", question.span.start, question.span.end), style, signs
    )
    answer_line, found = "", Text("")
    if question.evidence is not None and question.answered is not False:
        place = Place("draft", "body", question.evidence.start, question.evidence.end)
        answer_line, found = _words(report, place, style, signs)
    if question.answered is None:
        found = Text.assemble((spoken["unsure"], "yellow"), "\n" if found else "", found)
    elif not question.answered:
        found = Text(spoken["no-answer"], "red")
    return Text(sign, color), line, asked, answer_line, found


def _words(report: Report, place: Place, style: Style, signs: Glyphs) -> tuple[str, Text]:
    at = locate(report.exchange, place)
    text = printable(" ".join(at.text.split())) if style.excerpts else signs.more
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0] + signs.more
    return str(at.line), Text(text)


def bars(score: Score, ui: Language, signs: Glyphs, width: int) -> Group:
    """A row for each P that could be judged, and one for each other principle that costs points;
    the points are those of the score.
    """
    length = BAR if width >= NARROW else SHORT_BAR
    table = Table.grid(padding=(0, 1))
    table.width = width
    table.add_column(width=12)
    table.add_column(width=length)
    table.add_column(width=3, justify="right")
    table.add_column(ratio=1)
    taken: dict[str, list[str]] = {}
    for deduction in score.deductions:
        rule = deduction.rule.partition("/")[2]
        taken.setdefault(deduction.principle, []).append(
            f"{signs.minus}{deduction.points:g} {rule}"
        )
    spoken = words(ui)
    for principle in (*FIVE_PS, *(p for p in taken if p not in FIVE_PS)):
        points = Text(printable(_filled(taken.get(principle, ()), width - length - 18)), "dim")
        if principle not in FIVE_PS:
            table.add_row(principle, "", "", points)
            continue
        figure = score.principles[principle]
        if figure is None:
            continue
        full = round(figure * length / 100)
        color = "green" if figure >= 90 else "yellow" if figure >= 60 else "red"
        bar = Text.assemble((signs.full * full, color), (signs.empty * (length - full), "dim"))
        table.add_row(principle, bar, str(figure), points)
    missing = [principle for principle in FIVE_PS if score.principles[principle] is None]
    below = []
    if missing and len(missing) < len(FIVE_PS):
        below.append(hanging(Text(spoken["not-judged"] + ": "), ", ".join(missing), width))
    if score.capped_by:
        capped = spoken["capped"].format(most=PASSING, rule=score.capped_by)
        below.append(hanging(Text(), printable(capped), width))
    return Group(table, *below)


def _filled(items: Iterable[str], width: int) -> str:
    """Items side by side, in lines that fit a width, none of them broken."""
    lines = [""]
    for item in items:
        if lines[-1] and len(lines[-1]) + 2 + len(item) > width:
            lines.append("")
        lines[-1] += ("  " if lines[-1] else "") + item
    return "\n".join(lines)
