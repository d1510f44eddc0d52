"""Which language a text is in, told by its function words, endings and letters.

Every word votes for the languages that know it, so that what two languages share decides nothing
between them. Measured with `python -m benchmarks spelling`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import TYPE_CHECKING

from replylint.text.function_words import ENDINGS, FUNCTION_WORDS, LETTERS
from replylint.text.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from replylint.model import Message

_WORD = re.compile(r"[^\W\d_]+(?:['’·][^\W\d_]+)*")
_KNOWN_WORD, _ENDING, _FOREIGN_LETTER = 2.2, 0.7, 2.0  # evidence, in natural logarithms
_PRIOR = {"en": 1.0, "es": 1.0, "ca": 0.6, "gl": -2.0}
_COVERAGE = 0.18  # of the words, that a language must know to be it
_SURE = 0.9
_MIXED = 0.3  # of the words, in sentences of another language
_ELISION = re.compile(r"^(?:[dlmnst]|qu|c|j)['’](?=\w)")
_FAVOUR = 1.2  # evidence for the language of the whole text in each of its sentences
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Guess:
    """A text's language: an ISO 639-1 code, None where it is too short, mixed or unknown.

    `confidence` runs from 0 to 1; `words` is how many words were judged.
    """

    language: str | None
    confidence: float
    words: int


@lru_cache(maxsize=1)
def _languages_of() -> Mapping[str, tuple[str, ...]]:
    knows: dict[str, list[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in dict.fromkeys(words.split()):
            knows.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in knows.items()}


@lru_cache(maxsize=4096)
def _languages_of_ending(word: str) -> tuple[str, ...]:
    return tuple(each for each, endings in ENDINGS.items() if word.endswith(endings))


def _words(text: str) -> list[str]:
    prose = (token for token in text.split() if not _is_address(token))
    return [word.lower() for word in _WORD.findall(" ".join(prose).replace("’", "'"))]


def _is_address(token: str) -> bool:
    return "@" in token or "://" in token or token.startswith("www.")


def _evidence(words: Iterable[str]) -> tuple[dict[str, float], Counter[str]]:
    """Weigh the words for each language, and count those that it knows."""
    evidence = {language: _PRIOR.get(language, 0.0) for language in FUNCTION_WORDS}
    known: Counter[str] = Counter()
    languages_of = _languages_of()
    for word in words:
        languages = languages_of.get(word)
        if languages is None and "'" in word:
            languages = languages_of.get(_ELISION.sub("", word))
        if languages:
            for language in languages:
                evidence[language] += _KNOWN_WORD
            known.update(languages)
        elif len(word) > 4:
            for language in _languages_of_ending(word):
                evidence[language] += _ENDING
        if not word.isascii():
            marks = [letter for letter in word if not letter.isascii()]
            for language in evidence:
                letters = LETTERS.get(language, "")
                if any(mark not in letters for mark in marks):
                    evidence[language] -= _FOREIGN_LETTER
    return evidence, known


def _best(words: list[str], favoured: str = "") -> tuple[str, float, float]:
    """Find the likeliest language, its probability, and the part of the words that it knows."""
    evidence, known = _evidence(words)
    if favoured in evidence:
        evidence[favoured] += _FAVOUR
    best = max(evidence, key=evidence.__getitem__)
    share = 1 / sum(exp(max(value - evidence[best], -50)) for value in evidence.values())
    return best, share, known[best] / len(words) if words else 0.0


def identify(text: str) -> Guess:
    """Tell the language of a text: one of en, es, ca, fr, pt, gl, eu, it, de and nl."""
    words = _words(text)
    if not words:
        return Guess(None, 0.0, 0)
    best, share, coverage = _best(words)
    sure = (
        min(share, 0.99)
        * min(1.0, coverage / _COVERAGE)
        * min(1.0, (len(words) + 2) / (_SHORT + 2))
    )
    if share < _SURE or coverage < _COVERAGE or len(words) < _SHORT:
        return Guess(None, sure, len(words))
    if len(words) >= 20 and _mixed(text, best):
        return Guess(None, 0.5, len(words))
    return Guess(best, sure, len(words))


def _mixed(text: str, main: str) -> bool:
    prose = Prose(text)
    judged = other = 0
    for sentence, language in zip(prose.sentences, by_sentence(prose, main), strict=True):
        size = len(_words(sentence.of(text)))
        judged += size
        other += size if language != main else 0
    return other > _MIXED * judged


def by_sentence(prose: Prose, main: str) -> list[str]:
    """Tell the language of each sentence of a text in `main`; `main` where it is not clear."""
    out = []
    for sentence in prose.sentences:
        words = _words(sentence.of(prose.text))
        best, share, coverage = _best(words, main)
        clear = len(words) >= _SHORT and coverage >= 0.25 and share >= 0.85
        out.append(best if clear else main)
    return out


def language_of(message: Message) -> str | None:
    """Tell the language of a message from what it declares and what its author wrote.

    Front matter is the author's word; a Content-Language header is only the setting of a mail
    program, so it serves where the text does not tell.
    """
    declared = (message.language or "").partition("-")[0] or None
    if declared and message.format in ("md", "txt"):
        return declared
    return identify(message.own).language or declared
