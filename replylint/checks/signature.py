"""The end of a draft: a polite close, and a person who signs with surname, role and contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks import absent, at
from replylint.model import DoesNotApply, Exchange, Finding, Rule, Span
from replylint.text.phrases import phrases
from replylint.text.placeholders import placeholders
from replylint.text.signature import Signature, signature_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def _written(exchange: Exchange) -> Signature | None:
    """Read the signature that the draft holds.

    Raises:
        DoesNotApply: the mail system appends it, or it holds a field that is to be filled.

    """
    if exchange.settings.get("signature-appended"):
        raise DoesNotApply("signature-appended")
    signature = signature_of(exchange.draft, exchange.company)
    if signature and placeholders("\n".join(signature.lines)):
        raise DoesNotApply("placeholder")
    return signature


def _signed(exchange: Exchange) -> Signature:
    """Read the signature of a person.

    Raises:
        DoesNotApply: nobody signs (which is a finding of its own), or as for `_written`.

    """
    signature = _written(exchange)
    if signature is None or not signature.name:
        raise DoesNotApply("signature")
    return signature


def missing(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a draft that no person signs: nobody at all, or only a team, an office, the company."""
    signature = _written(exchange)
    if signature is None:
        yield absent(exchange, rule, len(exchange.draft.own.rstrip()))
    elif not signature.name:
        yield at(exchange, rule, _first_line(exchange, signature))


def no_surname(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a signature with a first name only; with `from-header`, From may complete it."""
    signature = _signed(exchange)
    sender = exchange.draft.sender
    from_header = rule.parameters.get("from-header") and sender and len(sender.name.split()) > 1
    if signature.given_only and not from_header:
        yield at(exchange, rule, _first_line(exchange, signature), name=signature.name)


def no_job(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a signature that does not say what the person does; a department is not a role."""
    signature = _signed(exchange)
    if not signature.job and not signature.other:
        yield at(exchange, rule, _first_line(exchange, signature), name=signature.name)


def no_contact(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a signature that gives neither phone nor e-mail nor site."""
    signature = _signed(exchange)
    if not signature.contact:
        yield at(exchange, rule, _first_line(exchange, signature), name=signature.name)


def _first_line(exchange: Exchange, signature: Signature) -> Span:
    text = signature.span.of(exchange.draft.text)
    line = next((piece for piece in text.split("\n") if piece.strip(" -")), text)
    start = signature.span.start + text.index(line)
    return Span(start, start + len(line.rstrip()))


def no_closing(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a draft without polite close: no sign-off, nor a courtesy in its last sentence."""
    if exchange.draft.of_kind("sign-off"):
        return
    prose = exchange.draft.prose
    courtesies = phrases(rule.lexicon["courtesies"][exchange.language or "en"])
    if not prose.sentences or not courtesies.find(prose, prose.sentences[-1]):
        yield absent(exchange, rule, len(exchange.draft.own.rstrip()))
