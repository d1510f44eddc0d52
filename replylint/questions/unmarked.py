"""Questions and requests without a question mark: indirect, imperative, or bare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.questions.grammar import word_set
from replylint.questions.opening import LONGEST_LEAD
from replylint.questions.sought import CONDITIONS, SHORT, Ask, Form, Sought, things

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.questions.clauses import Clauses

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


def unmarked(sought: Sought, n: int, words: range, clauses: Clauses) -> Iterator[Ask]:
    """What one sentence without a question mark asks or requests."""
    starts = _unmarked_starts(sought, n, words, clauses)
    if not starts:
        return
    places = sorted(starts)
    part = 0
    for at, stop in zip(places, [*places[1:], words.stop], strict=True):
        form, focus = starts[at]
        if _idle(sought, focus, stop):
            continue
        if not part and stop - focus <= SHORT:
            at = sought.leaning(at, SHORT if stop - at <= SHORT + 1 else stop - at, clauses)
        stop = sought.trim(at, sought.end(at, stop, clauses))
        yield sought.ask(n, at, stop, focus, form, part)
        part += 1


def _idle(sought: Sought, focus: int, stop: int) -> bool:
    """Whether nothing is asked but "two questions"."""
    rest = [w for w in sought.prose.folded[focus:stop] if len(w) > 2 or w.isdigit()]
    return len(rest) <= 3 and bool(_NAMES_OF_QUESTIONS & set(rest))


def _unmarked_starts(
    sought: Sought, n: int, words: range, clauses: Clauses
) -> dict[int, tuple[Form, int]]:
    """Where questions begin in an unmarked sentence: word → form, word from which on it says
    what.
    """
    folded = sought.prose.folded
    courtesies = sought.courtesies.get(n, [])
    starts: dict[int, tuple[Form, int]] = {}

    def add(at: int, form: Form, focus: int) -> None:
        if any(c.start <= focus - 1 < c.stop or c.start <= at < c.stop for c in courtesies):
            return
        if at not in starts:
            starts[at] = (form, focus)

    openers = sought.openers.get(n, [])
    for opener in openers:
        if opener.stop < words.stop or folded[opener.stop - 1] in sought.grammar.embedded:
            focus = sought.embedded_from(opener.stop, openers, opener.stop)
            at = clauses.start_of(opener.start)
            before = max((a for a in starts if a <= at), default=None)
            if before is not None and 0 <= opener.start - starts[before][1] <= LONGEST_LEAD:
                # "grateful if you could" only leads to "tell me how"
                starts[before] = ("opener", focus)
            else:
                add(at, "opener", focus)
    for place in (*sought.requests.get(n, ()), *sought.formal.get(n, ())):
        at = clauses.start_of(place.start)
        if at not in starts and not any(
            o.start <= place.start < o.stop or place.start <= o.start <= place.start + 1
            for o in openers
        ):
            focus = min(sought.opening.skip_links(place.stop, words.stop), words.stop - 1)
            add(at, "request", focus)
    governed = min(starts) if starts else None
    sentence = sought.prose.sentences[n].of(sought.prose.text)
    exclaims = sentence.startswith("¡") or (sentence.endswith("!") and sought.language != "en")
    for at in clauses.starts:
        if at in starts or folded[at] in sought.grammar.choice:
            continue
        j = sought.opening.skip_links(at, words.stop)
        if governed is not None and at > governed:
            if any(start < at <= focus for start, (_, focus) in starts.items()):
                continue
            k = j
            while k < words.stop - 1 and folded[k] in sought.grammar.preposition:
                k += 1
            if (
                folded[at] in sought.grammar.link
                and folded[k] in sought.grammar.embedded
                and words.stop - k > 1
            ):
                add(at, "request" if starts[governed][0] == "request" else "opener", k)
            elif folded[at] in sought.grammar.link and _possessed_thing(sought, j, words):
                add(at, "opener", j)
        elif sought.opening.asks_at(j, loose=False) and words.stop - j > 2 and not exclaims:
            add(at, "bare", j)
        elif any(sought.opening.requests_at(i) for i in range(at, j)):
            add(at, "request", j)
        elif (
            j > at
            and _ordinal(sought, at, j)
            and (folded[j] in CONDITIONS or sought.opening.asks_at(j, loose=True))
        ):
            add(at, "opener", j)
    return {sought.opening.skip_links(at, words.stop): value for at, value in starts.items()}


def _ordinal(sought: Sought, at: int, j: int) -> bool:
    return bool(_ORDINALS & set(sought.prose.folded[at:j]))


def _possessed_thing(sought: Sought, j: int, words: range) -> bool:
    folded = sought.prose.folded
    return (
        folded[j] in _POSSESSIVES
        and j + 1 < words.stop
        and folded[j + 1] in things(sought.language)
    )
