"""What words are about: their lemma, their stem, the groups of synonyms they belong to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.questions.grammar import word_set
from replylint.text.prose import Prose, fold

if TYPE_CHECKING:
    from replylint.model import Span

STEM = 5  # letters that two words of one family share: reservar, reserva; deliver, delivery
SHORTEST = 2
SHORTEST_STEM = 4
_ENDINGS = sorted(
    word_set(
        """
        imiento amiento imient ament acion icion ucion aciones acio icio mente ment ness tion sion
        ing able ible ante ador edor idor idad itat ada ado ida ido ed er ar ir re or ly y a o e
        """
    ),
    key=lambda ending: (-len(ending), ending),
)
EVERYWHERE, STEEPNESS = 6.8, 2.2  # on the Zipf scale
COMMONEST, RAREST = 0.4, 1.2
_GENERIC = word_set(
    """
    help assist assistance guidance advice support provide appreciate matter issue ayuda ayudar
    apoyo orientacion asunto tema ajuda ajudar suport assumpte
    be have do get make go give take let put come want need like know tell say see please thank
    wonder ask would could can will shall may might must able possible thing things way question
    email mail message answer reply one also still actually really just much many long lot kind
    anything something anyone someone somebody time happen explain understand reason explicar
    entender motivo ocurrir suceder pasar motiu passar entendre hola hello buenos buenas bon
    bona dia dies day gracias gracies favor ser estar tener haber hacer ir dar decir saber poder
    querer poner venir ver deber necesitar gustar pedir preguntar indicar informar agradecer
    cosa pregunta duda consulta correo mensaje respuesta esser estar tenir haver fer anar donar
    dir saber poder voler posar venir veure deure necessitar agradar demanar preguntar indicar
    informar agrair cosa pregunta dubte consulta correu missatge resposta caldre mas mes tan muy
    molt mucho mucha muchos aun tots todo toda todos any algun alguna algo otro otra altra altre
    vez vegada gran sobre hasta desde mateix mismo tambe tambien ademas ademes asi aixi i'd we'd
    i'm we're i'll we'll i've we've it's that's there's what's don't doesn't didn't can't won't
    isn't what when where who whom whose why how which if whether que quin quina quins quines
    cual cuales cuando quan on donde quien quienes qui como com cuanto cuanta cuantos cuantas
    quant quanta quants quantes si per por and or but so y o pero i the a an to of in for at by
    with from as is are was were am been being
    """
)


class _Groups:
    """The synonym groups of all languages, by whole word and by beginning."""

    def __init__(self, blocks: dict[str, str]) -> None:
        self.words: dict[str, tuple[str, ...]] = {}
        self.prefixes: dict[str, tuple[str, ...]] = {}
        for block in blocks.values():
            for line in block.splitlines():
                name, _, words = line.partition(":")
                if not words or name.startswith("# "):
                    continue
                group = ("#" + name.strip(),)
                for word in fold(words).split():
                    table, key = self.words, word
                    if word[-1] == "*":
                        table, key = self.prefixes, word[:-1]
                    table[key] = table.get(key, ()) + group
        self.lengths = sorted({len(p) for p in self.prefixes})

    def of(self, word: str) -> set[str]:
        found = set(self.words.get(word, ()))
        for n in self.lengths:
            if n > len(word):
                break
            found.update(self.prefixes.get(word[:n], ()))
        return found


@lru_cache(maxsize=8)
def _groups(language: str, more: str = "") -> _Groups:
    from replylint.rulebook import shared

    block = shared("synonyms")["groups"].get(language, "")
    return _Groups({language: block, "more": more})


@lru_cache(maxsize=1)
def _implied() -> dict[str, tuple[str, ...]]:
    from replylint.rulebook import shared

    out = {}
    for line in shared("synonyms")["implies"]["any"].splitlines():
        name, _, others = line.partition(":")
        if others:
            out["#" + name.strip()] = tuple("#" + other for other in others.split())
    return out


@lru_cache(maxsize=2)
def _stop_words(language: str) -> frozenset[str]:
    from replylint.text.function_words import FUNCTION_WORDS

    known = {fold(w) for w in FUNCTION_WORDS.get(language, "").split()}
    return frozenset(known - _MEANINGFUL) | _GENERIC


_MEANINGFUL = word_set("order new back part best tiempo temps")


@lru_cache(maxsize=8192)
def keys(word: str, language: str, more: str = "") -> tuple[str, ...]:
    """What a word can be recognised by, surest first; nothing for a word that says nothing by
    itself.

    A lemma is bare, a stem ends in "-", a synonym group begins with "#". `more` are groups from
    the configuration.
    """
    folded = fold(word)
    if (
        folded in _stop_words(language)
        or folded[-1] == "'"
        or (len(folded) < 2 and not folded.isdigit())
    ):
        return ()
    if folded[0].isdigit():
        return (folded,)
    from replylint.text.lemmas import lemma

    base = fold(lemma(word, language))
    if base in _GENERIC:
        return ()
    out = [base]
    if folded != base:
        out.append(folded)
    root = _root(base)
    if len(root) >= SHORTEST_STEM:
        out.append(root[:STEM] + "-")
    groups = _groups(language, more)
    out.extend(sorted(groups.of(folded) | groups.of(base)))
    return tuple(out)


def _root(word: str) -> str:
    """A word without the ending that makes a noun, an adjective or a verb of its family."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def implied(key: str) -> tuple[str, ...]:
    """The groups that settle a group: what is free has a price."""
    return _implied().get(key, ())


@lru_cache(maxsize=4096)
def weight(word: str, language: str) -> float:
    """How much a word says: what stands in every letter says less than what stands in few."""
    from replylint.spelling.dictionary import dictionary

    common = dictionary(language).frequency(word.lower()) or 0.0
    return min(RAREST, max(COMMONEST, (EVERYWHERE - common) / STEEPNESS))


def strength(key: str) -> float:
    """How sure two words with this key in common are about the same."""
    if key[0] == "=":
        return 0.6
    return 0.75 if key[0] == "#" else 0.7 if key[-1] == "-" else 1.0


def plain(prose: Prose, span: Span) -> list[tuple[int, tuple[str, ...]]]:
    """The words of a stretch as they are, for a question that holds nothing better."""
    return [
        (i, ("=" + prose.folded[i],))
        for i in prose.words_in(span)
        if len(prose.folded[i]) > SHORTEST
    ]


def contents(
    prose: Prose, span: Span, language: str, more: str = ""
) -> list[tuple[int, tuple[str, ...]]]:
    """The words of a stretch that say something: index into `prose.words` and keys."""
    out = []
    for i in prose.words_in(span):
        found = keys(prose.words[i].of(prose.text), language, more)
        if found:
            out.append((i, found))
    return out
