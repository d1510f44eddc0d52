"""Files and standard input to messages: which format it is, and why it cannot be read when it
cannot.
"""

from __future__ import annotations

import re
from dataclasses import replace
from os import PathLike, fspath
from typing import Any

from replylint.mail import charsets, ignores
from replylint.mail.plain import from_text
from replylint.model import Message, Problem
from replylint.text.expressions import expression

MAX_SIZE = 60 * 1024 * 1024
MAX_TEXT = 4 * 1024 * 1024  # of .txt, .md and .html, and of any decoded body
_KINDS = {
    "eml": "eml",
    "mbox": "mbox",
    "mbx": "mbox",
    "html": "html",
    "htm": "html",
    "md": "md",
    "markdown": "md",
    "txt": "txt",
    "text": "txt",
    "msg": "msg",
}
_HEADER = expression(
    rb"(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|x-[\w-]+"
    rb"|reply-to|sender|dkim-signature|envelope-to|arc-[\w-]+|authentication-results):",
    re.IGNORECASE,
)
_ANY_HEADER = expression(rb"[!-9;-~]{1,100}[ \t]*:")
_MARKUP = expression(
    r"\s{0,200}(?:<!doctype html|<html|<head|<body|<div|<p[ >]|<table|<!--)", re.IGNORECASE
)
_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "an Outlook .msg or old Office file"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a compressed file"),
)
_MSG_HINT = "Open it in Outlook, save it as .eml, and give that file"
_TEXT_HINT = "Give the mail as .eml, .mbox, .txt, .md or .html"


def load(path: str | PathLike[str]) -> bytes:
    """Give the bytes of a file. Raise Problem where it is missing, no file, not readable or over
    the cap.
    """
    import os  # pathlib costs a millisecond of start-up

    place = fspath(path)
    try:
        status = os.stat(place)  # noqa: PTH116
    except FileNotFoundError:
        if os.path.islink(place):  # noqa: PTH114
            raise Problem(
                "is a link to a file that is not there", hint="Mend the link", place=place
            ) from None
        raise Problem(
            "there is no such file", hint="Check the name and the folder", place=place
        ) from None
    except (OSError, ValueError) as error:
        raise _unreadable(place, error) from None
    if not os.path.isfile(place):  # noqa: PTH113
        what = "is a folder" if os.path.isdir(place) else "is not a regular file"  # noqa: PTH112
        raise Problem(what, hint="Name the file of one mail", place=place)
    if status.st_size > MAX_SIZE:
        raise _too_big(place, status.st_size, MAX_SIZE)
    try:
        with open(place, "rb") as stream:  # noqa: PTH123
            return stream.read(MAX_SIZE + 1)
    except OSError as error:
        raise _unreadable(place, error) from None


def _unreadable(place: str, error: Exception) -> Problem:
    reason = getattr(error, "strerror", None) or str(error)
    return Problem(f"cannot be read ({reason})", hint="Check its permissions", place=place)


def _too_big(place: str, size: int, cap: int) -> Problem:
    megabytes = 1024 * 1024
    return Problem(
        f"is too big to be read ({size / megabytes:.0f} MB, at most {cap // megabytes} MB)",
        hint="Save the mail without its attachments",
        place=place,
    )


def format_of(data: bytes, path: str, given: str | None = None) -> str:
    """eml, mbox, html, md or txt, by the extension and, where it says nothing, by the content.

    Raise Problem for a .msg, for a binary file, and for a format that is not one of ours.
    """
    extension = (
        (given or path.rpartition(".")[2] if given or "." in path else "").lower().lstrip(".")
    )
    if given and extension not in _KINDS:
        raise Problem(
            f"“{given}” is not a format of mail", hint="Use eml, mbox, txt, md or html", place=path
        )
    kind = _KINDS.get(extension, "")
    if kind == "msg":
        raise Problem("is an Outlook .msg file, which cannot be read", hint=_MSG_HINT, place=path)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            hint = _MSG_HINT if magic[:1] == b"\xd0" else _TEXT_HINT
            raise Problem(f"is {what}, not mail", hint=hint, place=path)
    if kind in ("eml", "mbox"):
        if b"\x00" in data[:4096] and not _ANY_HEADER.match(data.lstrip()[:200]):
            raise Problem("is a binary file, not mail", hint=_TEXT_HINT, place=path)
        return kind
    if b"\x00" in data[:65536]:
        raise Problem("is a binary file, not mail", hint=_TEXT_HINT, place=path)
    return kind or _sniffed(data)


def _sniffed(data: bytes) -> str:
    head = data[:4096].lstrip()
    if head.startswith(b"From ") and b"\n" in head and _ANY_HEADER.match(head.split(b"\n", 1)[1]):
        return "mbox"
    lines = [line for line in head.splitlines()[:40] if line[:1] not in (b" ", b"\t")]
    known = 0
    for line in lines:
        if not _ANY_HEADER.match(line):
            break
        known += bool(_HEADER.match(line))
    if known >= 2:
        return "eml"
    return "html" if _MARKUP.match(head.decode("latin-1")) else "txt"


def _narrow(data: bytes) -> bytes:
    """Give the bytes of a UTF-16 file as UTF-8, without a mark at their start."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or charsets.wide(data):
        return charsets.decode(data)[0].encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf")


def read_bytes(data: bytes, path: str, format: str | None = None) -> Message:  # noqa: A002
    """Read mail that is in memory. Raise Problem where it is none, or over a cap."""
    if len(data) > MAX_SIZE:
        raise _too_big(path, len(data), MAX_SIZE)
    data = _narrow(data)
    if not data.strip():
        raise Problem("is empty", hint="Nothing can be said of an empty mail", place=path)
    kind = format_of(data, path, format)
    if kind == "mbox":
        from replylint.mail.mbox import newest

        return newest(data, path)
    if kind == "eml":
        from replylint.mail.mime import from_bytes

        return _checked(from_bytes(data, path))
    if len(data) > MAX_TEXT:
        raise _too_big(path, len(data), MAX_TEXT)
    if kind == "html":
        return from_html(data, path)
    text, wrong = charsets.decode(data)
    message = from_text(text, path)
    changed: dict[str, Any] = {"format": kind} if kind != message.format else {}
    return replace(message, defects=(wrong,) if wrong else (), **changed)


def from_html(data: bytes, path: str) -> Message:
    """Read an .html file: a body without headers."""
    from replylint.mail.html import charset, to_text
    from replylint.mail.segments import parts

    markup, wrong = charsets.decode(data, charset(data))
    text = to_text(markup, path)
    return Message(
        path=path,
        format="html",
        text=text,
        parts=parts(text),
        ignores=ignores.in_markup(markup),
        defects=(wrong,) if wrong else (),
    )


def _checked(message: Message) -> Message:
    if len(message.text) > MAX_TEXT:
        raise _too_big(message.path, len(message.text), MAX_TEXT)
    return message
