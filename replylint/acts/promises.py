"""What a company promises to do later, and whether it says when.

A promise is a statement in the future, by the author or the author's people, of an act that the
customer waits for. Conditional offers ("reply and I will…"), negations and questions are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.dates import Time, times_in
from replylint.text.expressions import expression
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.text.prose import Prose

_WE = frozenset(["i", "we"])
_WILL = frozenset(["will", "shall"])
_WELL = frozenset(["i'll", "we'll"])
_OBJECT = {
    # "look", "get", "be"… promise only in the whole expressions of the list
    "en": frozenset(
        ["look", "get", "come", "follow", "find", "sort", "see", "let", "keep", "be", "pass"]
    ),
}
_FUTURE = {"es": ("e", "emos"), "ca": ("e", "em")}
_GOING = {"es": ("voy", "vamos"), "ca": ("vaig", "anem", "anam")}
_ENCLITIC = expression(r"(?:(?:me|te|se|nos|os)?(?:les?|los?|las?)|me|te|se|nos|os)$")
_ASKS = expression(r"\w{3,}(?:nos|me)(?:lo|la|los|las)?")
_AND = {"en": ("and", "then", "so"), "es": ("y", "e"), "ca": ("i",)}
_BEFORE = 40  # words before a promise among which an imperative is looked for
_LONGEST = 28  # words underlined


class Promise(NamedTuple):
    """One promise: its sentence, the words to underline, and the times that stand with it."""

    sentence: Span
    words: Span
    times: tuple[Time, ...]

    @property
    def dated(self) -> bool:
        return bool(self.times)


@lru_cache(maxsize=8)
def promises(prose: Prose, language: Language) -> tuple[Promise, ...]:
    """Find every promise in a text, one a sentence."""
    lists = shared("promises")
    found = [*phrases(lists["promise"][language]).find(prose), *_plain(prose, language)]
    conditions = phrases(lists["condition"][language]).find(prose) if found else []
    out: list[Promise] = []
    for span in sorted(found):
        sentence = prose.sentence_at(span.start)
        if sentence is None or (out and out[-1].sentence == sentence):
            continue
        if prose.text[sentence.start : sentence.end].rstrip().endswith("?"):
            continue
        if _negated(prose, span, language) or _conditional(
            prose, sentence, span, conditions, language
        ):
            continue
        words = Span(span.start, _cut(prose, span.start, sentence.end))
        out.append(Promise(sentence, words, _when(prose, sentence, language)))
    return tuple(out)


@lru_cache(maxsize=3)
def _verbs(language: Language) -> frozenset[str]:
    """English verbs as they are, Spanish and Catalan stems of the future."""
    verbs = shared("promises")["verbs"][language].split()
    if language == "en":
        return frozenset(verbs)
    stems = {v.removesuffix("e") if v.endswith("re") else v for v in verbs}
    return frozenset(stems)


def _plain(prose: Prose, language: Language) -> Iterator[Span]:
    """A future of the first person, of a verb of the list."""
    words, where, folded = prose.words, prose.where, prose.folded
    verbs = _verbs(language)
    if language == "en":
        between = frozenset(shared("promises")["between"]["en"].split())
        for i in sorted(i for w in _WELL | _WILL for i in where.get(w, ())):
            if folded[i] in _WILL and not (i and folded[i - 1] in _WE):
                continue
            j = i + 1
            while j < len(folded) and j - i < 4 and folded[j] in between:
                j += 1
            if j < len(folded) and folded[j] in verbs:
                start = i if folded[i] in _WELL else i - 1
                yield Span(words[start].start, words[j].end)
        return
    for word in where:
        for ending in _FUTURE[language]:
            stem = word.removesuffix(ending)
            if stem != word and stem in verbs:
                for i in where[word]:
                    # "escriuré" is a promise, "escriure" an infinitive.
                    if language == "ca" and ending == "e" and prose.text[words[i].end - 1] != "é":
                        continue
                    yield Span(_with_clitics(prose, i, language), words[i].end)
    for going in _GOING[language]:
        for i in where.get(going, ()):
            if folded[i + 1 : i + 2] == ("a",) and i + 2 < len(folded):
                infinitive = folded[i + 2]
                if infinitive in verbs or _ENCLITIC.sub("", infinitive) in verbs:
                    yield Span(_with_clitics(prose, i, language), words[i + 2].end)


_CLITICS = {
    "es": frozenset(["le", "les", "te", "os", "se", "lo", "la", "los", "las", "me", "nos"]),
    "ca": frozenset(
        [
            "us",
            "vos",
            "li",
            "els",
            "et",
            "t'",
            "l'",
            "la",
            "les",
            "ho",
            "en",
            "n'",
            "hi",
            "se",
            "em",
            "m'",
            "ens",
            "lo",
        ]
    ),
}


def _with_clitics(prose: Prose, i: int, language: Language) -> int:
    """The start of the pronouns before a verb."""
    while i and prose.folded[i - 1] in _CLITICS[language]:
        i -= 1
    return prose.words[i].start


def _negated(prose: Prose, span: Span, language: Language) -> bool:
    no = frozenset(shared("promises")["not-promise"][language].split())
    inside = prose.words_in(span)
    around = prose.folded[max(0, inside.start - 1) : inside.stop]
    return not no.isdisjoint(around)


def _conditional(
    prose: Prose, sentence: Span, span: Span, conditions: list[Span], language: Language
) -> bool:
    first = bisect_left(conditions, Span(sentence.start, 0))
    if any(c.start < sentence.end and c.start != span.start for c in conditions[first : first + 2]):
        return True
    said = prose.words_in(sentence)
    ifs = prose.where.get("si", []) if language != "en" else []
    for i in ifs[bisect_left(ifs, said.start) : bisect_left(ifs, said.stop)][:9]:
        # fold() makes "sí" the same word
        if "í" not in prose.words[i].of(prose.text).lower():
            return True
    here = prose.words_in(span).start
    before = range(max(said.start, here - _BEFORE), here)
    joined = any(prose.folded[i] in _AND[language] for i in before[-2:])
    if not before:
        return False
    if not joined and ":" not in prose.text[prose.words[before[0]].start : span.start]:
        return False
    asked = frozenset(shared("promises")["imperative"][language].split())
    for n, i in enumerate(before):
        word = prose.folded[i]
        start = prose.words[i].start
        opens = n < 3 or prose.text[max(0, start - 3) : start].rstrip()[-1:] in (",", ";", ":", "(")
        if opens and (word in asked or _asks(prose, i, language)):
            return True
    return False


def _asks(prose: Prose, i: int, language: Language) -> bool:
    """An imperative with its pronoun: díganos, envia'm, digueu-me."""
    if language == "es":
        return bool(_ASKS.fullmatch(prose.folded[i]))
    if language == "ca":
        end = prose.words[i].end
        attached = re.match(r"[-'’](?:me|m|ns|nos)\b", prose.text[end : end + 4])
        return bool(attached or re.fullmatch(r"\w{3,}'(?:m|ns)", prose.folded[i]))
    return False


def _when(prose: Prose, sentence: Span, language: Language) -> tuple[Time, ...]:
    """Times of the sentence, else of its neighbours: they may speak of the same act."""
    own = tuple(t for t in times_in(prose, language, sentence) if not t.past)
    if own:
        return own
    paragraph = next((p for p in prose.paragraphs if p.start <= sentence.start < p.end), sentence)
    index = prose.sentences.index(sentence)
    near = [
        s
        for s in prose.sentences[max(0, index - 1) : index + 2]
        if s != sentence and paragraph.start <= s.start < paragraph.end
    ]
    return tuple(
        t
        for s in near
        for t in times_in(prose, language, s)
        if not t.past and (t.limit or t.kind not in ("span", "month"))
    )


def _cut(prose: Prose, start: int, end: int) -> int:
    """The end of what to underline: the sentence's, unless that is long."""
    words = prose.words_in(Span(start, end))
    return end if len(words) <= _LONGEST else prose.words[words[_LONGEST - 1]].end
