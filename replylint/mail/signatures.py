"""The end of the author's own text: sign-off, signature, footers; with a delimiter or without."""

from __future__ import annotations

import re

from replylint.mail import marks
from replylint.mail.closings import first_chunk, is_formula, is_greeting, is_name, is_wish
from replylint.mail.footers import footer_start, is_device
from replylint.text.expressions import expression

MAX_LINES = 12  # of a signature without delimiter
MAX_DELIMITED = 30
_CONTACT = expression(
    r"@[\w-]+\.|https?://|www\.|\b[\w-]+\.(?:com|es|cat|org|net|eu|co|uk|example|info|io)\b"
    r"|(?:\+|\(|\b)\d[\d ().-]{6,}\d"
    r"|\b(?:tel|tlf|telf|phone|mobile|m[oò]bil|m[oó]vil|ext|cel|fax)\b",
    re.IGNORECASE,
)
_POSTSCRIPTS = (
    "p.s",
    "ps ",
    "ps:",
    "ps.",
    "p.d",
    "pd ",
    "pd:",
    "pd.",
    "p. s",
    "p. d",
    "n.b",
    "nb ",
    "nb:",
)


Lines = tuple[int, int]  # from, and one past the last; equal where there are none

_Found = tuple[Lines, Lines, int, int]


class Ending:
    """Lines at the end of a region.

    `sign_off_at` is the column at which the sign-off begins in its first line, `name_at` the
    column of a name that stands behind the formula on the same line (0: none).
    """

    __slots__ = ("delimited", "footer", "name_at", "sign_off", "sign_off_at", "signature")

    def __init__(self, found: _Found | None, delimited: Lines, footer: Lines) -> None:
        none = (footer[0], footer[0])
        self.sign_off, self.signature, self.sign_off_at, self.name_at = found or (none, none, 0, 0)
        self.delimited, self.footer = delimited, footer


def ending(lines: list[str], low: int, high: int, *, strict: bool = False) -> Ending:
    """Find the end of the own text in lines[low:high]; `strict`: believe only a formula or a
    delimiter.
    """
    footer = footer_start(lines, low, high)
    end = _last(lines, low, footer)
    delimited = _delimiter(lines, low, end)
    end_own = _last(lines, low, delimited)
    while end_own > low and is_device(lines[end_own - 1]):
        end_own = _last(lines, low, end_own - 1)
    devices = end_own
    if delimited < end:
        devices = min(devices, delimited) if devices < _last(lines, low, delimited) else delimited
    tail = (_first(lines, devices, end), end) if devices < end else (end, end)
    return Ending(_signed(lines, low, end_own, strict=strict), tail, (footer, high))


def _last(lines: list[str], low: int, high: int) -> int:
    while high > low and not lines[high - 1].strip():
        high -= 1
    return high


def _first(lines: list[str], low: int, high: int) -> int:
    while low < high and not lines[low].strip():
        low += 1
    return low


def _delimiter(lines: list[str], low: int, high: int) -> int:
    """Give the line of the "-- " that cuts off a signature, `high` if there is none: the first that
    leaves little below.
    """
    found, written = high, 0
    for i in range(high - 1, low - 1, -1):
        if marks.is_delimiter(lines[i]):
            found = i
        written += bool(lines[i].strip())
        if written > MAX_DELIMITED:
            break
    # A stray character that a tracker leaves above it goes with it.
    return found - 1 if low < found < high and len(lines[found - 1].strip()) == 1 else found


def _is_signature_line(line: str) -> bool:
    text = line.strip()
    if not text:
        return True
    if len(text) > 110 or marks.is_item(line) or _is_postscript(line) or is_greeting(text):
        return False
    if marks.is_rule(line):
        return True
    if "?" in text or (text.endswith((":", ";", ",")) and not _CONTACT.search(text)):
        return False
    words = text.split()
    if _ends_prose(text) and len(words) >= 5:
        return bool(_CONTACT.search(text)) and len(words) <= 9
    return len(words) <= 16


def _signed(lines: list[str], low: int, high: int, *, strict: bool) -> _Found | None:
    """(sign-off, signature, column of the sign-off, column of a name on its line)."""
    written = [i for i in range(low, high) if lines[i].strip()]
    if not written:
        return None
    below: list[int] = []
    for i in reversed(written[-MAX_LINES - 8 :]):
        found = _closing(lines, i, below, first=i == written[0])
        if found:
            top, column, name = found
            end = _block_end(lines, i + 1, high)
            rest = [k for k in range(end, high) if lines[k].strip()]
            if not rest or _is_postscript(lines[rest[0]]):
                start = _first(lines, i + 1, end)
                return (top, i + 1), (start, end) if start < end else (i + 1, i + 1), column, name
        below.insert(0, i)
        if len(below) > MAX_LINES + 6:
            break
    if strict:
        return None
    at = _undelimited(lines, written)
    return None if at is None else ((at, at), (at, high), 0, 0)


