"""Data of people who are neither the customer nor the company's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.checks import absent, at, in_header
from replylint.checks.identifiers import scanned
from replylint.model import Address, Exchange, Finding, Rule, Span
from replylint.text.expressions import expression
from replylint.text.mailboxes import (
    addresses,
    akin,
    colleagues,
    customers,
    is_personal,
    same_organisation,
)
from replylint.text.names import particles, words_of
from replylint.text.prose import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = expression(
    r"\b[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ·'’]{1,20}"
    r"(?:[ \n](?:(?:de|del|la|las|los|i|y|van|von|da|dos) ){0,2}"
    r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ·'’]{1,20}){1,3}\b"
)
_NUMBER = expression(r"\d[\d./-]{3,20}\d|\d{4,}")
_NEAR = 60


class _Known(NamedTuple):
    """Whom and what this exchange may speak of: words, numbers and addresses."""

    words: frozenset[str]
    numbers: frozenset[str]
    emails: frozenset[str]


def third_party_data(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A private address, or a person with an account number, of neither customer nor company."""
    text = scanned(exchange.draft, quoted=True)
    quoted = exchange.draft.of_kind("attribution", "quote", "forwarded")
    for m in addresses(text):
        # Who wrote or received what is quoted: <ana@example.com>, [mailto:ana@example.com].
        if text[m.start() - 1 : m.start()] in ("<", "[", ":") and any(
            p.start <= m.start() < p.end for p in quoted
        ):
            continue
        if _foreign(exchange, m.group().lower()):
            yield at(exchange, rule, Span(m.start(), m.end()))
    subject = exchange.draft.subject or ""
    for m in addresses(subject):
        if _foreign(exchange, m.group().lower()):
            yield in_header(rule, "subject", m.start(), m.end(), text=m.group())
    for file in exchange.draft.attachments or ():
        for m in addresses(file.name.rpartition(".")[0]):
            if _foreign(exchange, m.group().lower()):
                yield absent(exchange, rule, text=file.name)
    labels = frozenset(fold(" ".join(rule.lexicon["record"].values())).split())
    if not exchange.draft.prose.where.keys().isdisjoint(labels):
        for span in _people(exchange.draft.own, _known(exchange), labels):
            yield at(exchange, rule, span)


@lru_cache(maxsize=2)
def _known(exchange: Exchange) -> _Known:
    draft, customer = exchange.draft, exchange.customer
    texts = [exchange.company.name, *exchange.company.products, draft.subject or ""]
    texts += [
        str(p)
        for p in (draft.sender, *(draft.to or ()), *(draft.cc or ()), *exchange.company.people)
        if p
    ]
    texts += [
        draft.text[p.start : p.end]
        for p in draft.of_kind("signature", "salutation", "legal-footer")
    ]
    if customer:
        texts += [customer.text, customer.subject or ""]
        texts += [
            str(p)
            for p in (
                customer.sender,
                *customer.reply_to,
                *(customer.cc or ()),
                *(customer.to or ()),
            )
            if p
        ]
    joined = "\n".join(texts)
    return _Known(
        words=frozenset(fold(m.group()) for m in WORD.finditer(joined)),
        numbers=frozenset(re.sub(r"\D", "", m.group()) for m in _NUMBER.finditer(joined)),
        emails=frozenset(m.group().lower() for m in addresses(joined)),
    )


def _foreign(exchange: Exchange, email: str) -> bool:
    """Whether an address is a private mailbox of nobody here; a firm's is a reference."""
    address = Address("", email)
    return (
        is_personal(address.domain)
        and email not in _known(exchange).emails
        and not colleagues(exchange, address)
        and not any(same_organisation(address, c) or akin(address, c) for c in customers(exchange))
    )


def _people(text: str, known: _Known, labels: frozenset[str]) -> Iterator[Span]:
    """Names of strangers with a record's label and number behind them: Ana Ros (member 31191)."""
    for m in _NAME.finditer(text):
        words = [fold(w.group()) for w in WORD.finditer(m.group())]
        given = [
            w
            for w in words
            if w not in particles() and w not in words_of("title") | words_of("courtesy")
        ]
        # One token may be shared: a namesake, or a relative, is a stranger none the less.
        if (
            len(given) < 2
            or sum(w in known.words for w in given) > len(given) / 2
            or not set(given) - labels
        ):
            continue
        if any(w in words_of("organisation") for w in given):
            continue
        end = min(
            [e for c in ".\n;" if (e := text.find(c + (" " if c == "." else ""), m.end())) >= 0]
            + [m.end() + _NEAR]
        )
        behind = text[m.end() : min(end, m.end() + _NEAR)]
        numbers = [
            n for n in _NUMBER.finditer(behind) if re.sub(r"\D", "", n.group()) not in known.numbers
        ]
        label = [w for w in WORD.finditer(behind) if fold(w.group()) in labels]
        if numbers and label and label[0].start() < numbers[0].start():
            close = behind.find(")", numbers[-1].end())
            yield Span(m.start(), m.end() + (close + 1 if close >= 0 else numbers[-1].end()))
