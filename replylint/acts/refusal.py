"""Refusals: what the company says no to, with its reason or another way where it gives one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.apology import apologies
from replylint.acts.denying import denied, negated
from replylint.acts.scope import (
    asked,
    clause,
    conditional,
    overlaps,
    paragraph_of,
    quoted,
)
from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from replylint.text.prose import Prose

_WILFUL = {
    "en": ["won't", "wont", "will", "shall", "going", "refuse"],
    "es": ["negamos", "niego", "pensamos", "pienso", "vamos", "voy", "ninguna", "hablar"],
    "ca": ["neguem", "nego", "pensem", "penso", "pense", "parlar", "pensar"],
}
_IF = frozenset(("if", "si"))


class Refusal(NamedTuple):
    """One sentence that says no.

    `reason` and `alternative`: whether it, or its neighbours, say why and offer another way.
    `wilful`: it says that the company will not, rather than that it cannot.
    """

    sentence: Span
    words: Span
    reason: bool
    alternative: bool
    wilful: bool


def refusals(prose: Prose, language: Language) -> tuple[Refusal, ...]:
    """Every sentence in which the company refuses, once."""
    lists = shared("refusal")
    found = phrases(lists["refuses"][language]).find(prose)
    more = denied(prose) if language == "en" else negated(prose, language)
    found = sorted((*found, *more), key=lambda s: (s.start, -s.end))
    if not found:
        return ()
    harmless = (*phrases(lists["not-refusing"][language]).find(prose), *quoted(prose))
    news = {a.sentence for a in apologies(prose, language) if a.news}
    out: list[Refusal] = []
    for words in found:
        sentence = prose.sentence_at(words.start)
        if sentence is None or (out and out[-1].sentence == sentence):
            continue
        if any(overlaps(words, other) for other in harmless) or asked(prose, words):
            continue
        if conditional(prose, words, language):
            continue
        out.append(
            Refusal(
                sentence=sentence,
                words=words,
                reason=_reason(prose, sentence, words, language),
                alternative=_alternative(prose, sentence, words, language),
                wilful=_wilful(prose, words, language) and sentence not in news,
            )
        )
    return tuple(out)


def _reason(prose: Prose, sentence: Span, words: Span, language: Language) -> bool:
    lists = shared("refusal")
    said = phrases(lists["reason"][language])
    grounds = phrases(lists["grounds"][language])
    if any(not overlaps(found, words) for found in said.find(prose, sentence)):
        return True
    if any(prose.folded[i] in _IF for i in prose.words_in(Span(words.end, sentence.end))):
        return True
    own = clause(prose, words)
    if any(not overlaps(found, own) for found in grounds.find(prose, sentence)):
        return True
    beside = _beside(prose, sentence)
    return any(said.first(prose, other) or grounds.first(prose, other) for other in beside)


def _beside(prose: Prose, sentence: Span) -> list[Span]:
    """The sentence before and the one after, within the paragraph."""
    found = paragraph_of(prose, sentence.start)
    if found is None:
        return []
    near = [s for s in prose.sentences if found[1].start <= s.start and s.end <= found[1].end]
    at = near.index(sentence) if sentence in near else 0
    return [near[i] for i in (at - 1, at + 1) if 0 <= i < len(near) and near[i] != sentence]


def _alternative(prose: Prose, sentence: Span, words: Span, language: Language) -> bool:
    """Whether another way is offered in the paragraph, or where the next one begins."""
    lists = shared("refusal")
    anywhere, near = phrases(lists["alternative"][language]), phrases(lists["near"][language])
    found = paragraph_of(prose, sentence.start)
    if found is None:
        return False
    number, paragraph = found
    rest = Span(words.end, paragraph.end)
    if anywhere.first(prose, rest) or near.first(prose, rest):
        return True
    if anywhere.first(prose, Span(sentence.start, words.start)):
        return True
    following = prose.paragraphs[number + 1 : number + 2]
    if not following:
        return False
    opening = prose.sentence_at(following[0].start)
    return opening is not None and anywhere.first(prose, opening) is not None


def _wilful(prose: Prose, words: Span, language: Language) -> bool:
    said = [prose.folded[i] for i in prose.words_in(words)]
    if any(word in _WILFUL[language] for word in said):
        return "able" not in said
    return (language == "es" and said[-1].endswith("remos")) or (
        language == "ca" and said[-1].endswith("rem")
    )
