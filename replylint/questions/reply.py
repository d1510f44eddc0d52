"""The draft, cut into clauses, each with what it does: names a time or a price, agrees, refuses,
promises, evades.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.model import LANGUAGES, Message, Span
from replylint.questions.clauses import boundaries
from replylint.questions.grammar import GRAMMARS, word_set
from replylint.questions.marks import (
    CURRENCIES,
    FRAME,
    FREE,
    MINUTES,
    NUMBERS,
    PATTERNS,
    PLACES,
    TIMES,
    UNITS,
    WE,
)
from replylint.questions.terms import keys
from replylint.text.phrases import Phrases, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replylint.text.prose import Prose

LONGEST_SENTENCE = 300  # words; what is longer is no sentence that somebody wrote
SHORTEST = 3  # words without which a stretch is no clause of its own

ACTS = (
    "yes", "no", "promise", "finding", "done", "attached", "reason", "steps", "empty", "offer",
    "elsewhere",
    "evasive", "both",
)  # fmt: skip

_PLAIN = word_set(
    """
    yes yeah no indeed certainly absolutely sure correct done of not unfortunately si claro por
    supuesto desde sin hecho efectivamente exacto correcto es clar tant i per cap fet
    malauradament lamentablemente naturalment encantado
    """
)
_IF = frozenset({"if", "si", "whether"})
_YES = frozenset({"yes", "sí"})
_SAYING = frozenset({"yes", "no", "done", "promise", "money", "link", "attached", "plain"})


class Clause:
    """A stretch of the draft that can answer something.

    `marks` are what it holds and does; `contents` counts the words of its sentence that say
    something, times and figures left out; an `echo` only repeats a question.
    """

    __slots__ = ("contents", "echo", "marks", "paragraph", "sentence", "span", "words")

    def __init__(self, span: Span, sentence: int, paragraph: int, words: range) -> None:
        self.span, self.sentence, self.paragraph, self.words = span, sentence, paragraph, words
        self.marks: set[str] = set()
        self.contents = 0
        self.echo = False


class Reply:
    """The draft as an answer: its clauses, and an index from what words are about to where they
    stand.
    """

    def __init__(self, draft: Message, language: str, more: str = "") -> None:
        self.text = draft.text
        self.prose: Prose = draft.prose
        self.language = language
        self.clauses = _cut(self.prose, language, _outside(draft))
        self.index: dict[str, dict[int, float]] = {}
        self._openers: set[int] = set()
        self._mark()
        self._index(more)
        self._count()

    def _index(self, more: str) -> None:
        words, text = self.prose.words, self.prose.text
        for n, clause in enumerate(self.clauses):
            courtesy = 0.5 if "empty" in clause.marks else 1.0
            if "link" in clause.marks:
                self.index.setdefault("#online", {})[n] = 1.0
            for i in clause.words:
                found = keys(words[i].of(text), self.language, more)
                if found and i > clause.words.start and text[words[i].start].isupper():
                    found = tuple(
                        key for key in found if key[0] != "#"
                    )  # Dr Pagès has nothing to do with paying
                if found and not found[0][0].isdigit() and self.prose.folded[i] not in FRAME:
                    clause.contents += 1
                found = found or ("=" + self.prose.folded[i],)
                for key in found:
                    self.index.setdefault(key, {})[n] = courtesy

    def _count(self) -> None:
        """A sentence's words that say something are counted for each of its clauses."""
        total: dict[int, int] = {}
        for clause in self.clauses:
            total[clause.sentence] = total.get(clause.sentence, 0) + clause.contents
        for clause in self.clauses:
            clause.contents = total[clause.sentence]

    def _mark(self) -> None:
        prose, text = self.prose, self.prose.text
        folded, words = prose.folded, prose.words
        for clause in self.clauses:
            marks = clause.marks
            for i in clause.words:
                word = folded[i]
                if word[0].isdigit():
                    marks.add("number")
                elif word in NUMBERS:
                    marks.add("count")
                if word in TIMES:
                    marks.add("time")
                elif word in UNITS:
                    marks.add("unit")
                elif word in MINUTES:
                    marks.add("minutes")
                elif word in CURRENCIES:
                    marks.add("money")
                elif word in FREE:
                    marks.add("free")
                elif word in PLACES:
                    marks.add("place")
                elif word in WE and (word != "i" or self.language == "en"):
                    marks.add("we")
                if i > clause.words.start and text[words[i].start].isupper():
                    marks.add("name")
            if "unit" in marks and marks & {"number", "count"}:
                marks.add("duration")
            if text[clause.span.end - 1] == "?" or text[clause.span.start] == "¿":
                marks.add("question")
        for name, pattern in PATTERNS:
            for found in pattern.finditer(text):
                self._at(found.start(), name)
        for act in ACTS:
            for span in acts(act, self.language).find(prose):
                if act == "yes" and self._is_if(span):
                    continue
                self._at(span.start, act)
                if act in ("yes", "no"):
                    at = prose.words_in(span).start
                    if folded[at] in _PLAIN:
                        self._openers.add(at)
        for pitch in self._pitches():
            for clause in self.clauses:
                if pitch.start <= clause.span.start < pitch.end:
                    clause.marks.add("offer")
        self._settle()

    def _pitches(self) -> tuple[Span, ...]:
        from replylint.acts.pitch import pitches

        known = next((known for known in LANGUAGES if known == self.language), None)
        return pitches(self.prose, known) if known else ()

    def _is_if(self, span: Span) -> bool:
        """Whether what looks like sí is si: a condition."""
        text = self.text
        return span.of(text).lower() == "si" and text[span.end : span.end + 1] not in (
            ",",
            ".",
            ":",
            ";",
            "!",
        )

    def _settle(self) -> None:
        """A yes or no that opens a sentence is plain; a courtesy lasts until something is said."""
        before: Clause | None = None
        for clause in self.clauses:
            first = before is None or before.sentence != clause.sentence
            marks = clause.marks
            if self.prose.folded[clause.words.start] in _IF:
                marks -= {"yes", "no"}  # a condition says neither
            if marks & {"yes", "no"} and first and clause.words.start in self._openers:
                marks.add("plain")
            elif self._agrees(clause):
                marks.update(("plain", "yes"))
            if not first and before is not None and "empty" in before.marks and not marks & _SAYING:
                marks.add("empty")
            if (
                not first
                and before is not None
                and "offer" in before.marks
                and "plain" not in marks
            ):
                marks.add("offer")
            before = clause

    def _agrees(self, clause: Clause) -> bool:
        """Whether a "yes" stands near the clause's beginning, whatever leads to it."""
        near = range(clause.words.start, min(clause.words.start + 3, clause.words.stop))
        return any(self.prose.words[i].of(self.text).lower() in _YES for i in near)

    def _at(self, offset: int, mark: str) -> None:
        low, high = 0, len(self.clauses)
        while low < high:
            middle = (low + high) // 2
            if self.clauses[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.clauses) and self.clauses[low].span.start <= offset:
            self.clauses[low].marks.add(mark)


