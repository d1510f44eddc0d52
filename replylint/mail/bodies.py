"""The tree of MIME parts, walked: what a reader sees as text, and what travels as a file.

Attached messages are not entered, alternatives give their plain text unless it is empty, and text
of any other kind is shown rather than lost.
"""

from __future__ import annotations

from typing import Any

from replylint.mail import charsets, ignores
from replylint.model import Attachment, Position, Problem

MAX_DEPTH = 100

_PLAIN_ENCODINGS = frozenset({"", "7bit", "8bit", "binary"})
_SIGNATURES = (
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
)


class Body:
    """What the walk has collected."""

    def __init__(self, data: bytes, start: int, first_line: int, path: str) -> None:
        self.data, self.at, self.first_line, self.path = data, start, first_line, path
        self.pieces: list[tuple[str, tuple[Position, ...] | None]] = []
        self.attachments: list[Attachment] = []
        self.attached: list[Any] = []
        self.defects: list[str] = []
        self.ignores: tuple[tuple[str, str], ...] = ()
        self.longest, self.flowed = -1, False
        self.reports: list[str] = []

    def add_plain(self, text: str, first_line: int | None) -> None:
        """Add text as sent; `first_line` of the file is where it stands, None if it was encoded."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        while len(lines) > 1 and not lines[-1].strip():
            lines.pop()
        self.longest = max(self.longest, *(len(line) for line in lines))
        places = (
            None
            if first_line is None
            else tuple(Position(first_line + n, 1) for n in range(len(lines)))
        )
        self.pieces.append(("\n".join(lines), places))

    def add_html(self, markup: str) -> None:
        from replylint.mail.html import to_text

        self.ignores += ignores.in_markup(markup)
        self.pieces.append((to_text(markup, self.path), None))

    def joined(self) -> tuple[str, tuple[Position, ...] | None]:
        """Give the whole text, and the place of each of its lines if all of them have one in the
        file.
        """
        pieces = [piece for piece in self.pieces if piece[0].strip()]
        if not pieces:  # a report of non-delivery may say all it says in its machine-readable part
            pieces = [(text, None) for text in self.reports if text.strip()] or self.pieces[:1]
        text = "\n\n".join(piece for piece, _ in pieces)
        places: list[Position] = []
        for _, lines in pieces:
            if lines is None:
                return text, None
            if places:
                places.append(Position(places[-1].line + 1, 1))
            places.extend(lines)
        return text, tuple(places) or (Position(self.first_line, 1),)

    def line_of(self, raw: bytes) -> int | None:
        """Give the line of the file at which an unencoded part begins; parts are asked for in their
        order.
        """
        at = self.data.find(raw, self.at) if raw.strip() else -1
        while at > 0 and not self.data[:at].endswith((b"\n\n", b"\n\r\n", b"\r\r")):
            at = self.data.find(raw, at + 1)
        if at < 0:
            return None
        self.at = at + len(raw)
        return self.first_line + line_at(self.data, at)


def line_at(data: bytes, at: int) -> int:
    """How many lines end before an offset: LF, CRLF or CR."""
    return data.count(b"\n", 0, at) + data.count(b"\r", 0, at) - data.count(b"\r\n", 0, at)


def walk(part: Any, body: Body, depth: int = 0) -> None:
    """Collect a part and what it holds. Raise Problem where they nest too deep to be mail."""
    if depth > MAX_DEPTH:
        raise Problem(
            f"its MIME parts are nested more than {MAX_DEPTH} deep",
            hint="Save the message that matters by itself",
            place=body.path,
        )
    kind = part.get_content_type()
    if not part.is_multipart():
        _leaf(part, kind, body)
        return
    payload = part.get_payload()
    if kind == "multipart/alternative":
        _alternative(payload, body, depth)
    elif kind.startswith("message/"):
        _attached(part, kind, payload, body)
    else:
        for child in payload:
            walk(child, body, depth + 1)


def _alternative(children: list[Any], body: Body, depth: int) -> None:
    """Give the first alternative in plain text, else the last that says anything; files of all of
    them.
    """
    best: list[tuple[str, tuple[Position, ...] | None]] = []
    before, plain = body.pieces, (body.longest, body.flowed)
    found_plain = False
    for child in children:
        body.pieces = []
        body.longest, body.flowed = plain
        walk(child, body, depth + 1)
        if found_plain or not any(text.strip() for text, _ in body.pieces):
            continue
        best, measured = body.pieces, (body.longest, body.flowed)
        found_plain = child.get_content_type() == "text/plain"
        if found_plain:
            plain = measured
    body.pieces = before + best
    body.longest, body.flowed = plain


def _attached(part: Any, kind: str, payload: list[Any], body: Body) -> None:
    inner = payload[0] if payload else None
    name = _name(part)
    if kind == "message/rfc822" and inner is not None:
        body.attached.append(inner)
        from mailparser.utils import decode_header_part

        name = (
            name
            or (" ".join(decode_header_part(str(inner.get("subject") or "")).split()) or "message")
            + ".eml"
        )
    try:
        raw = b"".join(child.as_bytes() for child in payload)
    except Exception:
        raw = b""
    if kind != "message/rfc822":
        body.reports.append(charsets.decode(raw)[0].replace("\r\n", "\n").strip())
    size = len(raw) if raw else None
    body.attachments.append(Attachment(name or kind.rpartition("/")[2], kind, size))


def _leaf(part: Any, kind: str, body: Body) -> None:
    disposition = _asked(part.get_content_disposition) or ""
    name = _name(part)
    major = kind.partition("/")[0]
    shown = (
        major in ("text", "multipart", "message")
        and kind != "text/calendar"
        and disposition != "attachment"
    )
    if shown and name and not disposition and any(text.strip() for text, _ in body.pieces):
        shown = False
    if shown:
        _text(part, kind, body)
    if not shown or name:
        body.attachments.append(_file(part, kind, major, disposition, name))


def _file(part: Any, kind: str, major: str, disposition: str, name: str) -> Attachment:
    embedded = major == "image" and (disposition == "inline" or bool(part.get("content-id")))
    inline = embedded or kind in _SIGNATURES or (major == "text" and disposition == "inline")
    return Attachment(name or kind.replace("/", "."), kind, _size(part), inline)


def _text(part: Any, kind: str, body: Body) -> None:
    encoding = str(part.get("content-transfer-encoding") or "").strip().lower()
    raw: Any = part.get_payload(decode=True)
    if raw is None:
        raw = b""
    declared = str(_asked(part.get_content_charset) or "")
    if kind == "text/html":
        from replylint.mail.html import charset

        declared = declared or charset(raw)
    text, wrong = charsets.decode(raw, declared)
    if wrong:
        body.defects.append(wrong)
    if kind == "text/html":
        body.add_html(text)
        return
    plain = encoding in _PLAIN_ENCODINGS
    body.flowed = (
        body.flowed or str(_asked(lambda: part.get_param("format")) or "").lower() == "flowed"
    )
    body.add_plain(text, body.line_of(raw) if plain else None)


def _size(part: Any) -> int | None:
    """Bytes after decoding; of base64 without decoding it, for attachments are long."""
    payload = _asked(part.get_payload)
    if str(part.get("content-transfer-encoding") or "").strip().lower() == "base64" and isinstance(
        payload, str
    ):
        digits = len(payload) - sum(payload.count(c) for c in "\r\n \t")
        return digits * 3 // 4 - payload[-8:].count("=")
    raw = part.get_payload(decode=True)
    return len(raw) if isinstance(raw, bytes) else None


def _name(part: Any) -> str:
    from mailparser.utils import decode_header_part, mime_header_view

    def named() -> str:
        view, _ = mime_header_view(part)
        return str(decode_header_part(view.get_filename() or ""))

    return " ".join(str(_asked(named) or "").split())[:255]


def _asked(question: Any) -> Any:
    """Give the answer of a getter of the standard library, None where a malformed header makes it
    fail.
    """
    try:
        return question()
    except Exception:
        return None
