"""Shouting: words in capitals that are ordinary words of the language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replylint.checks import at, in_header
from replylint.model import Exchange, Finding, Rule, Span
from replylint.spelling.dictionary import dictionary
from replylint.text.expressions import expression
from replylint.text.function_words import FUNCTION_WORDS
from replylint.text.prose import WORD, fold
from replylint.text.subjects import bare_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEAR = expression(r"[ \t]*[,;:–—-]?[ \t]*\n?[ \t]*")
_QUOTES = "\"'“”‘’«»[(*`"
# S.L., SCCL, Ltd: what stands before is a firm's name. The run may end inside the form itself.
_LEGAL_FORM = expression(
    r"(?:[, ]{1,2}(?:S\.?[AL]|SCCL|SLU|SAU|S\.? ?COOP|LTD|INC|LLC|PLC|GMBH|DAC)\b|(?<=S)\.[ACL]\.)",
    re.IGNORECASE,
)
_FORM_LAST = expression(r"[ ,](?:S|SA|SL|SLU|SAU|SCCL|LTD|INC|LLC|PLC|GMBH)(?: L['’])?$")
_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "el",
        "la",
        "los",
        "las",
        "els",
        "les",
        "l'",
        "un",
        "una",
        "unos",
        "unes",
        "de",
        "del",
    ]
)
_LONG = 6  # letters of a lone word that shouts
_HEADING = 7  # words of a line in capitals that is a heading
_TITLE = 16  # of one with blank lines above and below


class _Run(NamedTuple):
    """Words in capitals that follow one another; `loud` of them are words of the language."""

    span: Span
    loud: tuple[str, ...]
    letters: int


def all_caps(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Two ordinary words together, or one long one, stand in capitals."""
    language = exchange.language or "en"
    theirs = _others_capitals(exchange)
    keyword = frozenset(fold(rule.lexicon["keyword-before"][language]).split())
    subject = exchange.draft.subject or ""
    for run in _runs(subject, language, theirs):
        if _shouted(run, subject, keyword):
            span = run.span
            yield in_header(rule, "subject", span.start, span.end, text=span.of(subject))
    text = exchange.draft.own
    for run in _runs(text, language, theirs):
        if _shouted(run, text, keyword) and not _heading(run, text) and not _name(run, exchange):
            yield at(exchange, rule, run.span)


def _others_capitals(exchange: Exchange) -> frozenset[str]:
    """Capitals that are not the author's: the customer's words, company and products."""
    texts = [exchange.company.name, *exchange.company.products]
    if exchange.customer:
        texts += [exchange.customer.subject or "", exchange.customer.text]
        # Who writes everything in capitals lends no excuse.
        letters = [c for c in exchange.customer.text if c.isalpha()]
        if sum(c.isupper() for c in letters) * 3 > len(letters):
            texts = [*texts[:-2], bare_subject(exchange.customer.subject or "")]
    names = {fold(m.group()) for t in texts[:1] for m in WORD.finditer(t)}
    return frozenset(
        names | {fold(m.group()) for t in texts for m in WORD.finditer(t) if m.group().isupper()}
    )


def _runs(text: str, language: str, theirs: frozenset[str]) -> Iterator[_Run]:
    words: list[re.Match[str]] = []
    for m in [*WORD.finditer(text), None]:
        if m and words and not _NEAR.fullmatch(text, words[-1].end(), m.start()):
            yield from _run(words, text, language, theirs)
            words = []
        if m and m.group().isupper() and not text[m.start() - 1 : m.start()].isdigit():
            words.append(m)
        elif words:
            yield from _run(words, text, language, theirs)
            words = []


def _run(
    words: list[re.Match[str]], text: str, language: str, theirs: frozenset[str]
) -> Iterator[_Run]:
    common = FUNCTION_WORDS[language].split()
    loud = []
    for m in words:
        word = m.group().lower()
        compound = "-" in (text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1])
        if (
            len(word) < 2
            or compound
            or fold(word) in theirs
            or not word.replace("’", "'").strip("'").isalpha()
        ):
            continue
        if word in common or (len(word) > 3 and dictionary(language).lists(word)):
            loud.append(word)
    if loud:
        span = Span(words[0].start(), words[-1].end())
        yield _Run(span, tuple(loud), max(map(len, loud)))


def _shouted(run: _Run, text: str, keyword: frozenset[str]) -> bool:
    before = text[: run.span.start].rstrip(" ")
    after = text[run.span.end : run.span.end + 1]
    if before[-1:] in tuple(_QUOTES) or before[-1:] in (">", "/", "\\") or _firm(text, run.span):
        return False
    lone = len(run.loud) == 1
    last = [fold(m.group()) for m in WORD.finditer(before[-40:])][-2:]
    if lone and (run.letters < _LONG or after == ":" or " " in run.span.of(text).strip()):
        return False
    if lone and not _ARTICLES.isdisjoint(last[-1:]):  # a name: the ARCHES
        return False
    if after == ":" and len(run.loud) < 4:  # a label
        return False
    if not lone and run.letters < 4 and len(run.loud) < 3:
        return False
    # A label, a button, a word to be texted: "texting TURKEY to 2055", "pulse ACEPTAR CAMBIOS".
    return keyword.isdisjoint(last) or len(run.loud) > 3


def _firm(text: str, span: Span) -> bool:
    return bool(_LEGAL_FORM.match(text, span.end) or _FORM_LAST.search(text, span.start, span.end))


def _name(run: _Run, exchange: Exchange) -> bool:
    """Whether the mail has the same words with capital letters only: SOM ENERGIA, Som Energia."""
    title = run.span.of(exchange.draft.text).title()
    return " " in title and title in exchange.draft.text


def _heading(run: _Run, text: str) -> bool:
    """Whether the run is the whole of a short line that does not end like a sentence."""
    start = text.rfind("\n", 0, run.span.start) + 1
    end = text.find("\n", run.span.end)
    words = len(run.span.of(text).split())
    if text[run.span.end : run.span.end + 2] in ("  ", " \t") and words <= _HEADING:
        return not text[start : run.span.start].strip()  # a heading with its text behind it
    line = text[start : end if end >= 0 else len(text)].strip(" \t*#=-_·•:0123456789.)")
    last = text[start : end if end >= 0 else len(text)].rstrip()[-1:]
    alone = text[:start].endswith(("\n\n", "\n \n")) and text[end : end + 2] == "\n\n"
    return (
        line.isupper()
        and len(line.split()) <= (_TITLE if alone else _HEADING)
        and last not in ("!", ".")
    )
