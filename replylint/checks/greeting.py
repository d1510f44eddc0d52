"""The salutation: is there one, whom does it name, and how."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from replylint.checks import absent, at
from replylint.model import DoesNotApply, Exchange, Finding, Part, Rule, Span
from replylint.text.names import Customer, customer_of, misspelt, salutation, same
from replylint.text.prose import fold


def _salutation(exchange: Exchange) -> Part | None:
    parts = exchange.draft.of_kind("salutation")
    return parts[0] if parts else None


def missing(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The draft opens without a salutation, and the thread had none earlier on the same day."""
    if _salutation(exchange) is None and not _greeted_today(exchange):
        yield absent(exchange, rule)


def _greeted_today(exchange: Exchange) -> bool:
    """Whether the customer answers, on the same day, a mail in which the company greeted them."""
    customer = exchange.customer
    if customer is None or customer.date is None or exchange.draft.date is None:
        return False
    quoted = any(customer.text[p.start : p.end].strip() for p in customer.of_kind("quote"))
    return quoted and abs(exchange.draft.date - customer.date) < timedelta(hours=2)


def _customer(exchange: Exchange) -> Customer:
    assert exchange.customer is not None
    customer = customer_of(exchange.customer)
    if customer is None:
        raise DoesNotApply("customer-name")
    return customer


def impersonal(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The customer's name is known and the salutation names nobody."""
    customer = _customer(exchange)
    part = _salutation(exchange)
    if part is None:
        raise DoesNotApply("salutation")
    greeting = salutation(exchange.draft.text, Span(part.start, part.end))
    if not greeting.names:
        yield at(exchange, rule, greeting.span, name=customer.name)


def wrong_name(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The salutation names somebody else, or misspells the customer's name."""
    assert exchange.customer is not None
    customer = _customer(exchange)
    part = _salutation(exchange)
    if part is None:
        raise DoesNotApply("salutation")
    text = exchange.draft.text
    greeting = salutation(text, Span(part.start, part.end))
    if not greeting.names:
        return
    known = customer.known
    written = {fold(text[n.start : n.end]): n for n in greeting.names}
    strangers = {w: n for w, n in written.items() if not any(same(w, k) for k in known)}
    local = fold(exchange.customer.sender.email.partition("@")[0]) if exchange.customer.sender else ""
    strangers = {w: n for w, n in strangers.items() if len(w) < 4 or w not in local}
    slips = [n for w, n in strangers.items() if any(misspelt(w, k) for k in known)]
    if slips:
        yield at(exchange, rule, slips[0], name=customer.name, confidence=0.9)
    elif strangers and len(strangers) == len(written) and not _mentioned(exchange, strangers):
        yield at(exchange, rule, greeting.span, name=customer.name, confidence=0.95)


def _mentioned(exchange: Exchange, strangers: dict[str, Span]) -> bool:
    """Whether the customer's own text speaks of these people: then one of them may well be meant."""
    assert exchange.customer is not None
    body = exchange.customer
    head = body.of_kind("salutation")
    greeted = set(fold(body.text[head[0].start : head[0].end]).split(" ,:.!")) if head else set()
    spoken = set(body.prose.folded)
    return all(word in spoken and word not in greeted for word in strangers)


def missing_title(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The customer signs with a title (Dr., Prof., Ing.…) and the salutation drops it."""
    customer = _customer(exchange)
    if not customer.title:
        raise DoesNotApply("title")
    part = _salutation(exchange)
    if part is None:
        raise DoesNotApply("salutation")
    greeting = salutation(exchange.draft.text, Span(part.start, part.end))
    if greeting.names and not greeting.title:
        yield at(exchange, rule, greeting.span, title=customer.title, name=customer.name)


def slashed(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The salutation leaves the gender open with a slash: Estimado/a, Benvolgut/uda, Sr./Sra."""
    part = _salutation(exchange)
    if part is None:
        raise DoesNotApply("salutation")
    line = exchange.draft.text[part.start : part.end]
    for chunk in line.split():
        before, slash, after = chunk.partition("/")
        ending = after.strip(".,:;")
        if slash and before.strip(".").isalpha() and ending.isalpha() and len(ending) <= 9:
            start = part.start + line.index(chunk)
            yield at(exchange, rule, Span(start, start + len(chunk.rstrip(",:;"))))
