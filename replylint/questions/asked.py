"""A question made ready to be matched: what type of answer it expects, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.model import Span
from replylint.questions.kind import Kind, kind_of
from replylint.questions.terms import contents, plain
from replylint.questions.terms import weight as telling
from replylint.text.prose import Prose, fold

if TYPE_CHECKING:
    from replylint.model import Message
    from replylint.questions.sought import Ask

LEAST = 1.2  # a question about which less is known cannot be matched by words alone
MOST = 9  # terms after which no more are taken from around a question
AROUND = 0.8  # the most that the words around a question count for together
POINTED = 0.6  # and where a pronoun points back to it
CONTEXT = 0.3  # what a word of the sentence before counts for
FIGURE = 0.35  # what a number in a question counts for
OFTEN = 0.25  # how much less a word says each time the email repeats it
OWN = 0.75  # weight from which a word is the question's own
FEW_TERMS = 2
SHARED = 0.6  # a word that two questions share says less about each

_POINTERS = frozenset(
    [
        "it",
        "that",
        "this",
        "them",
        "those",
        "these",
        "they",
        "he",
        "she",
        "one",
        "lo",
        "la",
        "los",
        "las",
        "le",
        "les",
        "eso",
        "esto",
        "ella",
        "ellos",
        "uno",
        "una",
        "el",
        "els",
        "ho",
        "hi",
        "li",
        "en",
        "aixo",
        "ells",
        "n'",
        "l'",
        "me'n'",
    ]
)

Keys = tuple[str, ...]
Term = tuple[Keys, float, str]


class Asked:
    """A question made ready: the type of its answer, and what it is about, each with a weight."""

    __slots__ = ("ask", "first", "groups", "kind", "own", "points", "terms")

    def __init__(self, ask: Ask, kind: Kind, terms: list[Term], own: int, points: bool) -> None:
        self.ask, self.kind, self.terms, self.own = ask, kind, terms, own
        self.points = points
        """Whether it holds little more than a pronoun for what stands before it."""
        self.first = terms[0][2] if own > 0 else ""
        """The word that names the action, where one is asked for."""
        self.groups = frozenset(
            key for found, w, _ in terms if w >= OWN for key in found if key[0] == "#"
        )


def asked_of(ask: Ask, prose: Prose, language: str, customer: Message, more: str) -> Asked:
    terms: list[Term] = []
    seen: set[str] = set()

    def add(pairs: list[tuple[int, Keys]], weight: float) -> int:
        n = 0
        for i, found in pairs:
            if weight < OWN and len(terms) >= MOST:
                break
            if found[0] not in seen:
                seen.add(found[0])
                terms.append((found, weight, prose.words[i].of(prose.text).lower()))
                n += 1
        return n

    def scale(first: int, most: float) -> None:
        """What stands around a question must not drown what stands in it."""
        total = sum(w for _, w, _ in terms[first:])
        if total > most:
            terms[first:] = [(k, w * most / total, word) for k, w, word in terms[first:]]

    own = add(contents(prose, Span(ask.focus, ask.span.end), language, more), 1.0)
    if own < FEW_TERMS:
        own += add(contents(prose, ask.span, language, more), 0.8)
    if not own:
        own = -add(plain(prose, Span(ask.focus, ask.span.end)), 0.5)
    kind = kind_of(ask, prose, language)
    if kind == "money":
        add([(prose.words_in(ask.span).start, ("#price",))], 0.5)
    inner = len(terms)
    points = not _POINTERS.isdisjoint(prose.folded[i] for i in prose.words_in(ask.span))
    if own < FEW_TERMS or points:
        weight = POINTED if points and own < FEW_TERMS else CONTEXT
        after = Span(ask.span.end, max(ask.span.end, prose.sentences[ask.sentence].end))
        if own < FEW_TERMS:
            add(contents(prose, after, language, more), CONTEXT)
        before = Span(prose.sentences[ask.sentence].start, ask.span.start)
        if contents(prose, before, language, more):
            add(contents(prose, before, language, more), weight)
            weight = CONTEXT / 2
        for back in (1, 2) if own < FEW_TERMS else (1,):
            if ask.sentence >= back:
                add(
                    contents(prose, prose.sentences[ask.sentence - back], language, more),
                    weight / back,
                )
    scale(inner, AROUND if own > 0 else LEAST)
    if own <= 0 and customer.subject:
        subject = Prose(customer.subject)
        for _, found in contents(subject, Span(0, len(customer.subject)), language, more):
            if found[0] not in seen:
                terms.append((found, CONTEXT, found[0]))
    return Asked(ask, kind, terms, own, points and own < FEW_TERMS)


def share(asked: list[Asked], prose: Prose, language: str) -> None:
    """Lower the weight of words that stand in more than one question or often in the email, and
    of numbers.
    """
    count: dict[str, int] = {}
    for q in asked:
        for found, weight, _ in q.terms:
            count[found[0]] = count.get(found[0], 0) + (weight >= OWN)
    for q in asked:
        q.terms = [
            (
                k,
                w
                * telling(word, language)
                * SHARED ** max(0, count[k[0]] - 1)
                * (FIGURE if word[0].isdigit() else 1.0)
                / (1 + OFTEN * (len(prose.where.get(fold(word), ())) - 1)),
                word,
            )
            for k, w, word in q.terms
        ]
