"""Right words in the wrong place: mas for más, its for it's; told by the words beside them.

The lists are `rules/lexicon/confusables.toml`, which also explains how a line is written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.model import Span
from replylint.rulebook import shared
from replylint.spelling.articles import wrong_articles
from replylint.spelling.dictionary import dictionary
from replylint.spelling.spoken import spoken
from replylint.text.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from replylint.model import Exchange
    from replylint.text.prose import Prose

_LINE = expression(r"(?P<left>[^\[\]]*)\[(?P<wrong>[^=\]]+)=(?P<right>[^\]]+)\](?P<right_side>.*)$")
_START, _END, _STOP, _COMMA, _ASKED, _QUESTION = "^", "$", ".", ",", "¿", "?"
_OPENS = frozenset('.,;:!?¿¡…()«»“”"—–*•·')  # what may stand before a clause
_CLOSES = frozenset(("", *".,;!?…)»”"))
_STOPS = frozenset(("", *".!?…"))


class Confusion(NamedTuple):
    """A word or words at their place, what should stand there, and which list tells."""

    kind: str
    span: Span
    right: str


class _Pattern(NamedTuple):
    kind: str
    left: tuple[str, ...]
    wrong: tuple[str, ...]
    right: str
    after: tuple[str, ...]


class _Lists(NamedTuple):
    """The patterns of one language: by their first wrong word, and those with an open stem."""

    exact: dict[str, list[_Pattern]]
    stems: dict[str, list[_Pattern]]
    """By the ending of the wrong word."""
    classes: dict[str, frozenset[str]]
    choices: dict[str, _Choice]
    """Tokens that have been asked for, taken apart."""


@lru_cache(maxsize=3)
def _lists(language: str) -> _Lists:
    data = shared("confusables")
    lists = _Lists({}, {}, {}, {})
    for line in data["classes"].get(language, "").splitlines():
        name, _, words = line.partition("=")
        lists.classes[name.strip()] = frozenset(words.replace("|", " ").split())
    for kind in ("spelling", "grammar"):
        for line in data[kind].get(language, "").splitlines():
            found = _LINE.match(line.strip())
            if found and not line.startswith("# "):
                _add(lists, kind, found)
    return lists


def _add(lists: _Lists, kind: str, found: re.Match[str]) -> None:
    left, after = tuple(found["left"].split()), tuple(found["right_side"].split())
    for wrong in found["wrong"].split("|"):
        words = tuple(wrong.split())
        stem = wrong.removeprefix("*")
        right = found["right"] if wrong != stem else found["right"].replace("*", wrong)
        pattern = _Pattern(kind, left, words, right, after)
        if wrong != stem:
            lists.stems.setdefault(stem, []).append(pattern)
        else:
            lists.exact.setdefault(words[0], []).append(pattern)


class _Sentence:
    """The words of one sentence, in small letters, and what stands between them."""

    __slots__ = ("gaps", "spans", "text", "words")

    def __init__(self, text: str, sentence: Span, spans: Sequence[Span]) -> None:
        self.text, self.spans = text, spans
        self.words = [text[s.start : s.end].lower().replace("’", "'") for s in spans]
        edges = [sentence.start, *(s.end for s in spans)]
        starts = [*(s.start for s in spans), sentence.end]
        # The gap before word i is gaps[i]; the last one ends the sentence.
        self.gaps = [text[a:b].strip(" \t\n") for a, b in zip(edges, starts, strict=True)]

    def names(self, at: int, right: str) -> bool:
        """Whether the word is a name by its capital inside a sentence, or an acronym."""
        word = self.spans[at].of(self.text)
        if 1 < len(word) < 4 and word.isupper():
            return True
        inside = at > 0 and self.gaps[at][-1:] not in _OPENS
        return inside and word[0].isupper() and word[1:].islower() and right[0].islower()

    def matches(self, token: str, at: int, gap: int, lists: _Lists) -> bool:
        """Whether the word `at`, which the gap parts from its neighbour, is what a token asks."""
        if token.startswith("!"):
            inside = not self.gaps[gap] and 0 <= at < len(self.words)
            return not inside or not _among(token[1:], self.words[at], lists)
        if self.gaps[gap] or not 0 <= at < len(self.words):
            return False
        return _among(token, self.words[at], lists)


class _Choice(NamedTuple):
    """What a token asks of a word: to be one of these, or to begin or end so."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]


