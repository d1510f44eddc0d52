"""The files that travel with the draft, against what it and the customer say of them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from replylint.acts.attaching import announcements, asked_for_file
from replylint.checks import absent, at
from replylint.model import LANGUAGES, Attachment, Exchange, Finding, Message, Rule
from replylint.spelling.dictionary import dictionary
from replylint.text.expressions import expression
from replylint.text.prose import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_FILES = expression(
    r"application/(?:x-)?(?:pkcs7|pgp|ms-tnef)|text/(?:calendar|(?:x-)?vcard)|message/", re.I
)
_PICTURE = expression(r"(?:image|img|logo|firma|signature|icon|banner)[-_ ]?\d*\.", re.IGNORECASE)
_SMALL = 30_000  # bytes: a logo in a signature
_TOKEN = expression(r"[^\W\d_]+|\d+")
_CAMEL = expression(r"(?<=[a-záéíóúñç])(?=[A-ZÁÉÍÓÚÑÇ])")
_REFERENCE = expression(r"(?<!\d)\d{5,12}(?!\d)")
_STEM = 5
_MEGABYTE = 1_000_000


def files(message: Message) -> tuple[Attachment, ...]:
    """What a reader would call attachments: no inline pictures, logos, keys or invitations."""
    return tuple(
        a
        for a in message.attachments or ()
        if not (a.inline and a.type.startswith("image/"))
        and not _NOT_FILES.match(a.type)
        and not (a.type.startswith("image/") and _PICTURE.match(a.name) and (a.size or 0) < _SMALL)
    )


def missing(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The draft says that something is attached and nothing is."""
    if exchange.draft.attachments:
        return
    said = announcements(exchange.draft.prose, exchange.language or "en")
    if said:
        yield at(exchange, rule, said[0])


def unrequested(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A file that the customer did not ask for and that the draft does not announce."""
    assert exchange.customer is not None
    travelling = files(exchange.draft)
    if not travelling:
        return
    said = announcements(exchange.draft.prose, exchange.language or "en")
    if said and len(travelling) <= len(said):
        return
    asked = bool(asked_for_file(exchange.customer.prose, exchange.customer_language or ""))
    promo = {w[:_STEM] for words in rule.lexicon["promotion"].values() for w in fold(words).split()}
    ours = _stems(exchange.draft.subject or "", exchange.draft.own)
    theirs = _stems(exchange.customer.subject or "", exchange.customer.own)
    for file in travelling:
        stems = _name_stems(file.name)
        pushed = bool(stems & promo)
        if said:  # it may speak of several files; a promotion beside them is none of these
            expected = bool(stems & ours) or not pushed
        elif pushed:
            expected = bool(stems & promo & theirs or (asked and stems & theirs))
        else:
            expected = bool(stems & ours or asked)
        if not expected:
            yield absent(exchange, rule, name=file.name)


def risky(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A program, a document with macros, an archive, or a file over `megabytes`."""
    kinds = {ext for key in ("programs", "macros", "archives") for ext in rule.parameters[key]}
    limit = int(rule.parameters["megabytes"])
    said = announcements(exchange.draft.prose, exchange.language or "en")
    for file in exchange.draft.attachments or ():
        extensions = file.name.lower().rsplit(".", 2)[1:]
        heavy = file.size is not None and file.size > limit * _MEGABYTE
        if heavy or (extensions and extensions[-1].strip() in kinds):
            if said:
                yield at(exchange, rule, said[0], name=file.name, limit=str(limit))
            else:
                yield absent(exchange, rule, name=file.name, limit=str(limit))


def name(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A file's name bears a number or a person's name that is not this customer's."""
    assert exchange.customer is not None
    texts = [exchange.draft.text, exchange.draft.subject or "", exchange.customer.text]
    texts += [exchange.customer.subject or "", exchange.company.name, *exchange.company.products]
    people = (
        exchange.customer.sender,
        exchange.draft.sender,
        *(exchange.draft.to or ()),
        *exchange.company.people,
    )
    texts += [str(p) for p in people if p]
    known = " ".join(texts)
    words = {fold(m.group()) for m in WORD.finditer(known)}
    numbers = set(_REFERENCE.findall(known))
    for file in files(exchange.draft):
        stem = file.name.rpartition(".")[0] or file.name
        found = set(_REFERENCE.findall(stem))
        # Only a number of the same kind can be the wrong one: dates and versions are other numbers.
        other = not found & numbers and any(
            len(a) == len(b) and not _is_date(a) for a in found for b in numbers
        )
        if other or _stranger(stem, words):
            yield absent(exchange, rule, name=file.name)


def _is_date(number: str) -> bool:
    return len(number) in (6, 8) and bool(
        re.match(r"(?:19|20)\d\d|(?:[0-2]\d|3[01])(?:0\d|1[0-2])", number)
    )


def _stranger(stem: str, known: set[str]) -> bool:
    """Whether two capitalised words stand together that no dictionary and neither mail knows."""
    tokens = _TOKEN.findall(_CAMEL.sub(" ", stem))
    for pair in pairwise(tokens):
        if all(len(w) > 2 and w[0].isupper() and w[1:].islower() for w in pair) and not any(
            fold(w) in known or any(dictionary(lang).lists(w.lower()) for lang in LANGUAGES)
            for w in pair
        ):
            return True
    return False


def _stems(*texts: str) -> set[str]:
    return {
        fold(m.group())[:_STEM] for t in texts for m in WORD.finditer(t) if m.end() - m.start() > 3
    }


def _name_stems(file_name: str) -> set[str]:
    stem = _CAMEL.sub(" ", file_name.rpartition(".")[0] or file_name)
    return {
        fold(w)[:_STEM]
        for w in _TOKEN.findall(stem)
        if len(w) > 3 and not re.fullmatch(r"20\d\d", w)
    }
