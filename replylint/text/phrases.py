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
from replylint.text.prose import HEAD, WORD, Prose, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = 5  # words that "..." may stand for
_FEW = 40  # words that are sooner looked up one by one

Token = tuple[tuple[tuple[str, ...], ...], bool]  # alternatives, each some words; may be missing
_GAP: Token = ((("...",),), True)


class Phrase(NamedTuple):
    """One line of a list, ready to match.

    `plain` are its words where it has no alternatives, `seconds` the words one of which must be its
    second; None where that cannot be said. Of each of `needs`, a text without any word has it not.
    """

    tokens: tuple[Token, ...]
    at_start: bool
    at_end: bool
    plain: tuple[str, ...] | None
    seconds: frozenset[str] | None
    needs: tuple[frozenset[str], ...]


class _Bucket:
    """Phrases that begin alike, taken apart when a text first has their beginning.

    `by_second` holds those whose second word is known, by that word; `others` the rest.
    """

    __slots__ = ("by_second", "lines", "others")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.by_second: dict[str, list[Phrase]] = {}
        self.others: list[Phrase] = []

    def ready(self) -> _Bucket:
        for line in self.lines:
            phrase = _phrase(line)
            if phrase.seconds is None:
                self.others.append(phrase)
            else:
                for second in phrase.seconds:
                    self.by_second.setdefault(second, []).append(phrase)
        self.lines = []
        return self


def _phrase(line: str) -> Phrase:
    body = line.strip("^$")
    words = body.split(" ")
    if all(map(str.isalpha, words)):
        said = tuple(map(fold, words))
        seconds = frozenset(said[1:2]) or None
        return Phrase((), line.startswith("^"), line.endswith("$"), said, seconds, ())
    tokens = tuple(_tokens(body))
    return Phrase(
        tokens, line.startswith("^"), line.endswith("$"), _plain(tokens), _seconds(tokens),
        _needs(tokens),
    )  # fmt: skip


def _plain(tokens: tuple[Token, ...]) -> tuple[str, ...] | None:
    out: list[str] = []
    for alternatives, optional in tokens:
        if optional or len(alternatives) > 1 or not all(map(_is_exact, alternatives[0])):
            return None
        out += alternatives[0]
    return tuple(out)


def _seconds(tokens: tuple[Token, ...]) -> frozenset[str] | None:
    if tokens[0][1]:
        return None
    following: tuple[str, ...] = ("#",)
    if len(tokens) > 1 and not tokens[1][1]:
        following = tuple(words[0] for words in tokens[1][0])
    out: list[str] = []
    for words in tokens[0][0]:
        out += words[1:2] or following
    return frozenset(out) if all(map(_is_exact, out)) else None


def _needs(tokens: tuple[Token, ...]) -> tuple[frozenset[str], ...]:
    required = (alternatives for alternatives, optional in tokens[1:] if not optional)
    said = (frozenset(words[-1] for words in alternatives) for alternatives in required)
    return tuple(words for words in said if all(map(_is_exact, words)))


def _is_exact(word: str) -> bool:
    return word[-1] != "*" and word != "#"


def _firsts(line: str) -> Iterator[str]:
    """The words that a phrase may begin with, read without taking the whole line apart."""
    chunk = line.strip("^$").partition(" ")[0]
    if not chunk.startswith("("):
        choices = chunk.split("|")
        if all(map(_is_plain, choices)):
            yield from map(fold, choices)
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


def _is_plain(choice: str) -> bool:
    """Whether a choice is one word, and `WORD` would not tell otherwise."""
    return choice.isalpha() or (choice[:-1].isalpha() and choice[-1] == "*")


def _words(chunk: str) -> Iterator[str]:
    if _is_plain(chunk):
        yield fold(chunk)
        return
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
    if pattern[-1] == "*":
        return word.startswith(pattern[:-1])
    return pattern == word or (pattern == "#" and word[0].isdigit())


