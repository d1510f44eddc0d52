"""Whether a lay reader can follow: jargon, long sentences, steps hidden in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.acts.instruction import steps
from replylint.acts.jargon import jargon as stretches
from replylint.acts.scope import overlaps, quoted
from replylint.checks import absent, at
from replylint.checks.refusal import language_of
from replylint.model import DoesNotApply, Exchange, Finding, Rule
from replylint.text.expressions import expression
from replylint.text.readability import ease, length

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = expression(
    r"https?://|www\.|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,12}/\w",
    needs=":// www. /",
)


def jargon(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Codes and terms that the customer did not use and the draft does not explain."""
    assert exchange.customer is not None
    language = language_of(exchange)
    more = "\n" + rule.lexicon.get("glossary", {}).get(language, "")
    for span in stretches(exchange.draft, exchange.customer, language, exchange.company, more):
        yield at(exchange, rule, span, confidence=0.7)


def hard_to_read(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A sentence over so many words; as information, a text whose reading ease is very low."""
    language, draft = language_of(exchange), exchange.draft
    prose, most = draft.prose, int(rule.parameters["words"])
    citations = quoted(prose)
    apart = [*draft.of_kind("list-item", "salutation", "sign-off")]
    instructed = [s.span for s in steps(draft, language) if not s.listed]
    found = False
    for sentence in prose.sentences:
        # What is counted as a word holds one, or stands between commas.
        text = sentence.of(prose.text)
        if len(prose.words_in(sentence)) + text.count(",") + text.count(";") < most:
            continue
        words = length(prose, sentence)
        if words <= most or any(p.start <= sentence.start < p.end for p in apart):
            continue
        inside = sum(
            min(c.end, sentence.end) - max(c.start, sentence.start)
            for c in citations
            if overlaps(c, sentence)
        )
        if 2 * inside > sentence.end - sentence.start or any(
            overlaps(s, sentence) for s in instructed
        ):
            continue
        if _tabular(text):
            continue
        found = True
        yield at(exchange, rule, sentence, words=str(words), ease="")
    under = float(rule.parameters["flesch" if language == "en" else "szigriszt"])
    figure = None if found or language == "ca" else ease(prose, language, under=under)
    if figure is not None:
        longest = max(prose.sentences, key=lambda s: length(prose, s))
        told = f" ({figure.formula} {figure.value:g})"
        most_words = str(length(prose, longest))
        yield at(
            exchange, rule, longest, severity="info", confidence=0.6, words=most_words, ease=told
        )


def _tabular(text: str) -> bool:
    """Whether most of a "sentence" is lines of figures, addresses or headings rather than prose."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 2 and sum(len(line) for line in lines) / len(lines) < 45:
        return True
    letters = sum(c.isalpha() or c in " ,\n" for c in text)
    return letters < 0.8 * len(text)


def steps_not_listed(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Three or more consecutive actions for the customer in running prose."""
    least = int(rule.parameters["steps"])
    for found in steps(exchange.draft, language_of(exchange), least=least):
        if not found.listed:
            yield at(exchange, rule, found.span, confidence=0.8, count=str(len(found.verbs)))


def no_steps_link(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Instructions of three steps or more and nowhere a link to all of them."""
    least = int(rule.parameters["steps"])
    found = steps(exchange.draft, language_of(exchange), least=least)
    if not found:
        raise DoesNotApply("steps")
    if _LINK.search(exchange.draft.own) is None:
        start = found[0].span.start
        yield absent(exchange, rule, start, confidence=0.6, count=str(len(found[0].verbs)))
