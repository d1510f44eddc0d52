"""Words of the wrong register: slang, stock phrases, promises that nobody can keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.scope import asked, clause, conditional, overlaps, quoted
from replylint.checks import at
from replylint.checks.refusal import language_of
from replylint.rulebook import shared
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Exchange, Finding, Rule

ARROW = "=>"


def slang(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Chat forms and slang, unless the customer said it first or it stands in quotation marks."""
    language, prose = language_of(exchange), exchange.draft.prose
    lists = phrases(
        shared("slang")["phrases"][language] + rule.lexicon.get("phrases", {}).get(language, "")
    )
    citations = quoted(prose)
    theirs = exchange.customer.prose if exchange.customer is not None else None
    echoed = (
        {tuple(theirs.folded[i] for i in theirs.words_in(s)) for s in lists.find(theirs)}
        if theirs
        else set()
    )
    for span in lists.find(prose):
        words = tuple(prose.folded[i] for i in prose.words_in(span))
        if words not in echoed and not any(overlaps(span, c) for c in citations):
            yield at(exchange, rule, span)


def commercialese(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A stock phrase of business letters; its line gives the plain wording after the arrow."""
    language, prose = language_of(exchange), exchange.draft.prose
    plain = {}
    for line in rule.lexicon["phrases"].get(language, "").splitlines():
        stock, _, instead = line.partition(ARROW)
        if stock.strip():
            plain[stock.strip()] = instead.strip()
    for span in phrases("\n".join(plain)).find(prose):
        line = next(stock for stock in plain if span in phrases(stock).find(prose))
        yield at(exchange, rule, span, plain=plain[line])


def unsupported_promise(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """An absolute that nobody can answer for: guaranteed, without fail, never again."""
    language, prose = language_of(exchange), exchange.draft.prose
    denied = phrases(rule.lexicon["denied"][language]).find(prose)
    for span in phrases(rule.lexicon["phrases"][language]).find(prose):
        around = clause(prose, span)
        if (
            any(overlaps(around, other) for other in denied)
            or asked(prose, span)
            or conditional(prose, span, language)
        ):
            continue
        yield at(exchange, rule, span, confidence=0.7)
