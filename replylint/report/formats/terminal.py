"""The report for people: code frames, the customer's questions, the five Ps, and the verdict on the
last line.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TextIO

from rich.text import Text

from replylint.report.console import COLORS, console_for
from replylint.report.figures import bars, questions
from replylint.report.frames import frame, hanging
from replylint.report.glyphs import Glyphs, glyphs
from replylint.report.places import locate
from replylint.report.statistics import rows
from replylint.report.summary import last_line, not_shown, overview
from replylint.report.view import filled, note_texts, reason, texts
from replylint.report.words import counted, words
from replylint.text.safe import printable
from replylint.verdict import verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replylint.model import Finding, Place, Report
    from replylint.report import Style

MOST = 10  # findings of one rule that are shown without -v


def write(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write all drafts, and one verdict."""
    console, signs = console_for(stream, style.color), glyphs(stream)
    if style.statistics:
        for count, severity, name in rows(reports, verbose=style.verbose):
            label = Text(f"{words(style.ui)[severity]:<9}", COLORS[severity])
            console.print(Text.assemble(f"{count:>5}  ", label, name))
    else:
        for report in reports:
            for piece in _draft(report, style, signs, console.width, alone=len(reports) == 1):
                console.print(piece)
    console.print(last_line(reports, style))


def _draft(
    report: Report, style: Style, signs: Glyphs, width: int, *, alone: bool
) -> Iterable[Any]:
    shown = [
        f for f in report.findings
        if style.verbose or (f.suppressed is None and f.severity != "info")
    ]  # fmt: skip
    spoken = words(style.ui)
    if report.exchange.language is None:
        yield Text(
            f"{printable(report.exchange.draft.path)}: {spoken['unknown-language']}", "yellow"
        )
    for note in note_texts(report, style.ui):
        yield Text(f"{printable(report.exchange.draft.path)}: {printable(note)}", "yellow")
    if not shown:
        yield overview(report, style, signs, width)
    elif not alone:
        yield Text(printable(report.exchange.draft.path), "bold underline")
        yield ""
    helped: set[tuple[str, str]] = set()
    seen = Counter[str]()
    for finding in shown:
        seen[finding.rule.name] += 1
        if seen[finding.rule.name] > MOST and not style.verbose:
            continue
        advice = filled(texts(finding.rule, style.ui).help, _values(finding, style))
        yield _finding(
            report,
            finding,
            style,
            signs,
            width,
            "" if (finding.rule.name, advice) in helped else advice,
        )
        helped.add((finding.rule.name, advice))
    for name, number in seen.items():
        if number > MOST and not style.verbose:
            more = counted(style.ui, "more", number - MOST).format(rule=printable(name))
            yield Text(f"{signs.more} {more}\n", "dim")
    if report.exchange.questions and (shown or style.verbose or style.explain):
        yield questions(report, style, signs, width)
        yield ""
    if style.score and verdict(report).counts != {
        "info": verdict(report).counts["info"],
        "warning": 0,
        "error": 0,
    }:
        yield bars(report.score, style.ui, signs, width)
        yield ""
    if style.verbose:
        yield from _not_applied(report, style, width)
    elif shown and (line := not_shown(report, style)):
        yield Text(line, "dim")


def _values(finding: Finding, style: Style) -> dict[str, str]:
    return dict(finding.values) if style.excerpts else dict.fromkeys(finding.values, "…")


def _finding(
    report: Report, finding: Finding, style: Style, signs: Glyphs, width: int, advice: str
) -> Text:
    spoken, said = words(style.ui), texts(finding.rule, style.ui)
    label = Text(
        f"{spoken[finding.severity]:<9}",
        COLORS[finding.severity] if finding.suppressed is None else "dim",
    )
    head = Text.assemble(label, (printable(finding.rule.name), "bold"))
    message = printable(filled(said.message, _values(finding, style)))
    if head.cell_len + 2 + Text(message).cell_len <= width and "\n" not in message:
        lines = [head.append("  " + message)]
    else:
        lines = [head, hanging(Text(" " * 9), message, width)]
    lines += _frames(report, finding.place, style, signs, width, main=True)
    for place in finding.related:
        lines += _frames(report, place, style, signs, width, main=False)
    if finding.suppressed is not None:
        lines.append(_note(spoken["suppressed"], finding.suppressed, width))
    if advice:
        lines.append(_note(spoken["help"], advice, width))
    if style.verbose and advice:
        lines.append(_note(spoken["why"], said.rationale, width))
    return Text("\n").join([*lines, Text()])


def _note(label: str, text: str, width: int) -> Text:
    return hanging(Text.assemble("   ", ("= ", "blue"), f"{label}: "), printable(text), width)


def _frames(
    report: Report, place: Place, style: Style, signs: Glyphs, width: int, *, main: bool
) -> list[Text]:
    """The place of a finding: where it is, and the words underlined."""
    spoken, at = words(style.ui), locate(report.exchange, place)
    where = f"{printable(at.path)}:{at.line}:{at.column}"
    if at.decoded and style.verbose:
        where += f" ({spoken['decoded']})"
    pictured = frame(report.exchange, place, width - 8, signs.more) if style.excerpts else []
    gutter = max([len(str(row.number)) for row in pictured if row.number is not None], default=1)
    arrow = Text.assemble((" " * gutter + signs.arrow + " ", "blue"), where)
    if not pictured:
        # An absence is nowhere; but without excerpts the place is all that there is to show.
        return [] if style.excerpts and main else [arrow]
    theirs = place.side == "customer"
    mark, color = ("-", "cyan") if theirs or not main else ("^", "bold red")
    label = spoken["customer-words"] if theirs else "" if main else spoken["see-also"]
    bar = f" {signs.bar} "
    lines = [arrow]
    for row in pictured:
        number = "" if row.number is None else str(row.number)
        lines.append(Text.assemble((number.rjust(gutter) + bar, "blue"), row.text))
        if row.marked:
            under = Text.assemble(
                (" " * gutter + bar, "blue"), " " * row.before, (mark * row.marked, color)
            )
            if row is pictured[-1] and label and under.cell_len + len(label) < width:
                under.append(" " + label, color)
            lines.append(under)
    return lines


def _not_applied(report: Report, style: Style, width: int) -> Iterable[Any]:
    by_reason: dict[str, list[str]] = {}
    for name, why in report.not_applied:
        by_reason.setdefault(reason(why, style.ui), []).append(name)
    if by_reason:
        yield Text(words(style.ui)["not-applied"], "bold")
        for why, names in by_reason.items():
            yield hanging(Text("  "), f"{printable(why)}:", width)
            yield hanging(Text("    "), ", ".join(names), width)
        yield ""
