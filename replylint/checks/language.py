"""The language of the draft beside that of the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.model import DoesNotApply, Exchange, Finding, Message, Rule, Span
from replylint.rulebook import shared
from replylint.text.language import Guess, identify
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

# Languages so close that a short or badly typed mail in one passes for the other.
_CLOSE = frozenset({frozenset({"es", "gl"}), frozenset({"gl", "pt"}), frozenset({"es", "pt"})})


def mismatch(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a draft in another language than the customer wrote, when both are plain."""
    assert exchange.customer is not None
    parameters = rule.parameters
    ours = _told(exchange.draft, parameters["words"], parameters["confidence"])
    theirs = _told(exchange.customer, parameters["customer-words"], parameters["confidence"])
    if ours.language == theirs.language or _is_invited(exchange.customer, ours.language):
        return
    if frozenset({ours.language, theirs.language}) in _CLOSE and theirs.words < 40:
        raise DoesNotApply("both-languages")
    names = shared("languages")["names"]
    values = {
        f"{side}_{ui}": dict(line.split("=") for line in names[ui].split())[guess.language or ""]
        for side, guess in (("draft", ours), ("customer", theirs))
        for ui in ("en", "es", "ca")
    }
    finding = at(exchange, rule, _first_sentence(exchange.draft), confidence=0.95)
    yield finding._replace(values={**finding.values, **values})


def _told(message: Message, fewest: int, confidence: float) -> Guess:
    """Tell the language of a mail's own words.

    Raises:
        DoesNotApply: it is too short, mixed, or not clearly one language.

    """
    guess = identify(message.prose)
    if guess.language is None or guess.words < fewest or guess.confidence < confidence:
        raise DoesNotApply("both-languages")
    return guess


def _is_invited(customer: Message, language: str | None) -> bool:
    """Tell whether the customer says that they read the draft's language too."""
    lines = shared("languages")["invitation"].get(language or "", "")
    return bool(lines and phrases(lines).find(customer.prose))


def _first_sentence(draft: Message) -> Span:
    prose = draft.prose
    greeting = draft.of_kind("salutation")
    after = greeting[0].end if greeting else 0
    return next((s for s in prose.sentences if s.start >= after), prose.sentences[0])
