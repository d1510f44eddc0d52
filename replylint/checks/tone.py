"""The tone towards the customer: blame, hostility, swearing, orders, curtness."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.acts.blame import blames
from replylint.acts.complaint import complaints
from replylint.acts.hostility import hostilities
from replylint.acts.instruction import steps
from replylint.acts.refusal import refusals
from replylint.acts.scope import clause, overlaps, quoted
from replylint.checks import absent, at
from replylint.checks.refusal import language_of
from replylint.model import LANGUAGES, DoesNotApply, Exchange, Finding, Place, Rule, Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.phrases import phrases
from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST_WORDS = 10  # of new text; fewer are curt
FEWEST_WORDS_A_QUESTION = 3
LOUD_WORDS = 8  # in runs of capitals: then the mail shouts
FURIOUS = 2  # marks of anger that make a mail furious

_SHOUTED = expression(r"(?<![^\W\d_])[^\W\d_a-zà-ÿ]{2,}(?:[ ,'’]+[^\W\d_a-zà-ÿ]{1,}){2,}")
_DISGUISED = expression(  # f**k, sh*t, f@#$
    r"(?<![\w*])(?=[a-dfghjkm-pstvwz]\S{3})[^\W\d_]{1,2}\*{1,3}[^\W\d_]{1,6}(?![\w*])"
    r"|(?<![\w*])[^\W\d_]{1,2}[*@#$]{0,3}[@#$][*@#$]{1,3}(?!\w)",
    needs="* @ # $",
)


def negative(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Blame, a disclaimer, or "we won't" with nothing offered; not in hostile sentences."""
    language, prose = language_of(exchange), exchange.draft.prose
    hostile = {h.sentence for h in hostilities(prose, language)}
    seen: list[Span] = []
    for blame in blames(prose, language):
        span = clause(prose, blame.words)
        shorter = Span(blame.words.start, span.end) if blame.disclaims else span
        if blame.sentence in hostile or any(
            overlaps(shorter, s) and not _and(prose.text, s, shorter) for s in seen
        ):
            continue
        seen.append(span)
        yield at(exchange, rule, shorter, confidence=0.8)
    for refusal in refusals(prose, language):
        if not refusal.wilful or refusal.alternative or refusal.sentence in hostile:
            continue
        if not any(overlaps(refusal.sentence, s) for s in seen):
            yield at(exchange, rule, refusal.sentence, confidence=0.7)


def _and(text: str, first: Span, second: Span) -> bool:
    """Whether the second reproach is joined to the first by "and": two, not one."""
    between = fold(text[first.start : second.start]).split()
    return any(word in ("and", "y", "i", "e") for word in between[-3:])


def hostile(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A sentence that mocks, scolds or threatens the customer."""
    for found in hostilities(exchange.draft.prose, language_of(exchange)):
        yield at(exchange, rule, found.sentence, confidence=0.8, manner=found.manner)


def profanity(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """An insult or swear word, disguised too; not in names and between quotation marks."""
    language, prose = language_of(exchange), exchange.draft.prose
    lists = shared("profanity")
    names = fold(f"{exchange.company.name} {' '.join(exchange.company.products)}").split()
    citations = (*quoted(prose), *phrases(lists["innocent"][language]).find(prose))
    lines = lists["swear"][language] + rule.lexicon.get("phrases", {}).get(language, "")
    found = [s for s in phrases(lines).find(prose) if not _is_name(prose.text, s, names)]
    found += [Span(m.start(), m.end()) for m in _DISGUISED.finditer(prose.text)]
    for span in found:
        if not any(overlaps(span, c) for c in citations):
            yield at(exchange, rule, span)


def _is_name(text: str, span: Span, names: list[str]) -> bool:
    word = span.of(text)
    inside = (
        span.start > 1 and text[span.start - 1] == " " and text[span.start - 2] not in ".!?:\n¡¿"
    )
    return fold(word) in names or (word[0].isupper() and not word.isupper() and inside)


def curt(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """So few words that they read as a shrug: under ten, or under three for each question."""
    draft = exchange.draft
    own = draft.blanked(
        frozenset(
            {
                "attribution",
                "quote",
                "forwarded",
                "legal-footer",
                "signature",
                "salutation",
                "sign-off",
            }
        )
    )
    words = len(re.findall(r"\w+", own))
    if not words:
        raise DoesNotApply("words")
    asked = len(exchange.questions) if exchange.customer is not None else 0
    if words < FEWEST_WORDS or words < FEWEST_WORDS_A_QUESTION * asked:
        start = len(own) - len(own.lstrip())
        yield at(exchange, rule, Span(start, len(own.rstrip())), words=str(words))


def bare_imperative(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """An order to the customer without please, outside of instructions and lists."""
    language, prose = language_of(exchange), exchange.draft.prose
    soft = phrases(rule.lexicon["softened"][language])
    instructed = [s.span for s in steps(exchange.draft, language, least=2)]
    items = exchange.draft.of_kind("list-item", "salutation", "sign-off")
    for span in phrases(rule.lexicon["orders"][language]).find(prose):
        sentence = prose.sentence_at(span.start)
        if sentence is None or soft.first(prose, sentence) is not None:
            continue
        if any(overlaps(span, s) for s in instructed) or any(
            i.start <= span.start < i.end for i in items
        ):
            continue
        yield at(exchange, rule, sentence, confidence=0.6)


def angry(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The customer's mail insults or shouts: the answer deserves a pause and a second reading."""
    customer = exchange.customer
    assert customer is not None
    language = exchange.customer_language
    if language not in LANGUAGES:
        raise DoesNotApply("language")
    prose = customer.prose
    furious = phrases(rule.lexicon["furious"][language]).find(prose)
    insults = phrases(shared("profanity")["swear"][language]).find(prose)
    shouted = [Span(m.start(), m.end()) for m in _SHOUTED.finditer(prose.text)]
    shouts = sum(len(s.of(prose.text).split()) for s in shouted) >= LOUD_WORDS
    loud = shouts + ("!!" in prose.text or "??" in prose.text)
    if shouts or insults or (furious and len(furious) + loud >= FURIOUS):
        first = (insults or furious or shouted)[0]
        place = Place("customer", "body", first.start, first.end)
        text = " ".join(first.of(customer.text).split())
        yield Finding(
            rule=rule, place=place, severity=rule.severity, values={"text": text}, confidence=0.7
        )


def no_probing(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A complaint is answered without one question, and nothing in the answer solves it."""
    assert exchange.customer is not None
    language, prose = language_of(exchange), exchange.draft.prose
    if not complaints(exchange.customer, exchange.customer_language):
        raise DoesNotApply("complaint")
    if "?" in prose.text or phrases(rule.lexicon["invites"][language]).first(prose) is not None:
        return
    if phrases(rule.lexicon["solved"][language]).first(prose) is None:
        yield absent(exchange, rule, confidence=0.6)
