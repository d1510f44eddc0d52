"""Refusals: what the company says no to, with its reason or another way where it gives one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.acts.apology import apologies
from replylint.acts.scope import (
    asked,
    clause,
    conditional,
    overlaps,
    paragraph_of,
    quoted,
    word_set,
)
from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.lemmas import lemma
from replylint.text.phrases import phrases

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
_WILFUL = {
    "en": ["won't", "wont", "will", "shall", "going", "refuse"],
    "es": ["negamos", "niego", "pensamos", "pienso", "vamos", "voy", "ninguna", "hablar"],
    "ca": ["neguem", "nego", "pensem", "penso", "pense", "parlar", "pensar"],
}
_SAYING = word_set(
    "de es ya ja lamento lamentamos lamentem siento sentimos informo informamos comunico "
    "comunicamos informem comuniquem decirle decirles decirte dir greu sino temo creo "
    "significa aixi asi"
)
_BY = frozenset(["se", "es", "s'"])


@dataclass(frozen=True, slots=True)
class Refusal:
    """One sentence that says no.

    `reason` and `alternative`: whether it, or its neighbours, say why and offer another way.
    `wilful`: it says that the company will not, rather than that it cannot.
    """

    sentence: Span
    words: Span
    reason: bool
    alternative: bool
    wilful: bool


@lru_cache(maxsize=4)
def _does(language: Language) -> frozenset[str]:
    return frozenset(shared("refusal")["does"].get(language, "").split())


@lru_cache(maxsize=4)
def refusals(prose: Prose, language: Language) -> tuple[Refusal, ...]:
    """Every sentence in which the company refuses, once."""
    lists = shared("refusal")
    found = phrases(lists["refuses"][language]).find(prose)
    if language != "en":
        found = sorted((*found, *_negated(prose, language)), key=lambda s: (s.start, -s.end))
    if not found:
        return ()
    harmless = (*phrases(lists["not-refusing"][language]).find(prose), *quoted(prose))
    news = {a.sentence for a in apologies(prose, language) if a.news}
    out: list[Refusal] = []
    for words in found:
        sentence = prose.sentence_at(words.start)
        if sentence is None or (out and out[-1].sentence == sentence):
            continue
        if any(overlaps(words, other) for other in harmless) or asked(prose, words):
            continue
        if conditional(prose, words, language):
            continue
        out.append(
            Refusal(
                sentence=sentence,
                words=words,
                reason=_reason(prose, sentence, words, language),
                alternative=_alternative(prose, sentence, words, language),
                wilful=_wilful(prose, words, language) and sentence not in news,
            )
        )
    return tuple(out)


def _negated(prose: Prose, language: Language) -> Iterator[Span]:
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


def _reason(prose: Prose, sentence: Span, words: Span, language: Language) -> bool:
    lists = shared("refusal")
    said = phrases(lists["reason"][language])
    grounds = phrases(lists["grounds"][language])
    if any(not overlaps(found, words) for found in said.find(prose, sentence)):
        return True
    own = clause(prose, words)
    if any(not overlaps(found, own) for found in grounds.find(prose, sentence)):
        return True
    beside = _beside(prose, sentence)
    return any(said.first(prose, other) or grounds.first(prose, other) for other in beside)


def _beside(prose: Prose, sentence: Span) -> list[Span]:
    """The sentence before and the one after, within the paragraph."""
    found = paragraph_of(prose, sentence.start)
    if found is None:
        return []
    near = [s for s in prose.sentences if found[1].start <= s.start and s.end <= found[1].end]
    at = near.index(sentence) if sentence in near else 0
    return [near[i] for i in (at - 1, at + 1) if 0 <= i < len(near) and near[i] != sentence]


def _alternative(prose: Prose, sentence: Span, words: Span, language: Language) -> bool:
    """Whether another way is offered in the paragraph, or where the next one begins."""
    lists = shared("refusal")
    anywhere, near = phrases(lists["alternative"][language]), phrases(lists["near"][language])
    found = paragraph_of(prose, sentence.start)
    if found is None:
        return False
    number, paragraph = found
    rest = Span(words.end, paragraph.end)
    if anywhere.first(prose, rest) or near.first(prose, rest):
        return True
    if anywhere.first(prose, Span(sentence.start, words.start)):
        return True
    following = prose.paragraphs[number + 1 : number + 2]
    if not following:
        return False
    opening = prose.sentence_at(following[0].start)
    return opening is not None and anywhere.first(prose, opening) is not None


def _wilful(prose: Prose, words: Span, language: Language) -> bool:
    said = [prose.folded[i] for i in prose.words_in(words)]
    if any(word in _WILFUL[language] for word in said):
        return "able" not in said
    return (language == "es" and said[-1].endswith("remos")) or (
        language == "ca" and said[-1].endswith("rem")
    )