def _among(token: str, word: str, lists: _Lists) -> bool:
    choice = lists.choices.get(token) or lists.choices.setdefault(token, _choice(token, lists))
    return (
        word in choice.words
        or word.startswith(choice.beginnings)
        or any(word.endswith(each) and len(word) > len(each) + 1 for each in choice.endings)
    )


def _choice(token: str, lists: _Lists) -> _Choice:
    each = [
        pattern
        for choice in token.split("|")
        for pattern in (lists.classes[choice] if choice[0] == "@" else (choice,))
    ]
    return _Choice(
        frozenset(each),
        tuple(p[:-1] for p in each if p[-1] == "*" and p[0] != "*"),
        tuple(p[1:] for p in each if p[0] == "*"),
    )


def _fits(pattern: _Pattern, sentence: _Sentence, at: int, lists: _Lists) -> bool:
    words, size = sentence.words, len(pattern.wrong)
    for i in range(1, size):
        if at + i >= len(words) or sentence.gaps[at + i] or words[at + i] != pattern.wrong[i]:
            return False
    if sentence.gaps[at][-1:] == "-" or sentence.gaps[at + size][:1] == "-":
        return False
    here = at
    for token in reversed(pattern.left):
        gap = sentence.gaps[here]
        if token == _START:
            if here and gap[-1:] not in _OPENS:
                return False
        elif token == _ASKED:
            if "¿" not in gap:
                return False
        elif token == _QUESTION:
            if here or not sentence.gaps[-1].startswith("?"):
                return False
        elif token == _COMMA:
            if gap != ",":
                return False
        elif not sentence.matches(token, here - 1, here, lists):
            return False
        else:
            here -= 1
    here = at + size
    comma = False
    for token in pattern.after:
        gap = sentence.gaps[here]
        if token == _END:
            if gap[:1] not in _CLOSES or not (gap or here == len(words)):
                return False
        elif token == _STOP:
            if gap[:1] not in _STOPS or not (gap or here == len(words)):
                return False
        elif token == _COMMA:
            if gap[:1] != ",":
                return False
            comma = True
        elif comma:
            if here >= len(words) or not _among(token, words[here], lists):
                return False
            here, comma = here + 1, False
        elif not sentence.matches(token, here, here, lists):
            return False
        else:
            here += 1
    return True


def _candidates(
    sentence: _Sentence, lists: _Lists, language: str
) -> Iterator[tuple[int, _Pattern, str]]:
    known = dictionary(language)
    fixed = lists.classes.get("@fixed", frozenset())
    endings = tuple(lists.stems)
    for at, word in enumerate(sentence.words):
        for pattern in lists.exact.get(word, ()):
            yield at, pattern, pattern.right
        if not word.endswith(endings):
            continue
        for ending, patterns in lists.stems.items():
            if len(word) > len(ending) + 2 and word.endswith(ending) and word not in fixed:
                stem = word[: -len(ending)]
                for pattern in patterns:
                    right = pattern.right.replace("*", stem)
                    if known.lists(right):
                        yield at, pattern, right


def confusions(exchange: Exchange) -> tuple[Confusion, ...]:
    """Find the words of a draft that are right elsewhere but not beside these neighbours."""
    main = exchange.language
    return () if main is None else _confusions(exchange.draft.prose, main)


@lru_cache(maxsize=2)
def _confusions(prose: Prose, main: str) -> tuple[Confusion, ...]:
    out = []
    for spoken_in in spoken(prose, main):
        sentence = _Sentence(prose.text, spoken_in.span, spoken_in.words)
        lists = _lists(spoken_in.language)
        last = -1
        for at, pattern, right in _candidates(sentence, lists, spoken_in.language):
            if at <= last or sentence.names(at, right) or not _fits(pattern, sentence, at, lists):
                continue
            last = at + len(pattern.wrong) - 1
            place = Span(spoken_in.words[at].start, spoken_in.words[last].end)
            out.append(Confusion(pattern.kind, place, _cased(right, prose.text[place.start])))
        if spoken_in.language == "en":
            for place, right in wrong_articles(prose.text, spoken_in.words):
                out.append(Confusion("grammar", place, right))
    return tuple(out)


def _cased(right: str, first: str) -> str:
    return right[:1].upper() + right[1:] if first.isupper() else right
