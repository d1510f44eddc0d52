"""Answers that stand under the question they repeat, or in a list as long as the list of
questions.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from replylint.text.prose import WORD, Prose, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replylint.model import Message, Span
    from replylint.questions.reply import Clause, Reply

SAME = 0.8  # share of a question's words that a line which repeats it holds
FEWEST = 2
LEAD = 4  # clauses before a list that is the whole answer


def _line(text: str) -> str:
    """Its words, folded, in order."""
    return " ".join(fold(m.group()) for m in WORD.finditer(text))


def _words(text: str) -> Counter[str]:
    return Counter(_line(text).split(" "))


def _share(of: Counter[str], inside: Counter[str]) -> float:
    return sum((of & inside).values()) / max(1, sum(of.values()))


def anchors(
    draft: Message, customer: str, questions: Sequence[Span], reply: Reply
) -> dict[int, range]:
    """For each question that the draft repeats or numbers: the clauses that stand under it. Marks
    echoes.
    """
    if not questions:
        return {}
    lines = [_line(span.of(customer)) for span in questions]
    asked = [Counter(line.split(" ")) for line in lines]
    repeated = _quoted(draft, asked) + _pasted(reply, asked, lines)
    repeated.sort()
    out: dict[int, range] = {}
    for n, (_, end, q) in enumerate(repeated):
        until = repeated[n + 1][0] if n + 1 < len(repeated) else len(draft.text)
        found = _between(reply.clauses, end, until)
        if found:
            out[q] = found
    return out or _listed(reply, len(questions))


def _quoted(draft: Message, asked: list[Counter[str]]) -> list[tuple[int, int, int]]:
    """Quoted stretches that end in one question: start, end, which question."""
    parts = draft.of_kind("quote")
    if not parts:
        return []
    out = []
    for part in parts:
        inside = _words(draft.text[part.start : part.end])
        here = [n for n, words in enumerate(asked) if _share(words, inside) >= SAME]
        if here and (len(here) < len(asked) or len(asked) == 1):
            out.append((part.start, part.end, here[-1]))
    return out


def _pasted(
    reply: Reply, asked: list[Counter[str]], lines: list[str]
) -> list[tuple[int, int, int]]:
    """Sentences of the draft's own text that repeat a question."""
    out = []
    prose: Prose = reply.prose
    for n, sentence in enumerate(prose.sentences):
        words = Counter(prose.folded[i] for i in prose.words_in(sentence))
        if sum(words.values()) < FEWEST:
            continue
        marked = sentence.of(reply.text).endswith("?")
        line = " ".join(prose.folded[i] for i in prose.words_in(sentence))
        for q, question in enumerate(asked):
            alike = min(_share(question, words), _share(words, question)) >= SAME
            # "The tour costs £9" has the words of "What does the tour cost?", and answers it.
            if alike and (marked or lines[q] in line or line in lines[q]):
                out.append((sentence.start, sentence.end, q))
                for clause in reply.clauses:
                    if clause.sentence == n:
                        clause.echo = True
                break
    return out


def _between(clauses: list[Clause], start: int, end: int) -> range:
    inside = [
        n
        for n, c in enumerate(clauses)
        if c.span.start >= start and c.span.end <= end and not c.echo
    ]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _listed(reply: Reply, count: int) -> dict[int, range]:
    """As many list items as questions, in order."""
    if count < FEWEST:
        return {}
    items: list[int] = []
    sentences = reply.prose.sentences
    for n, sentence in enumerate(sentences):
        if _is_item(sentence.of(reply.text)):
            items.append(n)
    if len(items) != count:
        return {}
    before = [c for c in reply.clauses if c.sentence < items[0] and "empty" not in c.marks]
    if len(before) > LEAD:
        return {}
    out = {}
    for q, n in enumerate(items):
        stop = items[q + 1] if q + 1 < count else n + 1
        inside = [k for k, c in enumerate(reply.clauses) if n <= c.sentence < stop]
        if inside:
            out[q] = range(inside[0], inside[-1] + 1)
    return out


def _is_item(text: str) -> bool:
    mark = text.split(None, 1)[0] if text.strip() else ""
    return mark in ("-", "*", "•", "–", "·", "►") or (
        len(mark) in (2, 3, 4) and mark.strip("().").isdigit() and mark[-1] in ".)"
    )
