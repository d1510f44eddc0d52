"""Files and bytes to messages."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from replylint.mail.plain import from_text
from replylint.model import Address, Attachment, Message, Problem


def load(path: str | PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise Problem(f"cannot be read: {error.strerror}", place=str(path)) from None


def read_bytes(data: bytes, path: str, format: str | None = None) -> Message:  # noqa: A002
    kind = format or path.rpartition(".")[2].lower()
    if kind != "eml":
        return from_text(data.decode("utf-8", "replace"), path)
    import dataclasses
    import email.policy
    import email.utils

    msg = email.message_from_bytes(data, policy=email.policy.default)
    body = msg.get_body(("plain", "html"))
    message = from_text(body.get_content() if body else "", path)

    def people(name: str) -> tuple[Address, ...]:
        return tuple(Address(n, a.lower()) for n, a in email.utils.getaddresses(msg.get_all(name, [])))

    sender = people("from")
    return dataclasses.replace(
        message, format="eml", subject=msg["subject"], sender=sender[0] if sender else None, to=people("to"),
        cc=people("cc"), bcc=people("bcc"), reply_to=people("reply-to"),
        date=msg["date"].datetime if msg["date"] else None,
        attachments=tuple(
            Attachment(p.get_filename() or "", p.get_content_type(), len(p.get_payload(decode=True) or b""))
            for p in msg.iter_attachments()
        ),
    )  # fmt: skip
