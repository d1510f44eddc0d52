"""The figures of a report: bounded, itemised, and adding up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.model import FIVE_PS, Deduction, Finding, Score

if TYPE_CHECKING:
    from collections.abc import Iterable

POINTS = {"error": 30.0, "warning": 10.0, "info": 0.0}
PASSING = 59  # the most that a draft gets that must not leave as it is
OUTSIDE_WARNING = 3.0
GRADES = ((90, "A"), (80, "B"), (70, "C"), (60, "D"), (0, "E"))


def score(findings: Iterable[Finding], ran: Iterable[str], *, partial: bool) -> Score:
    """Score a draft from its findings and the names of the rules that could judge.

    Each of the five Ps starts at 100 and loses, for each rule, weight × 30 (error), 10 (warning) or
    0 (info), and for each further finding of that rule half of the one before; never below 0. A P
    none of whose rules applied is None. The overall is the mean of the others, less 3 for each
    warning of netiquette and confidential, and at most 59 where one of those has an error, or a
    question is unanswered at error level.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        if not finding.suppressed:
            by_rule.setdefault(finding.rule.name, []).append(finding)

    applied = {name.partition("/")[0] for name in ran}
    left = {p: 100.0 for p in FIVE_PS if p in applied}
    outside, capped_by = 0.0, None
    deductions = []
    for name, found in by_rule.items():
        principle = name.partition("/")[0]
        errors = any(f.severity == "error" for f in found)
        if principle in left:
            points = 0.0
            for n, finding in enumerate(sorted(found, key=lambda f: -POINTS[f.severity])):
                points += finding.rule.weight * POINTS[finding.severity] * 0.5**n
            points = min(float(int(points + 0.5)), left[principle])  # whole, so that they add up
            left[principle] -= points
            gate = errors and name == "professional/unanswered-question"
        else:
            points = OUTSIDE_WARNING * sum(f.severity == "warning" for f in found)
            outside += points
            gate = errors
        if points:
            deductions.append(Deduction(name, principle, points))
        if gate and capped_by is None:
            capped_by = name

    principles = {p: round(left[p]) if p in left else None for p in FIVE_PS}
    known = list(left.values())
    mean = sum(known) / len(known) if known else 100.0
    overall = max(0, round(mean - outside))
    if capped_by and overall > PASSING:
        overall = PASSING
    else:
        capped_by = None
    grade = next(letter for least, letter in GRADES if overall >= least)
    return Score(overall, grade, partial, capped_by, principles, tuple(deductions))
