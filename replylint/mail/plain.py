"""Bodies without MIME: .txt and .md, with front matter."""

from __future__ import annotations

import re

from replylint.model import Message, Part, Position


def from_text(text: str, path: str = "<text>") -> Message:
    text = text.replace("\r\n", "\n")
    parts = tuple(
        Part("paragraph", m.start(), m.end()) for m in re.finditer(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text)
    )
    lines = tuple(Position(n, 1) for n in range(1, text.count("\n") + 2))
    return Message(path=path, format="md" if path.endswith(".md") else "txt", text=text, parts=parts, lines=lines)
