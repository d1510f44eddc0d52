"""Which language a text is in, told by its function words, endings and letters.

Every word votes for the languages that know it, so that what two languages share decides nothing
between them. Measured with `python -m benchmarks spelling`.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from replylint.text.expressions import expression
from replylint.text.function_words import ENDINGS, FUNCTION_WORDS, LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from replylint.model import Message
    from replylint.text.prose import Prose

_WORD = expression(r"[^\W\d_]+(?:['’·][^\W\d_]+)*")
_KNOWN_WORD, _ENDING, _FOREIGN_LETTER = 2.2, 0.7, 2.0  # evidence, in natural logarithms
_PRIOR = {"en": 1.0, "es": 1.0, "ca": 0.6, "gl": -2.0}
_COVERAGE = 0.18  # of the words, that a language must know to be it
_SURE = 0.9
_MIXED = 0.3  # of the words, in sentences of another language
_ELISION = expression(r"^(?:[dlmnst]|qu|c|j)['’](?=\w)")
_FAVOUR = 1.2  # evidence for the language of the whole text in each of its sentences
_SHORT = 4


class Guess(NamedTuple):
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


class _Votes(NamedTuple):
    """What one word says: which languages know it, or have its ending, or lack its letters."""

    known: tuple[str, ...]
    ending: tuple[str, ...]
    foreign: tuple[str, ...]


@lru_cache(maxsize=16_384)
def _votes(word: str) -> _Votes:
    languages = _languages_of().get(word)
    if languages is None and "'" in word:
        languages = _languages_of().get(_ELISION.sub("", word))
    ending: tuple[str, ...] = ()
    if not languages and len(word) > 4:
        ending = tuple(each for each, endings in ENDINGS.items() if word.endswith(endings))
    foreign: tuple[str, ...] = ()
    if not word.isascii():
        marks = {letter for letter in word if not letter.isascii()}
        foreign = tuple(
            each for each in FUNCTION_WORDS if not marks.issubset(LETTERS.get(each, ""))
        )
    return _Votes(languages or (), ending, foreign)


def _words(text: str) -> list[str]:
    if "@" in text or "://" in text or "www." in text:
        text = " ".join(token for token in text.split() if not _is_address(token))
    return _WORD.findall(text.replace("’", "'").lower())


def _is_address(token: str) -> bool:
    return "@" in token or "://" in token or token.startswith("www.")


def _evidence(words: Iterable[str]) -> tuple[dict[str, float], dict[str, int]]:
    """Weigh the words for each language, and count those that it knows."""
    evidence = {language: _PRIOR.get(language, 0.0) for language in FUNCTION_WORDS}
    known = dict.fromkeys(evidence, 0)
    for word in words:
        votes = _votes(word)
        for language in votes.known:
            evidence[language] += _KNOWN_WORD
            known[language] += 1
        for language in votes.ending:
            evidence[language] += _ENDING
        for language in votes.foreign:
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


@lru_cache(maxsize=8)
def identify(prose: Prose) -> Guess:
    """Tell the language of a text: one of en, es, ca, fr, pt, gl, eu, it, de and nl."""
    words = _words(prose.text)
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
    if len(words) >= 20 and _mixed(prose, best):
        return Guess(None, 0.5, len(words))
    return Guess(best, sure, len(words))


def _mixed(prose: Prose, main: str) -> bool:
    judged = other = 0
    for size, language in _sentences(prose, main):
        judged += size
        other += size if language != main else 0
    return other > _MIXED * judged


def by_sentence(prose: Prose, main: str) -> list[str]:
    """Tell the language of each sentence of a text in `main`; `main` where it is not clear."""
    return [language for _, language in _sentences(prose, main)]


@lru_cache(maxsize=8)
def _sentences(prose: Prose, main: str) -> tuple[tuple[int, str], ...]:
    """For each sentence, how many words it has, and in which language."""
    out = []
    for sentence in prose.sentences:
        words = _words(sentence.of(prose.text))
        language = main
        if len(words) >= _SHORT:
            best, share, coverage = _best(words, main)
            if coverage >= 0.25 and share >= 0.85:
                language = best
        out.append((len(words), language))
    return tuple(out)


def language_of(message: Message) -> str | None:
    """Tell the language of a message from what it declares and what its author wrote.

    Front matter is the author's word; a Content-Language header is only the setting of a mail
    program, so it serves where the text does not tell.
    """
    declared = (message.language or "").partition("-")[0] or None
    if declared and message.format in ("md", "txt"):
        return declared
    return identify(message.prose).language or declared
