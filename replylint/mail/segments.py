"""A decoded body cut into parts: what the author wrote now, what is quoted, signed, appended."""

from __future__ import annotations

from replylint.mail import marks
from replylint.mail.closings import salutation
from replylint.mail.quotes import Kinds, classify, next_written
from replylint.mail.signatures import Ending, ending
from replylint.model import Part, PartKind


def parts(text: str) -> tuple[Part, ...]:
    """Give the parts of a body, in order, none overlapping; blank lines between them belong to
    none.
    """
    lines = text.split("\n")
    kinds = classify(lines)
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    out: list[Part] = []
    regions = _regions(lines, kinds)
    strict = _strict(lines, regions)
    low = 0
    for n, (begin, end) in enumerate(regions):
        _others(out, lines, kinds, starts, low, begin)
        _own(out, lines, starts, begin, end, first=n == 0, strict=strict[n])
        low = end
    _others(out, lines, kinds, starts, low, len(lines))
    return tuple(out)


def _regions(lines: list[str], kinds: Kinds) -> list[tuple[int, int]]:
    """Give runs of the author's own lines that hold any text."""
    out, at = [], 0
    while at < len(lines):
        if kinds[at] is None:
            end = at
            while end < len(lines) and kinds[end] is None:
                end += 1
            if any(line.strip() for line in lines[at:end]):
                out.append((at, end))
            at = end
        else:
            at += 1
    return out


def _strict(lines: list[str], regions: list[tuple[int, int]]) -> list[bool]:
    """For each region, whether a signature in it must have a formula or delimiter: all but the last
    that says something.
    """
    out, loose = [True] * len(regions), True
    for n in range(len(regions) - 1, -1, -1):
        out[n] = not loose
        if loose:
            low, high = regions[n]
            found = ending(lines, low, high, strict=True)
            before = min(found.delimited[0], found.footer[0])
            loose = not any(line.strip() for line in lines[low:before])
    return out


def _others(
    out: list[Part], lines: list[str], kinds: Kinds, starts: list[int], low: int, high: int
) -> None:
    """Parts of other people's words; blank lines inside belong to them."""
    at = low
    while at < high:
        kind = kinds[at]
        if kind is None:
            at += 1
            continue
        end = at
        while end < high and kinds[end] == kind:
            end += 1
            following = next_written(lines, end)
            if following < high and kinds[following] == kind:
                end = following
        _add(out, lines, starts, kind, at, end)
        at = end


def _add(
    out: list[Part],
    lines: list[str],
    starts: list[int],
    kind: PartKind,
    begin: int,
    end: int,
    column: int | None = None,
) -> None:
    while begin < end and not lines[begin].strip():
        begin += 1
        column = None
    while end > begin and not lines[end - 1].strip():
        end -= 1
    if begin >= end:
        return
    if column is None:
        column = len(lines[begin]) - len(lines[begin].lstrip())
    stop = starts[end - 1] + len(lines[end - 1].rstrip())
    if starts[begin] + column < stop:
        out.append(Part(kind, starts[begin] + column, stop))


def _own(
    out: list[Part],
    lines: list[str],
    starts: list[int],
    low: int,
    high: int,
    *,
    first: bool,
    strict: bool,
) -> None:
    found = ending(lines, low, high, strict=strict)
    after = min(found.delimited[0], found.footer[0])
    begin, end = found.sign_off
    if begin < end:
        # What stands before the sign-off on its line ends the body. No copy: regions are many.
        line, lines[begin] = lines[begin], lines[begin][: found.sign_off_at]
        _body(out, lines, starts, low, begin + 1, first=first)
        lines[begin] = line
        _sign_off(out, lines, starts, found)
    else:
        _body(out, lines, starts, low, min(found.signature[0], after), first=first)
    _add(out, lines, starts, "signature", *found.signature)
    if found.signature[0] < found.signature[1]:
        end = found.signature[1]
    if begin < end:  # a postscript
        _body(out, lines, starts, end, after, first=False)
    _add(out, lines, starts, "signature", *found.delimited)
    _add(out, lines, starts, "legal-footer", *found.footer)


def _sign_off(out: list[Part], lines: list[str], starts: list[int], found: Ending) -> None:
    begin, end = found.sign_off
    if not found.name_at:
        _add(out, lines, starts, "sign-off", begin, end, found.sign_off_at)
        return
    at, line = starts[begin], lines[begin]
    formula = line[found.sign_off_at : found.name_at]
    out.append(Part("sign-off", *_trimmed(formula, at + found.sign_off_at)))
    out.append(Part("signature", *_trimmed(line[found.name_at :], at + found.name_at)))


def _trimmed(text: str, at: int) -> tuple[int, int]:
    return at + len(text) - len(text.lstrip()), at + len(text.rstrip())


def _body(
    out: list[Part], lines: list[str], starts: list[int], low: int, high: int, *, first: bool
) -> None:
    """Salutation, paragraphs and list items."""
    at = next_written(lines, low)
    if first and at < high:
        cut = salutation(lines[at])
        if cut:
            begin = starts[at] + len(lines[at]) - len(lines[at].lstrip())
            out.append(Part("salutation", begin, starts[at] + cut))
            rest = lines[at][cut:]
            if rest.strip():
                end = _block(lines, at + 1, high)
                _add(out, lines, starts, "paragraph", at, end, cut + len(rest) - len(rest.lstrip()))
                at = end
            else:
                at += 1
    while at < high:
        if not lines[at].strip():
            at += 1
            continue
        end = _block(lines, at + 1, high)
        _add(out, lines, starts, "list-item" if marks.is_item(lines[at]) else "paragraph", at, end)
        at = end


def _block(lines: list[str], at: int, high: int) -> int:
    while at < high and lines[at].strip() and not marks.is_item(lines[at]):
        at += 1
    return at
