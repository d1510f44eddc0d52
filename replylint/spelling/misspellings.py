"""The misspelt words of a draft, each sentence judged in its own language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replylint.model import LANGUAGES, Span
from replylint.spelling.dictionary import Dictionary, dictionary
from replylint.spelling.exempt import LONGEST, blanked, is_code, names, terms
from replylint.spelling.morphology import lacks_accent
from replylint.spelling.spoken import spoken
from replylint.spelling.suggestions import ranked
from replylint.text.expressions import expression
from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replylint.model import Exchange

SHORTEST = 3  # letters; below, nothing tells a slip from an abbreviation
# A suggestion's rank from which an unknown word is a slip rather than a rare word, by its length.
LIKELY = {3: 3.2, 4: 2.4, 5: 1.2}
LIKELY_LONG = 0.5
SLIGHT = 1.0  # the cost of a slip that people often make: a letter doubled, two swapped
LIKELY_NAME = 2.9  # the same, for a capital at the beginning of a sentence
NO_NAME = ("cion", "sion")  # Atencion al Cliente: no name ends so
_CAPITAL_ALWAYS = {
    "en": frozenset(
        """
        monday tuesday wednesday thursday friday saturday sunday january february april june july
        september october november december english spanish french german italian catalan european
        american british christmas easter
        """.split()  # noqa: SIM905
    ),
}
_VOWEL = expression(r"[aeiouyàèéíïòóúüá]", re.IGNORECASE)
_LOST_DOT = expression(r"(?<!\w)[^\W\d_]{1,15}l[.•∙⋅‧-]l[^\W\d_]{1,15}(?!\w)", re.IGNORECASE)


class Misspelling(NamedTuple):
    """A word at its place in the draft's text, the language it was judged in, what was meant."""

    span: Span
    word: str
    language: str
    suggestions: tuple[str, ...]
    confidence: float
    lost_accent: bool = False


def misspellings(exchange: Exchange) -> Iterator[Misspelling]:
    """Find the misspelt words of the draft's own text, signature left out."""
    main = exchange.language
    if main is None:
        return
    prose = exchange.draft.prose
    text = blanked(prose.text)
    excused, used = names(exchange), terms(exchange)
    for sentence in spoken(prose, main):
        known, words = dictionary(sentence.language), sentence.words
        if sentence.language == "ca":
            yield from _lost_dots(text, sentence.span, known)
        for n, span in enumerate(words):
            found = _judge(span, prose.text, known, excused, used)
            if found and (found.lost_accent or not _in_foreign_phrase(words, n, prose.text, known)):
                yield found


def _plain(text: str, span: Span) -> str:
    return text[span.start : span.end].replace("’", "'")


def _judge(
    span: Span, text: str, known: Dictionary, excused: frozenset[str], used: frozenset[str]
) -> Misspelling | None:
    word = _plain(text, span)
    if word in known or word.rstrip("'") in known:
        return None
    bare = word.removesuffix("'s")
    if (
        _abbreviated(bare)
        or _piece(text, span)
        or is_code(bare)
        or fold(bare) in excused
        or fold(word) in excused
    ):
        return None
    capital = not word.islower()
    lost = lacks_accent(word.lower(), known.lists)
    if capital and not _begins(text, span) and not (lost and word.endswith(NO_NAME)):
        return None
    if _hyphenated(text, span, known):
        return None
    if word.lower() in used and not (lost and not capital):
        return None
    if not capital and known.lists(word.capitalize()) and not lost:
        if word not in _CAPITAL_ALWAYS.get(known.language, ()):
            return None
        return Misspelling(span, word, known.language, (word.capitalize(),), 0.9)
    suggestions = ranked(word, known)
    if capital:  # a name, unless it is near a word that is none
        suggestions = tuple(each for each in suggestions if known.lists(each[0].lower()))
    if not suggestions:
        return None
    meant, score = suggestions[0]
    least = LIKELY.get(len(word), LIKELY_LONG)
    if capital:
        slight = (known.frequency(meant.lower()) or 0.0) - score <= SLIGHT
        if _listed(text, span) and not slight:
            return None
        least = max(least, LIKELY_NAME - SLIGHT if slight else LIKELY_NAME)
    if score < least:
        return None
    confidence = 0.95 if lost or score >= 3 else 0.9 if score >= 1.5 else 0.8
    return Misspelling(
        span, word, known.language, tuple(s for s, _ in suggestions), confidence, lost
    )


def _abbreviated(word: str) -> bool:
    """Whether nothing tells a slip from an abbreviation: two letters, or no vowel."""
    return len(word) < SHORTEST or (len(word) <= 4 and not _VOWEL.search(word))


def _piece(text: str, span: Span) -> bool:
    """Whether a word is a second ending (benvolgut/uda) or lost a letter in transit."""
    around = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return "\ufffd" in around or (around[0] == "/" and span.end - span.start <= 4)


def _begins(text: str, span: Span) -> bool:
    """Whether a capital is due to a sentence, a line or a label that begins."""
    before = text[max(0, span.start - 40) : span.start].rstrip(' \t¡¿(*_-–—•·"“«')
    return not before or before[-1] in ".!?:…\n"


def _listed(text: str, span: Span) -> bool:
    """Whether a word stands alone in its line or before another capital, as names do in lists."""
    after = text[span.end : span.end + 40].partition("\n")[0].lstrip(" ")
    return not after.strip(" .,;:") or after[0].isupper()


def _hyphenated(text: str, span: Span, known: Dictionary) -> bool:
    """Whether a word is a part of a compound that is right, or is cut at a line's end."""
    after, before = text[span.end : span.end + 2], text[max(0, span.start - 2) : span.start]
    if after in ("-\n", "­\n") or before == "-\n":
        return True
    if not (after[:1] == "-" and after[1:].isalpha()) and not (
        before[1:] == "-" and before[0] != " "
    ):
        return False
    start, end = span.start, span.end
    while (
        start > span.start - LONGEST
        and start
        and (text[start - 1].isalpha() or text[start - 1] in "-'’·")
    ):
        start -= 1
    while end < min(len(text), span.end + LONGEST) and (text[end].isalpha() or text[end] in "-'’·"):
        end += 1
    whole = text[start:end]
    return not whole.islower() or whole.replace("-", "") in known or span.end - span.start < 5


def _lost_dots(text: str, sentence: Span, known: Dictionary) -> Iterator[Misspelling]:
    """Catalan l·l written with another dot or a hyphen."""
    for found in _LOST_DOT.finditer(text, sentence.start, sentence.end):
        word = found.group()
        right = re.sub(r"(?i)(l)[.•∙⋅‧-](l)", r"\1·\2", word)
        if right in known and known.lists(right.lower()):
            yield Misspelling(Span(*found.span()), word, "ca", (right,), 0.95)


def _in_foreign_phrase(words: Sequence[Span], n: int, text: str, known: Dictionary) -> bool:
    """Whether this word and one beside it are both unknown here, and both of one other language."""
    for beside in (n - 1, n + 1):
        if not 0 <= beside < len(words):
            continue
        pair = [_plain(text, words[i]).lower() for i in (n, beside)]
        if pair[1] in known:
            continue
        if any(
            language != known.language and all(dictionary(language).lists(each) for each in pair)
            for language in LANGUAGES
        ):
            return True
    return False
