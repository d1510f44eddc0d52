"""The line a mail program writes above what it quotes: "On Monday, Laura wrote:", in many
languages.

Not a list of such lines but a grammar of what they are made of: a connector, a date, a time, a
person, an address, a verb of writing and a colon, in any order that starts like one and ends like
one, wrapped anywhere. What is weak evidence alone (no address, no time) counts only when a quote
follows.

Verbs and connectors: the reply headers of Gmail, Outlook, Apple Mail, Thunderbird, KMail,
Evolution, Balsa and Yahoo in each language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.mail.calendar import MONTHS, WEEKDAYS
from replylint.mail.lists import words
from replylint.text.expressions import expression
from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_LINES = 6
_MAX_LENGTH = 360

VERBS = words(
    """
    wrote writes written said says escribio escrito escriure escrit escriu escrigue escreveu
    ecrit ecrivait scritto
    scrive scrisse schrieb schreibt geschrieben schreef schrijft geschreven skrev skriver
    napisal napisala pise pisze
    написал написала написав написала пише пишет kirjoitti yazdı napsal napsala napisał napisała
    irta scris viet εγραψε
    """
)
_VERBS_CJK = ("写道", "寫道", "書きました", "작성", "כתב")
_CONNECTORS = words(
    "on at in the le el la els il em no am op den dnia dne w a al als de del dia pa po um "
    "vao pe ma στις на"
)
_OPENINGS = expression(
    r"(?:missatge|mensaje|mensagem|message|messaggio|nachricht|bericht|quoting|quotant|citando|citant|zitat|citat)"
    r" (?:de|d'|del|from|von|van|da|di|fra|från)?\b|quoting\b|in (?:a )?message\b|in article\b"
)
# After a verb in the middle only a name, an address, a date or one of these may follow.
_AFTER_VERB = words(
    """
    het volgende folgendes folgende følgende am um uhr at on le a the you van von de del da di i
    y les las dia s va ha
    heeft dir via mailto kl godz o om el en na vorm nachm du la un p m pm г р пользователь
    користувач to
    """
)
_WORD = expression(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMERIC_DATE = expression(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}\. \d{1,2}\. \d{4}|\d{4}[年년]|\d{1,2}月\d{1,2}日"
)
_YEAR = expression(r"\b(?:19|20)\d\d\b")
_FIRST_DIGIT = expression(r"\D{0,24}\d")
_TIME = expression(r"(?<![\d.])\d{1,2}[:.h]\d{2}(?![\d.]*\d{2})")
_ZONE = expression(r"(?:GMT|UTC|CES?T)(?:[+-]\d\d?:?\d\d)?|[+-]\d{4}\b")
_ADDRESS = expression(r"[\w.+=-]{1,64}@[\w-]{1,63}\.[\w.-]{2,120}|<mailto:")
_ENDS = expression(r"(?:[:：]|-{3,}|[:：]?\s?\*)\s*$")
_QUOTED_PRINTABLE = expression(r"(?:=[0-9A-F]{2})+")
_SPACES = expression(r"\s+")
_QUOTE_END = expression(r">\s?[^\W\d_]{0,12}\s?:$")  # what is left of "<address>\n> wrote:"
_QUOTE_LINE = expression(r"\s{0,3}[>|]")


def span(lines: Sequence[str], at: int) -> tuple[int, int] | None:
    """Lines (first, one past the last) of the attribution that ends with line `at`, or None."""
    end = lines[at].rstrip()
    if not end or len(end) > _MAX_LENGTH:
        return None
    quote = _quote_follows(lines, at + 1)
    if not (quote or _ENDS.search(end) or _NUMERIC_DATE.match(end.lstrip())):
        return None
    if _QUOTE_LINE.match(end) and not _QUOTE_END.match(end):
        return None
    window, found = "", None
    for first in range(at, max(-1, at - MAX_LINES), -1):
        line = lines[first].strip()
        if not line:
            # A blank line inside: only where HTML turned into text put each piece of the address on
            # its own line.
            if window.startswith(("<", "(", "mailto:")):
                continue
            break
        if first < at and (
            _QUOTE_LINE.match(line)
            or line[-1] in ":："
            or (found is not None and _ends_sentence(line))
        ):
            break
        window = (
            line[:-1] + window if line.endswith("=") and window else f"{line} {window}".rstrip()
        )
        if len(window) > _MAX_LENGTH:
            break
        if _is_attribution(window, quote):
            found = first
    return None if found is None else (found, at + 1)


def _ends_sentence(line: str) -> bool:
    """Whether a line ends a sentence, and not in "28." or "d'ag." of a wrapped date."""
    if line[-1] not in ".!?…:;":
        return False
    last = [fold(w) for w in _WORD.findall(line[-16:])][-1:]
    return not (line[-2:-1].isdigit() or (last and (last[0] in MONTHS or last[0] in WEEKDAYS)))


def is_remnant(line: str) -> bool:
    """Whether a line that begins like a quote is the end of a wrapped attribution: "> wrote:"."""
    return bool(_QUOTE_END.match(line))


def _quote_follows(lines: Sequence[str], at: int) -> bool:
    for line in lines[at : at + 3]:
        if line.strip():
            return bool(_QUOTE_LINE.match(line))
    return False


def _is_attribution(window: str, quote: bool) -> bool:
    text = window.replace("&lt;", "<").replace("&gt;", ">")
    if "=" in text:
        text = _QUOTED_PRINTABLE.sub(" ", text)
    text = _SPACES.sub(" ", text).strip(" *_-—>")
    if not text:
        return False
    words = [fold(w) for w in _WORD.findall(text)]
    if not words:
        return False
    dated = bool(_NUMERIC_DATE.search(text)) or (
        any(c.isdigit() for c in text) and any(w in MONTHS for w in words)
    )
    address = bool(_ADDRESS.search(text))
    clock = bool(_TIME.search(text))
    ends = bool(_ENDS.search(window))
    dated = dated or (clock and bool(_YEAR.search(text)))  # months of a language not listed
    verb = _verb(text, ends or quote)
    start = _starts(text, words, dated, address)
    if not start and dated and clock and address and ends and _FIRST_DIGIT.match(text):
        start = "date"
    if not start:
        # "Laura wrote:" and nothing more: only right above a quote.
        return bool(verb and ends and quote and len(words) <= 8)
    prose = _prose(text)
    if prose > (6 if _NUMERIC_DATE.match(text) else 4 if verb else 2):
        return False
    if verb:
        return (address and (ends or quote)) or (dated and ends and (clock or quote or not prose))
    if start == "opening" and address and ends:
        return True
    if dated and address:
        return ends or (bool(_NUMERIC_DATE.match(text)) and _ends_with_address(text))
    if dated and clock and ends and quote:
        return True
    whole = (
        start == "date" and clock and text[-1] not in '<("' and len(words) <= 8 and len(text) < 100
    )
    return bool(whole and _ZONE.search(text))


def _prose(text: str) -> int:
    """How many words speak rather than name: small letters, and none of those that such lines are
    made of.
    """
    known = _AFTER_VERB | _CONNECTORS | VERBS
    return sum(
        1
        for word in _WORD.findall(_ADDRESS.sub(" ", text))
        if word[0].islower()
        and (w := fold(word)) not in known
        and w not in MONTHS
        and w not in WEEKDAYS
    )


def _starts(text: str, words: list[str], dated: bool, address: bool) -> str:
    """How the text begins like an attribution: "date", "connector", "person", "opening", or "" if
    it does not.
    """
    first = words[0]
    if text[0].isdigit():
        return "date" if dated and _date_at_start(text) else ""
    if dated and (first in WEEKDAYS or first in MONTHS) and len(text) > len(first):
        return "date"
    if text[0] in "在于於":
        return "connector"
    if _OPENINGS.match(fold(text[:40])):
        return "opening"
    if dated and first in _CONNECTORS:
        head = fold(text[:48]).replace(",", " ").replace(".", " ").split()[1:4]
        if any(w[0].isdigit() or w in WEEKDAYS or w in MONTHS for w in head):
            return "connector"
    if address:
        before = re.split(r"[<(\[]|\S+@", text, maxsplit=1)[0].strip(" \"'")
        names = before.split()
        if len(names) <= 7 and not before.endswith((".", ":", ",")) and "," not in before[:-1]:
            capitals = sum(1 for n in names if not n[0].islower())
            return "person" if not names or capitals * 2 >= len(names) or "via" in names else ""
    return ""


def _date_at_start(text: str) -> bool:
    head = text[:24]
    return bool(_NUMERIC_DATE.match(head)) or any(
        fold(w) in MONTHS or fold(w) in WEEKDAYS for w in _WORD.findall(head)[:3]
    )


def _verb(text: str, closed: bool) -> bool:
    """Whether a verb of writing stands where such lines have it: last, or before a name."""
    if any(v in text for v in _VERBS_CJK):
        return True
    if not closed:
        return False
    found = [m for m in _WORD.finditer(text) if fold(m.group()) in VERBS]
    if not found:
        return False
    rest = text[found[-1].end() :].strip(" :：-*)>")
    if rest in ("", "(a", "(а"):
        return True
    rest = _ADDRESS.sub("X", text[found[0].end() :])
    for word in _WORD.findall(rest):
        plain = fold(word)
        known = plain in _AFTER_VERB or plain in MONTHS or plain in WEEKDAYS or plain in VERBS
        if word[0].islower() and not known and plain not in ("mailto", "via"):
            return False
    return True


def _ends_with_address(text: str) -> bool:
    return bool(re.search(r"@[\w.-]{3,120}[>)\]]*$", text))
