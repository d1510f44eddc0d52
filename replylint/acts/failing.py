"""Where grammar tells that the reader failed at something: you did not read, debió leer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.acts.scope import word_set
from replylint.model import Language, Span
from replylint.rulebook import shared
from replylint.text.lemmas import lemma
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.text.prose import Prose

_YOU = {
    "es": word_set("usted ustedes tu vos vosotros vosotras ud uds vd vds"),
    "ca": frozenset(["voste", "vostes", "tu", "vos", "vosaltres"]),
}
_CLITICS = word_set(
    "me te se le les lo la los las nos os li els ho hi us ens et em vos m' t' s' n' l' en ne es"
)
_NOT = word_set("no nunca jamas tampoco ni mai tampoc")
# Second person beyond doubt, and the forms that courtesy shares with he and she.
_HAVE_YOU = word_set("has habeis habias habiais heu havies havieu vas vau vares vareu")
_HAVE_THEY = word_set("ha han habia habian havia havien va van")
_THIRD = word_set("dijo hizo trajo puso supo dio quiso vino tuvo anduvo pudo")
_LEAD = word_set(
    "y i pero pues ademas a mes sin embargo tanmateix sino que porque perque ya "
    "lamentablemente lamentablement"
)
_PARTICIPLES: dict[Language, dict[str, tuple[str, ...]]] = {
    "es": {"ado": ("ar",), "ido": ("er", "ir"), "ído": ("er", "ir")},
    "ca": {"at": ("ar",), "it": ("ir",), "ut": ("er", "re")},
}
_PENDING = frozenset(["aun", "todavia", "encara"])
_THAT = word_set(
    "ya ja puesto dado por per es de veo vemos veiem veig parece sembla sino asi claro vist "
    "atès ates culpa"
)
WISHED = {
    "es": word_set("hubiera hubieras hubieran hubierais hubiese hubieses hubiesen hubieseis"),
    "ca": word_set("hagues haguessis haguessiu haguessin hagueres haguereu haguera hagueren"),
}
_HAD_TO = {
    "es": word_set(
        "deberia deberias deberian deberiais debio debiste debieron debisteis debia debias "
        "debian tendria tendrias tendrian tenia tenias tenian teniais podria podrias podia "
        "podias podian"
    ),
    "ca": word_set(
        "hauria hauries haurien haurieu havia havies havien havieu podia podies podieu podria "
        "podries podrieu calia"
    ),
}  # fmt: skip
_ENGLISH_NOT = word_set("didn't haven't hadn't never not")
_DUTY = word_set("should could might ought must should've could've")
_PERFECT = word_set("have should've could've")
_DONE = word_set("did didn't have haven't had hadn't should've could've")
_UNDECIDED = word_set("yet still")
_OPENERS = word_set(
    "and but as since because that if though although so when while or nor however also fact had "
    "only note see then where what how why again before after until once unless yes no well sorry"
)
_BEFORE_VERB = (
    _ENGLISH_NOT | _DUTY | _PERFECT | _DONE | _UNDECIDED
    | word_set(
        "also even simply just clearly obviously actually evidently apparently has do properly "
        "fully carefully again ever only bother bothered to first correctly really either at all "
        "been"
    )
)  # fmt: skip
_IF_NOT = word_set("si no se nos lo me s' ho ens em")
_UNCHANGED = word_set("left put read set cut")  # past forms that are dictionary forms too
_FAR = 7  # words after the verb among which its "wrong" may stand


@lru_cache(maxsize=8)
def _verbs(name: str, language: Language) -> frozenset[str]:
    return frozenset(shared("blame")[name][language].split())


def english(prose: Prose) -> Iterator[Span]:
    """You and what was not done, was forgotten, should have been done or was done wrong."""
    wrong = phrases(shared("blame")["wrong"]["en"]).find(prose)
    for subject in ("you", "you've", "you'd"):
        for at in prose.where.get(subject, ()):
            if not _relative(prose, at):
                yield from _after_you(prose, at, wrong)


def _after_you(prose: Prose, at: int, wrong: list[Span]) -> Iterator[Span]:
    words, sentence = prose.folded, prose.sentence_of[at]
    verb = at + 1
    while verb < len(words) and prose.sentence_of[verb] == sentence and words[verb] in _BEFORE_VERB:
        verb += 1
    if verb >= len(words) or prose.sentence_of[verb] != sentence:
        return
    between = words[at + 1 : verb]
    action = lemma(prose.words[verb].of(prose.text), "en")
    done = (
        words[verb] != action
        or words[verb] in _UNCHANGED
        or words[at] != "you"
        or bool(_DONE.intersection(between))
    )
    # "You do not write" is a habit, "not yet" only pending.
    negated = bool(_ENGLISH_NOT.intersection(between)) and done and "do" not in between
    passive = "been" in between and not words[verb].endswith("ing")
    duty = bool(_DUTY.intersection(between)) and bool(_PERFECT.intersection(between))
    wished = _after_if(prose, at) and ("had" in between or words[at] == "you'd")
    wished = wished or (at > 0 and words[at - 1] == "had")
    if passive or _UNDECIDED.intersection(between) or (_DUTY.intersection(between) and not duty):
        return
    blamed = (negated or duty or wished) and action in _verbs("ought", "en")
    if blamed or (done and not negated and action in _verbs("fails", "en")):
        yield Span(prose.words[at].start, prose.words[verb].end)
    elif done and not negated:
        yield from _spoilt(prose, at, verb, wrong)


def _relative(prose: Prose, at: int) -> bool:
    """Whether "you" opens a relative clause without that: electricity you never used."""
    if at == 0 or prose.sentence_of[at - 1] != prose.sentence_of[at]:
        return False
    gap = prose.text[prose.words[at - 1].end : prose.words[at].start]
    return (
        not gap.strip()
        and prose.folded[at - 1] not in _OPENERS
        and not prose.folded[at - 1].endswith("ly")
    )


def _after_if(prose: Prose, at: int) -> bool:
    return at > 0 and prose.folded[at - 1] in ("if", "only", "had")


def _spoilt(prose: Prose, at: int, verb: int, wrong: list[Span]) -> Iterator[Span]:
    last = min(verb + _FAR, len(prose.words) - 1)
    start, end = prose.words[verb].end, prose.words[last].end
    for span in wrong:
        if start < span.start <= end and prose.sentence_at(span.start) == prose.sentence_at(
            prose.words[at].start
        ):
            if not any(mark in prose.text[start : span.start] for mark in ".;:!?(\n"):
                yield Span(prose.words[at].start, span.end)
            return


def romance(prose: Prose, language: Language) -> Iterator[Span]:
    """The same in Spanish and Catalan, where the verb tells the person."""
    words, wrong = prose.folded, phrases(shared("blame")["wrong"][language]).find(prose)
    ought, fails = _verbs("ought", language), _verbs("fails", language)
    for at, word in enumerate(words):
        if word in WISHED[language] or word in _HAD_TO[language]:
            span = _duty(prose, at, ought, language)
            if span is not None and _addressed(
                prose, at, word[-1] in "su" or word.endswith("is"), language
            ):
                yield span
            continue
        group = _past(prose, at, language)
        if group is None:
            continue
        verb, second = group
        start = at
        while (
            start > 0
            and words[start - 1] in _CLITICS
            and prose.sentence_of[start - 1] == prose.sentence_of[at]
        ):
            start -= 1
        negated = (
            start > 0
            and words[start - 1] in _NOT
            and prose.sentence_of[start - 1] == prose.sentence_of[at]
        )
        start -= negated
        if _aside(prose, start):
            continue
        if not _addressed(prose, start, second, language):
            continue
        actions = _dictionary(prose.words[verb].of(prose.text), language)
        if actions & (ought if negated else fails):
            yield Span(prose.words[start].start, prose.words[verb].end)
        elif not negated:
            yield from _spoilt(prose, start, verb, wrong)


def _aside(prose: Prose, at: int) -> bool:
    """Whether a verb is in a relative clause (la luz que no has usado) or pending (aún no ha…)."""
    words = prose.folded
    if at == 0 or prose.sentence_of[at - 1] != prose.sentence_of[at]:
        return False
    if words[at - 1] in _PENDING:
        return True
    return words[at - 1] == "que" and (at < 2 or words[at - 2] not in _THAT)


def _past(prose: Prose, at: int, language: Language) -> tuple[int, bool] | None:
    """The verb of a past form that begins at a word, and whether it is surely second person."""
    word, words = prose.folded[at], prose.folded
    if word in _HAVE_YOU or word in _HAVE_THEY:
        verb = at + 1
        while verb < len(words) and (
            words[verb] in _CLITICS
            or words[verb] in ("ni", "siquiera", "ni", "tan", "sols", "usted", "voste")
        ):
            verb += 1
        if verb < len(words) and prose.sentence_of[verb] == prose.sentence_of[at]:
            return verb, word in _HAVE_YOU
        return None
    if language != "es" or len(word) < 4:
        return None
    if word.endswith(("aste", "iste", "asteis", "isteis")):
        return at, True
    if (
        word in _THIRD
        or word.endswith(("aron", "ieron", "eron"))
        or prose.words[at].of(prose.text)[-1] == "ó"
    ):
        return at, False
    return None


def _duty(prose: Prose, at: int, ought: frozenset[str], language: Language) -> Span | None:
    """Debería usted haber leído, si hubiera avisado: what would have been the customer's part."""
    words, wished = prose.folded, prose.folded[at] in WISHED[language]
    if wished and not any(w == "si" for w in words[max(0, at - 5) : at]):
        return None
    have = wished
    for i in range(at + 1, min(at + 7, len(words))):
        if prose.sentence_of[i] != prose.sentence_of[at]:
            return None
        if words[i].startswith(("haber", "haver")):
            have = True
        elif (
            have
            and words[i] not in _CLITICS
            and ought & _dictionary(prose.words[i].of(prose.text), language)
        ):
            return Span(prose.words[at].start, prose.words[i].end)
    return None


