"""Questions with a question mark: where each begins, and how many a sentence holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.questions.grammar import word_set
from replylint.questions.sought import CONDITIONS, Ask, Sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Span
    from replylint.questions.clauses import Clauses

_EXCLAIMING = word_set("what quin quina quins quines que")
_TAGS = word_set("oi eh no verdad veritat right isn't it wasn't that not true cierto")
_AMBIGUOUS = frozenset({"que", "com", "como", "on"})


def marked(sought: Sought, n: int, sentence: Span, words: range, clauses: Clauses) -> Iterator[Ask]:
    """The questions of one marked sentence; none where it only looks like asking."""
    text, spans = sought.prose.text, sought.prose.words
    begin = words.start
    opening = text.rfind("¿", sentence.start, sentence.end)
    if opening > sentence.start:
        begin = next((i for i in words if spans[i].start > opening), words.start)
    else:
        begin = _question_start(sought, words, clauses)
    core = begin
    begin = sought.leaning(begin, words.stop - begin, clauses)
    if _exclaims(sought, begin, words, clauses):
        return
    for courtesy in sought.courtesies.get(n, ()):
        if begin - 1 <= courtesy.start <= begin + 2 or courtesy.start <= begin < courtesy.stop:
            return
    cuts = [begin]
    openers = sought.openers.get(n, [])
    for at in clauses.starts:
        last = sought.opening.skip_links(max(cuts[-1], core), words.stop)
        if at <= last + 1 or any(o.start < at <= o.stop for o in openers):
            continue
        if (
            sought.prose.folded[last] in CONDITIONS
            and not openers
            and sought.opening.asks_at(at, loose=True)
        ):
            core = at  # what the condition leads to
            continue
        if _leads_in(sought, core, at, opening):
            core = at
            continue
        if _second_half(sought, at, words, clauses, bool(openers)):
            condition = max((b for b in clauses.starts if b < at), default=at)
            while condition > cuts[-1] and sought.prose.folded[condition] in sought.grammar.link:
                if sought.prose.folded[condition + 1] in CONDITIONS:
                    at = condition
                    break
                condition = max((b for b in clauses.starts if b < condition), default=cuts[-1])
            cuts.append(at)
    for part, (at, stop) in enumerate(zip(cuts, [*cuts[1:], words.stop], strict=True)):
        first = sought.opening.skip_links(at, stop)
        focus = next((o.stop for o in openers if at <= o.start < stop and o.stop < stop), first)
        focus = sought.embedded_from(focus, openers, first)
        last = sought.trim(first, stop)
        yield sought.ask(n, first, last, focus, "marked", part)


def _exclaims(sought: Sought, begin: int, words: range, clauses: Clauses) -> bool:
    """Whether it only asks for a nod to an exclamation, as "what a summer, isn't it" does."""
    folded = sought.prose.folded
    tag = clauses.starts[-1]
    return (
        tag > begin and folded[begin] in _EXCLAIMING and _TAGS.issuperset(folded[tag : words.stop])
    )


def _leads_in(sought: Sought, core: int, at: int, opening: int) -> bool:
    """Whether a statement that begins with its verb (hay una celíaca, ¿qué…) only leads to
    the question.
    """
    folded, g = sought.prose.folded, sought.grammar
    if sought.language == "en" or folded[at] not in g.interrogative:
        return False
    if folded[core : core + 2] == ("hi", "ha"):
        return True
    return opening < 0 and folded[core] in g.first and folded[at] not in _AMBIGUOUS


def _question_start(sought: Sought, words: range, clauses: Clauses) -> int:
    """Where the question begins in a sentence without ¿: at its last clause that asks, or at
    its start.
    """
    for at in clauses.starts:
        if at == words.start or words.stop - at < 2:
            continue
        if (
            clauses.strong(at)
            and sought.opening.asks_at(at, loose=True)
            and not sought.opening.asks_at(words.start, loose=True)
        ):
            return at
    return words.start


def _second_half(sought: Sought, at: int, words: range, clauses: Clauses, embedded: bool) -> bool:
    """Whether another question begins at a clause of a marked sentence."""
    folded = sought.prose.folded
    if words.stop - at < 2:
        return False
    j = at
    if folded[j] in sought.grammar.choice:
        return False
    linked = folded[j] in sought.grammar.link
    while j < words.stop - 1 and folded[j] in sought.grammar.lead:
        j += 1
    if folded[at] in ("if", "si") and not linked:
        return False
    if linked or clauses.strong(at):
        while j < words.stop - 1 and folded[j] in sought.grammar.preposition:
            j += 1
        if embedded and folded[j] in sought.grammar.embedded:
            return True
        return sought.opening.asks_at(j, loose=linked)
    return False
