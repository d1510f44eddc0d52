"""Slips of the keyboard that need no dictionary: a word twice, a paragraph that nobody broke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.model import Edit, Finding, Place, Span
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Exchange, Rule

_ITEM = expression(r"[ \t]*(?:[-*•▪◦‣–·]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+\S")

_WRAPPED = 100  # columns beyond which no program wraps plain text
_SHORT = 0.7  # of the longest line: a wrapped paragraph ended there


def repeated_word(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A word stands twice in a row, where the language does not double it."""
    prose, text = exchange.draft.prose, exchange.draft.text
    allowed = frozenset(rule.lexicon["doubled"][exchange.language or "en"].split())
    names = {w.lower() for w in (exchange.company.name, *exchange.company.products)}
    for i in range(1, len(prose.words)):
        if (
            prose.folded[i] != prose.folded[i - 1]
            or prose.sentence_of[i] != prose.sentence_of[i - 1]
        ):
            continue
        first, second = prose.words[i - 1], prose.words[i]
        one, two = first.of(text), second.of(text)
        # el él, de dé, si sí are two words each; an elided article is none.
        if (
            one.lower() != two.lower()
            or not one.isalpha()
            or text[first.end : second.start].strip()
        ):
            continue
        if not text[first.end : second.start] or prose.folded[i] in allowed:
            continue
        # bienvenido/a a; mysql mysql-devel; a letter twice is a drawing, but "a a" and "i i"
        around = text[first.start - 1 : first.start] + text[second.end : second.end + 1]
        if not {"/", "-"}.isdisjoint(around) or (len(one) == 1 and one.lower() not in "aeioy"):
            continue
        # Walla Walla; a A Coruña; in the The Times.
        if two[0].isupper() and (len(two) == 1 or not one.isupper() or two.isupper()):
            continue
        if any(f"{one} {two}".lower() in name for name in names):
            continue
        place = Place("draft", "body", first.end, second.end)
        finding = at(exchange, rule, Span(first.start, second.end))
        yield Finding(
            rule=rule, place=finding.place, severity=rule.severity, values=finding.values,
            fix=Edit(place, ""),
        )  # fmt: skip


def long_paragraph(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A paragraph of running text has more than `words` words."""
    prose, text, limit = exchange.draft.prose, exchange.draft.own, int(rule.parameters["words"])
    for paragraph in prose.paragraphs:
        if len(prose.words_in(paragraph)) <= limit:
            continue
        for block in _blocks(text, paragraph):
            count = len(prose.words_in(block))
            if count > limit:
                first = prose.sentence_at(block.start) or block
                start = max(first.start, block.start)
                yield at(exchange, rule, Span(start, min(first.end, block.end)), words=str(count))


def _blocks(text: str, paragraph: Span) -> Iterator[Span]:
    """Running text between the line ends that the author meant, without list items."""
    lines, start = [], paragraph.start
    for line in paragraph.of(text).split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    longest = max(row.end - row.start for row in lines)
    begin: int | None = None
    for row in lines:
        said = row.of(text).rstrip()
        if _ITEM.match(said):
            if begin is not None:
                yield Span(begin, row.start)
            begin = None
            continue
        begin = row.start if begin is None else begin
        # Lines longer than any program wraps at end where the author pressed Enter.
        short = len(said) < _SHORT * longest
        if longest > _WRAPPED or (short and said.endswith((".", "!", "?", ":"))):
            yield Span(begin, row.end)
            begin = None
    if begin is not None:
        yield Span(begin, paragraph.end)
