"""No and a verb of what a company does for its customers, as each language's grammar joins them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.acts.scope import word_set
from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.text.prose import Prose

_CLITICS = word_set(
    "me te se le les lo la los las nos os li els ho hi us ens et em vos m' t' s' n' ne en l' es el"
)
_NOT = frozenset(("no", "tampoco", "tampoc"))
_CAN = {
    "es": word_set("podemos puedo podremos podre podriamos podria podamos pueda"),
    "ca": word_set("podem puc podrem podre podriem podria puguem pugui pugem"),
}
_WILL = {
    "es": frozenset(["vamos", "voy", "pensamos", "pienso"]),
    "ca": frozenset(["pensem", "penso", "pense"]),
}
_WE = frozenset(("we", "i"))
_ENGLISH_NOT = word_set("not cannot can't don't isn't aren't never longer")
_PASSIVE_NOT = word_set("cannot can't isn't aren't")
_PRESENT = word_set("is are can no may")
_FILLERS = word_set("be being currently normally usually ever unfortunately then simply longer")
_HAPPENED = word_set("was were has have had did you they")
_SAYING = word_set(
    "de es ya ja lamento lamentamos lamentem siento sentimos informo informamos comunico "
    "comunicamos informem comuniquem decirle decirles decirte dir greu sino temo creo "
    "significa aixi asi"
)
_BY = frozenset(["se", "es", "s'"])


@lru_cache(maxsize=4)
def _does(language: Language) -> frozenset[str]:
    return frozenset(shared("refusal")["does"].get(language, "").split())


@lru_cache(maxsize=4)
def denied(prose: Prose) -> Iterator[Span]:
    """Not and a verb of the company's in English: refunds are not given, we no longer accept."""
    does, words = _does("en"), prose.folded
    for word in _ENGLISH_NOT & prose.where.keys():
        for at in prose.where[word]:
            sentence, verb = prose.sentence_of[at], at + 1
            while verb < len(words) and words[verb] in _FILLERS:
                verb += 1
            if verb >= len(words) or prose.sentence_of[verb] != sentence:
                continue
            before = [
                words[i] for i in range(max(0, at - 3), at) if prose.sentence_of[i] == sentence
            ]
            action = lemma(prose.words[verb].of(prose.text), "en")
            ours = bool(_WE.intersection(before)) and words[verb] == action
            passive = words[verb] != action or words[verb - 1] == "be"
            denied = passive and (word in _PASSIVE_NOT or bool(_PRESENT.intersection(before)))
            if action in does and (ours or denied) and not _HAPPENED.intersection(before):
                yield Span(prose.words[at].start, prose.words[verb].end)


def negated(prose: Prose, language: Language) -> Iterator[Span]:
    """No and a verb of the company's: no devolvemos, no se aceptan, no us podem canviar."""
    does, words, sentence_of = _does(language), prose.folded, prose.sentence_of
    for word in _NOT & prose.where.keys():
        for at in prose.where[word]:
            if _relative(prose, at):
                continue
            verb = at + 1
            while verb < len(words) and words[verb] in _CLITICS:
                verb += 1
            if verb >= len(words) or sentence_of[verb] != sentence_of[at]:
                continue
            end = _verb(prose, at, verb, does, language)
            if end is not None:
                yield Span(prose.words[at].start, prose.words[end].end)


def _relative(prose: Prose, at: int) -> bool:
    """Whether "no" opens a relative clause: circunstancias que no podemos cambiar."""
    words, sentence = prose.folded, prose.sentence_of
    if at < 2 or words[at - 1] != "que" or sentence[at - 2] != sentence[at]:
        return False
    return words[at - 2] not in _SAYING


def _verb(prose: Prose, at: int, verb: int, does: frozenset[str], language: Language) -> int | None:
    """The index of the last word of what is refused, if the verb after "no" refuses."""
    words = prose.folded
    if words[verb] in _CAN[language] or words[verb] in _WILL[language]:
        done = verb + 1
        while done < len(words) and (words[done] in _CLITICS or words[done] == "a"):
            done += 1
        if done < len(words) and prose.sentence_of[done] == prose.sentence_of[at]:
            action = lemma(prose.words[done].of(prose.text), language)
            known = action in does
            return (
                done
                if known or (words[verb] in _CAN[language] and _infinitive(words[done], language))
                else None
            )
        return None
    written = prose.words[verb].of(prose.text)
    ours = (
        words[verb].endswith("mos")
        if language == "es"
        else words[verb].endswith(("em", "im", "am"))
    )
    if ours:
        action = _dictionary(written, words[verb], language)
        past = action.endswith("er") and words[verb].endswith(
            "imos"
        )  # no lo hicimos: what happened
        return verb if action in does and not past else None
    passive = any(words[i] in _BY for i in range(at + 1, verb))
    if passive:
        if words[verb] in ("puede", "pueden", "podra", "podran", "pot", "poden"):
            return verb
        return verb if lemma(written, language) in does else None
    return None


def _dictionary(written: str, folded: str, language: Language) -> str:
    """The infinitive of a form of ours: the future shows it, the table of lemmas the rest."""
    if folded.endswith("remos" if language == "es" else "rem") and len(folded) > 5:
        return written.lower()[: -4 if language == "es" else -2]
    return lemma(written, language)


def _infinitive(word: str, language: Language) -> bool:
    if language == "es":
        stem = word
        for clitic in (
            "selo",
            "sela",
            "selos",
            "selas",
            "noslo",
            "telo",
            "te",
            "le",
            "les",
            "os",
            "lo",
            "la",
            "los",
            "las",
            "nos",
            "me",
        ):
            if word.endswith("r" + clitic):
                stem = word.removesuffix(clitic)
                break
        return stem.endswith(("ar", "er", "ir"))
    return word.endswith(("ar", "er", "ir", "re"))
