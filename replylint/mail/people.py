"""Who wrote a quoted message, by its attribution line or header block."""

from __future__ import annotations

import re

from replylint.mail.attribution import VERBS
from replylint.model import Address
from replylint.text.expressions import expression
from replylint.text.prose import fold

_EMAIL = expression(r"[\w.+=-]{1,64}@[\w-]{1,63}\.[\w.-]{2,120}")
# What stands before the name: everything up to the time, or up to the year where there is no time.
_BEFORE_NAME = expression(
    r"[^\n]{0,80}?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?|\b(?:19|20)\d\d\b"
    r"(?:[-/.]\d{1,2}[-/.]\d{1,2})?(?!.{0,24}\d[:.h]\d\d))"
    r"[,，]?\s*",
    re.IGNORECASE,
)
_QUOTED_PRINTABLE = expression(r"(?:=[0-9A-F]{2})+")
_OPENING = expression(
    r"\s*(?:missatge|mensaje|mensagem|message|quoting|citando|citant|zitat) (?:de|from|von)?\b",
    re.IGNORECASE,
)
_NO_NAME = expression(
    r"[ap]\.?\s?m\.?|uhr|you|en/na|schrieb|skrev|schreef|heeft|pisze|am|пользователь|користувач"
    r"|(?:gmt|utc|ces?t)?(?:[+-]\d{1,2}(?::?\d\d)?)?",
    re.IGNORECASE,
)


def person(value: str) -> Address | None:
    value = re.sub(r"<mailto:[^<>]{0,320}>|\[mailto:", "<", value).replace("]", ">")
    found = _EMAIL.search(value)
    name = re.split(r"[<(\[]", value, maxsplit=1)[0]
    name = "" if found and name.strip().lower() == found.group().lower() else name.strip(" \"'*")
    if not found and not name:
        return None
    return Address(name, found.group().lower().rstrip(".") if found else "")


def attributed(line: str) -> Address | None:
    """Give the person that an attribution names: what stands before the address, without date, verb
    and colon.
    """
    line = _QUOTED_PRINTABLE.sub(" ", line.replace("&lt;", "<").replace("&gt;", ">")).strip(" *_-")
    found = _EMAIL.search(line)
    before = re.split(r"<|\[mailto:|\(\s*<?\S{1,64}@", line[: found.start()] if found else line)[0]
    dated = list(_BEFORE_NAME.finditer(before))
    words = (before[dated[-1].end() :] if dated else _OPENING.sub("", before)).split()
    if not words:  # the date stands behind the name
        words = _OPENING.sub("", before).split()
    # Between date and name stand verbs ("schrieb"), titles ("пользователь"), zones, halves of the
    # day.
    while words and (_NO_NAME.fullmatch(words[0].strip(",:")) or _is_small_word(words[0])):
        words = words[1:]
    verb = next((n for n, word in enumerate(words) if fold(word.strip(" :")) in VERBS), len(words))
    words = words[:verb]
    while words and words[-1] in ("va", "ha", "a", "het", "volgende", "am"):
        words = words[:-1]
    name = " ".join(words).strip(" \"'“”,:：(-")
    if len(name) > 80 or sum(c.isdigit() for c in name) > 4:
        name = ""
    return (
        Address(name, found.group().lower().rstrip(".") if found else "") if name or found else None
    )


def _is_small_word(word: str) -> bool:
    return (word[0].islower() and word[-1] == ".") or fold(word.strip(",:")) in VERBS
