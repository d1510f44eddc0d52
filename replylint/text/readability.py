"""How hard a text is to read: words a sentence, and the formula where the language has one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.text.expressions import expression

if TYPE_CHECKING:
    from types import ModuleType

    from replylint.model import Language, Span
    from replylint.text.prose import Prose

_NEAR = 8.0  # how far our own estimate has been seen to lie from textstat's figure, at most
_LEAST_WORDS, _MOST_WORDS = 60, 20_000  # under this the formulas say little; over it, it is no mail
_VOWELS_EN = expression(r"[aeiouy]+")
_VOWELS_ES = expression(r"[iu]?[aeo]+[iuy]?|[iu]+")
_ADDRESS = expression(r"(?:https?://|www\.)\S+|(?<!\S)\S+(?:@|\.\w+/)\S*", needs=":// www. @ /")
_BROKEN = expression(
    r"[ \t]{2,}|\t|\n(?=[ \t]*(?:[-*•·>]|\d{1,2}[.)]|[A-Z][\w ]{0,30}:))|=\n"
)  # items and columns
_LISTED = expression(r"[,;]\s+")


class Ease(NamedTuple):
    """Reading ease of a text on a scale to 100 (easy), its formula, and words a sentence."""

    formula: str
    value: float
    sentence: float


def length(prose: Prose, sentence: Span) -> int:
    """Words of a sentence; an address is one, an elided article none, a short item one."""
    text = max(_BROKEN.split(_ADDRESS.sub("x", sentence.of(prose.text))), key=len)
    head, colon, listed = text.partition(": ")
    items = _LISTED.split(listed) if colon else []
    if len(items) >= 4 and all(len(item.split()) <= 7 for item in items):
        return _count(head) + len(items)
    return _count(text)


def _count(text: str) -> int:
    return sum(1 for word in text.split() if any(c.isalnum() for c in word))


def estimate(prose: Prose, language: Language) -> float | None:
    """A cheap figure on the scale of the language's formula; None for Catalan and short texts."""
    words = [w for w in prose.folded if w[0].isalpha()]
    sentences = len(prose.sentences)
    if language == "ca" or not sentences or not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
        return None
    if language == "en":
        syllables = sum(_english(word) for word in words)
        return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)
    syllables = sum(max(1, len(_VOWELS_ES.findall(word))) for word in words)
    return 206.835 - 62.3 * syllables / len(words) - len(words) / sentences


@lru_cache(maxsize=8192)
def _english(word: str) -> int:
    count = len(_VOWELS_EN.findall(word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(1, count)


def ease(prose: Prose, language: Language, *, under: float) -> Ease | None:
    """The reading ease of a text where it is under a threshold; else, and in Catalan, None.

    textstat is loaded only where our own estimate is near the threshold. Sources: English, Flesch
    1948, A new readability yardstick; Spanish, Szigriszt Pazos 1993, Sistemas predictivos de
    legibilidad, with the INFLESZ bands of Barrio Cantalejo 2008.
    """
    rough = estimate(prose, language)
    if rough is None or rough > under + _NEAR:
        return None
    text = "\n".join(" ".join(s.of(prose.text).split()) for s in prose.sentences)
    textstat = _textstat(language)
    formula = "Flesch" if language == "en" else "Szigriszt-Pazos"
    value = float(
        textstat.flesch_reading_ease(text) if language == "en" else textstat.szigriszt_pazos(text)
    )
    if value >= under:
        return None
    words = sum(1 for w in prose.folded if w[0].isalpha())
    return Ease(formula, round(value, 1), round(words / len(prose.sentences), 1))


@lru_cache(maxsize=2)
def _textstat(language: Language) -> ModuleType:
    import textstat

    found: ModuleType = (
        textstat.textstat.__class__()
    )  # one of our own: the shared one keeps a language for everybody
    found.set_lang(language)
    return found
