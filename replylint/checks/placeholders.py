"""What a template or a tool left in the draft: fields, empty slots, notes to the writer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.checks import at, in_header
from replylint.model import Exchange, Finding, Rule, Span
from replylint.text.expressions import expression
from replylint.text.phrases import phrases
from replylint.text.placeholders import placeholders
from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# A salutation whose name is missing: "Dear ,", "Hola :", "Estimado/a !".
_NAMELESS = expression(
    r"^[ \t¡]*(?:dear|hi|hello|hey|estimad[oa]|apreciad[oa]|querid[oa]|distinguid[oa]|hola"
    r"|benvolgut|benvolguda|apreciat|apreciada|estimat|estimada)(?:/[oa]s?|/uda)?"
    r"(?:[ \t]+(?:mr|mrs|ms|dr|sr|sra|señora?|senyora?|don|doña)\b\.?(?:/\w{1,4}\.?)?)?[ \t]+[,:!]",
    re.IGNORECASE,
)
# What programs print for nothing.
_NOTHING = expression(
    r"\[object Object\]"
    r"|(?<![\w.'’/-])(?:undefined|NaN|null(?! and void)|NULL|None)(?![\w'’/-])",
    needs="[object undefined NaN null NULL None",
)
_SLOT = expression(
    r"(?:^|[€£$#:(]|\b(?:dear|hi|hello|hola|estimad[oa]|benvolgu(?:t|da)|order|number|invoice"
    r"|booking|ticket|reference|pedido|n[uú]mero|factura|reserva|referencia|comanda|refer[eè]ncia"
    r"|nº|n\.º|n[uú]m\.?|for|to|on|by|until|before|day|de|del|para|d[ií]a|hasta|per|fins|at))"
    r"[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# "pedido n.º ha salido", "invoice # is attached", "(  )".
_NUMBERLESS = expression(
    r"\b(?:order|invoice|booking|ticket|reference|case|pedido|factura|reserva|expediente|incidencia"
    r"|comanda|expedient|incidència)[ \t]+(?:n\.?º|nº|n[uú]m\.|#)[ \t]*"
    r"(?=[,;!?)]|\.?(?:[ \t]+[^\W\d_]|[ \t]*$))"
    r"|(?<=\w)[ \t]*\([ \t]*\)(?!\w)",
    re.IGNORECASE | re.MULTILINE,
    needs="º num. núm. # (",
)
_TODO = expression(r"\bFIXME\b|[\[(<]\s?TODO\b|^[ \t]*```", re.MULTILINE, needs="FIXME TODO ```")
_TODO_ENGLISH = expression(r"\bTODO(?=:| -|\()", needs="TODO")  # in Spanish it is a word
_HEADER_LINE = expression(
    r"\A[ \t\n]{0,9}\**(?:subject|asunto|assumpte)\**[ \t]*:[^\n]{2,120}\n",
    re.I,
    needs="subject asunto assumpte",
)


def unfilled(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a field that was never filled, in subject, body or signature."""
    customer = exchange.customer.text if exchange.customer else ""
    text = exchange.draft.signed
    for span in placeholders(text):
        if span.of(text) not in customer:
            yield at(exchange, rule, span, confidence=0.95)
    subject = exchange.draft.subject or ""
    for span in placeholders(subject):
        if span.of(subject) not in (customer + (_subject_of_customer(exchange))):
            yield in_header(rule, "subject", span.start, span.end, text=span.of(subject))


def _subject_of_customer(exchange: Exchange) -> str:
    return (exchange.customer.subject or "") if exchange.customer else ""


def artifact(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a slot that was filled with nothing: "Dear ,", "order undefined", "pedido n.º ."."""
    text = exchange.draft.signed
    spoken = set(exchange.customer.prose.folded) if exchange.customer else set()
    for part in exchange.draft.of_kind("salutation"):
        line = text[part.start : part.end].replace("\t", " ")
        match = _NAMELESS.match(line) if any(mark in line for mark in (" ,", " :", " !")) else None
        if match:
            yield at(exchange, rule, Span(part.start, part.start + match.end()))
    for match in _NOTHING.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        word = fold(match.group())
        if word in spoken or (match.group()[0] != "[" and not _SLOT.search(before)):
            continue
        if match.group() == "None" and not re.match(r"[ \t]*[,.:;!\n)]", text[match.end() :]):
            continue
        yield at(exchange, rule, Span(match.start(), match.end()))
    for match in _NUMBERLESS.finditer(text):
        yield at(exchange, rule, _trimmed(text, match))


def _trimmed(text: str, match: re.Match[str]) -> Span:
    piece = text[match.start() : match.end()]
    start = match.start() + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def residue(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find words meant for the writer: TODO, an assistant's preamble, an editor's note."""
    draft = exchange.draft
    text = draft.signed
    spans = [Span(m.start(), m.end()) for m in _TODO.finditer(text)]
    if exchange.language != "es":
        spans += [Span(m.start(), m.end()) for m in _TODO_ENGLISH.finditer(text)]
    heading = _HEADER_LINE.match(text)
    if heading and heading.group().strip():
        spans.append(_trimmed(text, heading))
    for language in rule.lexicon["phrases"]:
        spans += phrases(rule.lexicon["phrases"][language]).find(draft.prose)
    for span in sorted(set(spans), key=lambda s: s.start):
        yield at(exchange, rule, span)
