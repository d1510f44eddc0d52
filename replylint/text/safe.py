"""Text that is safe to print: other people's mail may hold terminal escapes."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def printable(text: str) -> str:
    """Control characters, escapes, bidirectional marks and lone surrogates as “�”; tabs and line ends stay."""
    return _UNSAFE.sub("\ufffd", text)


def escaped_in_json(document: str) -> str:
    """A JSON document with the same characters written as \\uXXXX; it says the same."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", document)
