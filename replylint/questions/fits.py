"""How far a clause has what a type of question expects, and what speaks against it as an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.questions.kind import TYPED, Kind

if TYPE_CHECKING:
    from replylint.questions.asked import Asked
    from replylint.questions.reply import Clause

_FITS: dict[Kind, tuple[tuple[str, float], ...]] = {
    "time": (("time", 1.0), ("duration", 0.9), ("year", 0.8), ("unit", 0.5)),
    "duration": (
        ("duration", 1.0),
        ("minutes", 1.0),
        ("unit", 0.8),
        ("time", 0.7),
        ("number", 0.4),
    ),
    "money": (("money", 1.0), ("free", 1.0), ("number", 0.4)),
    "number": (("number", 1.0), ("count", 0.9)),
    "place": (("link", 1.0), ("place", 1.0), ("mailbox", 0.7), ("name", 0.5)),
    "person": (("mailbox", 1.0), ("name", 0.6), ("we", 0.4)),
    "how": (("steps", 1.0), ("link", 0.9), ("attached", 0.6), ("reason", 0.5), ("done", 0.4)),
    "why": (("reason", 1.0),),
    "which": (("name", 0.4), ("number", 0.4), ("count", 0.3), ("link", 0.5), ("steps", 0.5)),
    "yes-no": (
        ("plain", 1.0),
        ("both", 1.0),
        ("yes", 0.6),
        ("no", 0.6),
        ("done", 0.5),
        ("free", 0.4),
    ),
    "choice": (
        ("plain", 0.9),
        ("yes", 0.6),
        ("no", 0.6),
        ("both", 1.0),
        ("done", 0.5),
        ("steps", 0.5),
        ("free", 0.5),
    ),
    "send": (
        ("attached", 1.0),
        ("promise", 0.8),
        ("done", 0.7),
        ("link", 0.7),
        ("no", 0.6),
        ("finding", 0.8),
    ),
    "call": (("promise", 1.0), ("done", 0.8), ("time", 0.5), ("no", 0.6)),
    "help": (
        ("steps", 1.0),
        ("promise", 1.0),
        ("done", 1.0),
        ("finding", 1.0),
        ("link", 0.9),
        ("reason", 0.8),
        ("attached", 0.9),
        ("question", 0.7),
        ("elsewhere", 0.5),
    ),
    "do": (
        ("done", 1.0),
        ("promise", 0.9),
        ("plain", 0.9),
        ("no", 0.6),
        ("time", 0.3),
        ("finding", 0.8),
    ),
}


_ABOUT = (
    ("#price", "money", 0.6), ("#price", "free", 1.0), ("#pay", "money", 0.7),
    ("#discount", "money", 0.8), ("#include", "free", 0.9), ("#include", "money", 0.6),
    ("#time", "time", 0.7),
    ("#online", "link", 0.9),
    ("#late", "time", 0.6), ("#early", "time", 0.7), ("#tax", "free", 0.7),
    ("#refund", "money", 0.7),
)  # fmt: skip


def fitness(q: Asked, clause: Clause, attached: bool) -> float:
    """How far a clause has what the type of question expects."""
    marks = clause.marks
    best = 0.0
    for mark, value in _FITS[q.kind]:
        if value > best and mark in marks:
            best = value
    if q.kind in ("yes-no", "choice", "do") and q.groups:
        for group, mark, value in _ABOUT:
            if group in q.groups and mark in marks:
                best = max(best, value)
    if "finding" in marks:
        best = max(best, 0.8)
    if q.kind in TYPED and "no" in marks:
        best = max(best, 0.3)
    if q.kind == "send" and "attached" in marks and attached:
        best = 1.0
    return best


def drawback(clause: Clause, q: Asked) -> float:
    marks = clause.marks
    loss = 0.0
    if "empty" in marks:
        loss += 0.45
    if "offer" in marks:
        loss += 0.3
    if "question" in marks:
        loss += 0.35
    if "elsewhere" in marks and q.kind not in ("person", "how", "place"):
        loss += 0.3
    if "evasive" in marks:
        loss += 0.2
    return loss
