"""A report as plain data: the public JSON contract, one draft at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from replylint.model import Finding, Language, Place, Report, Rule, Texts
from replylint.report.places import locate


def texts(rule: Rule, ui: Language) -> Texts:
    """A rule's words in the reader's language, English where a house rule lacks it, else what there is."""
    return rule.texts.get(ui) or rule.texts.get("en") or next(iter(rule.texts.values()))


class _Slots(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def filled(template: str, values: Mapping[str, str]) -> str:
    """A message with its slots filled; a value is shown as it is, whatever braces it holds."""
    return template.format_map(_Slots(values))


def draft_view(report: Report, ui: Language, *, excerpts: bool = True) -> dict[str, Any]:
    """One entry of `drafts` in the JSON report."""
    exchange, score = report.exchange, report.score
    return {
        "draft": exchange.draft.path,
        "customer": exchange.customer.path if exchange.customer else None,
        "language": exchange.language,
        "score": {
            "overall": score.overall,
            "grade": score.grade,
            "partial": score.partial,
            "capped_by": score.capped_by,
            "principles": dict(score.principles),
            "deductions": [
                {"rule": d.rule, "principle": d.principle, "points": _number(d.points)}
                for d in score.deductions
            ],
        },
        "questions": [
            {
                **_short(report, Place("customer", "body", q.span.start, q.span.end), excerpts),
                "answered": q.answered,
                "confidence": round(q.confidence, 2),
                "evidence": _short(report, Place("draft", "body", q.evidence.start, q.evidence.end), excerpts)
                if q.evidence
                else None,
            }
            for q in exchange.questions
        ],
        "findings": [finding_view(report, f, ui, excerpts=excerpts) for f in report.findings],
        "not_applied": [{"rule": name, "why": reason(why, ui)} for name, why in report.not_applied],
        "notes": list(report.notes),
    }


def finding_view(report: Report, finding: Finding, ui: Language, *, excerpts: bool = True) -> dict[str, Any]:
    """One finding of the JSON report. Without excerpts, nobody's words: slots and text are left out."""
    words = texts(finding.rule, ui)
    values = finding.values if excerpts else dict.fromkeys(finding.values, "…")
    at = locate(report.exchange, finding.place)
    return {
        "name": finding.rule.name,
        "principle": finding.rule.principle,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 2),
        "message": filled(words.message, values),
        "help": filled(words.help, values),
        "in": at.side,
        "part": at.part,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "decoded": at.decoded,
        "text": at.text if excerpts else "",
        "related": [_related(report, place, excerpts) for place in finding.related],
        "fix": {"text": finding.fix.text} if finding.fix else None,
        "suppressed": finding.suppressed,
    }


def reason(why: str, ui: Language) -> str:
    """Why a rule did not apply, in the reader's language."""
    from replylint.report.ui import REASONS

    return REASONS[ui].get(why, why)


def _related(report: Report, place: Place, excerpts: bool) -> dict[str, Any]:
    at = locate(report.exchange, place)
    return {
        "in": at.side, "part": at.part, "line": at.line, "column": at.column,
        "end_line": at.end_line, "end_column": at.end_column, "text": at.text if excerpts else "",
    }  # fmt: skip


def _short(report: Report, place: Place, excerpts: bool) -> dict[str, Any]:
    at = locate(report.exchange, place)
    return {"text": at.text if excerpts else "", "line": at.line, "column": at.column}


def _number(points: float) -> float | int:
    return int(points) if points == int(points) else points
