"""The customer's email, found in a thread or in the history that a draft quotes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from os import PathLike, fspath
from typing import TYPE_CHECKING

from replylint.mail import attribution, quotes, segments
from replylint.mail.files import format_of, load, read_bytes
from replylint.mail.headerblock import label, separator
from replylint.mail.people import attributed, person
from replylint.mail.plain import addresses
from replylint.model import OTHERS_WORDS, Address, Company, Message, Position
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from datetime import datetime

_MARK = expression(r"[ \t]{0,3}[>|] ?")
MAX_ROWS = 5000  # of quoted history; the newest mail stands at its top
_Row = tuple[int, int, int, str]
"""Line of the draft, quote marks (-1: blank), column of the text, text."""


@dataclass(slots=True)
class _Quoted:
    """One message of the history; its body as (line of the draft, column, text)."""

    depth: int
    head: list[str] = field(default_factory=list)
    body: list[tuple[int, int, str]] = field(default_factory=list)


def customer_from(draft: Message, own_domains: tuple[str, ...]) -> Message | None:
    """Give the newest quoted message that is not from the company, None if there is none."""
    company = Company(domains=tuple(d.lower() for d in own_domains))
    for quoted in _history(draft):
        if not any(c.isalnum() for _, _, text in quoted.body for c in text):
            continue
        message = _message(draft, quoted)
        sender = message.sender
        if sender is None or not (_is_own(sender, company) or _is_author(sender, draft)):
            return message
    return None


def _is_own(sender: Address, company: Company) -> bool:
    return bool(sender.email) and company.owns(sender.domain)


def _is_author(sender: Address, draft: Message) -> bool:
    author = draft.sender
    if author is None:
        return False
    if sender.email and author.email:
        return sender.email == author.email
    return bool(sender.name) and sender.name == author.name


def _history(draft: Message) -> list[_Quoted]:
    """Give the quoted messages in the order in which they begin, newest first as programs write
    them.
    """
    lines = draft.text.split("\n")
    hidden = draft.blanked(OTHERS_WORDS).split("\n")
    rows: list[_Row] = []
    for number, line in enumerate(lines):
        if len(rows) >= MAX_ROWS:
            break
        if line.strip() and not hidden[number].strip():
            depth, column = _depth(line)
            rows.append((number, depth, column, line[column:]))
        elif not line.strip() and rows:
            rows.append((number, -1, 0, ""))
    out: list[_Quoted] = []
    open_messages: list[_Quoted] = []
    at = 0
    while at < len(rows):
        number, depth, column, text = rows[at]
        ahead = _head_at(rows, at)
        if ahead:
            end = ahead
            body = next((d for _, d, _, t in rows[end:] if t.strip() and d >= 0), depth)
            found = _Quoted(max(body, depth), [row[3] for row in rows[at:end]])
            while open_messages and open_messages[-1].depth >= found.depth:
                open_messages.pop()
            open_messages.append(found)
            out.append(found)
            at = end
            continue
        if text.strip():
            while open_messages and open_messages[-1].depth > depth:
                open_messages.pop()
            if not open_messages or (
                open_messages[-1].depth < depth and open_messages[-1].depth > 0
            ):
                found = _Quoted(depth)
                open_messages.append(found)
                out.append(found)
        if open_messages:
            open_messages[-1].body.append((number, column, text))
        at += 1
    return out


def _head_at(rows: list[_Row], at: int) -> int | None:
    """One past the last line of the attribution or header block that begins at `at`."""
    if not rows[at][3].strip() or not any(
        c in row[3] for row in rows[at : at + attribution.MAX_LINES] for c in ":：@-"
    ):
        return None
    depth = rows[at][1]
    texts = [">" * max(0, row[1] - depth) + row[3] for row in rows[at : at + 26]]
    found = quotes.head(texts, 0)
    if found and found[2] != "line":
        return at + found[1]
    for last in range(min(attribution.MAX_LINES, len(texts)) - 1, -1, -1):
        span = attribution.span(texts, last)
        if span and span[0] == 0:
            return at + span[1]
    return None


def _depth(line: str) -> tuple[int, int]:
    """How many quote marks a line begins with, and where its text does."""
    depth = at = 0
    while depth < 50 and (found := _MARK.match(line, at)):
        depth, at = depth + 1, found.end()
    return depth, at


def _message(draft: Message, quoted: _Quoted) -> Message:
    body = quoted.body
    while body and not body[0][2].strip("\ufeff \t"):
        body = body[1:]
    while body and not body[-1][2].strip():
        body = body[:-1]
    text = "\n".join(line for _, _, line in body)
    # Where the draft's own lines are not those of its file, places count in its decoded text.
    places = tuple(
        Position(draft.lines[n].line, draft.lines[n].column + column, draft.lines[n].decoded)
        if draft.lines is not None
        else Position(n + 1, column + 1, decoded=True)
        for n, column, _ in body
    )
    sender, date, subject, to = _head(quoted.head, draft)
    return Message(
        path=draft.path,
        format="quote",
        text=text,
        parts=segments.parts(text),
        lines=places,
        sender=sender,
        date=date,
        subject=subject,
        to=to,
    )


_Head = tuple[Address | None, "datetime | None", str | None, tuple[Address, ...] | None]


def _head(lines: list[str], draft: Message) -> _Head:
    """Sender, date, subject and recipients, as far as an attribution or header block gives them."""
    if not lines:
        return None, None, None, None
    from replylint.mail.dates import parse

    zone = draft.date.tzinfo if draft.date else None
    fields: dict[str, str] = {}
    for line in lines:
        found = label(line)
        if found:
            fields.setdefault(*found)
    if "from" in fields:
        when = fields.get("sent") or fields.get("date") or ""
        to = addresses(fields["to"]) if "to" in fields else None
        return (
            person(fields["from"]),
            parse(when, zone=zone, before=draft.date),
            fields.get("subject"),
            to,
        )
    joined = " ".join(line.strip() for line in lines)
    if any(separator(line) for line in lines):
        return None, None, None, None
    return attributed(joined), parse(joined, zone=zone, before=draft.date), None, None


def newest_from_outside(path: str | PathLike[str], own_domains: tuple[str, ...]) -> Message:
    """Give the newest message from outside the company in an .mbox, or in an .eml and the messages
    attached to it.

    Where the file holds only the company's, what it quotes of somebody else; else the file's
    newest message itself.
    """
    place = fspath(path)
    data = load(path)
    found = _all(data, place)
    company = Company(domains=tuple(d.lower() for d in own_domains))
    outside = [m for m in found if m.sender is not None and not _is_own(m.sender, company)]
    if len(found) == 1:
        return found[0] if outside else (customer_from(found[0], own_domains) or found[0])
    from replylint.mail.mbox import latest

    if outside and len(outside) < len(found):
        return latest(outside)
    if outside and found[0].format == "eml":
        return latest(outside[1:])  # nobody known as a colleague: the one who attached the mail is
    newest = latest(outside or found)
    return newest if outside else (customer_from(newest, own_domains) or newest)


def _all(data: bytes, path: str) -> list[Message]:
    kind = format_of(data, path) if data.strip() else ""
    if kind == "mbox":
        from replylint.mail.mbox import messages

        return list(messages(data, path))
    if kind != "eml":
        return [read_bytes(data, path)]
    from replylint.mail.mime import from_bytes, read

    first, attached = read(data, path)
    out = [first]
    for inner in attached:
        message = from_bytes(inner.as_bytes(), path)
        out.append(replace(message, lines=None, headers={}))
    return out
