"""Text that is safe to print: other people's mail may hold terminal escapes."""

from __future__ import annotations

from replylint.text.expressions import expression

_UNSAFE = expression(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def printable(text: str) -> str:
    """Show control characters, escapes, bidirectional marks and lone surrogates as “�”."""
    return _UNSAFE.sub("\ufffd", text)


def escaped_in_json(document: str) -> str:
    """Write the same characters of a JSON document as its escapes; it says the same."""
    if document.replace("\n", "").isprintable():
        return document
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", document)
