"""A message as `replylint parse` prints it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from replylint.model import NOT_OWN, NOT_SIGNED
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Message

_BLANK_LINES = expression(r"\n(?:[ \t]*\n){2,}")


def parsed(message: Message) -> dict[str, Any]:
    """One entry of `messages` in the JSON of `replylint parse`."""
    from replylint.text.language import language_of

    return {
        "path": message.path,
        "subject": message.subject,
        "from": str(message.sender) if message.sender else None,
        "to": _people(message.to),
        "cc": _people(message.cc),
        "bcc": _people(message.bcc),
        "date": message.date.isoformat() if message.date else None,
        "language": language_of(message),
        "own": _tidy(message.blanked(NOT_SIGNED)),
        "own_without_signature": _tidy(_unsigned(message)),
        "parts": list(_shown(message)),
        "attachments": [
            {"name": a.name, "type": a.type, "size": a.size} for a in message.attachments or ()
        ],
        "defects": list(message.defects),
    }


def _people(people: Any) -> list[str] | None:
    return None if people is None else [str(person) for person in people]


def _tidy(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip(
        "\n"
    )


def _unsigned(message: Message) -> str:
    """Own text without the signature; where a program's follows a name typed by hand, without the
    program's.
    """
    signatures = message.of_kind("signature")
    if len(signatures) < 2:
        return message.blanked(NOT_OWN)
    kept = tuple(
        part for part in message.parts if part.kind != "signature" or part in signatures[1:]
    )
    return replace(message, parts=kept).blanked(NOT_OWN)


def _shown(message: Message) -> Iterator[dict[str, Any]]:
    """Give the parts with the lines of the file where they stand; of the text, where it was
    decoded.
    """
    number = at = 0
    for part in message.parts:
        number += message.text.count("\n", at, part.start)
        last = number + message.text.count("\n", part.start, part.end)
        at = part.start
        yield {
            "kind": part.kind,
            "line": message.lines[number].line if message.lines else number + 1,
            "end_line": message.lines[last].line if message.lines else last + 1,
            "text": message.text[part.start : part.end],
        }
