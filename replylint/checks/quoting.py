"""What the draft repeats of the customer's mail: too much, unmarked, or nothing."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.checks import absent, at
from replylint.model import DoesNotApply, Exchange, Finding, Message, Part, Place, Rule, Span
from replylint.text.expressions import expression
from replylint.text.function_words import FUNCTION_WORDS
from replylint.text.prose import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = expression(r"[\"“«‘'][^\"”»’\n]{0,400}$")
_MARK = expression(r"^[ \t>|]+", re.MULTILINE)
_SHARE = 0.8  # of the customer's words, that a quote holds to be the whole of it
_STEM = 5


def untrimmed(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The whole of a long mail is quoted in one piece."""
    quotes = exchange.draft.of_kind("quote", "forwarded")
    if not quotes or _inline(exchange.draft):
        return
    text = _MARK.sub("", "\n".join(Span(q.start, q.end).of(exchange.draft.text) for q in quotes))
    quoted = Counter(fold(m.group()) for m in WORD.finditer(text))
    least = int(rule.parameters["words"])
    if quoted.total() < least:
        return
    if exchange.customer and exchange.customer.format != "quote":
        theirs = Counter(exchange.customer.prose.folded)
        if theirs.total() < least or (theirs & quoted).total() < _SHARE * theirs.total():
            return
    first = exchange.draft.of_kind("attribution", "quote", "forwarded")[0]
    end = exchange.draft.text.find("\n", first.start)
    yield at(exchange, rule, Span(first.start, end if 0 <= end < first.end else first.end))


def _inline(draft: Message) -> bool:
    """Whether own paragraphs stand between two quotes: an answer point by point."""
    kinds = [p.kind for p in draft.parts if p.kind in ("quote", "paragraph", "list-item")]
    runs = [k for i, k in enumerate(kinds) if k == "quote" and (i == 0 or kinds[i - 1] != "quote")]
    return len(runs) > 1


def unmarked(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Sentences of the customer stand in the draft as if they were the agent's own."""
    assert exchange.customer is not None
    theirs = " " + " ".join(exchange.customer.prose.folded) + " "
    least = int(rule.parameters["words"])
    found: list[Span] = []
    for sentence in exchange.draft.prose.sentences:
        words = exchange.draft.prose.words_in(sentence)
        folded = [exchange.draft.prose.folded[i] for i in words]
        question = sentence.of(exchange.draft.text).rstrip().endswith("?")
        if (
            len(folded) < (least - 2 if question else least)
            or f" {' '.join(folded)} " not in theirs
        ):
            continue
        if _marked(exchange.draft, sentence):
            continue
        gap = exchange.draft.text[found[-1].end : sentence.start] if found else "x"
        if not gap.strip() and "\n\n" not in gap:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    for span in found:
        yield at(exchange, rule, span)


def _marked(draft: Message, sentence: Span) -> bool:
    """Whether quotation marks, or emphasis that sets it apart, stand around a sentence."""
    start = draft.text.rfind("\n", 0, sentence.start) + 1
    before = draft.text[start : sentence.start]
    shown = sentence.of(draft.text).strip()
    if shown[0] in "\"“«‘'*_>" or shown[-1] in '"”»*_':
        return True
    return bool(_QUOTED.search(before[-420:])) and not re.search(r"[”»]\s*$", before)


def no_context(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Nothing is quoted and no word of substance is shared with the customer's mail."""
    assert exchange.customer is not None
    if exchange.language != exchange.customer_language:
        raise DoesNotApply("both-languages")
    if exchange.draft.of_kind("quote", "forwarded"):
        return
    theirs, ours = _stems(exchange, exchange.customer), _stems(exchange, exchange.draft)
    if len(theirs) >= int(rule.parameters["least"]) and theirs.isdisjoint(ours):
        yield absent(exchange, rule)


@lru_cache(maxsize=3)
def _common(language: str) -> frozenset[str]:
    return frozenset(map(fold, FUNCTION_WORDS[language].split()))


def _stems(exchange: Exchange, message: Message) -> set[str]:
    common = _common(exchange.language or "en")
    subject = [fold(m.group()) for m in WORD.finditer(message.subject or "")]
    words = [*message.prose.folded, *subject]
    return {w[:_STEM] for w in words if w not in common and (len(w) > 3 or w.isdigit())}


def no_new_text(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The author has written nothing: only quotes, greetings or a signature."""
    if not any(
        _says(exchange.draft, part) for part in exchange.draft.of_kind("paragraph", "list-item")
    ):
        yield Finding(rule=rule, place=Place("draft", "body", 0, 0), severity=rule.severity)


def _says(draft: Message, part: Part) -> bool:
    return WORD.search(draft.text, part.start, part.end) is not None
