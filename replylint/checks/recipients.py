"""Who receives the draft: the customer, nobody by mistake, nobody exposed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.checks import in_header
from replylint.model import Address, DoesNotApply, Exchange, Finding, Rule
from replylint.text.expressions import expression
from replylint.text.mailboxes import (
    akin,
    colleagues,
    customers,
    is_personal,
    mistyped,
    provider_meant,
    registrable,
    same_organisation,
)
from replylint.text.prose import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEVERAL = 2
_RELAY = expression(
    r"(?:^|[.+_-])(?:no-?reply|reply|ticket|case|relay|notifications?|support-)|[0-9a-f]{12,}", re.I
)


def cc_exposure(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Several outsiders, strangers to the customer and to each other, stand in To or Cc."""
    theirs = customers(exchange)
    strangers = {
        "to": [a for a in exchange.draft.to or () if _stranger(exchange, a, theirs)],
        "cc": [a for a in exchange.draft.cc or () if _stranger(exchange, a, theirs)],
    }
    if not theirs and strangers["to"]:
        strangers["to"] = strangers["to"][1:]  # whoever is first is whom it is for
    everyone = [*strangers["to"], *strangers["cc"]]
    if len(everyone) < _SEVERAL:
        return
    if all(same_organisation(everyone[0], a) for a in everyone[1:]):
        return
    for header, found in strangers.items():
        if found:
            yield in_header(rule, header, people=", ".join(a.email for a in found))


def _stranger(exchange: Exchange, address: Address, theirs: tuple[Address, ...]) -> bool:
    if colleagues(exchange, address) or any(a.email == address.email for a in theirs):
        return False
    if any(same_organisation(a, address) or akin(a, address) for a in theirs):
        return False
    if _copied_by_customer(exchange, address):
        return False
    # Whom the two mails speak of is no stranger to the customer.
    words = set(exchange.draft.prose.folded) | set(
        exchange.customer.prose.folded if exchange.customer else ()
    )
    return not any(
        fold(m.group()) in words for m in WORD.finditer(address.name) if len(m.group()) > 3
    )


def _copied_by_customer(exchange: Exchange, address: Address) -> bool:
    mail = exchange.customer
    return mail is not None and address.email in {
        a.email for a in (*(mail.to or ()), *(mail.cc or ()))
    }


def wrong_recipient(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """None of the recipients is the customer, or one is a list."""
    theirs = customers(exchange)
    if not theirs:
        raise DoesNotApply("customer-address")
    everyone = (*(exchange.draft.to or ()), *(exchange.draft.cc or ()), *(exchange.draft.bcc or ()))
    if not everyone:
        return
    emails = {a.email for a in theirs}
    relays = tuple(exchange.settings.get("relays", ())) + tuple(rule.parameters["relays"])
    if any(a.email in emails for a in everyone):
        return
    if any(
        any(a.domain == r or a.domain.endswith("." + r) for r in relays) or _RELAY.search(a.email)
        for a in everyone
    ):
        return
    if any(same_organisation(a, c) and _same_person(a, c) for a in everyone for c in theirs):
        return
    header = "to" if exchange.draft.to else "cc" if exchange.draft.cc else "bcc"
    yield in_header(
        rule, header, people=", ".join(a.email for a in everyone), customer=theirs[0].email
    )


def _same_person(first: Address, second: Address) -> bool:
    """Whether two addresses of one house are one person's: j.smith and john.smith."""
    a, b = (x.email.partition("@")[0] for x in (first, second))
    return fold(first.name) == fold(second.name) != "" or a.split(".")[-1] == b.split(".")[-1]


def typo(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A recipient's domain is nearly the customer's, or nearly a common provider's."""
    known = {a.domain for a in customers(exchange)} | set(exchange.company.domains)
    for header in ("to", "cc", "bcc"):
        for address in getattr(exchange.draft, header) or ():
            domain = address.domain
            if not domain or domain in known or is_personal(domain):
                continue
            meant = next((k for k in known if mistyped(domain, k)), "") or provider_meant(domain)
            if meant and registrable(meant) != registrable(domain):
                yield in_header(rule, header, text=address.email, meant=meant)


def changed(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """An outsider has joined, or somebody that the customer copied has been dropped."""
    if exchange.customer is None or exchange.customer.sender is None:
        raise DoesNotApply("customer-address")
    theirs = customers(exchange)
    ours = (*(exchange.draft.to or ()), *(exchange.draft.cc or ()))
    emails = {a.email for a in (*ours, *(exchange.draft.bcc or ()))}
    if not emails & {a.email for a in theirs}:
        return  # wrong-recipient says it
    joined = [a for a in ours if _stranger(exchange, a, theirs)]
    if len(joined) == 1:  # several are cc-exposure
        yield in_header(
            rule, "cc" if joined[0] in (exchange.draft.cc or ()) else "to", people=joined[0].email
        )
    dropped = [
        a
        for a in exchange.customer.cc or ()
        if a.email not in emails
        and not colleagues(exchange, a)
        and a.email not in {t.email for t in theirs}
    ]
    if dropped:
        header = "cc" if exchange.draft.cc else "to"
        yield in_header(rule, header, people=", ".join(a.email for a in dropped))
