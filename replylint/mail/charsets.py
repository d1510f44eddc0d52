"""Bytes to text when what is declared may be wrong: never an exception, never a lost body."""

from __future__ import annotations

import codecs

# What senders declare and what they mean (WHATWG Encoding Standard, "names and labels").
_MEANT = {
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "unknown-8bit": "utf-8",
    "8bit": "utf-8",
    "default": "utf-8",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "iso-8859-9": "cp1254",
    "iso-8859-8-i": "iso-8859-8",
    "tis-620": "cp874",
    "utf8mb4": "utf-8",
}
_NOT_CHARSETS = frozenset(
    {"undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """Give the text, and what was wrong with the declared charset ("" if nothing)."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _clean(data.decode(name, "replace")), ""
    narrow = _named(declared)[:6] not in ("utf-16", "utf-32", "utf-7", "utf_7")
    if narrow and data.isascii() and b"\x00" not in data and b"\x1b" not in data:
        return data.decode("ascii"), ""
    wide_name = wide(data)
    if wide_name:
        return _clean(data.decode(wide_name, "replace")), ""
    wanted = _named(declared)
    found = _strict(data, "utf-8")
    if found is not None and wanted in ("utf-8", "cp1252", ""):
        # Latin-1 that happens to be valid UTF-8 beyond ASCII is UTF-8 with a wrong label.
        wrong = wanted == "cp1252" or (not wanted and bool(declared))
        return _clean(found), f"charset {declared} is really utf-8" if wrong else ""
    for name in (wanted, "utf-8", "cp1252"):
        found = _strict(data, name) if name else None
        if found is not None:
            return _clean(
                found
            ), "" if name == wanted or not declared else f"charset {declared} is really {name}"
    return _clean(_guessed(data)), f"text is not valid {declared or 'utf-8'}"


def wide(data: bytes) -> str:
    """Give "utf-16-le" or "utf-16-be" where every other byte is zero, else "".

    That is how UTF-16 looks without its mark.
    """
    head = data[:400]
    if len(head) < 8 or len(data) % 2:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd * 5 > len(head) * 2 and even * 20 < len(head):
        return "utf-16-le"
    return "utf-16-be" if even * 5 > len(head) * 2 and odd * 20 < len(head) else ""


def _named(declared: str) -> str:
    """Give the codec for a declared charset, "" if there is none."""
    name = declared.strip().strip("\"'").lower()
    name = _MEANT.get(name, name)
    if not name or len(name) > 40:
        return ""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return ""
    text = getattr(info, "_is_text_encoding", True)
    return "" if info.name in _NOT_CHARSETS or not text else _MEANT.get(info.name, info.name)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _clean(text: str) -> str:
    """Without a mark at its start; zero characters, which no mail shows, become spaces."""
    return text.removeprefix("\ufeff").replace("\x00", " ")
