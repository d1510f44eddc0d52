"""The end of a draft: a polite close, and a person who signs with surname, role and contact."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks import absent, at
from replylint.model import DoesNotApply, Exchange, Finding, Rule, Span
from replylint.text.signature import Signature, signature_of


def _signed(exchange: Exchange) -> Signature:
    """The signature of a person.

    Raises:
        DoesNotApply: the mail system appends it, or nobody signs (which is a finding of its own).
    """
    _written(exchange)
    signature = signature_of(exchange.draft, exchange.company)
    if signature is None or not signature.name:
        raise DoesNotApply("signature")
    return signature


def _written(exchange: Exchange) -> None:
    if exchange.settings.get("signature-appended"):
        raise DoesNotApply("signature-appended")


def missing(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """No person signs: there is no signature, or it names only a team, an office or the company."""
    _written(exchange)
    signature = signature_of(exchange.draft, exchange.company)
    if signature is None:
        yield absent(exchange, rule, len(exchange.draft.own.rstrip()))
    elif not signature.name:
        yield at(exchange, rule, _first_line(exchange, signature))


def no_surname(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The person signs with a first name only."""
    signature = _signed(exchange)
    sender = exchange.draft.sender
    from_header = rule.parameters.get("from-header") and sender and len(sender.name.split()) > 1
    if signature.given_only and not from_header:
        yield at(exchange, rule, _first_line(exchange, signature), name=signature.name)


def no_job(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The signature does not say what the person does; a department is not a role."""
    signature = _signed(exchange)
    if not signature.job and not signature.other:
        yield at(exchange, rule, _first_line(exchange, signature), name=signature.name)


def no_contact(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The signature gives neither phone nor e-mail nor site."""
    signature = _signed(exchange)
    if not signature.contact:
        yield at(exchange, rule, _first_line(exchange, signature), name=signature.name)


def _first_line(exchange: Exchange, signature: Signature) -> Span:
    text = signature.span.of(exchange.draft.text)
    line = next((piece for piece in text.split("\n") if piece.strip(" -")), text)
    start = signature.span.start + text.index(line)
    return Span(start, start + len(line.rstrip()))


def no_closing(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The draft ends without a polite close."""
    if not exchange.draft.of_kind("sign-off"):
        yield absent(exchange, rule, len(exchange.draft.own.rstrip()))
