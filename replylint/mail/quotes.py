"""Which lines of a body are other people's words: quoted, forwarded, or announcing that."""

from __future__ import annotations

from replylint.mail import attribution, headerblock, marks
from replylint.model import PartKind

Kinds = list[PartKind | None]  # of each line; None is the author's own


def classify(lines: list[str]) -> Kinds:
    """Give the kind of each line that is other people's words: attribution, quote or forwarded."""
    kinds: Kinds = [None] * len(lines)
    own: list[int] = []
    quoted = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
            continue
        split = attribution.is_remnant(line) and attribution.span(lines, at)
        if not split and (
            marks.is_quote(line) or (_has_initials(line) and at and kinds[at - 1] == "quote")
        ):
            kinds[at] = "quote"
            quoted = True
            at += 1
            continue
        found = head(lines, at)
        if found is None:
            if _is_wrapped_quote(lines, kinds, at):
                kinds[at] = "quote"
            else:
                own.append(at)
            at += 1
            continue
        first, end, kind = found
        while own and own[-1] >= first:
            own.pop()
        _fill(kinds, first, end, "forwarded" if kind == "forwarded" else "attribution")
        following = next_written(lines, end)
        if following < len(lines) and (
            marks.is_quote(lines[following]) or marks.is_bar(lines[following])
        ):
            at = following
            while at < len(lines) and (marks.is_bar(lines[at]) or not lines[at].strip()):
                kinds[at] = "quote"
                at += 1
        elif kind == "line" and not own and not quoted and following < len(lines):
            # Nothing above it: what follows is the answer, its quotation deleted.
            at = end
        else:
            _fill(kinds, end, len(lines), "forwarded" if kind == "forwarded" else "quote")
            break
    return kinds


def head(lines: list[str], at: int) -> tuple[int, int, str] | None:
    """Say what announces a quoted message: (first line, one past the last, kind), None if nothing
    does at line `at`.

    A separator ("original", "forwarded") or header block ("block") begins there, an attribution
    ("line") ends there.
    """
    kind = headerblock.separator(lines[at])
    if kind:
        end = next_written(lines, at + 1)
        below = (
            headerblock.block(lines, end) or headerblock.labels(lines, end)
            if end < len(lines)
            else end
        )
        return at, below if below > end else at + 1, kind
    line = lines[at]
    if ":" in line or "：" in line:
        end_block = headerblock.block(lines, at)
        if end_block or headerblock.flattened(line):
            first = at
            above = at - 1
            while above >= 0 and not lines[above].strip():
                above -= 1
            if above >= 0 and marks.is_rule(lines[above], 5):
                first = above
            return first, end_block or at + 1, "block"
    found = attribution.span(lines, at)
    return (*found, "line") if found else None


def _has_initials(line: str) -> bool:
    """Whether initials stand before the quote sign, as some programs put them: "AV> "."""
    initials, sign, _ = line[:8].lstrip(" \t").partition(">")
    return bool(sign) and 1 <= len(initials) <= 3 and initials.isalpha() and initials.isupper()


def _fill(kinds: Kinds, start: int, end: int, kind: PartKind) -> None:
    kinds[start:end] = [kind] * (end - start)


def _is_wrapped_quote(lines: list[str], kinds: Kinds, at: int) -> bool:
    """Whether a line is the rest of a long quoted line that a program wrapped without repeating its
    mark.
    """
    if at == 0 or kinds[at - 1] != "quote":
        return False
    line = lines[at]
    if lines[at - 1].endswith("="):  # a soft break of quoted-printable that nobody decoded
        return True
    if at + 1 >= len(lines) or not marks.is_quote(lines[at + 1]):
        return False
    return (
        len(lines[at - 1]) >= 60 and len(line) <= 40 and line[0].islower() and line.count(" ") <= 4
    )


def next_written(lines: list[str], at: int) -> int:
    """Give the first line from `at` on that is not blank."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at
