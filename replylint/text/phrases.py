"""Lists of phrases as a support lead writes them, found in a text by the first word of each.

One phrase a line, compared without case or accents:

    sorry for any inconvenience      these words, in this order
    sorry (for|about) the delay      (…) may be missing; | separates alternatives
    we|the-team apologise            one of these; a hyphen joins words that belong together
    lament* las molestias            * stands for any ending
    we are unable to ... refund      ... stands for up to five words of the same sentence
    within # days                    # is a number in figures
    ^best regards                    ^ only where a sentence begins
    many thanks$                     $ only where one ends

Lines that begin with "# " (hash and blank) are comments.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.model import Problem, Span
from replylint.text.prose import WORD, Prose, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = 5  # words that "..." may stand for

Token = tuple[tuple[tuple[str, ...], ...], bool]  # alternatives, each some words; may be missing
_GAP: Token = ((("...",),), True)


class Phrase(NamedTuple):
    """One line of a list, ready to match."""

    tokens: tuple[Token, ...]
    at_start: bool
    at_end: bool


@lru_cache(maxsize=4096)
def _phrase(line: str) -> Phrase:
    return Phrase(tuple(_tokens(line.strip("^$"))), line.startswith("^"), line.endswith("$"))


def _firsts(line: str) -> Iterator[str]:
    """The words that a phrase may begin with, read without taking the whole line apart."""
    chunk = line.strip("^$").partition(" ")[0]
    if chunk.isascii() and chunk.isalpha():
        yield chunk.lower()
        return
    for alternatives, optional in _tokens(line.strip("^$")):
        yield from (words[0] for words in alternatives)
        if not optional:
            return


def _tokens(body: str) -> Iterator[Token]:
    for chunk in body.split():
        if chunk == "...":
            yield _GAP
            continue
        optional = chunk.startswith("(") and chunk.endswith(")")
        choices = chunk[1:-1] if optional else chunk
        # Sentences are compared by their words: punctuation in a phrase is passed over.
        alternatives = tuple(filter(None, (tuple(_words(c)) for c in choices.split("|"))))
        if alternatives:
            yield alternatives, optional


def _words(chunk: str) -> Iterator[str]:
    if chunk == "#":
        yield "#"
        return
    if chunk.endswith(("'", "’")):  # an elided word of its own: m', l'
        yield fold(chunk)
        return
    prefix = chunk.endswith("*")
    words = [fold(m.group()) for m in WORD.finditer(chunk.rstrip("*"))]
    for i, word in enumerate(words):
        yield word + "*" if prefix and i == len(words) - 1 else word


def _same(pattern: str, word: str) -> bool:
    if pattern == word:
        return True
    if pattern[-1] == "*":
        return word.startswith(pattern[:-1])
    return pattern == "#" and word[0].isdigit()


class Phrases:
    """A list of phrases; `find` gives every place where one stands, longest first at each place."""

    def __init__(self, lines: str) -> None:
        self._exact: dict[str, list[str]] = {}
        self._prefix: dict[str, list[str]] = {}
        for line in lines.splitlines():
            line = line.strip()
            if not line or line.startswith("# "):
                continue
            for first in _firsts(line):
                if first == "...":
                    raise Problem(f"a phrase cannot begin with “...”: “{line}”")
                index = self._prefix if first[-1] == "*" else self._exact
                index.setdefault(first.rstrip("*"), []).append(line)
        self._lengths = sorted({len(prefix) for prefix in self._prefix})

    def find(self, prose: Prose, span: Span | None = None) -> list[Span]:
        """Spans of all phrases found, in order, none inside another; only those within `span` if
        given.
        """
        found: dict[int, int] = {}
        for at, phrase in self._candidates(prose):
            end = _match(phrase, prose, at)
            if end is not None and end > found.get(at, -1):
                found[at] = end
        out: list[Span] = []
        words = prose.words
        for at in sorted(found):
            place = Span(words[at].start, words[found[at] - 1].end)
            if span is not None and not (span.start <= place.start and place.end <= span.end):
                continue
            if not out or place.end > out[-1].end:
                out.append(place)
        return out

    def first(self, prose: Prose, span: Span | None = None) -> Span | None:
        """The first phrase found, or None."""
        found = self.find(prose, span)
        return found[0] if found else None

    def _candidates(self, prose: Prose) -> Iterator[tuple[int, Phrase]]:
        where = prose.where
        for first in self._exact.keys() & where.keys():
            for line in self._exact[first]:
                for at in where[first]:
                    yield at, _phrase(line)
        for length in self._lengths:
            for word, places in where.items():
                for line in self._prefix.get(word[:length], ()):
                    for at in places:
                        yield at, _phrase(line)
        for line in self._exact.get("#", ()):
            for at, word in enumerate(prose.folded):
                if word[0].isdigit():
                    yield at, _phrase(line)


def _match(phrase: Phrase, prose: Prose, at: int) -> int | None:
    """The index after the last word matched, or None. Sentences are never crossed."""
    sentence_of, folded = prose.sentence_of, prose.folded
    sentence = sentence_of[at]
    if phrase.at_start and at > 0 and sentence_of[at - 1] == sentence:
        return None
    limit = prose.words_in(prose.sentences[sentence]).stop if sentence >= 0 else at + 1
    states = {at}
    for token in phrase.tokens:
        alternatives, optional = token
        if token is _GAP:
            states = {s + n for s in states for n in range(GAP + 1) if s + n <= limit}
            continue
        moved = {
            s + len(words)
            for s in states
            for words in alternatives
            if s + len(words) <= limit and all(map(_same, words, folded[s : s + len(words)]))
        }
        states = moved | states if optional else moved
        if not states:
            return None
    end = max(states)
    if end <= at or (phrase.at_end and end != limit):
        return None
    return end


@lru_cache(maxsize=512)
def phrases(lines: str) -> Phrases:
    """The compiled list, kept: rules share lists and one process lints many drafts."""
    return Phrases(lines)
