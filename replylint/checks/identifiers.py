"""Numbers that must not travel in clear: identity documents, payment cards, bank accounts.

A cheap pattern finds candidates; only then is the library of check digits loaded.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

from replylint.checks import at, in_header
from replylint.model import Exchange, Finding, Message, Rule, Span
from replylint.text.expressions import expression
from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Module of python-stdnum, pattern, words of which one must stand before the number ("" for none).
_IDENTITIES: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (module, expression(rf"(?<![\w-]){pattern}(?![\w-])"), label)
    for module, pattern, label in (
        ("es.dni", r"\d{2}\.?\d{3}\.?\d{3}[ -]?[A-Za-z]", ""),
        ("es.nie", r"[XYZxyz][ -]?\d{7}[ -]?[A-Za-z]", ""),
        ("fr.nir", r"[12] ?\d\d ?(?:0[1-9]|1[0-2]) ?\d[\dAB] ?\d{3} ?\d{3} ?\d\d", ""),
        ("it.codicefiscale", r"[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]", ""),
        ("us.ssn", r"\d{3}-\d\d-\d{4}", ""),
        ("ie.pps", r"\d{7}[A-W][A-IW]?", "pps ppsn"),
        ("gb.nhs", r"\d{3} ?\d{3} ?\d{4}", "nhs"),
        ("mx.curp", r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d", ""),
        ("cl.rut", r"\d{1,2}\.\d{3}\.\d{3}-[\dkK]", ""),
        ("ar.cuit", r"(?:20|23|24|27)-\d{8}-\d", ""),
        ("br.cpf", r"\d{3}\.\d{3}\.\d{3}-\d\d", ""),
        ("ad.nrt", r"[AFaf]-?\d{6}-?[A-Za-z]", "nrt"),
    )
)
# GOV.UK, National Insurance manual NIM39110: prefixes that are never issued.
_NINO = expression(
    r"(?<![\w-])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r" ?\d\d ?\d\d ?\d\d ?[A-D](?![\w-])"
)
_CARD = expression(
    r"(?<![\w.,+-])(?:[2-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}"
    r"|3[47]\d\d[ -]?\d{6}[ -]?\d{5})(?![\w-])"
)
# ISO/IEC 7812, ranges in use with their lengths: Amex, Visa, Mastercard, Discover, UnionPay, JCB.
_BRANDS = expression(
    r"3[47]\d{13}|4\d{15}(?:\d{3})?|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|6(?:011|5\d\d|4[4-9]\d)\d{12}|62\d{14}|35(?:2[89]|[3-8]\d)\d{12}"
)
_IBAN = expression(r"(?<!\w)[A-Z]{2}\d\d(?:[ -]?[A-Z\d]){11,30}(?!\w)")
_CCC = expression(r"(?<![\w-])\d{4}[ -]\d{4}[ -]\d\d[ -]\d{10}(?![\w-])")
_SORT_CODE = expression(
    r"sort code\D{0,12}(\d\d[- ]\d\d[- ]\d\d)\D{0,40}\d{8}(?!\d)", re.IGNORECASE, needs="sort"
)
# No number of an identity document is without six figures, letters of the Italian one apart.
_SIX = expression(r"(?:\d[ .-]?){5}\d|[A-Z]{6}\d\d[A-Z]")
_NEAR = 90  # characters before a number in which its label stands
_WORDS = expression(r"[^\W\d_]+")


def national_id(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """An identity document's number whose check digit is right."""

    def candidates(text: str) -> Iterator[Span]:
        for line in _lines_with(_SIX, text):
            for module, pattern, label in _IDENTITIES:
                for m in pattern.finditer(text, *line):
                    if label and _before(text, m.start()).isdisjoint(label.split()):
                        continue
                    if _valid(f"stdnum.{module}", m.group()):
                        yield Span(m.start(), m.end())
            for m in _NINO.finditer(text, *line):
                yield Span(m.start(), m.end())

    yield from _found(exchange, rule, candidates, quoted=False)


