"""One text, with what every sentence of it is compared with when questions are looked for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from replylint.model import Span
from replylint.questions.opening import Opening
from replylint.text.phrases import Phrases, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replylint.questions.clauses import Clauses
    from replylint.questions.grammar import Grammar
    from replylint.text.prose import Prose

Form = Literal["marked", "opener", "bare", "request", "wish", "thing"]

SHORT = 4  # a marked question of so few words leans on the clause before it
CONDITIONS = frozenset({"if", "whether", "si"})
_REASONS = {
    "en": frozenset({"because", "since", "as", "so", "otherwise", "before"}),
    "es": frozenset({"porque", "pues", "ya", "asi", "dado"}),
    "ca": frozenset({"perque", "ja", "aixi"}),
}


class Ask(NamedTuple):
    """One question or request: where it stands, from where on it says what is asked, and how it
    is put.

    `sentence` is the index of its sentence; `part` counts the pieces of one coordinated question
    from 0.
    """

    span: Span
    focus: int
    form: Form
    sentence: int
    part: int = 0


@lru_cache(maxsize=32)
def listed(name: str, language: str) -> Phrases:
    """A list of rules/lexicon/questions.toml in one language."""
    from replylint.rulebook import shared

    return phrases(shared("questions")[name].get(language, ""))


@lru_cache(maxsize=3)
def things(language: str) -> frozenset[str]:
    """Single words that are asked for by naming them, folded."""
    from replylint.rulebook import shared

    return frozenset(shared("questions")["thing"].get(language, "").split())


def by_sentence(prose: Prose, found: Iterable[Span]) -> dict[int, list[range]]:
    """Word ranges of phrases found, under the index of their sentence."""
    out: dict[int, list[range]] = {}
    for span in found:
        words = prose.words_in(span)
        out.setdefault(prose.sentence_of[words.start], []).append(words)
    return out


class Sought:
    """The text, and where its phrases of asking stand, by sentence."""

    def __init__(self, prose: Prose, language: str, grammar: Grammar) -> None:
        self.prose, self.language, self.grammar = prose, language, grammar
        self.opening = Opening(prose, language, grammar)
        self.openers = self.find("opener")
        self.requests = self.find("request")
        self.courtesies = self.find("courtesy")
        self.formal = self.find("formal")

    def find(self, name: str) -> dict[int, list[range]]:
        return by_sentence(self.prose, listed(name, self.language).find(self.prose))

    def end(self, at: int, stop: int, clauses: Clauses) -> int:
        """Leave out a reason given after the question."""
        reasons = _REASONS.get(self.language, frozenset())
        for boundary in clauses.starts:
            if at + 2 < boundary < stop and self.prose.folded[boundary] in reasons:
                return boundary
        return stop

    def ask(self, n: int, at: int, stop: int, focus: int, form: Form, part: int) -> Ask:
        words, text = self.prose.words, self.prose.text
        start, end = words[at].start, words[stop - 1].end
        while start > 0 and text[start - 1] in '¿¡"«“(':
            start -= 1
        while end < len(text) and text[end] in '?!.)"»”':
            end += 1
        limit = self.prose.sentences[n].end
        return Ask(Span(start, min(end, limit)), words[min(focus, stop - 1)].start, form, n, part)

    def leaning(self, begin: int, length: int, clauses: Clauses) -> int:
        """A condition before a question belongs to it, and so does the clause that a very short
        one leans on.
        """
        earlier = [
            b for b in clauses.starts if b < begin and (clauses.strong(b) or b == clauses.starts[0])
        ]
        if not earlier:
            return begin
        before = earlier[-1]
        if self.prose.folded[self.opening.skip_links(before, begin)] in CONDITIONS:
            return before
        if length <= SHORT:
            return earlier[-2] if len(earlier) > 1 and begin - before <= 3 else before
        return begin

    def trim(self, first: int, stop: int) -> int:
        while stop - 1 > first and self.prose.folded[stop - 1] in self.grammar.link:
            stop -= 1
        return stop

    def embedded_from(self, focus: int, openers: list[range], default: int) -> int:
        """An opener that ends in the interrogative itself gives it back to the question."""
        if (
            any(o.stop == focus for o in openers)
            and self.prose.folded[focus - 1] in self.grammar.embedded
        ):
            return focus - 1
        return max(focus, default)
