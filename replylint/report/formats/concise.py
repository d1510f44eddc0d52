"""One finding a line, for grep and editors: path:line:column: severity rule message."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from replylint.report.statistics import rows
from replylint.report.view import finding_view, located
from replylint.text.safe import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replylint.model import Report
    from replylint.report import Style


def write(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the findings that are not suppressed; info ones only where `verbose`."""
    if style.statistics:
        for count, severity, name in rows(reports, verbose=style.verbose):
            stream.write(f"{count}\t{severity}\t{name}\n")
        return
    for report in reports:
        for finding in report.findings:
            if finding.suppressed is not None or (finding.severity == "info" and not style.verbose):
                continue
            at, view = located(report, finding), finding_view(report, finding, style)
            said = f"{finding.severity} {finding.rule.name} {view['message']}"
            line = f"{at.path}:{at.line}:{at.column}: {said}"
            stream.write(printable(" ".join(line.split())) + "\n")