def payment_card(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A card number in full: brand, length and Luhn's check digit are right. Quotes count too."""

    def candidates(text: str) -> Iterator[Span]:
        for m in _CARD.finditer(text):
            digits = re.sub(r"\D", "", m.group())
            if _BRANDS.fullmatch(digits) and _valid("stdnum.luhn", digits):
                yield Span(m.start(), m.end())

    yield from _found(exchange, rule, candidates, quoted=True)


def bank_account(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """An account number in full that is not the company's own."""
    ours = {re.sub(r"\W", "", number).upper() for number in rule.parameters["own"]}
    our = frozenset(fold(" ".join([*rule.lexicon["our"].values(), exchange.company.name])).split())
    your = frozenset(fold(" ".join(rule.lexicon["your"].values())).split())

    def candidates(text: str) -> Iterator[Span]:
        for pattern, module in ((_IBAN, "stdnum.iban"), (_CCC, "stdnum.es.ccc")):
            for m in pattern.finditer(text):
                number = m.group()
                while number and not _valid(module, number) and " " in number:
                    number = number.rpartition(" ")[
                        0
                    ]  # the pattern may have run into the next word
                if not number or not _valid(module, number) or re.sub(r"\W", "", number) in ours:
                    continue
                # To whom a payment is to be made is no secret: "to our account ES91…".
                near = _nearest(text, m.start(), our | your)
                if near not in our:
                    yield Span(m.start(), m.start() + len(number))
        for m in _SORT_CODE.finditer(text):
            if _nearest(text, m.start(), our | your) not in our:
                yield Span(m.start(1), m.end())

    yield from _found(exchange, rule, candidates, quoted=False)


def _lines_with(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """The lines in which a pattern is found."""
    end = 0
    while m := pattern.search(text, end):
        start = text.rfind("\n", 0, m.start()) + 1
        end = text.find("\n", m.end())
        end = len(text) if end < 0 else end
        yield Span(start, end)


def _found(
    exchange: Exchange, rule: Rule, candidates: Callable[[str], Iterator[Span]], *, quoted: bool
) -> Iterator[Finding]:
    """Candidates in subject and text, but those whose label says that they are something else."""
    other = frozenset(fold(" ".join(rule.lexicon["other-number"].values())).split())
    named = frozenset(fold(" ".join(rule.lexicon["named"].values())).split())
    subject = exchange.draft.subject or ""
    for span in candidates(subject):
        yield in_header(rule, "subject", span.start, span.end, text=masked(span.of(subject)))
    text = scanned(exchange.draft, quoted=quoted)
    taken: list[Span] = []
    for span in sorted(candidates(text), key=lambda s: (s.start, -s.end)):
        if any(span.start < t.end for t in taken):
            continue
        if _nearest(text, span.start, other | named) in other:
            continue
        taken.append(span)
        finding = at(exchange, rule, span)
        yield Finding(
            rule=rule,
            place=finding.place,
            severity=rule.severity,
            values={"text": masked(span.of(text))},
        )


def scanned(message: Message, *, quoted: bool) -> str:
    """The text in which data may leak: not the signature and legal footer, quotes if asked."""
    if not quoted:
        return message.own
    return message.blanked(frozenset({"legal-footer", "signature"}))


def masked(number: str) -> str:
    """All but the last four letters and digits as dots: no report may spread what it warns of."""
    keep = 4
    out = []
    for c in reversed(number):
        if c.isalnum():
            out.append(c if keep > 0 else "•")
            keep -= 1
        else:
            out.append(c)
    return "".join(reversed(out))


def _valid(module: str, number: str) -> bool:
    return bool(import_module(module).is_valid(number))


def _before(text: str, offset: int) -> frozenset[str]:
    return frozenset(_WORDS.findall(fold(text[max(0, offset - _NEAR) : offset])))


def _nearest(text: str, offset: int, words: frozenset[str]) -> str:
    """The last of these words before an offset, in its sentence or the line, "" if none is near."""
    before = fold(text[max(0, offset - _NEAR) : offset])
    return next((w for w in reversed(_WORDS.findall(before)) if w in words), "")
