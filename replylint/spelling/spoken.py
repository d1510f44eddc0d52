"""The language that each sentence of a draft is to be judged in, and its words to judge."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.model import LANGUAGES, Span
from replylint.spelling.dictionary import dictionary
from replylint.spelling.exempt import blanked
from replylint.text.language import by_sentence

if TYPE_CHECKING:
    from replylint.spelling.dictionary import Dictionary
    from replylint.text.prose import Prose

FOREIGN = 0.4  # of a sentence's words unknown: it is in another language
ALL_FOREIGN = 0.7  # the same, for the language of the draft


class Spoken(NamedTuple):
    """A sentence in a language that we have a dictionary of, and its words that are not blank."""

    span: Span
    language: str
    words: tuple[Span, ...]


@lru_cache(maxsize=2)
def spoken(prose: Prose, main: str) -> tuple[Spoken, ...]:
    """Give the sentences that can be judged, without the words that are blanked."""
    text, out = blanked(prose.text), []
    guesses = by_sentence(prose, main)
    for sentence, guess in zip(prose.sentences, guesses, strict=True):
        places = (prose.words[n] for n in prose.words_in(sentence))
        words = tuple(word for word in places if text[word.start] != " ")
        if not words:
            continue
        language = _judged_in([_plain(text, word) for word in words], guess, main)
        if language in LANGUAGES:
            out.append(Spoken(sentence, language, words))
    return tuple(out)


def _plain(text: str, span: Span) -> str:
    return text[span.start : span.end].replace("’", "'")


def _unknown(words: list[str], known: Dictionary) -> int:
    return sum(word.islower() and len(word) > 1 and word not in known for word in words)


def _judged_in(words: list[str], guess: str, main: str) -> str:
    """Choose a sentence's language: as guessed, unless the dictionaries say otherwise."""
    if guess not in LANGUAGES:
        return guess
    unknown = _unknown(words, dictionary(guess))
    if guess != main and unknown and _unknown(words, dictionary(main)) <= unknown:
        return main
    if unknown < 2 or unknown < FOREIGN * len(words):
        return guess
    for other in LANGUAGES:
        if other != guess and _unknown(words, dictionary(other)) * 3 <= unknown:
            return other
    return guess if guess == main and unknown < ALL_FOREIGN * len(words) else "unknown"
