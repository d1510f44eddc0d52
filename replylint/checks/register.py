"""Register: one treatment of the reader from beginning to end, and the customer's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.model import DoesNotApply, Exchange, Finding, Message, Place, Rule, Span
from replylint.rulebook import shared
from replylint.text.language import by_sentence
from replylint.text.lemmas import lemma
from replylint.text.phrases import phrases
from replylint.text.treatment import NAMES, Kind, Mark, is_strictly_tu, marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CLASHES: dict[str, tuple[tuple[Kind, Kind], ...]] = {
    # tú or vos with vosotros for a household, and vos with ustedes, are no mixture.
    "es": (("familiar", "formal"), ("vos", "formal"), ("plural", "formal"), ("familiar", "vos")),
    "ca": (("familiar", "formal"), ("plural", "formal"), ("familiar", "plural")),
}


def mixed(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a draft that changes its treatment of the reader, or is formal and ends in slang."""
    language = exchange.language
    if language is None:
        raise DoesNotApply("language")
    clash = _treatments(exchange) or _ends(exchange)
    if clash:
        first, second = clash
        finding = at(exchange, rule, second, first=_quote(exchange, first))
        yield finding._replace(related=(Place("draft", "body", first.start, first.end),))


def _quote(exchange: Exchange, span: Span) -> str:
    return " ".join(span.of(exchange.draft.text).split())


def _treatments(exchange: Exchange) -> tuple[Span, Span] | None:
    """Find two marks that do not go together: the more usual one first."""
    language = exchange.language or ""
    found = _of_language(exchange, marks(exchange.draft.prose, language, exchange.company.products))
    text = exchange.draft.text
    for one, other in _CLASHES.get(language, ()):
        ours = [m for m in found if m.kind == one]
        theirs = [m for m in found if m.kind == other]
        if other == "vos":
            ours = [m for m in ours if is_strictly_tu(m.span.of(text))]
        if one == "familiar" and other == "formal":
            theirs = [*_formal_salutation(exchange), *theirs]
        if other == "plural" and not _is_alone(exchange):
            continue
        if ours and theirs:
            main, stray = (ours, theirs) if len(ours) > len(theirs) else (theirs, ours)
            return main[0].span, stray[0].span
    return None


def _of_language(exchange: Exchange, found: list[Mark]) -> list[Mark]:
    """Leave out marks in sentences of another language, and below the signature."""
    if not found:
        return found
    prose, main = exchange.draft.prose, exchange.language or ""
    # What stands below the signature (a footer) is not this reply.
    end = min((p.start for p in exchange.draft.of_kind("signature")), default=len(prose.text))
    found = [mark for mark in found if mark.span.start < end]
    spoken = dict(zip((s.start for s in prose.sentences), by_sentence(prose, main), strict=True))
    out = []
    for mark in found:
        sentence = prose.sentence_at(mark.span.start)
        if sentence is None or spoken[sentence.start] == main:
            out.append(mark)
    return out


def _formal_salutation(exchange: Exchange) -> list[Mark]:
    language = exchange.language or ""
    spans = [Span(p.start, p.end) for p in exchange.draft.of_kind("salutation")]
    found = [s for s in spans if _has("formal-salutation", language, exchange, s)]
    return [Mark("formal", span) for span in found]


def _is_alone(exchange: Exchange) -> bool:
    """Tell whether the Catalan plural can only be vós: of one customer, and of what is theirs."""
    customer = exchange.customer
    if customer is None or exchange.customer_language != "ca":
        return False
    lists, prose = shared("treatment"), customer.prose
    if phrases(lists["we"]["ca"]).find(prose) or phrases(lists["we"]["ca"]).find(
        exchange.draft.prose
    ):
        return False
    words = {w.of(customer.text).lower() for w in prose.words}
    if any(
        w.endswith(("em", "im")) and lemma(w, "ca").endswith(("ar", "er", "ir", "re"))
        for w in words
    ):
        return False
    return bool(phrases(lists["yours"]["ca"]).find(exchange.draft.prose))


def _ends(exchange: Exchange) -> tuple[Span, Span] | None:
    """Find a formal letter with a chatty close, or a chatty opening with a formal one."""
    draft, language = exchange.draft, exchange.language or "en"
    opening = [Span(p.start, p.end) for p in draft.of_kind("salutation")]
    ending = [Span(p.start, p.end) for p in draft.of_kind("sign-off")][-1:]
    ending = ending or _last_paragraph(exchange)
    if not ending:
        return None
    close = ending[0]
    if _has("chatty-close", language, exchange, close):
        if opening and _has("formal-salutation", language, exchange, opening[0]):
            return opening[0], close
        if formal := _find("formal-wording", language, exchange):
            return formal[0], close
    if (
        opening
        and _has("chatty-salutation", language, exchange, opening[0])
        and _has("formal-close", language, exchange, close)
    ):
        return opening[0], close
    return None


def _last_paragraph(exchange: Exchange) -> list[Span]:
    """Take a short last paragraph for the close that it may be."""
    last = exchange.draft.prose.paragraphs[-1:]
    return [s for s in last if len(exchange.draft.prose.words_in(s)) <= 8]


def _has(name: str, language: str, exchange: Exchange, span: Span) -> bool:
    return bool(_find(name, language, exchange, span))


def _find(name: str, language: str, exchange: Exchange, span: Span | None = None) -> list[Span]:
    lines = shared("treatment")[name].get(language, "")
    return phrases(lines).find(exchange.draft.prose, span)


def mirror(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find a treatment that is not the customer's own, or not the one of `house` if it is set."""
    language = exchange.language
    if language is None:
        raise DoesNotApply("language")
    names = NAMES[language]
    wanted = _wanted(exchange, str(rule.parameters.get("house", "")), language)
    for mark in _treatment(exchange.draft, language, exchange.company.products):
        if mark.kind != wanted and not (mark.kind == "plural" and wanted in ("familiar", "vos")):
            yield at(exchange, rule, mark.span, used=names[mark.kind], wanted=names[wanted])
            return


def _treatment(message: Message, language: str, labels: Iterable[str] = ()) -> list[Mark]:
    """Find the marks of treatment; in English, the salutation is the only one."""
    if language != "en":
        return marks(message.prose, language, labels)
    kinds: tuple[tuple[Kind, str], ...] = (
        ("formal", "formal-salutation"),
        ("familiar", "informal-salutation"),
    )
    spans = [Span(p.start, p.end) for p in message.of_kind("salutation")]
    return [
        Mark(kind, span)
        for span in spans
        for kind, name in kinds
        if phrases(shared("treatment")[name]["en"]).find(message.prose, span)
    ]


def _wanted(exchange: Exchange, house: str, language: str) -> Kind:
    for kind, name in NAMES[language].items():
        if name == house:
            return kind
    customer = exchange.customer
    if customer is None or exchange.customer_language not in (language, None):
        raise DoesNotApply("both-languages")
    kinds = {mark.kind for mark in _treatment(customer, language)}
    if "familiar" in kinds and "vos" in kinds:
        kinds.discard("familiar")
    if language == "es" and kinds == {"plural"}:
        return "familiar"  # who says vosotros to the house may be called tú
    if len(kinds) != 1:
        raise DoesNotApply("treatment")
    return kinds.pop()
