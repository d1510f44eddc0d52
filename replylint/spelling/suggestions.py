"""What a misspelt word may have been meant to be: how people mistype, how common words are."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from replylint.spelling.morphology import CONTRACTIONS
from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.spelling.dictionary import Dictionary

MOST = 3
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
_FIRST = 1.3  # the first letter is seldom wrong
_SECOND_EDIT = 3.0
_SPLIT = 2.4
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
                ranking.best[each] = 9.0
    if not ranking.best:
        _second_edits(lower, ranking)
    if len(lower) > 3:
        _splits(lower, ranking)
    return tuple(_cased(each, word) for each in ranking.top())


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
    """Add two common words that were run together: alot → a lot."""
    for i in range(1, len(word)):
        left, right = word[:i], word[i:]
        if min(len(left), len(right)) == 1 and left not in "aiyoe":
            continue
        both = [ranking.words.frequency(part) or 0.0 for part in (left, right)]
        if min(both) >= 4.5 and ranking.words.lists(left) and ranking.words.lists(right):
            ranking.best[f"{left} {right}"] = min(both) - _SPLIT


def _cased(candidate: str, word: str) -> str:
    if word.isupper() and len(word) > 1:
        return candidate.upper()
    return candidate[:1].upper() + candidate[1:] if word[:1].isupper() else candidate
