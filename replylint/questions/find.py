"""Where a text asks or requests something: marked, indirect, put as a request, a wish or a bare
noun.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from replylint.model import Span
from replylint.questions.clauses import Clauses, boundaries
from replylint.questions.grammar import GRAMMARS, Grammar, word_set
from replylint.questions.opening import LONGEST_LEAD, Opening
from replylint.text.phrases import Phrases, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from replylint.text.prose import Prose

Form = Literal["marked", "opener", "bare", "request", "wish", "thing"]

SHORT = 4  # a marked question of so few words leans on the clause before it
LONGEST_THING = 9
LONGEST_SENTENCE = 300  # words; what is longer is no sentence that somebody wrote


class Ask(NamedTuple):
    """One question or request: where it stands, from where on it says what is asked, and how it
    is put.

    `sentence` is the index of its sentence; `part` counts the pieces of one coordinated question
    from 0.
    """

    span: Span
    focus: int
    form: Form
    sentence: int
    part: int = 0


@lru_cache(maxsize=32)
def _list(name: str, language: str) -> Phrases:
    from replylint.rulebook import shared

    return phrases(shared("questions")[name].get(language, ""))


@lru_cache(maxsize=3)
def things(language: str) -> frozenset[str]:
    """Single words that are asked for by naming them, folded."""
    from replylint.rulebook import shared

    return frozenset(shared("questions")["thing"].get(language, "").split())


def asks(prose: Prose, language: str) -> tuple[Ask, ...]:
    """Every question and request, in order, none inside another."""
    grammar = GRAMMARS.get(language)
    if grammar is None:
        return tuple(_marked_only(prose))
    finder = _Finder(prose, language, grammar)
    return tuple(finder.all())


def _marked_only(prose: Prose) -> Iterator[Ask]:
    for n, sentence in enumerate(prose.sentences):
        if sentence.of(prose.text).rstrip("\"'”’»)").endswith("?"):
            yield Ask(sentence, sentence.start, "marked", n)


def _by_sentence(prose: Prose, found: Iterable[Span]) -> dict[int, list[range]]:
    """Word ranges of phrases found, under the index of their sentence."""
    out: dict[int, list[range]] = {}
    for span in found:
        words = prose.words_in(span)
        out.setdefault(prose.sentence_of[words.start], []).append(words)
    return out


class _Finder:
    """One pass over one text; holds what every sentence is compared with."""

    def __init__(self, prose: Prose, language: str, grammar: Grammar) -> None:
        self.prose, self.language, self.grammar = prose, language, grammar
        self.opening = Opening(prose, language, grammar)
        self.openers = self._find("opener")
        self.requests = self._find("request")
        self.courtesies = self._find("courtesy")
        self.formal = self._find("formal")

    def _find(self, name: str) -> dict[int, list[range]]:
        return _by_sentence(self.prose, _list(name, self.language).find(self.prose))

    def all(self) -> list[Ask]:
        found: list[Ask] = []
        quiet: list[int] = []
        for n, sentence in enumerate(self.prose.sentences):
            words = self.prose.words_in(sentence)
            if not words or len(words) > LONGEST_SENTENCE:
                continue
            here = list(self._of_sentence(n, sentence, words))
            if here:
                found.extend(here)
            else:
                quiet.append(n)
        if not found:
            found.extend(self._wishes(quiet))
        found.extend(self._things(quiet, bool(found)))
        found = [ask for ask in found if not self._taken_back(ask)]
        return sorted(found, key=lambda ask: ask.span.start)

    def _taken_back(self, ask: Ask) -> bool:
        """Whether the next sentence says that it was a joke."""
        return any(
            _JOKES & set(self.prose.folded[r.start : r.stop])
            for r in self.courtesies.get(ask.sentence + 1, ())
        )

    # -- one sentence -------------------------------------------------------------------------

    def _of_sentence(self, n: int, sentence: Span, words: range) -> Iterator[Ask]:
        text = self.prose.text
        clauses = boundaries(self.prose, words, self.grammar)
        if sentence.of(text).rstrip("\"'”’»)*_ ").endswith("?"):
            yield from self._marked(n, sentence, words, clauses)
            return
        starts = self._unmarked_starts(n, words, clauses)
        if not starts:
            return
        places = sorted(starts)
        part = 0
        for at, stop in zip(places, [*places[1:], words.stop], strict=True):
            form, focus = starts[at]
            if self._idle(focus, stop):
                continue
            if stop - focus <= SHORT:
                at = self._leaning(at, SHORT if stop - at <= SHORT + 1 else stop - at, clauses)
            stop = self._trim(at, self._end(at, stop, clauses))
            yield self._ask(n, at, stop, focus, form, part)
            part += 1

    def _end(self, at: int, stop: int, clauses: Clauses) -> int:
        """Leave out a reason given after the question."""
        reasons = _REASONS.get(self.language, frozenset())
        for boundary in clauses.starts:
            if at + 2 < boundary < stop and self.prose.folded[boundary] in reasons:
                return boundary
        return stop

    def _idle(self, focus: int, stop: int) -> bool:
        """Whether nothing is asked but "two questions"."""
        rest = [w for w in self.prose.folded[focus:stop] if len(w) > 2 or w.isdigit()]
        return len(rest) <= 3 and bool(_NAMES_OF_QUESTIONS & set(rest))

    def _ask(self, n: int, at: int, stop: int, focus: int, form: Form, part: int) -> Ask:
        words, text = self.prose.words, self.prose.text
        start, end = words[at].start, words[stop - 1].end
        while start > 0 and text[start - 1] in '¿¡"«“(':
            start -= 1
        while end < len(text) and text[end] in '?!.)"»”':
            end += 1
        limit = self.prose.sentences[n].end
        return Ask(Span(start, min(end, limit)), words[min(focus, stop - 1)].start, form, n, part)

    # -- with a question mark -----------------------------------------------------------------

    def _marked(self, n: int, sentence: Span, words: range, clauses: Clauses) -> Iterator[Ask]:
        text, spans = self.prose.text, self.prose.words
        begin = words.start
        opening = text.rfind("¿", sentence.start, sentence.end)
        if opening > sentence.start:
            begin = next((i for i in words if spans[i].start > opening), words.start)
        else:
            begin = self._question_start(words, clauses)
        core = begin
        begin = self._leaning(begin, words.stop - begin, clauses)
        if self._exclaims(begin, words, clauses):
            return
        for courtesy in self.courtesies.get(n, ()):
            if begin - 1 <= courtesy.start <= begin + 2 or courtesy.start <= begin < courtesy.stop:
                return
        cuts = [begin]
        openers = self.openers.get(n, [])
        for at in clauses.starts:
            last = self.opening.skip_links(max(cuts[-1], core), words.stop)
            if at <= last + 1 or any(o.start < at <= o.stop for o in openers):
                continue
            if (
                self.prose.folded[last] in _CONDITIONS
                and not openers
                and self.opening.asks_at(at, loose=True)
            ):
                core = at  # what the condition leads to
                continue
            if self._leads_in(core, at, opening):
                core = at
                continue
            if self._second_half(at, words, clauses, bool(openers)):
                condition = max((b for b in clauses.starts if b < at), default=at)
                while condition > cuts[-1] and self.prose.folded[condition] in self.grammar.link:
                    if self.prose.folded[condition + 1] in _CONDITIONS:
                        at = condition
                        break
                    condition = max((b for b in clauses.starts if b < condition), default=cuts[-1])
                cuts.append(at)
        for part, (at, stop) in enumerate(zip(cuts, [*cuts[1:], words.stop], strict=True)):
            first = self.opening.skip_links(at, stop)
            focus = next((o.stop for o in openers if at <= o.start < stop and o.stop < stop), first)
            focus = self._embedded_from(focus, openers, first)
            last = self._trim(first, stop)
            yield self._ask(n, first, last, focus, "marked", part)

    def _exclaims(self, begin: int, words: range, clauses: Clauses) -> bool:
        """Whether it only asks for a nod to an exclamation, as "what a summer, isn't it" does."""
        folded = self.prose.folded
        tag = clauses.starts[-1]
        return (
            tag > begin
            and folded[begin] in _EXCLAIMING
            and _TAGS.issuperset(folded[tag : words.stop])
        )

    def _leaning(self, begin: int, length: int, clauses: Clauses) -> int:
        """A condition before a question belongs to it, and so does the clause that a very short
        one leans on.
        """
        earlier = [
            b for b in clauses.starts if b < begin and (clauses.strong(b) or b == clauses.starts[0])
        ]
        if not earlier:
            return begin
        before = earlier[-1]
        if self.prose.folded[self.opening.skip_links(before, begin)] in _CONDITIONS:
            return before
        if length <= SHORT:
            return earlier[-2] if len(earlier) > 1 and begin - before <= 3 else before
        return begin

    def _leads_in(self, core: int, at: int, opening: int) -> bool:
        """Whether a statement that begins with its verb (hay una celíaca, ¿qué…) only leads to
        the question.
        """
        folded, g = self.prose.folded, self.grammar
        if self.language == "en" or folded[at] not in g.interrogative:
            return False
        if folded[core : core + 2] == ("hi", "ha"):
            return True
        return opening < 0 and folded[core] in g.first and folded[at] not in _AMBIGUOUS

    def _question_start(self, words: range, clauses: Clauses) -> int:
        """Where the question begins in a sentence without ¿: at its last clause that asks, or at
        its start.
        """
        for at in clauses.starts:
            if at == words.start or words.stop - at < 2:
                continue
            if (
                clauses.strong(at)
                and self.opening.asks_at(at, loose=True)
                and not self.opening.asks_at(words.start, loose=True)
            ):
                return at
        return words.start

    def _second_half(self, at: int, words: range, clauses: Clauses, embedded: bool) -> bool:
        """Whether another question begins at a clause of a marked sentence."""
        folded = self.prose.folded
        if words.stop - at < 2:
            return False
        j = at
        if folded[j] in self.grammar.choice:
            return False
        linked = folded[j] in self.grammar.link
        while j < words.stop - 1 and folded[j] in self.grammar.lead:
            j += 1
        if folded[at] in ("if", "si") and not linked:
            return False
        if linked or clauses.strong(at):
            while j < words.stop - 1 and folded[j] in self.grammar.preposition:
                j += 1
            if embedded and folded[j] in self.grammar.embedded:
                return True
            return self.opening.asks_at(j, loose=linked)
        return False

    def _trim(self, first: int, stop: int) -> int:
        while stop - 1 > first and self.prose.folded[stop - 1] in self.grammar.link:
            stop -= 1
        return stop

    def _embedded_from(self, focus: int, openers: list[range], default: int) -> int:
        """An opener that ends in the interrogative itself gives it back to the question."""
        if (
            any(o.stop == focus for o in openers)
            and self.prose.folded[focus - 1] in self.grammar.embedded
        ):
            return focus - 1
        return max(focus, default)

    # -- without --------------------------------------------------------------------------------

    def _unmarked_starts(
        self, n: int, words: range, clauses: Clauses
    ) -> dict[int, tuple[Form, int]]:
        """Where questions begin in an unmarked sentence: word → form, word from which on it says
        what.
        """
        folded = self.prose.folded
        courtesies = self.courtesies.get(n, [])
        starts: dict[int, tuple[Form, int]] = {}

        def add(at: int, form: Form, focus: int) -> None:
            if any(c.start <= focus - 1 < c.stop or c.start <= at < c.stop for c in courtesies):
                return
            if at not in starts:
                starts[at] = (form, focus)

        openers = self.openers.get(n, [])
        for opener in openers:
            if opener.stop < words.stop or folded[opener.stop - 1] in self.grammar.embedded:
                focus = self._embedded_from(opener.stop, openers, opener.stop)
                at = clauses.start_of(opener.start)
                before = max((a for a in starts if a <= at), default=None)
                if before is not None and 0 <= opener.start - starts[before][1] <= LONGEST_LEAD:
                    # "grateful if you could" only leads to "tell me how"
                    starts[before] = ("opener", focus)
                else:
                    add(at, "opener", focus)
        for place in (*self.requests.get(n, ()), *self.formal.get(n, ())):
            at = clauses.start_of(place.start)
            if at not in starts and not any(
                o.start <= place.start < o.stop or place.start <= o.start <= place.start + 1
                for o in openers
            ):
                focus = min(self.opening.skip_links(place.stop, words.stop), words.stop - 1)
                add(at, "request", focus)
        governed = min(starts) if starts else None
        sentence = self.prose.sentences[n].of(self.prose.text)
        exclaims = sentence.startswith("¡") or (sentence.endswith("!") and self.language != "en")
        for at in clauses.starts:
            if at in starts or folded[at] in self.grammar.choice:
                continue
            j = self.opening.skip_links(at, words.stop)
            if governed is not None and at > governed:
                if any(start < at <= focus for start, (_, focus) in starts.items()):
                    continue
                k = j
                while k < words.stop - 1 and folded[k] in self.grammar.preposition:
                    k += 1
                if (
                    folded[at] in self.grammar.link
                    and folded[k] in self.grammar.embedded
                    and words.stop - k > 1
                ):
                    add(at, "request" if starts[governed][0] == "request" else "opener", k)
                elif folded[at] in self.grammar.link and self._possessed_thing(j, words):
                    add(at, "opener", j)
            elif self.opening.asks_at(j, loose=False) and words.stop - j > 2 and not exclaims:
                add(at, "bare", j)
            elif any(self.opening.requests_at(i) for i in range(at, j)):
                add(at, "request", j)
            elif (
                j > at
                and self._ordinal(at, j)
                and (folded[j] in _CONDITIONS or self.opening.asks_at(j, loose=True))
            ):
                add(at, "opener", j)
        return {self.opening.skip_links(at, words.stop): value for at, value in starts.items()}

    def _ordinal(self, at: int, j: int) -> bool:
        return bool(_ORDINALS & set(self.prose.folded[at:j]))

    def _possessed_thing(self, j: int, words: range) -> bool:
        folded = self.prose.folded
        return (
            folded[j] in _POSSESSIVES
            and j + 1 < words.stop
            and folded[j + 1] in things(self.language)
        )

    # -- when nothing else asks -----------------------------------------------------------------

    def _wishes(self, sentences: list[int]) -> Iterator[Ask]:
        found = _by_sentence(self.prose, _list("wish", self.language).find(self.prose))
        for n in sentences:
            for place in found.get(n, [])[:1]:
                words = self.prose.words_in(self.prose.sentences[n])
                clauses = boundaries(self.prose, words, self.grammar)
                at = self.opening.skip_links(clauses.start_of(place.start), words.stop)
                stop = self._end(at, words.stop, clauses)
                yield self._ask(n, at, stop, place.start, "wish", 0)

    def _things(self, sentences: list[int], others: bool) -> Iterator[Ask]:
        things = _by_sentence(self.prose, _list("thing", self.language).find(self.prose))
        please = _PLEASE[self.language]
        for n in sentences:
            words = self.prose.words_in(self.prose.sentences[n])
            if n not in things or len(words) > LONGEST_THING:
                continue
            if things[n][0].start - words.start > 2 or n in self.courtesies:
                continue
            polite = please in " ".join(self.prose.folded[words.start : words.stop])
            sentence = self.prose.sentences[n]
            listed = (
                self.prose.text[sentence.start] in "-*•–·"
                or sentence.of(self.prose.text)[:1].isdigit()
            )
            verbless = not (
                _VERBS[self.language] & set(self.prose.folded[words.start : words.stop])
            )
            if polite or (
                verbless
                and (listed or not others)
                and not sentence.of(self.prose.text).endswith(",")
            ):
                yield self._ask(n, words.start, words.stop, words.start, "thing", 0)


_EXCLAIMING = word_set("what quin quina quins quines que")
_TAGS = word_set("oi eh no verdad veritat right isn't it wasn't that not true cierto")
_AMBIGUOUS = frozenset({"que", "com", "como", "on"})
_JOKES = frozenset({"broma", "joking", "kidding"})
_CONDITIONS = frozenset({"if", "whether", "si"})
_REASONS = {
    "en": frozenset({"because", "since", "as", "so", "otherwise", "before"}),
    "es": frozenset({"porque", "pues", "ya", "asi", "dado"}),
    "ca": frozenset({"perque", "ja", "aixi"}),
}
_NAMES_OF_QUESTIONS = word_set(
    """
    questions question things thing points queries matters doubts dudas duda preguntas
    cuestiones cosas consultas consulta pregunta questions qüestions dubtes dubte preguntes
    coses consultes questio
    """
)
_POSSESSIVES = word_set("its their the his her su sus el la los las seu seva seus seves els les")
_ORDINALS = word_set(
    """
    first firstly second secondly third thirdly lastly finally primer primero segundo tercero
    ultimo segon tercer ultima lloc lugar finalment finalmente
    """
)
_PLEASE = {"en": "please", "es": "favor", "ca": "plau"}
_VERBS = {
    "en": word_set(
        """
        is are was were have has had i we am says said it's that's i'm do does did been got
        """
    ),
    "es": word_set(
        """
        es son esta estan fue he ha han hemos tengo tiene tenemos pone dice dicen me era hay
        """
    ),
    "ca": word_set("es son esta estan va he ha han hem tinc te tenim posa diu diuen em era hi"),
}
