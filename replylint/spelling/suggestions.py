"""What a misspelt word may have been meant to be: how people mistype, how common words are."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from replylint.spelling.morphology import CONTRACTIONS
from replylint.text.expressions import expression
from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.spelling.dictionary import Dictionary

MOST = 3
RUN_TOGETHER = {
    "en": """
        a lot, a bit, a few, as well, at least, at all, in case, in fact, in front, in
        order, in spite, in addition, in between, each other, one another, thank you, of
        course, no one, up to, such as, even though, even if, so that, more than, all right,
        right away, let us, due to, how ever, as soon, as long, for example, next to, in
        touch, per cent, in stock, sign in
    """,
    "es": """
        por favor, sin embargo, o sea, a ver, de acuerdo, en seguida, es que, por ejemplo, a
        través, a veces, de nuevo, en cuanto, sobre todo, tal vez, a partir, por supuesto,
        en vez, de vez, para que, por tanto, por cierto, en caso, a fin, en fin, de repente,
        a pesar, así que, a punto, en general, por eso, de momento, en absoluto, de hecho, a
        lo mejor, mientras tanto
    """,
    "ca": """
        si us plau, sisplau us, per favor, per tant, d'acord, és clar, per exemple, en
        canvi, a través, de nou, a vegades, a més, per això, de moment, tal com, sobre tot,
        en cas, a partir, a punt, de fet, és a dir, per sort, potser que, de vegades, com
        ara, tan sols
    """,
}
_LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "abcdefghijklmnopqrstuvwxyzáéíóúüñ",
    "ca": "abcdefghijklmnopqrstuvwxyzàèéíïóòúüç·",
}
_ROWS = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
_BESIDE = {
    frozenset(pair)
    for row in _ROWS
    for pair in pairwise(row)
} | {
    frozenset(pair)
    for upper, lower in pairwise(_ROWS)
    for shift in (0, 1)
    for pair in zip(upper[shift:], lower, strict=False)
}  # fmt: skip
# Letters that sound alike, and so are written for each other.
_SOUNDS = {
    "en": ("ae", "ei", "ai", "ao", "ou", "iy", "sc", "ck", "sz", "gj", "eo", "fv", "ey"),
    "es": ("bv", "gj", "sc", "cz", "sz", "ck", "kq", "iy", "xs", "mn", "hg", "ei", "ou", "cq"),
    "ca": ("bv", "gj", "sc", "sz", "çs", "ae", "ou", "cq", "xs", "mn", "xg", "çc", "ei", "iy"),
}
# Costs in the unit of the Zipf scale: one is ten times as rare.
_ACCENT, _DOUBLE, _SWAP, _SOUND, _KEY, _SILENT, _MISSING, _EXTRA, _OTHER = (
    -0.2, 0.9, 1.0, 1.2, 2.0, 1.0, 1.4, 1.7, 2.7,
)  # fmt: skip
_STRETCHED = expression(r"(.)\1{2,}")
_FIRST = 1.3  # the first letter is seldom wrong
_SECOND_EDIT = 3.0
_CERTAIN = 9.0
_UNLISTED = 0.8  # the frequency of a word that is too rare to have one


def edits(word: str, language: str) -> Iterator[tuple[str, float]]:
    """Every string at one edit from the word, and what the edit costs."""
    sounds, letters = _SOUNDS[language], _LETTERS[language]
    for i, letter in enumerate(word):
        first = _FIRST if i == 0 else 0.0
        head, tail = word[:i], word[i + 1 :]
        repeated = letter == word[i - 1 : i] or letter == tail[:1]
        yield head + tail, first + (_DOUBLE if repeated else _EXTRA)
        if tail and tail[0] != letter:
            yield head + tail[0] + letter + tail[1:], first + _SWAP
        for other in letters:
            if other != letter:
                yield head + other + tail, first + _replacing(letter, other, sounds)
    for i in range(len(word) + 1):
        first = _FIRST if i == 0 else 0.0
        head, tail = word[:i], word[i:]
        for letter in letters:
            if letter == head[-1:] or letter == tail[:1]:
                cost = _DOUBLE
            elif letter in "h·" or (letter in "eu" and language == "en"):
                cost, first = _SILENT, 0.0
            else:
                cost = _MISSING
            yield head + letter + tail, first + cost


def _accented_twice(word: str, letters: str) -> Iterator[tuple[str, float]]:
    """Every string with two letters that differ from the word's by their marks alone."""
    places = [
        (i, other)
        for i, letter in enumerate(word)
        for other in letters
        if other != letter and fold(other) == fold(letter)
    ]
    for n, (i, one) in enumerate(places):
        for j, two in places[n + 1 :]:
            if j != i:
                yield word[:i] + one + word[i + 1 : j] + two + word[j + 1 :], 2 * _ACCENT + 0.4


