"""A report as plain data: the public JSON contract, one draft at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replylint.model import Finding, Language, Place, Report, Rule, Score, Texts
from replylint.report.places import Location, locate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replylint.report import Style


def texts(rule: Rule, ui: Language) -> Texts:
    """A rule's words in the reader's language, English where a house rule lacks it, else what there
    is.
    """
    return rule.texts.get(ui) or rule.texts.get("en") or next(iter(rule.texts.values()))


class _Slots(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def filled(template: str, values: Mapping[str, str]) -> str:
    """A message with its slots filled; a value is shown as it is, whatever braces it holds."""
    return template.format_map(_Slots(values))


def draft_view(report: Report, style: Style) -> dict[str, Any]:
    """One entry of `drafts` in the JSON report."""
    exchange = report.exchange
    return {
        "draft": exchange.draft.path,
        "customer": exchange.customer.path if exchange.customer else None,
        "language": exchange.language,
        "score": score_view(report.score) if style.score else None,
        "questions": question_views(report, style),
        "findings": [finding_view(report, finding, style) for finding in report.findings],
        "not_applied": [
            {"rule": name, "why": reason(why, style.ui)} for name, why in report.not_applied
        ],
        "notes": note_texts(report, style.ui),
    }


def score_view(score: Score) -> dict[str, Any]:
    """The figures of a draft."""
    return {
        "overall": score.overall,
        "grade": score.grade,
        "partial": score.partial,
        "capped_by": score.capped_by,
        "principles": dict(score.principles),
        "deductions": [
            {"rule": d.rule, "principle": d.principle, "points": _number(d.points)}
            for d in score.deductions
        ],
    }


def question_views(report: Report, style: Style) -> list[dict[str, Any]]:
    """The customer's questions, what the draft says to each, and `why` where that is asked for."""
    views = []
    for question in report.exchange.questions:
        span, evidence = question.span, question.evidence
        view = {
            **_short(report, Place("customer", "body", span.start, span.end), style),
            "answered": question.answered,
            "confidence": round(question.confidence, 2),
            "evidence": _short(report, Place("draft", "body", evidence.start, evidence.end), style)
            if evidence
            else None,
        }
        if style.explain and style.excerpts:  # the reasons quote words of both mails
            view["why"] = list(question.why)
        views.append(view)
    return views


def located(report: Report, finding: Finding) -> Location:
    """Where a finding is."""
    return locate(report.exchange, finding.place)


def finding_view(report: Report, finding: Finding, style: Style) -> dict[str, Any]:
    """One finding of the JSON report. Without excerpts, nobody's words: slots and text are left
    out.
    """
    words = texts(finding.rule, style.ui)
    values = finding.values if style.excerpts else dict.fromkeys(finding.values, "…")
    at = located(report, finding)
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
        "text": at.text if style.excerpts else "",
        "related": [_related(report, place, style) for place in finding.related],
        "fix": {"text": finding.fix.text} if finding.fix else None,
        "suppressed": finding.suppressed,
    }


def note_texts(report: Report, ui: Language) -> list[str]:
    """What the reader should know besides, as sentences."""
    if not report.notes:
        return []
    from replylint.report.words import words

    return [filled(words(ui)[note.key], note.values) for note in report.notes]


def reason(why: str, ui: Language) -> str:
    """Why a rule did not apply, in the reader's language."""
    from replylint.report.ui import REASONS

    return REASONS[ui].get(why, why)


def _related(report: Report, place: Place, style: Style) -> dict[str, Any]:
    at = locate(report.exchange, place)
    return {
        "in": at.side, "part": at.part, "line": at.line, "column": at.column,
        "end_line": at.end_line, "end_column": at.end_column,
        "text": at.text if style.excerpts else "",
    }  # fmt: skip


def _short(report: Report, place: Place, style: Style) -> dict[str, Any]:
    at = locate(report.exchange, place)
    return {"text": at.text if style.excerpts else "", "line": at.line, "column": at.column}


def _number(points: float) -> float | int:
    return int(points) if points == int(points) else points
