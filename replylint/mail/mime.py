"""Messages of .eml: headers by mail-parser, the body by a walk of our own that loses nothing a
reader would see.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from replylint.mail import charsets, ignores
from replylint.mail.bodies import Body, walk
from replylint.mail.segments import parts
from replylint.model import Address, Message, Position, Problem
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from datetime import datetime

MAX_PARTS = 1000
MAX_HEADER = 256 * 1024  # bytes of one header field
MAX_HEADERS = 2 * 1024 * 1024  # bytes of all

_BOUNDARY = expression(
    rb"boundary\s*=\s*(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE
)
_FIELD = expression(r"([!-9;-~]{1,200})[ \t]*:[ \t]*")
_OFFSET = expression(r"([+-])(\d\d)(\d\d)\s*(?:\([^()]*\)\s*)?$")
_HEADER_END = expression(rb"\r?\n\r?\n|\r\r")


def from_bytes(data: bytes, path: str, *, first_line: int = 1) -> Message:
    """Read one message; `first_line` is where it begins in its file. Raise Problem where it passes
    a cap.
    """
    return read(data, path, first_line)[0]


def read(data: bytes, path: str, first_line: int = 1) -> tuple[Message, list[Any]]:
    """Give the message, and the messages attached to it (as compat32 objects of the standard
    library).
    """
    _refuse_bombs(data, path)
    mail, tree, defects = _parsed(data)
    body = Body(data, _header_end(data), first_line, path)
    body.defects += defects
    if tree is None:
        body.add_plain(charsets.decode(data[_header_end(data) :])[0], None)
    else:
        walk(tree, body)
    text, lines = body.joined()
    headers = _header_positions(data, first_line)
    message = Message(
        path=path,
        format="eml",
        text=text,
        parts=parts(text),
        lines=lines,
        headers=headers,
        subject=_text(mail, "subject"),
        sender=next(iter(_people(mail, "from")), None),
        reply_to=_people(mail, "reply-to"),
        to=_people(mail, "to"),
        cc=_people(mail, "cc"),
        bcc=_people(mail, "bcc"),
        date=_date(mail),
        message_id=_text(mail, "message-id") or None,
        in_reply_to=_text(mail, "in-reply-to") or None,
        references=tuple(_text(mail, "references").split()),
        list_id=_text(mail, "list-id") or None,
        attachments=tuple(body.attachments),
        plain_lines=(body.longest, body.flowed) if body.longest >= 0 else None,
        ignores=_ignores(mail) + body.ignores,
        language=_text(mail, "content-language").split(",")[0].strip().lower() or None,
        defects=tuple(dict.fromkeys(body.defects)),
    )  # fmt: skip
    return message, body.attached


def _refuse_bombs(data: bytes, path: str) -> None:
    end = _header_end(data)
    if end > MAX_HEADERS:
        raise Problem(
            f"its headers are over {MAX_HEADERS // 1024 // 1024} MB",
            hint="Remove what no reader sees",
            place=path,
        )
    field_start = 0
    for match in re.finditer(rb"\n(?![ \t])", data[:end]):
        if match.end() - field_start > MAX_HEADER:
            name = (
                data[field_start : field_start + 40].partition(b":")[0].decode("ascii", "replace")
            )
            raise Problem(
                f"its header {name} is over {MAX_HEADER // 1024} KB", hint="Shorten it", place=path
            )
        field_start = match.end()
    if end - field_start > MAX_HEADER:
        raise Problem(f"a header is over {MAX_HEADER // 1024} KB", hint="Shorten it", place=path)
    if data.count(b"\n--") <= MAX_PARTS:
        return
    names = {(m.group(1) or m.group(2)) for m in _BOUNDARY.finditer(data)}
    count = 0
    if len(names) <= MAX_PARTS:
        marks = re.findall(rb"\n--([^\r\n]{1,202})", data)
        count = sum(1 for mark in marks if mark.rstrip() in names)
    if len(names) > MAX_PARTS or count > MAX_PARTS:
        raise Problem(
            f"it has more than {MAX_PARTS} MIME parts",
            hint="Save the message that matters by itself",
            place=path,
        )


def _header_end(data: bytes) -> int:
    if data[:1] in b"\r\n" and data:
        return 0
    found = _HEADER_END.search(data)
    return found.start() if found else len(data)


def _parsed(data: bytes) -> tuple[Any, Any, list[str]]:
    """mail-parser's view of the headers, the tree of parts (None if it cannot be had), and the
    defects.
    """
    import logging

    import mailparser

    logging.getLogger("mailparser").setLevel(logging.CRITICAL + 1)
    try:
        mail = mailparser.parse_from_bytes(data)
        return mail, mail.message, sorted(mail.defects_categories)
    except Exception:
        pass
    import email

    head = data[: _header_end(data)]
    try:
        mail = mailparser.parse_from_bytes(head + b"\n\n")
    except Exception:
        mail = None
    try:
        return mail, email.message_from_bytes(data), ["malformed"]
    except Exception:
        return mail, None, ["malformed"]


def _ignores(mail: Any) -> tuple[tuple[str, str], ...]:
    values = _texts(mail, "x-replylint-ignore")
    return tuple(entry for value in values for entry in ignores.entries(value))


def _texts(mail: Any, name: str) -> list[str]:
    """Every value of a header, decoded, on one line."""
    if mail is None:
        return []
    value = getattr(mail, name.replace("-", "_"))
    values = value if isinstance(value, list) else [value]
    return [" ".join(str(v).split()) for v in values if v]


def _text(mail: Any, name: str) -> str:
    return next(iter(_texts(mail, name)), "")


def _people(mail: Any, name: str) -> tuple[Address, ...]:
    if mail is None:
        return ()
    found = getattr(mail, "from_" if name == "from" else name.replace("-", "_"))
    if not isinstance(found, list):
        return ()
    return tuple(
        Address(" ".join(str(n).split()), str(a).strip().lower()) for n, a in found if "@" in str(a)
    )


def _date(mail: Any) -> datetime | None:
    """Give the Date header with the offset that it was written with."""
    raw = (
        str(mail.message.get("date") or "") if mail is not None and mail.message is not None else ""
    )
    if not raw.strip():
        return None
    found = mail.date
    if found is None:
        from replylint.mail.dates import parse

        return parse(raw)
    from datetime import timedelta, timezone

    offset = _OFFSET.search(raw.strip())
    if not offset:
        return found  # type: ignore[no-any-return]
    sign, hours, minutes = offset.groups()
    delta = timedelta(hours=int(hours), minutes=int(minutes))
    if delta >= timedelta(hours=24):
        return found  # type: ignore[no-any-return]
    return found.astimezone(timezone(delta if sign == "+" else -delta))  # type: ignore[no-any-return]


def _header_positions(data: bytes, first_line: int) -> dict[str, Position]:
    """Where the value of each header begins; `decoded` where what is read differs from the file."""
    out: dict[str, Position] = {}
    lines = data[: _header_end(data)].decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    name = ""
    for number, line in enumerate(lines, first_line):
        found = _FIELD.match(line)
        if found:
            name = found.group(1).lower()
            if name not in out:
                out[name] = Position(number, found.end() + 1, "=?" in line)
            else:
                name = ""
        elif name and line[:1] in (" ", "\t"):
            out[name] = Position(out[name].line, out[name].column, True)
    return out
