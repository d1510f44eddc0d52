"""A message as `replylint parse` prints it."""

from __future__ import annotations

import re
from typing import Any

from replylint.model import OTHERS_WORDS, Message, Part

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def parsed(message: Message) -> dict[str, Any]:
    """One entry of `messages` in the JSON of `replylint parse`."""
    return {
        "path": message.path,
        "subject": message.subject,
        "from": str(message.sender) if message.sender else None,
        "to": _people(message.to),
        "cc": _people(message.cc),
        "bcc": _people(message.bcc),
        "date": message.date.isoformat() if message.date else None,
        "language": message.language,
        "own": _tidy(message.signed),
        "own_without_signature": _tidy(_unsigned(message)),
        "parts": [_part(message, part) for part in message.parts],
        "attachments": [
            {"name": a.name, "type": a.type, "size": a.size} for a in message.attachments or ()
        ],
        "defects": list(message.defects),
    }


def _people(people: Any) -> list[str] | None:
    return None if people is None else [str(person) for person in people]


def _tidy(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip("\n")


def _unsigned(message: Message) -> str:
    """Own text without the signature; where a program's follows a name typed by hand, without the program's."""
    signatures = message.of_kind("signature")
    if len(signatures) < 2:
        return message.own
    cut = [p for p in message.parts if p.kind in OTHERS_WORDS or p.kind == "legal-footer" or p in signatures[1:]]
    text = message.text
    for part in cut:
        stretch = "".join(c if c == "\n" else " " for c in text[part.start : part.end])
        text = text[: part.start] + stretch + text[part.end :]
    return text


def _part(message: Message, part: Part) -> dict[str, Any]:
    return {
        "kind": part.kind,
        "line": _line(message, part.start),
        "end_line": _line(message, part.end),
        "text": message.text[part.start : part.end],
    }


def _line(message: Message, at: int) -> int:
    number = message.text.count("\n", 0, at)
    return message.lines[number].line if message.lines else number + 1