def _block_end(lines: list[str], at: int, high: int) -> int:
    """One past the last line of the signature that begins at `at`."""
    end, count, blanks = at, 0, 0
    for i in range(at, high):
        if not lines[i].strip():
            blanks += 1
            continue
        if not _is_signature_line(lines[i]) or count >= MAX_LINES or blanks > 4:
            break
        count, end, blanks = count + 1, i + 1, 0
    return end


def _closing(
    lines: list[str], at: int, below: list[int], *, first: bool
) -> tuple[int, int, int] | None:
    """(first line, column, column of the name behind it) if line `at` closes the mail; `below`:
    written lines under it.
    """
    line = lines[at].rstrip()
    text = line.strip()
    if not text or len(text) > 400:
        return None
    column = _indent(line)
    last = marks.last_sentence(text)
    # "Un saludo, Marta Ruiz": formula and name on one line, perhaps behind a sentence.
    head, comma, name = text[last:].partition(",")
    named = comma and (last or not first) and is_name(first_chunk(name))
    if named and is_formula(head) and not is_formula(name):
        at_name = column + last + len(head) + 1 + len(name) - len(name.lstrip())
        return at, column + last, at_name
    if is_formula(text):
        top = at
        while top > 0 and lines[top - 1].strip() and is_formula(lines[top - 1].strip()):
            top -= 1
        return None if first and text.endswith(",") and not below else (top, _indent(lines[top]), 0)
    # "Que vagi bé! Una salutació,": the formula ends a paragraph.
    if last and is_formula(text[last:]) and (below or text.endswith(",")):
        return at, column + last, 0
    if not first and below and is_name(first_chunk(lines[below[0]])) and _is_farewell(lines, at):
        return at, column, 0
    return None


def _is_farewell(lines: list[str], at: int) -> bool:
    """Whether a short line above a name is a farewell in the author's own words."""
    text = lines[at].strip()
    words = len(text.split())
    if len(text) > 90 or is_greeting(text) or _CONTACT.search(text):
        return False
    if text.endswith(",") and words <= 9:
        return True
    if at and lines[at - 1].strip():
        return False
    # "Sin otro particular, reciba un cordial saludo."
    clause = text.rpartition(",")[2]
    return is_wish(text) or (words <= 12 and clause.count(" ") >= 2 and is_formula(clause))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _undelimited(lines: list[str], written: list[int]) -> int | None:
    """Give the first line of a signature that has neither formula nor delimiter above it."""
    last = lines[written[-1]]
    if len(written) < 2:
        return None
    name = last.strip(" \t").lstrip("-–—~/").lstrip(" ")
    if name != last.strip() and len(name.split()) <= 4 and is_name(name, loose=" " not in name):
        return None if marks.is_item(lines[written[-2]]) else written[-1]
    best = None
    for n, i in enumerate(reversed(written[1:]), 1):
        line = lines[i]
        if n > MAX_LINES or not _is_signature_line(line) or is_formula(line):
            break
        alone = not lines[i - 1].strip()
        if alone and is_name(first_chunk(line)) and not marks.ends_sentence(line.rstrip(". ")):
            block = [lines[k] for k in written[-n:]]
            if _is_block(block):
                best = i
    return best


def _is_block(block: list[str]) -> bool:
    """Whether short lines under a name are a signature: a way of contact, or name and house without
    figures.
    """
    joined = "\n".join(block)
    if len(block) == 1:
        line = block[0].strip()
        chunk = first_chunk(line)
        if marks.ends_sentence(line) or not _is_plain_name(chunk):
            return False
        return chunk == line or bool(_CONTACT.search(joined))
    if _CONTACT.search(joined):
        return True
    return not any(c.isdigit() or c in "€$£%" for c in joined) and not any(
        _ends_prose(x) for x in block
    )


def _ends_prose(line: str) -> bool:
    """Whether a line ends like a sentence, and not in an abbreviation: "S.A.", "Ltd."."""
    last = line.rsplit(maxsplit=1)[-1:]
    short = bool(last) and last[0].endswith(".") and len(last[0]) <= 5 and last[0][0].isupper()
    return marks.ends_sentence(line) and not short


def _is_plain_name(text: str) -> bool:
    """Whether every word of a name is capitalised, short particles apart: "Pilar Coll de Pou"."""
    words = text.split()
    return is_name(text) and len(words) <= 4 and all(w[0].isupper() or len(w) <= 3 for w in words)


def _is_postscript(line: str) -> bool:
    return line.strip().lower().startswith(_POSTSCRIPTS)
