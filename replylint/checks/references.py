"""Numbers by which a customer's matter is known: repeated, and repeated right."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.checks import absent, at, in_header
from replylint.model import DoesNotApply, Finding, Span
from replylint.text.expressions import expression
from replylint.text.mailboxes import addresses, customers
from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Exchange, Rule

_FILLERS = (
    "number|num|núm|no|nro|código|codi|code|ref|reference|con|amb|de|del|the|es|és|is|la|el|id"
)
_LINK = rf"(?:[\s:#(-]{{1,4}}(?:n\.?[º°]|(?:{_FILLERS})\b)\.?){{0,2}}[\s:#(-]{{1,4}}"
_NUMBER = r"((?:[A-Za-z]{1,5}[-/ ]?)?\d[\dA-Za-z/-]{2,18}[\dA-Za-z])"
_FREE = expression(r"(?<![\w/.,€$£-])(?:[A-Z]{1,5}-?)?\d[\d-]{3,14}\d(?![\w/€%-]|[.,]\d)")
_AMOUNT = expression(
    r"[€$£]\s?(\d[\d.,]{3,12}\d)|(\d[\d.,]{3,12}\d)\s?(?:€|euros\b|eur\b|USD\b|pesos\b)",
    re.IGNORECASE,
    needs="€ $ £ euro eur usd pesos",
)
_THREE = expression(r"\d[\dA-Za-z/-]{2}")
_SHORTEST = 5


class _Reference(NamedTuple):
    """A number as written, and its letters and figures alone."""

    span: Span
    key: str


@lru_cache(maxsize=4)
def _labelled(labels: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(labels.split())})\b{_LINK}{_NUMBER}(?!\w)", re.IGNORECASE)


def _references(text: str, rule: Rule) -> tuple[_Reference, ...]:
    return _labelled_in(text, " ".join(rule.lexicon["label"].values()))


@lru_cache(maxsize=8)
def _labelled_in(text: str, labels: str) -> tuple[_Reference, ...]:
    if _THREE.search(text) is None:
        return ()
    found = [
        _Reference(Span(m.start(1), m.end(1)), _key(m.group(1)))
        for m in _labelled(labels).finditer(text)
    ]
    return tuple(r for r in found if sum(c.isdigit() for c in r.key) > 3 and not _is_date(r.key))


def _key(number: str) -> str:
    return re.sub(r"\W", "", fold(number))


def _is_date(key: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d|(?:0?[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])20\d\d", key))


def missing_reference(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The customer gave the number of an order or case, and the reply repeats none."""
    assert exchange.customer is not None
    theirs = [
        *_references(exchange.customer.own, rule),
        *_references(exchange.customer.subject or "", rule),
    ]
    if not theirs:
        raise DoesNotApply("no-reference")
    said = _key(exchange.draft.text + " " + (exchange.draft.subject or ""))
    if not any(r.key in said or re.sub(r"\D", "", r.key) in said for r in theirs):
        yield absent(exchange, rule, text=theirs[0].key.upper())


def entity_mismatch(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A number or address differs by one slip from the customer's, which the reply never gives."""
    assert exchange.customer is not None
    mail, draft = exchange.customer, exchange.draft
    subject = draft.subject or ""
    theirs = {r.key for text in (mail.text, mail.subject or "") for r in _references(text, rule)}
    known = {
        _key(m.group()) for text in (mail.text, mail.subject or "") for m in _FREE.finditer(text)
    }
    said = _key(f"{draft.own} {subject}")
    lost = {key for key in theirs if key not in said and len(key) >= _SHORTEST}
    for part, text in (("body", draft.own), ("subject", subject)):
        ours = {r.span: r.key for r in _references(text, rule)}
        for m in _FREE.finditer(text):
            ours.setdefault(Span(m.start(), m.end()), _key(m.group()))
        for span, key in sorted(ours.items()):
            right = next((k for k in lost if _slip(key, k)), None)
            if right is None or key in known | theirs:
                continue
            # The last figure apart, it may be the next order.
            severity = "warning" if key[:-1] == right[:-1] else "error"
            if part == "body":
                yield at(exchange, rule, span, severity=severity, right=right.upper())  # type: ignore[arg-type]
            else:
                yield in_header(
                    rule,
                    "subject",
                    span.start,
                    span.end,
                    severity=severity,
                    text=span.of(text),
                    right=right.upper(),
                )
    yield from _addresses(exchange, rule)
    yield from _amounts(exchange, rule)


def _addresses(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """An address that is nearly the customer's."""
    theirs = [a.email for a in customers(exchange)]
    for m in addresses(exchange.draft.own) if theirs else ():
        email = m.group().lower().rstrip(".")
        if email in theirs:
            continue
        right = next(
            (
                t
                for t in theirs
                if t.partition("@")[2] == email.partition("@")[2] and _slip(email, t)
            ),
            None,
        )
        if right:
            yield at(exchange, rule, Span(m.start(), m.start() + len(email)), right=right)


def _amounts(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Two figures of the customer's amount have changed places."""
    assert exchange.customer is not None
    theirs = {_digits(m) for m in _AMOUNT.finditer(exchange.customer.own)}
    ours = {_digits(m): m for m in _AMOUNT.finditer(exchange.draft.own)}
    for digits, m in ours.items():
        right = next(
            (t for t in theirs if t not in ours and len(t) > 3 and _swapped(digits, t)), None
        )
        if right and digits not in theirs:
            yield at(exchange, rule, Span(m.start(), m.end()), severity="warning", right=right)


def _digits(m: re.Match[str]) -> str:
    return re.sub(r"\D", "", m.group())


def _swapped(a: str, b: str) -> bool:
    if len(a) != len(b) or a == b:
        return False
    apart = [i for i in range(len(a)) if a[i] != b[i]]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and a[apart[0]] == b[apart[1]]
        and a[apart[1]] == b[apart[0]]
    )


def _slip(a: str, b: str) -> bool:
    """Whether one keystroke is wrong: a sign other, swapped, missing or too many."""
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _SHORTEST:
        return False
    if len(a) == len(b):
        return _swapped(a, b) or sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return len(short) > 6 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
