"""Instructions: consecutive actions that the reader is asked to carry out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.acts.imperative import imperatives
from replylint.acts.scope import word_set
from replylint.model import Language, Message, Span
from replylint.rulebook import shared
from replylint.text.phrases import phrases
from replylint.text.prose import Prose, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLITICS = (
    "selos",
    "selas",
    "selo",
    "sela",
    "melo",
    "noslo",
    "telo",
    "me",
    "te",
    "se",
    "le",
    "les",
    "lo",
    "la",
    "los",
    "las",
    "nos",
    "os",
)
_MARKS = frozenset(",;:—–(>→.\n")
# What opens a clause that is not the reader's action: its subject, or a condition.
_OTHERS: dict[Language, frozenset[str]] = {
    "en": word_set(
        "we i he she they it our my his her their this these those there the a an we'll i'll "
        "we've i've it's we're i'm"
    ),
    "es": word_set(
        "el la los las un una nuestro nuestra nuestros nuestras este esta estos estas yo "
        "nosotros nosotras ella ellos"
    ),
    "ca": word_set(
        "el la els les l' un una nostre nostra aquest aquesta aquests jo nosaltres ella ells en na"
    ),
}
_RESULT: dict[Language, frozenset[str]] = {
    "en": word_set("see appear appears appeared opens shows displays prompts"),
    "es": word_set("vera veras veran vereis aparece aparecera aparecen abrira muestra saldra"),
    "ca": word_set("veureu veura veuras apareix apareixera apareixen obrira mostra sortira"),
}


class Steps(NamedTuple):
    """Consecutive actions in prose or, with `listed`, in list items: the span, and each verb."""

    span: Span
    verbs: tuple[Span, ...]
    listed: bool


@lru_cache(maxsize=3)
def _actions(language: Language) -> frozenset[str]:
    verbs = shared("instruction")["actions"][language].split()
    if language == "en":
        return frozenset(verbs)
    return frozenset(form for verb in verbs for form in imperatives(verb, language))


@lru_cache(maxsize=3)
def _infinitives(language: Language) -> frozenset[str]:
    return frozenset(map(fold, shared("instruction")["actions"][language].split()))


@lru_cache(maxsize=3)
def _lead(language: Language) -> frozenset[str]:
    return frozenset(map(fold, shared("instruction")["lead"][language].split()))


def steps(message: Message, language: Language, *, least: int = 3) -> tuple[Steps, ...]:
    """Every run of at least so many actions, within one paragraph of prose or one list."""
    return tuple(run for run in _runs(message, language) if len(run.verbs) >= least)


@lru_cache(maxsize=4)
def _runs(message: Message, language: Language) -> tuple[Steps, ...]:
    prose, items = message.prose, message.of_kind("list-item")
    obliged = {span.end for span in phrases(shared("instruction")["obliges"][language]).find(prose)}
    run: list[tuple[Span, Span]] = []
    out: list[Steps] = []
    previous: Span | None = None
    in_list = False
    for sentence in prose.sentences:
        listed = any(i.start <= sentence.start < i.end for i in items)
        broken = previous is None or (
            not listed and prose.text.count("\n\n", previous.end, sentence.start) > 0
        )
        if listed != in_list or broken:
            _close(out, run, listed=in_list)
            run = []
        in_list, previous = listed, sentence
        verbs = list(_verbs(prose, sentence, obliged, language))
        if verbs:
            run.extend((verb, sentence) for verb in verbs)
        elif not any(prose.folded[i] in _RESULT[language] for i in prose.words_in(sentence)):
            _close(out, run, listed=in_list)
            run = []
    _close(out, run, listed=in_list)
    return tuple(out)


def _close(out: list[Steps], run: list[tuple[Span, Span]], *, listed: bool) -> None:
    sentences = len({sentence for _, sentence in run})
    # Orders in a row, one a sentence, are steps only where each sentence begins with its order.
    if run and (sentences < len(run) or all(v.start == s.start for v, s in run) or listed):
        verbs = tuple(verb for verb, _ in run)
        out.append(Steps(Span(verbs[0].start, run[-1][1].end), verbs, listed))


def _verbs(prose: Prose, sentence: Span, obliged: set[int], language: Language) -> Iterator[Span]:
    """The verbs of a sentence that tell the reader what to do: each opens its clause."""
    lead, others = _lead(language), _OTHERS[language]
    opening, other, duty, end = True, False, False, sentence.start
    for i in prose.words_in(sentence):
        place, word = prose.words[i], prose.folded[i]
        gap = prose.text[end : place.start]
        if gap != " " and not _MARKS.isdisjoint(gap.replace("\n", "")):
            opening = True
        if end in obliged:
            opening, duty, other = True, True, False
        end = place.end
        if word in lead:
            opening = opening or word in (
                "and",
                "then",
                "y",
                "e",
                "i",
                "luego",
                "despues",
                "llavors",
            )
            continue
        if opening:
            if word in others:
                other = True
            elif not other and _is_action(prose, i, duty, language):
                yield place
        opening = False


def _is_action(prose: Prose, i: int, duty: bool, language: Language) -> bool:
    word = prose.folded[i].partition("'")[0] or prose.folded[i]  # omple'l
    following = prose.folded[i + 1] if i + 1 < len(prose.folded) else ""
    if language == "en":
        return word in _actions("en") and following not in (
            "is",
            "are",
            "was",
            "of",
            "has",
            "will",
            "and",
        )
    if word == "entre" and following not in ("en", "a", "al", "con", "y"):
        return False
    if following in ("de", "del", "d'"):  # a noun: copia de la factura
        return word not in (
            "copia",
            "firma",
            "marca",
            "busca",
            "baja",
            "lista",
        ) and word in _actions(language)
    forms = _actions(language) | _infinitives(language) if duty else _actions(language)
    return word in forms or (
        language == "es"
        and any(
            word[: -len(c)] in forms
            for c in _CLITICS
            if word.endswith(c) and len(word) > len(c) + 2
        )
    )
