"""How often each rule found something, over all drafts of a run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from replylint.model import SEVERITIES, Report, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable


def rows(reports: Iterable[Report], *, verbose: bool) -> list[tuple[int, Severity, str]]:
    """(number, severity, rule), the most frequent first; suppressed findings, and info unless
    verbose, left out.
    """
    counts = Counter(
        (finding.severity, finding.rule.name)
        for report in reports
        for finding in report.findings
        if finding.suppressed is None and (verbose or finding.severity != "info")
    )
    ordered = sorted(
        counts.items(), key=lambda item: (-item[1], -SEVERITIES.index(item[0][0]), item[0][1])
    )
    return [(number, severity, name) for (severity, name), number in ordered]
