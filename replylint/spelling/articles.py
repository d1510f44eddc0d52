"""English a and an, by the sound that the next word begins with."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from replylint.text.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replylint.model import Span

_VOWEL = expression(r"[aeiou]")
# Written with a vowel, spoken with a consonant: university, European, one-way.
_GLIDE = expression(
    r"eu|ewe|ubiq|uni(?:[qtvfclo]|son)|us[aeu]|ur(?:an|in|o)|ut[ei]|(?:ones?|once|oneself)$"
)
# Written with h, spoken without.
_SILENT = expression(r"(?:hour|honest|honou?r|heir)")
_NO_NOUN = frozenset(("and", "are", "into", "its", "our", "other", "once", "only", "onto"))
_EITHER = expression(r"(?:h(?:otel|istoric|erb|abitual|ysterical|omage|eroic)|[aeiou]$|historian)")


def wrong_articles(text: str, words: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Find each a that should be an, and each an that should be a."""
    for article, noun in pairwise(words):
        written = article.of(text)
        if written.lower() not in ("a", "an") or written == "A":
            continue
        word = noun.of(text)
        if text[article.end : noun.start].strip(" \n") or not word.isalpha() or len(word) < 3:
            continue
        if word in _NO_NOUN or any(
            letter.isupper() for letter in word[1:]
        ):  # an SMS, a UN body: letter by letter
            continue
        vowel = _sounds_vowel(word.lower())
        if vowel is not None and vowel != (written.lower() == "an"):
            yield article, _as(written, "an" if vowel else "a")


def _as(written: str, right: str) -> str:
    return right.capitalize() if written[0].isupper() else right


def _sounds_vowel(word: str) -> bool | None:
    if _EITHER.match(word) or not word.isascii():
        return None
    if _SILENT.match(word):
        return True
    if word[0] == "y" and len(word) > 1 and word[1] not in "aeiou":  # Yvonne
        return None
    return _VOWEL.match(word) is not None and not _GLIDE.match(word)
