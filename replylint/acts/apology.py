"""Apologies in a text, and whether each names what it is for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.function_words import FUNCTION_WORDS
from replylint.text.phrases import phrases
from replylint.text.prose import fold

if TYPE_CHECKING:
    from replylint.text.prose import Prose

_CLAUSE = expression(r"[,;:—–(]|\b(?:and|but|y|e|i|pero|però)\b", re.IGNORECASE)
_THANKS = expression(r"\bthank|\bgr[aà]ci|\bgrate|\bagra", re.IGNORECASE)


class Apology(NamedTuple):
    """One apology: the sentence, the words of regret, and how it regrets.

    `names`: it says what for. `feelings`: it is sorry for what the customer feels ("if you feel…").
    `news`: it is sorry to bring news, as in a refusal.
    """

    sentence: Span
    words: Span
    names: bool
    feelings: bool
    news: bool


@lru_cache(maxsize=8)
def _generic(language: Language) -> tuple[set[str], tuple[str, ...]]:
    """Words, and beginnings of words, that name no matter."""
    listed = shared("apology")["generic"][language].split()
    small = {fold(word) for word in FUNCTION_WORDS[language].split()}
    return small.union(listed), tuple(word[:-1] for word in listed if word.endswith("*"))


def apologies(prose: Prose, language: Language) -> tuple[Apology, ...]:
    """Every sentence that says sorry, once."""
    lists = shared("apology")
    found = phrases(lists["sorry"][language]).find(prose)
    if not found:
        return ()
    refused = phrases(lists["not-sorry"][language]).find(prose)
    news = phrases(lists["bad-news"][language]).find(prose)
    feelings = phrases(lists["if-you-feel"][language]).find(prose)
    out: list[Apology] = []
    for span in found:
        sentence = prose.sentence_at(span.start)
        if sentence is None or any(_overlap(span, other) for other in refused):
            continue
        if out and out[-1].sentence == sentence:
            continue
        out.append(
            Apology(
                sentence=sentence,
                words=span,
                names=_names(prose, sentence, span, language),
                feelings=any(sentence.start <= f.start < sentence.end for f in feelings),
                news=any(_overlap(span, other) for other in news),
            )
        )
    return tuple(out)


def _names(prose: Prose, sentence: Span, words: Span, language: Language) -> bool:
    """Whether the sentence says, beside the words of regret, what they are about.

    What follows the words counts up to the end of the sentence; what stands before counts too, but
    not thanks: "Thank you for your message and we are sorry about that" names nothing.
    """
    if _content(prose, Span(words.end, sentence.end), language):
        return True
    before = prose.text[sentence.start : words.start]
    start = 0
    if thanks := _THANKS.search(before):
        clause = _CLAUSE.search(before, thanks.end())
        start = clause.end() if clause else len(before)
    return _content(prose, Span(sentence.start + start, words.start), language)


def _content(prose: Prose, span: Span, language: Language) -> bool:
    words, beginnings = _generic(language)
    said = (prose.folded[i].strip("'") for i in prose.words_in(span))
    return any(
        w not in words and not w.startswith(beginnings) and (len(w) > 2 or w.isdigit())
        for w in said
    )


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