def _dictionary(word: str, language: Language) -> frozenset[str]:
    """The infinitives that a form may belong to; a participle shows its own."""
    found = [lemma(word, language)]
    for ending, infinitives in _PARTICIPLES[language].items():
        if word.endswith(ending):
            found += [word[: -len(ending)] + infinitive for infinitive in infinitives]
    return frozenset(found)


def _addressed(prose: Prose, at: int, second: bool, language: Language) -> bool:
    """Whether the customer is the subject: by form, by "usted", or as nobody is named."""
    if second:
        return True
    words, sentence = prose.folded, prose.sentence_of[at]
    if words[at] in WISHED[language] and at and words[at - 1] in _IF_NOT:
        return True
    for i in range(max(0, at - 4), min(at + 3, len(words))):
        # In Spanish "tu" without its accent is a possessive.
        yours = words[i] == "tu" and language == "es" and prose.words[i].of(prose.text)[-1] != "ú"
        if prose.sentence_of[i] == sentence and words[i] in _YOU[language] and not yours:
            return True
    first = at
    while (
        first > 0
        and prose.sentence_of[first - 1] == sentence
        and words[first - 1] in _LEAD | _CLITICS | _NOT | {"si"}
    ):
        first -= 1
    return first == 0 or prose.sentence_of[first - 1] != sentence
