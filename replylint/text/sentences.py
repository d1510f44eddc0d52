"""Sentences with their offsets: cut at . ! ? … and where lists and headings end a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.model import Span
from replylint.text.expressions import expression

if TYPE_CHECKING:
    import re

# Abbreviations after which a capital goes on with the same sentence
# (RAE, Ortografía 2010, apéndice 3; IEC; New Hart's Rules).
_NAMED = """
mr mrs ms dr dra drs prof profa sr sra srta sres sras d dña da dª st sta sto av avda avgda c cl
ctra crta pl plza pza núm num no nº n.º nº tel telf tlf ext apdo aptdo pág pàg págs art arts vol ed
esq dcha izq izda pº p bto ing lic arq abog mme mlle gov gen col rev hon capt sgt messrs approx
aprox ref refs fig figs vs cf ej ex
"""
_WITHIN = """
etc ee uu eeuu s.a s.l a.m p.m e.g i.e p.ej p.ex vd vds ud uds jan feb mar apr jun jul aug sep sept
oct nov dec
"""
_BEFORE_NAME, _INSIDE = frozenset(_NAMED.split()), frozenset(_WITHIN.split())
_SHORT = _BEFORE_NAME | _INSIDE
_END = expression(
    r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[?]+"
    r"|\n[ \t]*(?:\n|[-*•–·►]\s|\(?\d{1,2}[.)]\s|(?=[^\W_a-záéíóúàèòüïñç]|[¿¡\"«“>(]))"
)
SHORTEST_WIDTH = 45  # no program wraps lines at less
_LAST_WORD = expression(r"[\wªº](?:[\w.ªº]*[\wªº])?$")
_NEXT = expression(r"\s*[\"'“‘«(\[¿¡]*(\w?)")


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or an ordinal."""
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return False
    following = _NEXT.match(text, stop.end())
    first = following.group(1) if following else ""
    before = _LAST_WORD.search(text[max(start, stop.start() - 24) : stop.start()])
    if first and first.islower():
        # People who leave out capitals still end sentences: only what looks short goes on.
        word = before.group().lower() if before else ""
        return len(word) <= 3 or "." in word or word in _SHORT
    if not before or not first:
        return False
    word = before.group().lower()
    if word.isdigit() and len(word) <= 2 and text[start : stop.start()].strip() == word:
        return True  # the number of a list item
    if len(word) == 1 and word.isalpha():  # an initial: J. Smith
        return before.group().isupper()
    return word in _BEFORE_NAME or (word in _INSIDE and not first.isupper())


def _is_wrapped(text: str, at: int) -> bool:
    """Whether the line end at `at` is only there because the next word would not have fitted."""
    begin = text.rfind("\n", 0, at) + 1
    following = text.find("\n", at + 1)
    end = len(text) if following < 0 else following
    line, after = text[begin:at].rstrip(), text[at + 1 : end]
    if not line:
        return False
    word = after.split(None, 1)[0] if after.strip() else ""
    before = text[text.rfind("\n", 0, max(0, begin - 1)) + 1 : max(0, begin - 1)]
    width = max(SHORTEST_WIDTH, len(line), len(after.rstrip()), len(before))
    return len(line) + 1 + len(word) > width


def sentences(text: str) -> tuple[Span, ...]:
    """Cut a text into sentences, without the white space around; a wrapped line ends none."""
    out: list[Span] = []
    start = 0
    for stop in _END.finditer(text):
        if stop.group()[0] == "\n":
            alone = not stop.group().strip() and stop.group().count("\n") == 1
            if alone and _is_wrapped(text, stop.start()):
                continue
        elif _goes_on(text, start, stop):
            continue
        end = stop.start() if stop.group()[0] == "\n" else stop.end()
        _add(out, text, start, end)
        start = end
    _add(out, text, start, len(text))
    return tuple(out)


def _add(out: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        begin = start + len(piece) - len(piece.lstrip())
        out.append(Span(begin, begin + len(stripped)))
