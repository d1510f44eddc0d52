"""Stock text: a reply that takes up nothing of what the customer wrote."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.model import DoesNotApply, Exchange, Finding, Message, Rule, Span
from replylint.text.function_words import FUNCTION_WORDS
from replylint.text.lemmas import lemma
from replylint.text.names import tokens
from replylint.text.phrases import phrases
from replylint.text.placeholders import placeholders
from replylint.text.prose import Prose, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEM = 5  # letters in which two words of one subject agree: puzle, puzles; factura, facturación
_SAME = 0.95  # of a template's words, that an unchanged copy holds


def canned(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find stock text: it shares no word of substance with the customer's mail, or is a macro."""
    assert exchange.customer is not None
    language = exchange.language or "en"
    if language != exchange.customer_language:
        raise DoesNotApply("both-languages")
    draft, customer = exchange.draft, exchange.customer
    if span := _misplaced_occasion(exchange, rule) or _other_product(exchange, rule):
        yield at(exchange, rule, span, confidence=0.75)
        return
    common = _common(rule.lexicon["common"][language], language)
    house = {
        w for name in (exchange.company.name, *exchange.company.products) for w in tokens(name)
    }
    said = _substance(customer.prose, customer, language, common | house)
    said |= _stems(Prose(customer.subject or ""), language, common | house)
    ours = _substance(draft.prose, draft, language, common | house)
    if len(said) < rule.parameters["customer-words"]:
        raise DoesNotApply("customer-words")
    if len(ours) < rule.parameters["draft-words"]:
        raise DoesNotApply("words")
    shared = ours & said
    machine = phrases(rule.lexicon["acknowledgement"][language]).first(draft.prose)
    asks = "?" in draft.own
    if (not shared and not asks) or (len(shared) <= 1 and machine and not asks):
        yield at(exchange, rule, _telling(exchange, language, common | house), confidence=0.8)
    elif span := _unchanged(exchange, shared):
        yield at(exchange, rule, span, confidence=0.8)


def _misplaced_occasion(exchange: Exchange, rule: Rule) -> Span | None:
    """Find an opening for an occasion (joining, applying) that the customer does not speak of."""
    assert exchange.customer is not None
    language = exchange.language or "en"
    said = phrases(rule.lexicon["occasion-said"][language])
    found = phrases(rule.lexicon["occasion"][language]).first(exchange.draft.prose)
    subject = Prose(exchange.customer.subject or "")
    if found is None or said.find(exchange.customer.prose) or said.find(subject):
        return None
    return exchange.draft.prose.sentence_at(found.start)


def _other_product(exchange: Exchange, rule: Rule) -> Span | None:
    """Find "your B" where the customer writes of A: both of them products in the configuration."""
    assert exchange.customer is not None
    said = fold(f"{exchange.customer.subject}\n{exchange.customer.text}")
    ours = fold(exchange.draft.own)
    products = [p for p in exchange.company.products if p.strip()]
    asked = [p for p in products if fold(p) in said]
    if not asked or any(fold(p) in ours for p in asked):
        return None
    prose = exchange.draft.prose
    owners = phrases(rule.lexicon["owner"][exchange.language or "en"]).find(prose)
    for product in products:
        if product in asked or product not in exchange.draft.own:
            continue
        start = exchange.draft.own.index(product)
        if any(0 <= start - o.end <= 25 for o in owners):
            return prose.sentence_at(start)
    return None


@lru_cache(maxsize=8)
def _common(lines: str, language: str) -> frozenset[str]:
    """Words that prove nothing, as stems."""
    listed = [w for line in lines.splitlines() for w in line.split("|") if w]
    words = {fold(w) for w in (*listed, *FUNCTION_WORDS[language].split())}
    return frozenset(words | {fold(lemma(w, language)) for w in words})


def _substance(
    prose: Prose, message: Message, language: str, common: set[str] | frozenset[str]
) -> set[str]:
    """Stems of the words with a meaning of their own, greetings and farewells left out."""
    hidden = [Span(p.start, p.end) for p in message.of_kind("salutation", "sign-off")]
    return _stems(prose, language, common, hidden)


def _stems(
    prose: Prose, language: str, common: set[str] | frozenset[str], hidden: list[Span] | None = None
) -> set[str]:
    out = set()
    left_out = {i for span in hidden or () for i in prose.words_in(span)}
    for i, word in enumerate(prose.folded):
        if word in common or i in left_out:
            continue
        if stem := _stem(prose.words[i].of(prose.text), word, language, common):
            out.add(stem)
    return out


def _stem(written: str, word: str, language: str, common: set[str] | frozenset[str]) -> str:
    """Reduce a word to what it shares with its family, "" if it has no substance."""
    if word in common:
        return ""
    if any(c.isdigit() for c in word):
        return word
    base = _base(written, language)
    if len(base) < 4 or base in common:
        return ""
    return base[:_STEM]


@lru_cache(maxsize=8192)
def _base(written: str, language: str) -> str:
    return fold(lemma(written, language))


def _telling(exchange: Exchange, language: str, common: set[str] | frozenset[str]) -> Span:
    """Choose the sentence with most words of substance: none of them is the customer's."""
    prose = exchange.draft.prose
    return max(
        prose.sentences,
        key=lambda s: (
            sum(
                bool(_stem(prose.words[i].of(prose.text), prose.folded[i], language, common))
                for i in prose.words_in(s)
            )
            - (s.end - s.start) / 10_000
        ),
    )


def _unchanged(exchange: Exchange, shared: set[str]) -> Span | None:
    """Find a configured template that was sent as it is, fields filled but nothing else."""
    if len(shared) > 3:
        return None
    paragraphs = exchange.draft.of_kind("paragraph", "list-item")
    if not paragraphs:
        return None
    text = exchange.draft.text
    ours = [w for p in paragraphs for w in tokens(text[p.start : p.end])]
    for template in exchange.settings.get("templates", ()):
        blank = template
        for span in reversed(placeholders(template)):
            blank = blank[: span.start] + " " + blank[span.end :]
        words = tokens(blank)
        if len(words) >= 15 and _contains(words, ours):
            return Span(paragraphs[0].start, paragraphs[0].end)
    return None


def _contains(template: tuple[str, ...], ours: list[str]) -> bool:
    """Tell whether a draft is a template in its order, with hardly a word besides."""
    at = held = 0
    for word in ours:
        if word in template[at : at + 12]:
            at += template[at : at + 12].index(word) + 1
            held += 1
    return held >= _SAME * len(ours) and len(ours) >= 15
