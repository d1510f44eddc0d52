"""Referrals: sending the customer to another person, department or telephone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.scope import asked, quoted, word_set
from replylint.model import Language, Message, Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from replylint.text.prose import Prose

_NUMBER = expression(r"\+?\d[\d .()/-]{4,20}\d")
_ADDRESS = expression(r"[\w.+-]{1,64}@[\w.-]{1,190}\w")
_NEAR = 110  # characters after "please contact" among which the other party is named
_LEAST_DIGITS = 6
_WITHIN = frozenset(  # verbs that carry the other party with them: escribirles, llámelos
    [
        "escribirles",
        "escribirle",
        "llamarles",
        "llamarlos",
        "llamarlas",
        "llamarle",
        "contactarles",
        "contactarlos",
        "contactarle",
        "preguntarles",
        "pedirles",
        "pedirselo",
        "preguntarselo",
        "solicitarselo",
        "reclamarles",
        "reclamarselo",
        "consultarles",
        "plantearselo",
        "llamales",
        "llameles",
        "llamelos",
        "llamelas",
        "llamalos",
        "llamelo",
        "llamele",
        "escribales",
        "escribeles",
        "escribale",
        "escribele",
        "preguntales",
        "pregunteles",
        "preguntele",
        "pidales",
        "pideles",
        "contactelos",
        "contactalos",
    ]
)
_CONTACT = word_set("contact call ring phone email telephone write speak message")
_TO = word_set("the our your their them to with him")
_OURS = word_set("ens nos em me m'")
_MAY = word_set(
    "can could may might puede puedes pueden podeis podes podra podras pot pots podeu podreu "
    "recomiendo recomendamos recomano recomanem recommend suggest"
)
_VERBAL = word_set("to can will we i could would virtual")  # before a verb: how we can support you
_BEFORE = frozenset(["les", "los", "las", "els", "la"])  # the same, written apart: els pots trucar


class Referral(NamedTuple):
    """A sentence that sends the reader to somebody else: the order, and who is named."""

    sentence: Span
    words: Span
    whom: Span


def referrals(message: Message, language: Language) -> tuple[Referral, ...]:
    """Every sentence that tells the reader to turn to somebody who is not the writer, once.

    The writer's own telephone and address (those of the signature and of From), emergencies, people
    of the reader's own, and open invitations ("for any other question") are none.
    """
    prose, lists = message.prose, shared("referral")
    orders = phrases(lists["get-in-touch"][language]).find(prose)
    if language == "en":
        orders = sorted((*orders, *_bare(prose)), key=lambda s: s.start)
    stated = phrases(lists["reached-at"][language]).find(prose)
    orders = sorted((*orders, *stated), key=lambda s: s.start)
    if not orders:
        return ()
    ours = phrases(lists["ours"][language])
    invitation = phrases(lists["invitation"][language])
    others = phrases(lists["somebody-else"][language])
    citations = quoted(prose)
    out: list[Referral] = []
    for order in orders:
        sentence = prose.sentence_at(order.start)
        if sentence is None or (out and out[-1].sentence == sentence) or asked(prose, order):
            continue
        if any(q.start <= order.start < q.end for q in citations) or invitation.first(
            prose, sentence
        ):
            continue
        if _to_the_writer(prose, order) or _permitted(prose, sentence, order):
            continue
        reach = Span(order.end, min(sentence.end, order.end + _NEAR))
        own = ours.find(prose, reach)
        whom = _addressed(message, reach)
        if order not in stated:
            whom = _carried(prose, order) or _named(prose, reach, others.find(prose, reach)) or whom
        if whom is None or any(o.start <= whom.start for o in own if o.start >= order.end):
            continue
        out.append(Referral(sentence, order, whom))
    return tuple(out)


def _bare(prose: Prose) -> list[Span]:
    """Imperatives after a mark of punctuation: as this is a fault, contact the maker."""
    out = []
    for word in _CONTACT & prose.where.keys():
        for at in prose.where[word]:
            gap = prose.text[prose.words[at - 1].end : prose.words[at].start] if at else ""
            following = prose.folded[at + 1] if at + 1 < len(prose.folded) else ""
            if any(mark in gap for mark in ",;:–—") and following in _TO:
                out.append(prose.words[at])
    return out


def _to_the_writer(prose: Prose, order: Span) -> bool:
    """Whether the word before the verb says us or me: ens podeu trucar, nos puede llamar."""
    first = prose.words_in(order)[0]
    return first > 0 and prose.folded[first - 1] in _OURS


def _permitted(prose: Prose, sentence: Span, order: Span) -> bool:
    """Whether it only tells what the reader may do in some case: if you qualify, you can call."""
    opening = [prose.folded[i] for i in prose.words_in(sentence)[:3]]
    may = any(prose.folded[i] in _MAY for i in prose.words_in(order))
    return may and any(word in ("if", "should", "si") for word in opening)


def _carried(prose: Prose, order: Span) -> Span | None:
    indexes = prose.words_in(order)
    if prose.folded[indexes[-1]] in _WITHIN or (
        len(indexes) > 1 and prose.folded[indexes[0]] in _BEFORE
    ):
        return order
    return None


def _named(prose: Prose, reach: Span, found: list[Span]) -> Span | None:
    """The first other party in reach, unless punctuation ends the order before it."""
    for span in found:
        if any(mark in prose.text[reach.start : span.start] for mark in ".;:!?("):
            return None
        first = prose.words_in(span)[0]
        if first == 0 or prose.folded[first - 1] not in _VERBAL:
            return span
    return None


def _addressed(message: Message, reach: Span) -> Span | None:
    """A telephone number or address in reach that is not the writer's own."""
    text = message.text
    signature = " ".join(text[p.start : p.end] for p in message.of_kind("signature"))
    digits = re.sub(r"\D", "", signature)
    for found in _ADDRESS.finditer(text, reach.start, reach.end):
        own = {a.email for a in (message.sender, *message.reply_to) if a is not None}
        if found.group().lower() not in own and found.group().lower() not in signature.lower():
            return Span(found.start(), found.end())
    for found in _NUMBER.finditer(text, reach.start, reach.end):
        figures = re.sub(r"\D", "", found.group())
        if len(figures) >= _LEAST_DIGITS and figures not in digits:
            return Span(found.start(), found.end())
    return None


def kept(message: Message, language: Language) -> bool:
    """Whether the writer has passed the matter on, asked, or copied the other party."""
    if message.cc:
        return True
    return phrases(shared("referral")["kept"][language]).first(message.prose) is not None


def wants_contact(customer: Message, language: str | None) -> bool:
    """Whether the customer asks whom to turn to, so that a number or address is the answer."""
    lines = shared("referral")["asked"].get(language or "", "")
    return bool(lines) and phrases(lines).first(customer.prose) is not None
