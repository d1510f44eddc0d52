"""What type of answer a question expects: a time, a price, a place, a yes or no, an action…."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from replylint.questions.grammar import GRAMMARS, word_set
from replylint.questions.sought import Ask, things
from replylint.questions.terms import keys

if TYPE_CHECKING:
    from replylint.text.prose import Prose

Kind = Literal[
    "time", "duration", "money", "number", "place", "person", "how", "why", "which", "yes-no",
    "choice", "send", "call", "do", "help",
]  # fmt: skip

TYPED: frozenset[Kind] = frozenset({"time", "duration", "money", "number", "place", "person"})


_WHEN = word_set("when when's cuando quan")
_WHERE = word_set("where where's wheres donde adonde")
_WHO = word_set("who whose whom who's quien quienes qui")
_WHY = word_set("why")
_HOW = word_set("how how's como")
_CATALAN = {"on": "place", "com": "how"}
_WHAT = word_set("what which what's whats que quin quina quins quines cual cuales")
_MUCH = word_set("much cuanto cuanta quant quanta")
_MANY = word_set("many often far big large old cuantos cuantas quants quantes")
_ONLY_AT_START = word_set("que como quan si qui when where who which what how cuando donde")
_LASTS = word_set(
    """
    dura duran durara tarda tardan tardais tarde tardaria tardara tiempo lleva demora demoran
    trigueu triga trigara triguen trigaria temps falta long queda estaria
    """
)
_UNITS = word_set(
    """
    dias dies horas hores semanas setmanes meses mesos minutos minuts anos anys days hours weeks
    months years minutes
    """
)
_MOMENT = word_set(
    """
    time times day date dates days hora horas hores hora dia fecha fechas data dates horario
    horarios horari horaris plazo termini hours deadline month mes year ano any momento moment
    """
)
_SPOT = word_set(
    """
    address direccion adreca sitio lloc place aeropuerto aeroport airport calle carrer street
    """
)
_HAPPENED = word_set(
    """
    happened happening wrong pasa pasado paso passa passat ocurre ocurrido debe deu reason
    motivo razon motiu explicacion explicacio explanation causa cause
    """
)
_BEFALL = word_set("happen happened got suceder ocurrir pasar suceda passar passat ocorrer")
_HELP = word_set(
    """
    help assist assistance guidance advice support suggestions recommendations ayuda ayudar
    ayudarme ayudarnos ayudenme ayudeme apoyo orientacion asesoramiento ajuda ajudar orientacio
    suport assessorament
    """
)
_SEEKING = word_set("looking busco buscamos busque busquem cerco")
_BEFORE_WHAT = word_set("a de en con amb se para per hasta fins saber")
_OR = word_set("or o u")
_CONDITION = word_set("if whether si")


def kind_of(ask: Ask, prose: Prose, language: str) -> Kind:
    """Tell from its words what would answer it."""
    folded = prose.folded
    span = prose.words_in(ask.span)
    begin = next((i for i in span if prose.words[i].start >= ask.focus), span.start)
    words = folded[begin : span.stop]
    if words and words[0] in _CONDITION and _asks_whether(folded, begin, span):
        return "choice" if _OR & set(words) else "yes-no"
    whole = folded[span.start : span.stop]
    if _HELP & set(whole) and (ask.form == "request" or _asks_to_act(whole, language)):
        return "help"
    if ask.form in ("request", "wish") and _SEEKING & set(words):
        return "yes-no"
    if ask.form in ("request", "wish") and not (words and words[0] in _CONDITION):
        found = _interrogative(words[:4], prose, begin, language) if ask.form == "request" else None
        return found or _action(prose, span, language)
    found = _interrogative(words, prose, begin, language)
    if found:
        return found
    groups = _groups(prose, span, language)
    if words and words[0] in things(language) and not GRAMMARS[language].first & set(words):
        named = _named(_groups(prose, range(begin, begin + 1), language), words[:1])
        if named:
            return named
    if (
        ask.form == "thing"
        or (len(words) <= 5 and not (words and words[0] in _CONDITION))
        or ask.form == "opener"
    ):
        named = _named(groups, words)
        verbless = ask.form in ("thing", "opener") and not (words and words[0] in _CONDITION)
        if named and (verbless or (len(words) <= 3 and not GRAMMARS[language].first & set(words))):
            return named
    if _asks_to_act(folded[span.start : span.stop], language):
        return _action(prose, span, language)
    return "choice" if _OR & set(words) else "yes-no"


def _asks_whether(folded: tuple[str, ...], begin: int, span: range) -> bool:
    """Whether the "if" stands after a verb of asking, and does not open a condition."""
    return begin > span.start or folded[begin] == "whether"


def _interrogative(words: tuple[str, ...], prose: Prose, begin: int, language: str) -> Kind | None:
    for n, word in enumerate(words):
        if language == "ca" and word in _CATALAN and n <= 2:
            return "place" if word == "on" else "how"
        after = words[n + 1 : n + 5]
        near = set(after[:3])
        at_start = n <= 2
        if (
            word in _ONLY_AT_START
            and not at_start
            and prose.words[begin + n].of(prose.text).isascii()
        ):
            continue
        if word in _WHY:
            return "why"
        if word in _WHEN:
            return "time"
        if word in _WHERE:
            return "place"
        if word in _WHO:
            return "person"
        if word in _HOW:
            if after[:1] and after[0] in _MUCH:
                return "duration" if near & {"time", "longer"} else "money"
            if after[:1] and after[0] in ("long",):
                return "duration"
            if after[:1] and after[0] in ("soon", "early", "late"):
                return "time"
            if after[:1] and after[0] in _MANY:
                return "duration" if near & _UNITS else "number"
            if after[:1] and after[0] in ("about",):
                return "yes-no"
            if after[:1] == ("come",) or _BEFALL & set(words):
                return "why"
            return "how"
        if word in _MUCH and word != "much":
            return "duration" if set(after) & _LASTS else "money"
        if word in _MANY and word not in ("often", "far", "big", "large", "old", "many"):
            return "duration" if near & _UNITS else "number"
        if word in _WHAT:
            if n > 0 and words[n - 1] in ("por", "per") and word == "que":
                return "why"
            plain = word == "que" and n > 0 and not _accented(prose, begin + n)
            if plain and words[n - 1] not in _BEFORE_WHAT:
                continue
            if set(after) & _HAPPENED and len(words) <= 9:
                return "why"
            if after and (
                after[0] in _MOMENT
                or (after[0] in ("is", "es", "are", "son") and set(after) & _MOMENT)
            ):
                return "time"
            if set(after[:3]) & _SPOT:
                return "place"
            if any("#price" in keys(w, language) for w in after[:4] if len(w) > 3):
                return "money"
            return "which"
    return None


def _accented(prose: Prose, i: int) -> bool:
    return not prose.words[i].of(prose.text).isascii()


def _groups(prose: Prose, span: range, language: str) -> set[str]:
    return {k for i in span for k in keys(prose.words[i].of(prose.text), language) if k[0] == "#"}


def _named(groups: set[str], words: tuple[str, ...]) -> Kind | None:
    if "#price" in groups:
        return "money"
    if set(words) & _MOMENT or "#time" in groups:
        return "time"
    if set(words) & _SPOT:
        return "place"
    return None


_ACTING = {
    "en": (word_set("can could would will"), word_set("you ye someone somebody anyone anybody u")),
    "es": (
        word_set("pueden puede podeis puedes podes podrian podria podriais podrias"),
        word_set("me nos"),
    ),
    "ca": (
        word_set("podeu podrieu pot podria poden podrien podries pots"),
        word_set(
            """
        em ens m' me mos
        """
        ),
    ),
}


def _asks_to_act(words: tuple[str, ...], language: str) -> bool:
    """Whether a question is in truth a request: could you…, me pueden…, em podeu…."""
    if language not in _ACTING:
        return False
    verbs, people = _ACTING[language]
    for n, word in enumerate(words[:6]):
        if word in verbs:
            near = set(words[max(0, n - 2) : n]) | (
                set(words[n + 1 : n + 3]) if language == "en" else set()
            )
            if language == "en":
                return bool(near & people)
            return bool(near & people) or (
                n + 1 < len(words) and words[n + 1].endswith(("me", "nos", "la", "lo"))
            )
    return False


def _action(prose: Prose, span: range, language: str) -> Kind:
    groups = _groups(prose, span, language)
    if "#call" in groups and not groups & {"#invoice", "#refund"}:
        return "call"
    if "#send" in groups and not groups & {"#return", "#refund"}:
        return "send"
    if groups & {"#invoice", "#document-copy", "#document"} and not groups & {
        "#cancel",
        "#change",
        "#refund",
        "#repair",
    }:
        return "send"
    return "do"
