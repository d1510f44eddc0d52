"""Threads in an .mbox file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from replylint.mail.mime import from_bytes
from replylint.model import Message, Problem
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_MESSAGES = 2000
# A "From " line begins a message at the start of the file or after a blank line, and headers follow
# it (RFC 4155).
_START = expression(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{0,500}\n(?=[!-9;-~]{1,100}[ \t]*:)")


def messages(data: bytes, path: str) -> Iterator[Message]:
    """Each message of the file, in its order. Raise Problem where it holds none, or too many to be
    one thread.
    """
    starts = list(_START.finditer(data))
    if not starts:
        raise Problem("holds no message", hint="An .mbox begins with a line “From …”", place=path)
    if len(starts) > MAX_MESSAGES:
        raise Problem(
            f"holds {len(starts)} messages, at most {MAX_MESSAGES}",
            hint="Save the one thread",
            place=path,
        )
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        end = following.start() if following else len(data)
        first_line = data.count(b"\n", 0, start.end()) + 1
        yield replace(
            from_bytes(data[start.end() : end], path, first_line=first_line), format="mbox"
        )


def newest(data: bytes, path: str) -> Message:
    """Give the message with the latest date, the last of the file where none has one."""
    return latest(list(messages(data, path)))


def latest(found: list[Message]) -> Message:
    """Give the message with the latest date; of those without, the last."""
    dated = [(m.date.timestamp(), n) for n, m in enumerate(found) if m.date is not None]
    return found[max(dated)[1]] if dated else found[-1]
