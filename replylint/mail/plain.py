"""Bodies without MIME: .txt and .md, with front matter."""

from __future__ import annotations

from replylint.mail.segments import parts
from replylint.model import Message, Position


def from_text(text: str, path: str = "<text>") -> Message:
    """Read a plain body, with front matter if it has any."""
    text = text.replace("\r\n", "\n")
    lines = tuple(Position(n, 1) for n in range(1, text.count("\n") + 2))
    return Message(
        path=path, format="md" if path.endswith(".md") else "txt", text=text, parts=parts(text), lines=lines
    )
