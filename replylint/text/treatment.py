"""How a text addresses its reader: tú, usted, vos and vosotros; tu, vostè and vós."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from replylint.model import Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.lemmas import lemma
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from replylint.text.prose import Prose

Kind = Literal["familiar", "vos", "plural", "formal"]
NAMES: dict[str, dict[Kind, str]] = {
    "es": {"familiar": "tú", "vos": "vos", "plural": "vosotros", "formal": "usted"},
    "ca": {"familiar": "tu", "plural": "vós", "formal": "vostè"},
    "en": {"familiar": "informal", "formal": "formal"},
}
"""What the speakers of each language call each treatment."""

_QUOTED = expression(
    r"«[^»\n]{0,200}»|“[^”\n]{0,200}”|\"[^\"\n]{0,200}\"|‘[^’\n]{0,80}’", needs='« “ " ‘'
)
_ADDRESS = expression(r"(?<!\S)\S{0,80}?(?:://|@|www\.)\S{0,200}", needs=":// @ www.")
# What an order may follow; a subjunctive in a subordinate clause follows other words.
_CLAUSE = expression(
    r"(?:(?:^|[.!?…:;,(–—*•-]|\n[ \t]*\n)[\s¡¿]*(?:no )?|\b(?:y|e|pero|favor|i|però|plau)\s+)$"
)
_SPANISH_ORDER = expression(
    r"\w{0,20}[áéíóú]\w{0,20}?([ae])(?:me|nos|te|se|lo|la|los|las|le|les)(?:l[oa]s?)?"
)
# Pronouns behind an infinitive or gerund: entregártelo.
_SPANISH_BOUND = expression(r"\w{2,20}(?:[aeiáéí]r|ndo)(me|nos|te|se|l[aeo]s?)(?:l[oa]s?)?")
_SPANISH_PAST = expression(r"\w{2,20}(?:aste|iste)")
_SPANISH_LATER = expression(r"\w{2,20}r(?:ás|ías)")
_SPANISH_PLURAL = expression(r"\w{1,20}[áé]is")
_CATALAN_ORDER = expression(
    r"\b([^\W\d_]{2,20})(?:['’](?:m|ns|t|s|n)|-(?:me|nos|te|se|ho|lo|la|los|les|ne|hi|us|vos))\b"
)
_CATALAN_TE = expression(r"\bte(?:['’](?:ls?|n|m)|\s(?:la|les|els|ho|hi|li))\b", re.IGNORECASE)
_CATALAN_LATER = expression(r"\w{2,20}ràs")
_CATALAN_PLURAL_LATER = expression(r"\w{2,20}[aei]?reu")
_VERB = ("ar", "er", "ir", "re", "ír", "arse", "erse", "irse")
# Catalan orders to tu that do not end in -a.
_CATALAN_FAMILIAR = frozenset(
    {"escriu", "respon", "digue", "fes", "rep", "segueix", "obre", "creu"}
)


class Mark(NamedTuple):
    """A form that shows one treatment and no other."""

    kind: Kind
    span: Span


@lru_cache(maxsize=32)
def _words(name: str, language: str) -> frozenset[str]:
    lines = shared("treatment")[name].get(language, "")
    return frozenset(word for line in lines.splitlines() for word in line.split("|") if word)


def marks(prose: Prose, language: str, labels: Iterable[str] = ()) -> list[Mark]:
    """Find the unambiguous marks of treatment in a Spanish or Catalan text, in order.

    Quotations, addresses and `labels` (names of products) are left out, and so is a form with a
    capital inside a sentence, which is the name of something: the page Tu cuenta.
    """
    if language not in ("es", "ca"):
        return []
    hidden = _hidden(prose.text, labels)
    found = [*_marked_words(prose, language), *_marked_phrases(prose, language)]
    if language == "ca":
        found += _catalan_orders(prose.text)
    seen: set[int] = set()
    out = []
    for mark in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if mark.span.start in seen or any(
            h.start < mark.span.end and mark.span.start < h.end for h in hidden
        ):
            continue
        seen.add(mark.span.start)
        out.append(mark)
    return out


def is_strictly_tu(word: str) -> bool:
    """Tell a Spanish familiar form that voseo does not share: tienes, not te."""
    return word.lower() in _words("not-vos", "es")


def _hidden(text: str, labels: Iterable[str]) -> list[Span]:
    spans = [Span(*m.span()) for pattern in (_QUOTED, _ADDRESS) for m in pattern.finditer(text)]
    for label in labels:
        at = text.find(label) if label else -1
        while at >= 0:
            spans.append(Span(at, at + len(label)))
            at = text.find(label, at + len(label))
    return spans


def _marked_words(prose: Prose, language: str) -> Iterator[Mark]:
    text = prose.text
    for i, span in enumerate(prose.words):
        word = span.of(text).replace("’", "'")
        small = word.lower()
        kind = _kind_of(small, language)
        if kind is None and small in _words("formal-order", language):
            kind = "formal" if _CLAUSE.search(text[max(0, span.start - 12) : span.start]) else None
        if kind is None or (word.isupper() and len(word) > 1 and not _is_shouted(prose, i)):
            continue
        if word[0].isupper() and not _begins_sentence(prose, i):
            continue
        yield Mark(kind, span)


def _is_shouted(prose: Prose, index: int) -> bool:
    around = prose.words[max(0, index - 1) : index + 2]
    return all(w.of(prose.text).isupper() for w in around)


def _begins_sentence(prose: Prose, index: int) -> bool:
    before = prose.text[: prose.words[index].start].rstrip(" \t¡¿«“\"'(*•-")
    return not before or before[-1] in ".!?…:\n"


def _kind_of(word: str, language: str) -> Kind | None:
    kinds: tuple[Kind, ...] = ("vos", "familiar", "plural", "formal")
    for kind in kinds:
        if word in _words(kind, language):
            return kind
    return _spanish(word) if language == "es" else _catalan(word)


def _spanish(word: str) -> Kind | None:
    if _SPANISH_PLURAL.fullmatch(word):
        return "plural"
    if (_SPANISH_PAST.fullmatch(word) or _SPANISH_LATER.fullmatch(word)) and _is_verb(word, "es"):
        # compraste, podrás; but existe and gaste are other forms of existir and gastar
        return None if lemma(word, "es")[:-2] == word[:-1] else "familiar"
    bound = _SPANISH_BOUND.fullmatch(word)
    if bound and _is_verb(word, "es"):
        return "familiar" if bound.group(1) == "te" else None
    order = _SPANISH_ORDER.fullmatch(word)
    if not order:
        return None
    base = lemma(word, "es").removesuffix("se")
    if base == word or not base.endswith(("ar", "er", "ir", "ír")):
        return None
    ending = word[order.end(1) :]
    if ending.startswith("te"):
        return "familiar"
    if ending.startswith("se"):
        return "formal"
    return "familiar" if (order.group(1) == "a") == base.endswith("ar") else "formal"


def _catalan(word: str) -> Kind | None:
    if _CATALAN_LATER.fullmatch(word) and _is_verb(word, "ca"):
        return "familiar"
    if _CATALAN_PLURAL_LATER.fullmatch(word) and _is_verb(word, "ca"):
        return "plural"
    return None


def _is_verb(word: str, language: str) -> bool:
    base = lemma(word, language)
    return base != word and base.endswith(_VERB)


def _catalan_orders(text: str) -> Iterator[Mark]:
    for m in _CATALAN_TE.finditer(text):
        yield Mark("familiar", Span(m.start(), m.end()))
    for m in _CATALAN_ORDER.finditer(text):
        base, whole = m.group(1).lower(), m.group().lower().replace("’", "'")
        span = Span(m.start(), m.end())
        if whole.endswith(("'t", "-te")):
            yield Mark("familiar", span)
        elif whole.endswith(("-us", "-vos")):
            yield Mark("plural", span)
        elif base in _CATALAN_FAMILIAR:
            yield Mark("familiar", span)
        elif base.endswith(("eu", "iu")) and len(base) > 3:
            yield Mark("plural", span)
        elif base.endswith(("i", "ï")) and len(base) > 3 and not whole.endswith("-hi"):
            yield Mark("formal", span)
        elif (
            base.endswith("a") and not whole.endswith(("'s", "-se", "-hi", "'n")) and len(base) > 3
        ):
            yield Mark("familiar", span)


def _marked_phrases(prose: Prose, language: str) -> Iterator[Mark]:
    for span in phrases(shared("treatment")["formal-phrase"][language]).find(prose):
        yield Mark("formal", span)