def _replacing(letter: str, other: str, sounds: tuple[str, ...]) -> float:
    if fold(letter) == fold(other):
        return _ACCENT
    if letter + other in sounds or other + letter in sounds:
        return _SOUND
    return _KEY if frozenset((letter, other)) in _BESIDE else _OTHER


class _Ranking:
    """Candidates and how good each is: its frequency less what the edits cost."""

    def __init__(self, words: Dictionary) -> None:
        self.words = words
        self.best: dict[str, float] = {}

    def add(self, candidate: str, cost: float) -> None:
        frequency = self.words.frequency(candidate)
        if frequency is None:
            return
        score = max(frequency, _UNLISTED) - cost
        if score > self.best.get(candidate, -99):
            self.best[candidate] = score

    def top(self) -> list[str]:
        return sorted(self.best, key=lambda word: (-self.best[word], word))[:MOST]


def suggest(word: str, words: Dictionary) -> tuple[str, ...]:
    """Find up to three listed words near this one, cased as it is; distance 2 where 1 has none."""
    return tuple(candidate for candidate, _ in ranked(word, words))


def ranked(word: str, words: Dictionary) -> tuple[tuple[str, float], ...]:
    """Find what `suggest` does, each with its rank: Zipf frequency less the cost of the slip."""
    lower = word.lower().replace("’", "'")
    ranking = _Ranking(words)
    letters = _LETTERS[words.language]
    near = chain(edits(lower, words.language), _accented_twice(lower, letters))
    for candidate, cost in near:
        if words.lists(candidate):
            ranking.add(candidate, cost)
        elif words.lists(candidate.capitalize()):
            ranking.add(candidate.capitalize(), cost + 0.3)
    if words.language == "en":
        for each in CONTRACTIONS:
            if each.replace("'", "") == lower.replace("'", ""):
                ranking.best[each] = _CERTAIN
    for times in (1, 2):  # soooo, commment
        squeezed = _STRETCHED.sub(lambda run, n=times: run.group(1) * n, lower)  # type: ignore[misc]
        if squeezed != lower and words.lists(squeezed):
            ranking.add(squeezed, _DOUBLE)
    if not ranking.best:
        _second_edits(lower, ranking)
    if len(lower) > 3:
        _splits(lower, ranking)
    return tuple((_cased(each, word), ranking.best[each]) for each in ranking.top())


def _second_edits(word: str, ranking: _Ranking) -> None:
    """Add the words of some frequency at two edits that begin as the word may have begun."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    starts = {word[:2], word[:1] + word[2:3], word[1::-1], word[1:3]}
    near = {key for start in starts if start for key in ranking.words.frequencies.iterkeys(start)}
    plain = fold(word)
    limit = 2 if len(word) < 9 else 3
    for candidate, distance, _ in extract(
        word, near, scorer=OSA.distance, score_cutoff=limit, limit=40
    ):
        marks = distance - OSA.distance(plain, fold(candidate))
        ranking.add(candidate, _SECOND_EDIT * (distance - marks) / 2 + _ACCENT * marks)


def _splits(word: str, ranking: _Ranking) -> None:
    """Add the phrase that the word is when its words are run together: alot → a lot."""
    phrase = _run_together(ranking.words.language).get(word)
    if phrase:
        ranking.best[phrase] = _CERTAIN


@lru_cache(maxsize=3)
def _run_together(language: str) -> dict[str, str]:
    lines = RUN_TOGETHER[language].split(",")
    phrases = (" ".join(line.split()) for line in lines)
    return {phrase.replace(" ", ""): phrase for phrase in phrases}


def _cased(candidate: str, word: str) -> str:
    if word.isupper() and len(word) > 1:
        return candidate.upper()
    return candidate[:1].upper() + candidate[1:] if word[:1].isupper() else candidate