class Phrases:
    """A list of phrases; `find` gives every place where one stands, longest first at each place."""

    def __init__(self, lines: str) -> None:
        self._exact: dict[str, _Bucket] = {}
        self._prefix: dict[str, dict[str, _Bucket]] = {}  # by the first letters of each
        for line in lines.splitlines():
            line = line.strip()
            if not line or line.startswith("# "):
                continue
            for first in _firsts(line):
                if first == "...":
                    raise Problem(f"a phrase cannot begin with “...”: “{line}”")
                index, key = self._exact, first
                if first[-1] == "*":
                    key = first[:-1]
                    index = self._prefix.setdefault(key[:HEAD], {})
                if key not in index:
                    index[key] = _Bucket()
                index[key].lines.append(line)

    def find(self, prose: Prose, span: Span | None = None) -> list[Span]:
        """Spans of all phrases found, in order, none inside another; only those within `span` if
        given.
        """
        found: dict[int, int] = {}
        following = prose.following
        for at, bucket in self._places(prose, span):
            if bucket.lines:
                bucket.ready()
            for phrases_here in (bucket.by_second.get(following[at]), bucket.others):
                for phrase in phrases_here or ():
                    end = _match(phrase, prose, at)
                    if end is not None and end > found.get(at, -1):
                        found[at] = end
        if not found:
            return []
        out: list[Span] = []
        words = prose.words
        for at in sorted(found):
            place = Span(words[at].start, words[found[at] - 1].end)
            if span is not None and place.end > span.end:
                continue
            if not out or place.end > out[-1].end:
                out.append(place)
        return out

    def first(self, prose: Prose, span: Span | None = None) -> Span | None:
        """The first phrase found, or None."""
        found = self.find(prose, span)
        return found[0] if found else None

    def _places(self, prose: Prose, span: Span | None) -> list[tuple[int, _Bucket]]:
        """Words that a phrase may begin with, and the phrases."""
        exact, folded, where = self._exact, prose.folded, prose.where
        within = prose.words_in(span) if span is not None else None
        if within is not None and len(within) < _FEW:
            found = [(at, exact[folded[at]]) for at in within if folded[at] in exact]
        else:
            found = [
                (at, exact[word]) for word in exact.keys() & where.keys() for at in where[word]
            ]
        for head in self._prefix.keys() & prose.heads.keys() if self._prefix else ():
            for beginning, bucket in self._prefix[head].items():
                for word in prose.heads[head]:
                    if word.startswith(beginning):
                        found += [(at, bucket) for at in where[word]]
        if "#" in exact:
            found += [(at, exact["#"]) for at in prose.figures]
        return found if within is None else [each for each in found if each[0] in within]


def _match(phrase: Phrase, prose: Prose, at: int) -> int | None:
    """The index after the last word matched, or None. Sentences are never crossed."""
    sentence_of, folded = prose.sentence_of, prose.folded
    sentence, size = sentence_of[at], len(folded)
    if phrase.at_start and at > 0 and sentence_of[at - 1] == sentence:
        return None
    if phrase.plain:
        end = at + len(phrase.plain)
        if folded[at:end] != phrase.plain or sentence_of[end - 1] != sentence:
            return None
    else:
        known = prose.where.keys()
        if any(map(known.isdisjoint, phrase.needs)):
            return None
        reached = _reached(phrase.tokens, prose, at)
        if reached is None:
            return None
        end = reached
    if phrase.at_end and end < size and sentence_of[end] == sentence:
        return None
    return end


def _reached(tokens: tuple[Token, ...], prose: Prose, at: int) -> int | None:
    """Where the longest reading of a phrase with alternatives ends."""
    sentence_of, folded = prose.sentence_of, prose.folded
    sentence = sentence_of[at]
    limit = prose.words_in(prose.sentences[sentence]).stop if sentence >= 0 else at + 1
    states = {at}
    for token in tokens:
        alternatives, optional = token
        if token is _GAP:
            states = {s + n for s in states for n in range(GAP + 1) if s + n <= limit}
            continue
        moved = set()
        for s in states:
            for words in alternatives:
                end = s + len(words)
                if end <= limit and (
                    folded[s:end] == words or all(map(_same, words, folded[s:end]))
                ):
                    moved.add(end)
        states = moved | states if optional else moved
        if not states:
            return None
    end = max(states)
    return end if end > at else None


@lru_cache(maxsize=512)
def phrases(lines: str) -> Phrases:
    """The compiled list, kept: rules share lists and one process lints many drafts."""
    return Phrases(lines)
