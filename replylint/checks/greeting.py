"""The salutation: is there one, whom does it name, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks import absent, at
from replylint.model import DoesNotApply, Exchange, Finding, Part, Rule, Span
from replylint.text.expressions import expression
from replylint.text.names import (
    Customer,
    customer_of,
    misspelt,
    particles,
    same,
    tokens,
    words_of,
)
from replylint.text.placeholders import placeholders
from replylint.text.prose import fold
from replylint.text.salutation import Salutation, salutation

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_IN_A_CALL = 5  # words
_OPENING = 220  # characters in which the customer's name makes up for a salutation without it
# Estimado/a, Benvolgut/uda, Sr./Sra., Apreciado(a), Querid@: both genders in one word.
_SLASHED = expression(
    r"\b[^\W\d_]{1,14}\.?(?:/-?[^\W\d_]{1,9}\b\.?|\([ao]s?\)|@s?\b)", needs="/ ( @"
)


def missing(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a draft without salutation, unless the thread had one earlier on the same day."""
    if _part(exchange) is None and not _greeted_today(exchange) and not _called(exchange):
        yield absent(exchange, rule)


def _called(exchange: Exchange) -> bool:
    """Tell whether the draft opens by calling the customer in its own way: "Wena, Ana!"."""
    paragraphs = exchange.draft.prose.paragraphs
    customer = customer_of(exchange.customer) if exchange.customer else None
    if not paragraphs or customer is None:
        return False
    said = tokens(paragraphs[0].of(exchange.draft.own))
    return len(said) <= MOST_IN_A_CALL and any(word in customer.known for word in said)


def _greeted_today(exchange: Exchange) -> bool:
    """Tell whether the customer answers a mail in which the company greeted them that day."""
    customer = exchange.customer
    if customer is None or customer.date is None or exchange.draft.date is None:
        return False
    quoted = any(customer.text[p.start : p.end].strip() for p in customer.of_kind("quote"))
    return quoted and customer.date.date() == exchange.draft.date.date()


def _part(exchange: Exchange) -> Part | None:
    parts = exchange.draft.of_kind("salutation")
    return parts[0] if parts else None


def _salutation(exchange: Exchange) -> Salutation:
    part = _part(exchange)
    if part is None:
        raise DoesNotApply("salutation")
    span = Span(part.start, part.end)
    if placeholders(span.of(exchange.draft.text)):
        raise DoesNotApply("placeholder")
    return salutation(exchange.draft.text, span)


def _customer(exchange: Exchange) -> Customer:
    assert exchange.customer is not None
    customer = customer_of(exchange.customer)
    if customer is None:
        raise DoesNotApply("customer-name")
    return customer


def impersonal(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a salutation that names nobody although the customer's name is known."""
    customer = _customer(exchange)
    greeting = _salutation(exchange)
    text = exchange.draft.text
    written = (*greeting.names, *greeting.lower)
    if written and (
        not greeting.anybody or any(_is_customers(n.of(text), customer) for n in written)
    ):
        return
    if set(customer.tokens) & set(tokens(greeting.span.of(text))):
        return  # somebody whose surname is Day, or Casas
    opening = exchange.draft.own[greeting.span.end : greeting.span.end + _OPENING]
    if not set(customer.tokens) & set(tokens(opening)):
        yield at(exchange, rule, greeting.span, name=customer.name)


def _is_customers(word: str, customer: Customer) -> bool:
    token = fold(word)
    return any(same(token, known) or misspelt(token, known) for known in customer.known)


def wrong_name(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a salutation that names somebody else, or misspells the customer's name."""
    customer = _customer(exchange)
    greeting = _salutation(exchange)
    text = exchange.draft.text
    own_house = set(tokens(exchange.company.name))
    written = {fold(n.of(text)): n for n in greeting.names if fold(n.of(text)) not in own_house}
    known = {k for k in customer.known if k not in particles()}
    strangers = {w: n for w, n in written.items() if not _may_be(w, known, exchange)}
    lower = {fold(n.of(text)): n for n in greeting.lower}
    slips = [
        n
        for w, n in (strangers | lower).items()
        if any(misspelt(w, k) for k in known) and not any(same(w, k) for k in known)
    ]
    if slips:
        yield at(exchange, rule, slips[0], name=customer.name, confidence=0.9)
    elif not strangers or greeting.anybody or _mentioned(exchange, strangers):
        return
    elif len(strangers) == len(written) or _is_half_wrong(customer, greeting, written, strangers):
        yield at(exchange, rule, greeting.span, name=customer.name, confidence=0.95)


def _may_be(token: str, known: set[str], exchange: Exchange) -> bool:
    """Tell whether a name may be the customer's, by what they write or by their address."""
    assert exchange.customer is not None
    if any(same(token, each) for each in known):
        return True
    sender = exchange.customer.sender
    local = fold(sender.email.partition("@")[0]) if sender else ""
    return len(token) >= 4 and token in local


def _is_half_wrong(
    customer: Customer,
    greeting: Salutation,
    written: dict[str, Span],
    strangers: dict[str, Span],
) -> bool:
    """Tell a stranger with the customer's given name or surname: Laura Gómez, Juan Cebrián.

    A second surname or a second given name that the customer does not write is no stranger.
    """
    if len(customer.tokens) < 2 or len(written) != 2 or greeting.several or greeting.courtesy:
        return False
    first, second = written
    if second in strangers:
        return same(first, customer.tokens[0]) and second not in words_of("double")
    return first in strangers and not same(second, customer.tokens[0])


def _mentioned(exchange: Exchange, strangers: dict[str, Span]) -> bool:
    """Tell whether the customer's mail speaks of these people: one of them may be the addressee."""
    assert exchange.customer is not None
    mail = exchange.customer
    head = mail.of_kind("salutation")
    greeted = set(tokens(mail.text[head[0].start : head[0].end])) if head else set()
    spoken = set(mail.prose.folded)
    return all(word in spoken and word not in greeted for word in strangers)


def missing_title(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a salutation that drops the title (Dr., Prof., Ing.…) that the customer signs with."""
    customer = _customer(exchange)
    if not customer.title:
        raise DoesNotApply("title")
    greeting = _salutation(exchange)
    if greeting.names and not greeting.title:
        yield at(exchange, rule, greeting.span, title=customer.title, name=customer.name)


def slashed(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a salutation that leaves the gender open: Estimado/a, Benvolgut/uda, Sr./Sra."""
    part = _part(exchange)
    if part is None:
        raise DoesNotApply("salutation")
    for match in _SLASHED.finditer(exchange.draft.text, part.start, part.end):
        yield at(exchange, rule, Span(match.start(), match.end()))
