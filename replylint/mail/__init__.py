"""Mail, read: bytes of .eml, .mbox, .html, .txt and .md become `Message`.

These are the only doors; what each needs is imported when it is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from email.message import EmailMessage
    from os import PathLike

    from replylint.model import Message

__all__ = [
    "customer_from",
    "from_email",
    "from_text",
    "newest_from_outside",
    "parsed",
    "read",
    "read_bytes",
]


def read(path: str | PathLike[str]) -> Message:
    """Read the mail in a file; its extension and content tell the format. Raise Problem if it
    cannot be.
    """
    from replylint.mail.files import load, read_bytes

    return read_bytes(load(path), str(path))


def read_bytes(data: bytes, path: str, format: str | None = None) -> Message:  # noqa: A002
    """Read mail that is in memory; `format` is an extension such as "eml", told from path and data
    if None.
    """
    from replylint.mail.files import read_bytes

    return read_bytes(data, path, format)


def from_text(text: str, path: str = "<text>") -> Message:
    """Read a plain body, with front matter if it has any."""
    from replylint.mail.plain import from_text

    return from_text(text, path)


def from_email(msg: EmailMessage) -> Message:
    """Read a message object of the standard library."""
    from replylint.mail.files import read_bytes

    return read_bytes(msg.as_bytes(), "<email>", "eml")


def customer_from(draft: Message, own_domains: tuple[str, ...]) -> Message | None:
    """Cut the customer's email out of the draft's quoted history: the newest one not from
    `own_domains`.
    """
    from replylint.mail.thread import customer_from

    return customer_from(draft, own_domains)


def newest_from_outside(path: str | PathLike[str], own_domains: tuple[str, ...]) -> Message:
    """Read a file given as the customer's: of a thread, the newest message from outside
    `own_domains`.
    """
    from replylint.mail.thread import newest_from_outside

    return newest_from_outside(path, own_domains)


def parsed(message: Message) -> dict[str, Any]:
    """Say what `replylint parse` prints of a message: one entry of `messages` of its JSON."""
    from replylint.mail.view import parsed

    return parsed(message)
