"""What is for insiders: passwords, tokens, notes to colleagues, addresses of the intranet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.checks.identifiers import masked, scanned
from replylint.model import Exchange, Finding, Rule, Span
from replylint.text.expressions import expression
from replylint.text.phrases import phrases
from replylint.text.prose import Prose, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKENS = expression(
    r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,60}|xox[abprs]-[\w-]{10,80}|AIza[\w-]{35}"
    r"|sk[-_](?:live_|proj-)?[A-Za-z0-9]{20,80}"
    r"|eyJ[\w-]{10,200}\.[\w-]{10,400}\.[\w-]{5,200})(?!\w)"
    r"|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----",
    needs="AKIA ghp_ gho_ ghu_ ghs_ ghr_ xoxa- xoxb- xoxp- xoxr- xoxs- AIza sk- sk_ eyJ -----BEGIN",
)
_LINK = r"(?:\s+[\w'’.-]{1,20}){0,6}?\s*(?::|=|→|->|\b(?:is|will be|es|sera|és|serà|será)\b:?)\s*"
_VALUE = expression(r"[\"'“«‘(<]?([^\s\"'“”«»’<>]{4,64})")
_HOSTS = expression(
    r"\bhttps?://(?:intranet|intra)\b[\w.-]{0,80}\S{0,120}|\bhttps?://[\w.-]{1,80}\.(?:corp|intra|lan|intranet)\b\S{0,120}"
    r"|(?<!\S)\\\\[\w.-]{2,40}\\[\w.$-]{1,60}\S{0,120}",
    re.IGNORECASE,
    needs="://intra .corp .intra .lan \\\\",
)
_NOTE = expression(
    r"(?:\b(?:internal|interno|interna|intern)(?: (?:note|use|only|comment|uso|ús))?"
    r"|\bnot[ae] intern[ao]?)\s?[:：—]",
    re.IGNORECASE,
    needs="intern",
)
_PIN = expression(r"\d{4,8}")


def secret(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A password, PIN or access token stands with its value."""
    text = scanned(exchange.draft, quoted=True)
    for m in _TOKENS.finditer(text):
        yield _hidden(exchange, rule, Span(m.start(), m.end()), m.group())
    harmless = frozenset(fold(" ".join(rule.lexicon["harmless"].values())).split())
    for m in _labels("|".join(" ".join(rule.lexicon["label"].values()).split())).finditer(text):
        value = _VALUE.match(text, m.end())
        if value is None:
            continue
        said = value.group(1).rstrip(".,;:!?)")
        sentence = exchange.draft.prose.sentence_at(m.start()) or Span(m.start(), value.end(1))
        if not harmless.isdisjoint(Prose(sentence.of(exchange.draft.text)).folded):
            continue
        if _is_secret(said, pin=fold(m.group(1)) == "pin"):
            yield _hidden(exchange, rule, Span(m.start(), value.start(1) + len(said)), said)


@lru_cache(maxsize=4)
def _labels(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b({words}){_LINK}", re.IGNORECASE)


def _is_secret(value: str, *, pin: bool) -> bool:
    """Whether a value is no word of a sentence: letters and figures mixed, or a sign inside."""
    if pin:
        return bool(_PIN.fullmatch(value))
    address = "@" in value[1:-1] and "." in value.partition("@")[2]
    blanked = value[0] in "*•xX" and len(set(value)) < 3
    if "://" in value or address or blanked:
        return False
    letters, figures = any(c.isalpha() for c in value), any(c.isdigit() for c in value)
    sign = any(not c.isalnum() and c not in "-'’.,/·" for c in value[1:-1])
    return len(value) > 4 and ((letters and figures) or (letters and sign))


def _hidden(exchange: Exchange, rule: Rule, span: Span, value: str) -> Finding:
    place = at(exchange, rule, span).place
    return Finding(rule=rule, place=place, severity=rule.severity, values={"text": masked(value)})


def internal_note(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A sentence for colleagues, or an address that only they can open."""
    prose, text = exchange.draft.prose, exchange.draft.own
    marks = [Span(m.start(), m.end()) for p in (_NOTE, _HOSTS) for m in p.finditer(text)]
    for lines in rule.lexicon["phrases"].values():
        marks += phrases(lines).find(prose)
    found: list[Span] = []
    for mark in sorted(marks, key=lambda s: s.start):
        sentence = prose.sentence_at(mark.start) or mark
        if found and sentence.start < found[-1].end:
            continue
        found.append(Span(sentence.start, max(sentence.end, mark.end)))
    for span in found:
        yield at(exchange, rule, span)
