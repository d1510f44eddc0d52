"""Terms of a trade and short forms that the reader has not used and the draft does not explain."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.acts.scope import quoted, word_set
from replylint.model import Company, Language, Message, Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.lemmas import known
from replylint.text.phrases import phrases
from replylint.text.prose import Prose, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = expression(r"(?<![\w@./&-])[A-Z]{2,5}(?:[-/&][A-Z]{1,4}){0,2}(?:s)?(?![\w@/-]|\.\w)")
_CODE = expression(
    r"(?<![\w@./-])(?=[\w-]{0,9}\d)(?=[\w-]{0,9}[A-Z])[A-Z0-9]{1,6}(?:-[A-Z0-9]{1,6}){0,2}(?![\w@/-])"
)
_ADDRESS = expression(r"https?://\S+|www\.\S+|(?<!\S)\S+@\S+", needs=":// www. @")
_SHOUT = expression(r"(?:\b[^\W\d_a-zà-ÿ]{2,}\b[ ,]+){2,40}[^\W\d_a-zà-ÿ]{2,}")
_EXPLAINED = expression(
    r"[»”\"']?\s*\((?=[^()\n]{0,2}[^\W\d])|,? (?:which|that) (?:is|means|stands)\b|"
    r",? (?:i\.e\.|that is|meaning|in other words)|"
    r",? (?:es decir|o sea|esto es|que es|que significa|és a dir|que és|que vol dir|o siga)\b"
)
_CARRIED = word_set(
    "with by via con por amb per through at ref reference code codigo codi cupon coupon gate "
    "mediante"
)
_MOST_CODES = 3  # a customer who writes so many codes of parts works with them


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(
        word for words in shared("acronyms")["known"].values() for word in words.split()
    )


def jargon(
    draft: Message, customer: Message, language: Language, company: Company, more: str = ""
) -> tuple[Span, ...]:
    """What a lay reader would not understand, neighbours joined; none for one in the trade.

    `more` are further terms, one phrase a line.
    """
    prose, lists = draft.prose, shared("acronyms")
    if _in_trade(customer, language):
        return ()
    theirs = set(customer.prose.folded) | set(Prose(customer.subject or "").folded)
    names = set(Prose(" ".join((company.name, *company.products))).folded)
    found = [
        s
        for s in phrases(lists["terms"][language] + more).find(prose)
        if not _used(prose, s, theirs | names)
    ]
    found += _short(draft, theirs | names, language)
    found += _coded(prose, theirs, language)
    citations = (*quoted(prose), *(Span(m.start(), m.end()) for m in _ADDRESS.finditer(prose.text)))
    clear = [
        s
        for s in found
        if not any(q.start <= s.start < q.end for q in citations) and not _explained(prose, s)
    ]
    return tuple(_joined(prose, sorted(clear, key=lambda s: s.start)))


def _in_trade(customer: Message, language: Language) -> bool:
    if len({m.group() for m in _CODE.finditer(customer.own)}) >= _MOST_CODES:
        return True
    return phrases(shared("acronyms")["trade"][language]).first(customer.prose) is not None


def _used(prose: Prose, span: Span, words: set[str]) -> bool:
    return all(prose.folded[i] in words for i in prose.words_in(span))


def _short(draft: Message, theirs: set[str], language: Language) -> Iterator[Span]:
    text = draft.own
    loud = [Span(m.start(), m.end()) for m in _SHOUT.finditer(text)]
    for found in _SHORT.finditer(text):
        word = found.group().rstrip("s")
        pieces = re.split(r"[-/&]", word)
        if (
            word in _known()
            or all(piece in _known() or len(piece) == 1 for piece in pieces)
            or fold(word) in theirs
        ):
            continue
        if any(fold(piece) in theirs for piece in pieces) or (
            len(word) > 2 and known(word, language)
        ):
            continue
        if any(span.start <= found.start() < span.end for span in loud):
            continue
        before = text[max(0, found.start() - 24) : found.start()]
        last = fold(before.split()[-1]) if before.split() else ""
        if (
            before.endswith("(")
            or last.strip(".:") in _CARRIED
            or _named_so(before, found.end(), text)
        ):
            continue
        yield Span(found.start(), found.end())


def _named_so(before: str, end: int, text: str) -> bool:
    """Whether a short form is part of a name: Visit OSLO Card, Plaza XXI, Santander UK Bank."""
    last = before.split()[-1] if before.split() else ""
    following = text[end : end + 16].split()
    inside = (
        bool(last)
        and last[0].isupper()
        and last.isalpha()
        and not before.rstrip().endswith((".", ":", "!", "?"))
    )
    after = bool(following) and following[0][0].isupper() and following[0][1:2].islower()
    return (inside and len(last) > 1 and last[1:].islower() and before.count("\n") == 0) or after


def _coded(prose: Prose, theirs: set[str], language: Language) -> Iterator[Span]:
    """A code after words that announce the company's own: coded CCL-7, estatus AHL."""
    for span in phrases(shared("acronyms")["coded"][language]).find(prose):
        following = prose.words_in(
            Span(span.end, span.end + 1 + len(prose.text[span.end : span.end + 24]))
        )
        for i in following[:1]:
            word = prose.words[i].of(prose.text)
            if (
                fold(word) not in theirs
                and (word.isupper() or any(c.isdigit() for c in word))
                and len(word) > 1
            ) and not word.isdigit():
                yield Span(span.start, prose.words[i].end)


def _explained(prose: Prose, span: Span) -> bool:
    return _EXPLAINED.match(prose.text, span.end) is not None


def _joined(prose: Prose, spans: list[Span]) -> Iterator[Span]:
    """Spans with at most three words between them, in one sentence, made one."""
    current: Span | None = None
    for span in spans:
        if current is None:
            current = span
            continue
        between = prose.text[current.end : span.start]
        if span.start < current.end or (
            len(between.split()) <= 3 and not any(c in between for c in ".;:()\n,")
        ):
            current = Span(current.start, max(current.end, span.end))
        else:
            yield current
            current = span
    if current is not None:
        yield current
