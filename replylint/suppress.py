"""Suppression: what a message or the configuration silences, with the reason kept in the report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from replylint.model import PRINCIPLES, Finding, Note, Rule
from replylint.rulebook import rules as builtin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def suppressed(
    findings: Iterable[Finding],
    ignores: Sequence[tuple[str, str]],
    rules: Iterable[Rule],
    ran: Iterable[str],
) -> tuple[tuple[Finding, ...], tuple[Note, ...]]:
    """Findings with those that the message suppresses marked by its reason, and notes on
    suppressions that fail.

    An entry names a rule, a principle, or ALL. One without a reason suppresses nothing, and a note
    says so; so does one for a name that does not exist, and one whose rules ran and found nothing.
    """
    notes = []
    reasons: dict[str, str] = {}
    known = {rule.name for rule in (*builtin(), *rules)}
    judged = {*ran, *(name.partition("/")[0] for name in ran), "ALL"}
    for name, reason in ignores:
        if name not in known and name not in PRINCIPLES and name != "ALL":
            notes.append(Note("ignore-unknown", {"rule": name}))
        elif not reason.strip():
            notes.append(Note("ignore-no-reason", {"rule": name}))
        else:
            reasons[name] = reason.strip()
    used = set()
    out = []
    for finding in findings:
        by = next(
            (n for n in (finding.rule.name, finding.rule.principle, "ALL") if n in reasons), None
        )
        if by is not None:
            used.add(by)
            finding = finding._replace(suppressed=reasons[by])
        out.append(finding)
    notes += [Note("ignore-unused", {"rule": n}) for n in reasons if n not in used and n in judged]
    return tuple(out), tuple(notes)


def silenced(path: str, table: Mapping[str, Sequence[str]], root: Path) -> tuple[str, ...]:
    """Names of rules that [per-file-ignores] silences for a draft; patterns as in .gitignore,
    relative to `root`.
    """
    if not table:
        return ()
    from pathspec import GitIgnoreSpec

    try:
        relative = Path(path).resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        relative = Path(path).name
    return tuple(
        name for pattern, names in table.items()
        if GitIgnoreSpec.from_lines([pattern]).match_file(relative)
        for name in names
    )  # fmt: skip
