"""A decoded body cut into parts: what the author wrote now, and what is quoted, signed or appended."""

from __future__ import annotations

from replylint.mail import attribution, headerblock, marks
from replylint.mail.closings import is_greeting, is_name
from replylint.mail.signatures import Ending, ending
from replylint.model import Part, PartKind

Kinds = list[PartKind | None]  # of each line; None is the author's own


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
        following = _next(lines, end)
        if following < len(lines) and (
            marks.is_quote(lines[following]) or marks.is_bar(lines[following])
        ):
            at = following
            while at < len(lines) and (marks.is_bar(lines[at]) or not lines[at].strip()):
                kinds[at] = "quote"
                at += 1
        elif kind == "line" and not own and not quoted and following < len(lines):
            at = end  # nothing above it: what follows is the answer, its quotation deleted or its marks lost
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
        end = _next(lines, at + 1)
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


def _next(lines: list[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


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
            following = _next(lines, end)
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
    closes = found.sign_off[0] < found.sign_off[1]
    signed = found.signature[0] < found.signature[1]
    body_end = (
        found.sign_off[0]
        if closes
        else found.signature[0]
        if signed
        else min(found.delimited[0], found.footer[0])
    )
    _body(out, lines, starts, low, body_end, first=first)
    if closes:
        _sign_off(out, lines, starts, found)
    if signed:
        _add(out, lines, starts, "signature", *found.signature)
        _body(
            out,
            lines,
            starts,
            found.signature[1],
            min(found.delimited[0], found.footer[0]),
            first=False,
        )
    elif closes:
        _body(
            out,
            lines,
            starts,
            found.sign_off[1],
            min(found.delimited[0], found.footer[0]),
            first=False,
        )
    _add(out, lines, starts, "signature", *found.delimited)
    _add(out, lines, starts, "legal-footer", *found.footer)


def _sign_off(out: list[Part], lines: list[str], starts: list[int], found: Ending) -> None:
    begin, end = found.sign_off
    if found.sign_off_at > len(lines[begin]) - len(lines[begin].lstrip()):
        out.append(Part("paragraph", *_trimmed(lines[begin][: found.sign_off_at], starts[begin])))
    if found.name_at:
        at = starts[begin]
        out.append(Part("sign-off", *_trimmed(lines[begin][: found.name_at], at)))
        name = lines[begin][found.name_at :]
        out.append(Part("signature", at + found.name_at, at + found.name_at + len(name.rstrip())))
    else:
        _add(out, lines, starts, "sign-off", begin, end, found.sign_off_at)


def _trimmed(text: str, at: int) -> tuple[int, int]:
    return at + len(text) - len(text.lstrip()), at + len(text.rstrip())


def _body(
    out: list[Part], lines: list[str], starts: list[int], low: int, high: int, *, first: bool
) -> None:
    """Salutation, paragraphs and list items."""
    at = _next(lines, low)
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


def salutation(line: str) -> int:
    """Give the length of the salutation that a line begins with, 0 if none: "Hola, Laura: gracias…"
    gives 12.
    """
    text = line.rstrip()
    if len(text) > 2000:
        return 0
    if not is_greeting(text):
        # A name and nothing else: "Mr Baptiste,", "Señora Riquelme:".
        bare = text.strip()
        return (
            len(text) if bare[-1:] in ",:" and len(bare.split()) <= 5 and is_name(bare[:-1]) else 0
        )
    words = len(text.split())
    inner = text[:-1] if text[-1] in ",:!." else text
    if len(text) <= 70 and not marks.last_sentence(text):
        if text[-1] in ",:!" or (words <= 6 and not any(c in inner for c in ",:;!")):
            return len(text)
    return _inline(text)


def _inline(text: str) -> int:
    """Give the length of a salutation with text behind it: its first piece, and names that follow
    with a comma.
    """
    end = 0
    for at, mark in enumerate(text[:90]):
        dash = mark in "-–" and text[at - 1 : at + 2] == f" {mark} "
        if mark not in ",:!.;—" and not dash:
            continue
        piece = text[end:at].strip(" ,")
        if end and not (piece and is_name(piece)):
            break
        if not end and len(text[:at].split()) > 6:
            return 0
        end = at + 1
        if mark in ":!":
            break
    return end