@lru_cache(maxsize=64)
def acts(name: str, language: str) -> Phrases:
    """A list of rules/lexicon/answers.toml in one language."""
    return phrases(_lists()[name].get(language, ""))


def _lists() -> Mapping[str, Mapping[str, str]]:
    from replylint.rulebook import shared

    return shared("answers")


def _outside(draft: Message) -> list[Span]:
    """Stretches that answer nothing: salutation and sign-off."""
    return [
        Span(part.start, part.end) for part in draft.of_kind("salutation", "sign-off", "signature")
    ]


def _cut(prose: Prose, language: str, outside: list[Span]) -> list[Clause]:
    out: list[Clause] = []
    grammar = GRAMMARS.get(language) or GRAMMARS["en"]
    paragraphs = prose.paragraphs
    at = 0
    for n, sentence in enumerate(prose.sentences):
        while at + 1 < len(paragraphs) and paragraphs[at].end <= sentence.start:
            at += 1
        if any(o.start <= sentence.start < o.end and sentence.end <= o.end for o in outside):
            continue
        words = prose.words_in(sentence)
        if not words or len(words) > LONGEST_SENTENCE:
            continue
        cuts = [words.start]
        for start in boundaries(prose, words, grammar).starts:
            if start - cuts[-1] >= SHORTEST and words.stop - start >= SHORTEST:
                cuts.append(start)
        ends = [*cuts[1:], words.stop]
        for k, (first, stop) in enumerate(zip(cuts, ends, strict=True)):
            start = sentence.start if k == 0 else prose.words[first].start
            end = sentence.end if stop == words.stop else prose.words[stop].start
            end = start + len(prose.text[start:end].rstrip())
            out.append(Clause(Span(start, end), n, at, range(first, stop)))
    return out
