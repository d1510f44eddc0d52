"""Whether a draft may leave: its report held against `fail-on` and `fail-under`."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from replylint.model import SEVERITIES, Report, Severity


class Verdict(NamedTuple):
    """The outcome of one report; `too_severe` and `too_low` say which limit it fails."""

    counts: dict[Severity, int]
    suppressed: int
    too_severe: bool
    too_low: bool

    @property
    def passed(self) -> bool:
        return not (self.too_severe or self.too_low)


def verdict(report: Report) -> Verdict:
    """Judge a report by the settings of its draft; suppressed findings do not count."""
    fail_on, fail_under = (
        report.exchange.settings["fail-on"],
        report.exchange.settings["fail-under"],
    )
    counts = Counter(f.severity for f in report.findings if f.suppressed is None)
    failing = SEVERITIES[SEVERITIES.index(fail_on) :] if fail_on in SEVERITIES else ()
    return Verdict(
        counts={severity: counts[severity] for severity in SEVERITIES},
        suppressed=sum(f.suppressed is not None for f in report.findings),
        too_severe=any(counts[severity] for severity in failing),
        too_low=report.score.overall < fail_under,
    )
