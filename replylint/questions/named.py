"""What is asked for by wishing for it, needing it, or only naming it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.questions.clauses import boundaries
from replylint.questions.grammar import word_set
from replylint.questions.sought import Ask, Sought, by_sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_THING = 9  # words of a sentence that only names what is wanted
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
_POINTERS = word_set("it them this that these one lo la los las el els les ho hi en n'")


def wishes(sought: Sought, sentences: list[int]) -> Iterator[Ask]:
    """Wishes of the writer: requests where nothing else in the text asks."""
    found = by_sentence(sought.prose, listed("wish", sought.language).find(sought.prose))
    for n in sentences:
        for place in found.get(n, [])[:1]:
            words = sought.prose.words_in(sought.prose.sentences[n])
            clauses = boundaries(sought.prose, words, sought.grammar)
            at = sought.opening.skip_links(clauses.start_of(place.start), words.stop)
            stop = sought.end(at, words.stop, clauses)
            yield sought.ask(n, at, stop, place.start, "wish", 0)


def needs(sought: Sought, sentences: list[int], found: Sequence[Ask]) -> Iterator[Ask]:
    """Things that the writer needs, unless the question that follows is about them."""
    places = by_sentence(sought.prose, listed("need", sought.language).find(sought.prose))
    after = {ask.sentence: ask for ask in found}
    folded = sought.prose.folded
    for n in sentences:
        if n not in places:
            continue
        following = after.get(n + 1)
        if following is not None and not _POINTERS.isdisjoint(
            folded[i] for i in sought.prose.words_in(following.span)
        ):
            continue
        words = sought.prose.words_in(sought.prose.sentences[n])
        clauses = boundaries(sought.prose, words, sought.grammar)
        at = sought.opening.skip_links(clauses.start_of(places[n][0].start), words.stop)
        stop = sought.end(at, words.stop, clauses)
        yield sought.ask(n, at, stop, places[n][0].start, "request", 0)


def bare_things(sought: Sought, sentences: list[int], others: bool) -> Iterator[Ask]:
    """Sentences that only name what is wanted: "Price and lead time, please"."""
    things = by_sentence(sought.prose, listed("thing", sought.language).find(sought.prose))
    please = _PLEASE[sought.language]
    for n in sentences:
        words = sought.prose.words_in(sought.prose.sentences[n])
        if n not in things or len(words) > LONGEST_THING:
            continue
        if things[n][0].start - words.start > 2 or n in sought.courtesies:
            continue
        polite = please in " ".join(sought.prose.folded[words.start : words.stop])
        sentence = sought.prose.sentences[n]
        item = (
            sought.prose.text[sentence.start] in "-*•–·"
            or sentence.of(sought.prose.text)[:1].isdigit()
        )
        verbless = not (
            _VERBS[sought.language] & set(sought.prose.folded[words.start : words.stop])
        )
        if polite or (
            verbless and (item or not others) and not sentence.of(sought.prose.text).endswith(",")
        ):
            yield sought.ask(n, words.start, words.stop, words.start, "thing", 0)
