"""The company in the draft: its name, a next step, and selling at the wrong moment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.acts.complaint import complaints
from replylint.acts.pitch import pitches, runs
from replylint.checks import absent, at
from replylint.model import DoesNotApply, Exchange, Finding, Language, Place, Rule, Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.names import words_of
from replylint.text.phrases import phrases
from replylint.text.prose import Prose, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = expression(
    r"https?://|www\.|\b[\w-]{2,63}\.[a-z]{2,12}/|[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]",
    re.IGNORECASE,
    needs=":// www. @ /",
)
_SMALL = frozenset(
    [
        "the",
        "of",
        "and",
        "de",
        "del",
        "la",
        "el",
        "los",
        "las",
        "les",
        "els",
        "i",
        "y",
        "e",
        "d'",
        "l'",
        "en",
        "a",
        "and",
    ]
)


def no_branding(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Neither the company's name, nor a recognisable short form, nor its site stands in subject or
    body.
    """
    text = f"{exchange.draft.subject or ''}\n{exchange.draft.signed}"
    folded = fold(text)
    if any(domain in folded for domain in exchange.company.domains):
        return
    words = [w for w in Prose(text).folded if w not in _SMALL and len(w) > 2]
    name = [w for w in Prose(exchange.company.name).folded if w not in _SMALL and len(w) > 2]
    if not name:
        raise DoesNotApply("company")
    telling = [w for w in name if w not in words_of("organisation")] or name
    if (
        _run(name, words)
        or _run(telling[:2], words)
        or (len(telling) > 2 and _run(telling[-2:], words))
    ):
        return
    if len(name) >= 3 and "".join(w[0] for w in name) in words:  # initials
        return
    yield absent(exchange, rule, company=exchange.company.name)


def _run(part: list[str], words: list[str]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def no_next_step(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The draft answers and stops: no link, no invitation, no offer, nothing that the customer did
    not ask for.
    """
    draft, prose = exchange.draft, exchange.draft.prose
    own = draft.own.casefold()
    if "?" in own or _LINK.search(own) or any(site in own for site in exchange.company.domains):
        return
    language = _language(exchange)
    thanked = [
        prose.sentence_at(s.start)
        for s in phrases(shared("courtesy")["thanks"][language]).find(prose)
    ]
    for step in phrases(shared("promotion")["next-step"][language]).find(prose):
        if prose.sentence_at(step.start) not in thanked:  # not the writing that it thanks for
            return
    if not pitches(prose, language):  # to sell is to offer something more
        yield absent(exchange, rule, len(draft.own.rstrip()))


def to_complaint(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A sales pitch in the answer to a complaint."""
    assert exchange.customer is not None
    reported = complaints(exchange.customer, exchange.customer_language)
    if not reported:
        raise DoesNotApply("complaint")
    related = tuple(Place("customer", "body", s.start, s.end) for s in reported[:1] if s.end)
    prose = exchange.draft.prose
    for run in runs(prose, _unasked(exchange)):
        found = at(exchange, rule, run, confidence=0.8)
        yield Finding(
            rule=rule, place=found.place, severity=found.severity, values=found.values,
            confidence=found.confidence, related=related,
        )  # fmt: skip


def unsolicited(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Promotion takes up a third of the draft or more, and the customer did not ask for offers."""
    prose = exchange.draft.prose
    selling = _unasked(exchange)
    words = sum(len(prose.words_in(s)) for s in selling)
    if selling and words >= float(rule.parameters["share"]) * len(prose.words):
        yield at(
            exchange,
            rule,
            runs(prose, selling)[0],
            share=f"{round(100 * words / len(prose.words))} %",
        )


def _unasked(exchange: Exchange) -> tuple[Span, ...]:
    selling = pitches(exchange.draft.prose, _language(exchange))
    customer = exchange.customer
    if not selling or customer is None or exchange.customer_language not in ("en", "es", "ca"):
        return selling
    asked = phrases(shared("promotion")["pitch"][exchange.customer_language]).first(customer.prose)
    return () if asked else selling


def _language(exchange: Exchange) -> Language:
    if exchange.language is None:
        raise DoesNotApply("language")
    return exchange.language
