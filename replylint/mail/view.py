"""A message as `replylint parse` prints it."""

from __future__ import annotations

from typing import Any

from replylint.model import Message


def parsed(message: Message) -> dict[str, Any]:
    return {
        "path": message.path,
        "subject": message.subject,
        "from": str(message.sender) if message.sender else None,
        "to": None if message.to is None else [str(a) for a in message.to],
        "cc": None if message.cc is None else [str(a) for a in message.cc],
        "bcc": None if message.bcc is None else [str(a) for a in message.bcc],
        "date": message.date.isoformat() if message.date else None,
        "language": message.language,
        "own": message.signed,
        "own_without_signature": message.own,
        "parts": [
            {
                "kind": part.kind,
                "line": message.text.count("\n", 0, part.start) + 1,
                "end_line": message.text.count("\n", 0, part.end) + 1,
                "text": message.text[part.start : part.end],
            }
            for part in message.parts
        ],
        "attachments": [
            {"name": a.name, "type": a.type, "size": a.size} for a in message.attachments or ()
        ],
        "defects": list(message.defects),
    }
