"""How the message travels: line length, signature delimiter, characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.model import DoesNotApply, Edit, Exchange, Finding, Place, Rule, Span
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 998  # RFC 5322, 2.1.1
_DELIMITER = expression(r"[ \t]{0,3}(?:--|—|––|—-|-—|__)[ \t]*(?=\n)")
_MOJIBAKE = expression(
    r"(?:[ÃÂÄÅâã][\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘-”„†‡•…‰‹›€™]{1,3})+", needs="Ã Â Ä Å â ã"
)
_CONTROL = expression(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]+")
_ENTITY = expression(
    r"&(?:#\d{2,5}|nbsp|amp|quot|apos|lt|gt|euro|hellip|[lr]aquo|[lr][sd]quo|[mn]dash|iexcl|iquest|middot"
    r"|[aeiouAEIOU](?:acute|grave|uml|circ)|[nN]tilde|[cC]cedil);",
    needs="&# &n &a &q &l &g &e &h &r &m &i &o &u &c &A &E &I &O &U &N &C",
)


def line_length(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A line of plain text is longer than `columns`, where the mail does not flow."""
    plain = exchange.draft.plain_lines
    if plain is None:
        raise DoesNotApply("not-plain")
    longest, flowed = plain
    columns = int(rule.parameters["columns"])
    text = exchange.draft.signed
    at_line = 0
    over: Span | None = None
    for line in text.split("\n"):
        table = "|" in line or "\t" in line
        if len(line) > columns and " " in line.strip() and not table and over is None:
            over = Span(at_line + columns, at_line + len(line.rstrip()))
            if over.end <= over.start:
                over = None
        at_line += len(line) + 1
    if longest > _MOST:
        yield at(exchange, rule, over or Span(0, 0), severity="error", columns=str(_MOST))
    elif over and not flowed:
        yield at(exchange, rule, over, columns=str(columns))


def signature_delimiter(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The line before the signature is nearly, but not exactly, "-- ", or the signature is long."""
    parts = exchange.draft.of_kind("signature")
    if not parts:
        raise DoesNotApply("no-signature")
    text, lines, limit = exchange.draft.text, 0, str(rule.parameters["lines"])
    for part in parts:
        m = _DELIMITER.match(text, part.start)
        lines += len([x for x in text[part.start : part.end].split("\n") if x.strip()]) - bool(m)
        if m and m.group() != "-- ":
            finding = at(exchange, rule, Span(m.start(), m.end()), limit=limit)
            yield finding._replace(fix=Edit(finding.place, "-- "))
    if lines > int(limit):
        end = text.find("\n", parts[0].start)
        yield at(exchange, rule, Span(parts[0].start, max(end, parts[0].start)), limit=limit)


def encoding_damage(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Characters that were read in the wrong encoding, lost, or left as HTML entities."""
    text = exchange.draft.signed
    yield from _damage(rule, text, "body")
    yield from _damage(rule, exchange.draft.subject or "", "subject")


def _damage(rule: Rule, text: str, part: str) -> Iterator[Finding]:
    if text.isascii() and "&" not in text and not _CONTROL.search(text):
        return
    taken = -1
    found = sorted(
        (m for p in (_MOJIBAKE, _ENTITY, _CONTROL) for m in p.finditer(text)),
        key=lambda m: m.start(),
    )
    for m in found:
        if m.start() < taken:
            continue
        mended = _mended(m.group())
        if mended == m.group():
            continue
        taken = m.end()
        word = Span(_edge(text, m.start(), -1), _edge(text, m.end(), 1))
        place = Place("draft", part, word.start, word.end)
        fix = None
        if mended is not None:
            fix = Edit(Place("draft", part, m.start(), m.end()), mended)
        yield Finding(
            rule=rule, place=place, severity=rule.severity, values={"text": word.of(text)}, fix=fix
        )


def _mended(damage: str) -> str | None:
    """What the characters were; None where they are lost; the same where they are sound."""
    if damage[0] == "&":
        from html import unescape

        return unescape(damage)
    if _CONTROL.fullmatch(damage):
        return None
    raw = bytearray()
    for c in damage:
        try:
            raw += c.encode("cp1252")
        except UnicodeEncodeError:
            if ord(c) > 255:
                return damage
            raw.append(ord(c))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return damage


def _edge(text: str, offset: int, step: int) -> int:
    """The edge of the word around an offset."""
    for _ in range(30):
        at_char = offset - 1 if step < 0 else offset
        if not 0 <= at_char < len(text) or text[at_char].isspace():
            break
        offset += step
    return offset
