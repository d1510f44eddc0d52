"""Addresses and domains: whose they are, and whether one is another mistyped."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.model import Address, Exchange
from replylint.text.expressions import expression
from replylint.text.prose import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# Providers at which anybody may have a mailbox, the reserved domains of RFC 2606 among them.
PERSONAL = frozenset(
    [
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.es", "hotmail.co.uk", "hotmail.fr",
        "outlook.com", "outlook.es", "live.com", "live.co.uk", "msn.com", "yahoo.com", "yahoo.es",
        "yahoo.co.uk", "yahoo.com.mx", "yahoo.com.ar", "ymail.com", "icloud.com", "me.com",
        "mac.com", "aol.com", "gmx.com", "gmx.es", "gmx.net", "protonmail.com", "proton.me",
        "pm.me", "tutanota.com", "zoho.com", "fastmail.com", "mail.com", "btinternet.com",
        "sky.com", "virginmedia.com", "ntlworld.com", "talktalk.net", "eircom.net",
        "telefonica.net", "movistar.es", "ono.com", "orange.es", "terra.es", "terra.com",
        "telefonica.es", "euskaltel.net", "ya.com", "comcast.net", "verizon.net", "att.net",
        "cox.net", "example.com", "example.org", "example.net",
    ]
)  # fmt: skip
_ADDRESS = expression(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_TYPO_TARGETS = (
    "gmail.com",
    "hotmail.com",
    "outlook.com",
    "yahoo.com",
    "icloud.com",
    "yahoo.es",
    "hotmail.es",
)


def addresses(text: str) -> Iterator[re.Match[str]]:
    """The addresses that stand in a text."""
    return _ADDRESS.finditer(text) if "@" in text else iter(())


def is_personal(domain: str) -> bool:
    """Whether a domain says nothing of whom its mailboxes belong to."""
    return domain in PERSONAL


def same_organisation(first: Address, second: Address) -> bool:
    """Whether two mailboxes share a domain of their own."""
    return registrable(first.domain) == registrable(second.domain) and not is_personal(first.domain)


def registrable(domain: str) -> str:
    """The domain without sub-domains: two labels, or three under co.uk and the like."""
    labels = domain.lower().split(".")
    short = len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2
    return ".".join(labels[-3:] if short else labels[-2:])


def colleagues(exchange: Exchange, address: Address) -> bool:
    """Whether a mailbox is the company's: its domain, its people, or the sender's domain."""
    sender = exchange.draft.sender
    own = exchange.company.owns(address.domain)
    people = {p.email for p in exchange.company.people}
    return own or address.email in people or bool(sender and same_organisation(address, sender))


@lru_cache(maxsize=4)
def customers(exchange: Exchange) -> tuple[Address, ...]:
    """The customer's mailboxes: From, Reply-To, and the addresses that stand in their own mail."""
    if exchange.customer is None:
        return ()
    found = [a for a in (exchange.customer.sender, *exchange.customer.reply_to) if a]
    for m in addresses(exchange.customer.signed):
        found.append(Address("", m.group().lower()))
    return tuple(a for a in found if a.email and not exchange.company.owns(a.domain))


def mistyped(domain: str, right: str) -> bool:
    """Whether a domain is another one with one or two letters wrong."""
    if domain == right or abs(len(domain) - len(right)) > 2:
        return False
    from rapidfuzz.distance import OSA

    limit = 1 if len(right) < 9 else 2
    return OSA.distance(domain, right, score_cutoff=limit) <= limit


def provider_meant(domain: str) -> str:
    """The common provider that a domain is a misspelling of, "" if none."""
    if domain in PERSONAL or domain.count(".") > 2:
        return ""
    return next((right for right in _TYPO_TARGETS if mistyped(domain, right)), "")


def akin(first: Address, second: Address) -> bool:
    """Whether two people share a surname, so that they may well be a family."""

    def names(address: Address) -> set[str]:
        given = {w for w in fold(address.name).split() if len(w) > 2}
        return given or {
            w for w in address.email.partition("@")[0].replace("_", ".").split(".") if len(w) > 3
        }

    return bool(names(first) & names(second))
