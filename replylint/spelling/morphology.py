"""Words that no dictionary lists because the language makes them by rule.

Spanish verbs with pronouns and American vos, Catalan clitics, diminutives, English contractions.
`known` tells whether a plain word is in the dictionary. Sources: RAE, Ortografía 2010 (verbs with
enclitics follow the general rules of accents) and Nueva gramática 2009, 4.13 (voseo) and 9
(diminutives); IEC, Gramàtica 2016, 8 (clitics).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from replylint.text.expressions import expression

Known = Callable[[str], bool]

_ACUTE = str.maketrans("áéíóú", "aeiou")
_ACCENTED = dict(zip("aeiou", "áéíóú", strict=True))

_MARKED = {"a": "áà", "e": "éè", "i": "íï", "o": "óò", "u": "úü", "n": "ñ", "c": "ç"}

# Spanish

_CLITICS = ("me", "te", "se", "nos", "os", "lo", "la", "los", "las", "le", "les")
_SECOND_CLITICS = ("lo", "la", "los", "las", "le", "les", "me", "nos")
_SHORT_IMPERATIVES = frozenset(("da", "di", "ve", "haz", "pon", "ten", "ven", "sal", "dé", "den"))
_NUCLEUS = expression(r"[aeiouáéíóúü]+")
_DIMINUTIVE = expression(r"(.{3,})(?:it|ill)([oa]s?)$")
_LONG_DIMINUTIVE = expression(r"(.{2,}?)e?(?:cit|cill)[oa]s?$")
_SUPERLATIVE = expression(r"(.{3,})ísim[oa]s?$")
_PREFIX = {
    "es": expression(
        r"(?:re|pre|pos|post|auto|anti|super|sub|co|multi|micro|mini|macro|mega|tele|video|inter|"
        r"intra|extra|contra|semi|ex|vice|bio|foto|ciber|eco|geo|euro|hiper|infra|mono|poli|"
        r"ultra|electro|radio|medio|socio)(.{5,})$"
    ),
    "ca": expression(
        r"(?:re|pre|post|auto|anti|super|sub|co|multi|micro|mini|macro|mega|tele|vídeo|inter|"
        r"intra|extra|contra|semi|ex|vice|bio|foto|ciber|eco|geo|euro|hiper|infra|mono|poli|"
        r"ultra|electro|ràdio|socio)(.{5,})$"
    ),
    "en": expression(
        r"(?:re|pre|post|auto|anti|super|sub|co|multi|micro|mini|macro|mega|tele|inter|intra|"
        r"extra|counter|semi|ex|vice|bio|cyber|eco|geo|euro|hyper|infra|mono|poly|ultra|electro|"
        r"non|over|under|cross|self|mid|out|up)(.{5,})$"
    ),
}


def _stressed_last(word: str) -> str | None:
    """Put an accent on the last vowel: cafe → café."""
    last = re.search(r"[aeiou](?=[^aeiou]*$)", word)
    return word[: last.start()] + _ACCENTED[last.group()] + word[last.end() :] if last else None


def _stressed_before(verb: str) -> set[str]:
    """Put an accent on the last syllable but one, in each way that diphthongs allow."""
    nuclei = [(m.start(), m.group()) for m in _NUCLEUS.finditer(verb)]
    if len(nuclei) < 2 and not (nuclei and len(nuclei[0][1]) > 1):
        return set()
    out = set()
    start, group = nuclei[-2] if len(nuclei) > 1 else nuclei[0]
    last_start, last = nuclei[-1]
    places = [start + i for i in range(len(group)) if verb[start + i] in _ACCENTED]
    if len(last) > 1 and verb[last_start] in _ACCENTED:  # desea: two syllables in one group
        places.append(last_start)
    for place in places:
        if verb[place] in "iu" and len(group) > 1 and place < last_start:
            continue
        out.add(verb[:place] + _ACCENTED[verb[place]] + verb[place + 1 :])
    return out


def _one_clitic(rest: str, known: Known) -> bool:
    """Whether a verb may be written so before one pronoun."""
    if rest in _SHORT_IMPERATIVES:
        return True
    if rest.isascii():
        if rest.endswith(("ar", "er", "ir", "ad", "ed", "id")) and len(rest) > 3 and known(rest):
            return True
        return rest.endswith(("a", "e", "i")) and len(rest) > 2 and known(rest + "r")  # vos
    bare = rest.translate(_ACUTE)
    if rest.endswith(("ír", "í")):
        return known(rest) or known(rest + "r")
    if rest[-1] in "en" and known(rest):  # envíe, continúen
        return True
    return bare.endswith(("a", "e", "o", "n", "s", "i")) and (
        known(bare) and rest in _stressed_before(bare)
    )


def _two_clitics(rest: str, known: Known) -> bool:
    """Whether a verb may be written so before two pronouns: always with an accent."""
    if rest.isascii():
        return False
    bare = rest.translate(_ACUTE)
    if _stressed_last(bare) == rest:
        return bare in _SHORT_IMPERATIVES or (known(bare) and bare[-1] in "rd") or known(bare + "r")
    return known(bare) and rest in _stressed_before(bare)


def _with_enclitics(word: str, known: Known) -> bool:
    for last in _CLITICS:
        rest = word.removesuffix(last)
        if rest == word or len(rest) < 2:
            continue
        if _one_clitic(rest, known):
            return not (last[0] == "l" and word.isascii() and lacks_accent(word, known))
        if last == "os" and rest[-1] in "aeí" and known(rest + "d"):  # sentaos, reuníos
            return True
        if last in ("nos", "se") and rest.endswith("mo") and not rest.isascii():  # vámonos
            return known(rest.translate(_ACUTE) + "s")
        if last in _SECOND_CLITICS:
            for first in ("me", "te", "se", "nos", "os"):
                inner = rest.removesuffix(first)
                if inner != rest and len(inner) > 1 and _two_clitics(inner, known):
                    return True
    return False


def _voseo(word: str, known: Known) -> bool:
    """Forms of American vos: podés, activás, vení, activá, poné."""
    if word.endswith(("ás", "és")):
        return len(word) > 4 and known(word[:-1].translate(_ACUTE) + "r")
    if word.endswith(("á", "é", "í")):
        return len(word) > 3 and known(word.translate(_ACUTE) + "r")
    return False


def _spanish_diminutive(word: str, known: Known) -> bool:
    small = _DIMINUTIVE.match(word)
    if small:
        stem, ending = small.groups()
        for root in {stem, _hard(stem)}:
            if known(root + ending[0]) or known(root + ending) or known(root + "e") or known(root):
                return True
    small = _LONG_DIMINUTIVE.match(word)
    stems = (small.group(1), small.group(1) + "e") if small else ()
    return any(known(stem) or known(_stressed_last(stem) or "") for stem in stems)


def _hard(stem: str) -> str:
    """Write a stem as before a and o: poqu- → poc-, largu- → larg-, pedac- → pedaz-."""
    if stem.endswith("qu"):
        return stem[:-2] + "c"
    if stem.endswith("gu"):
        return stem[:-1]
    return stem[:-1] + "z" if stem.endswith("c") else stem


def _spanish(word: str, known: Known) -> bool:
    if _with_enclitics(word, known) or _voseo(word, known) or _spanish_diminutive(word, known):
        return True
    most = _SUPERLATIVE.match(word)
    if most:
        root = _hard(most.group(1))
        full = [root + end for end in ("o", "a", "e", "", "io")]
        return any(known(each) for each in full) or any(map(known, _stressed_before(root)))
    root = word.removesuffix("mente")
    return root != word and root[-1:] in "aelzr" and known(root) and not lacks_accent(root, known)


# Catalan

_ELIDED = expression(r"[dlmnst]'(.+)$")
_CATALAN_ENCLITIC = expression(r"(.{2,})'(?:m|t|l|ls|n|ns|s)$")
_CATALAN_DIMINUTIVE = expression(r"(.{2,})(et|eta|ets|etes)$")


_VALENCIAN_ACCENT = expression(r"(?!.*qué$).*(?:é|és|én|éixer|éncer)$")


def _catalan(word: str, known: Known) -> bool:
    if _VALENCIAN_ACCENT.match(word):  # interés, vosté, conéixer: AVL, beside interès
        return known(word.replace("é", "è"))
    elided = _ELIDED.match(word)
    if elided:
        return known(elided.group(1)) or _catalan(elided.group(1), known)
    verb = _CATALAN_ENCLITIC.match(word)
    if verb:
        return known(verb.group(1)) or known(verb.group(1) + "s")
    root = word.removesuffix("ment")
    if root != word and root.endswith("a") and known(root) and not lacks_accent(root, known):
        return True
    small = _CATALAN_DIMINUTIVE.match(word)
    if small:
        stem = small.group(1)
        soft = {"qu": "c", "gu": "g"}.get(stem[-2:])
        roots = [stem, stem[:-2] + soft] if soft else [stem]
        return any(known(root + end) for root in roots for end in ("", "a", "e", "o"))
    return False


# English

_CONTRACTED_WORDS = """
    don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't couldn't won't
    wouldn't shouldn't mustn't needn't mightn't shan't daren't oughtn't ain't i'm let's o'clock
    ma'am y'all 'em how're why'd
"""
CONTRACTIONS = frozenset(_CONTRACTED_WORDS.split())
_INFLECTED = expression(r"(.{5,}e)d$|(.{5,}[^sxzhyo])s$")
_CONTRACTED = expression(r"(.+)'(?:ll|ve|re|d|s)$")


def _english(word: str, known: Known) -> bool:
    if "'" in word:
        if word in CONTRACTIONS:
            return True
        base = _CONTRACTED.match(word)
        return base is not None and (known(base.group(1)) or base.group(1) == "i")
    inflected = _INFLECTED.match(word)  # integrations, redlined
    return (
        inflected is not None
        and known(inflected.group(1) or inflected.group(2))
        and word[-2:] != "ss"
    )


_RULES: dict[str, Callable[[str, Known], bool]] = {
    "en": _english,
    "es": _spanish,
    "ca": _catalan,
}


def derived(word: str, language: str, known: Known) -> bool:
    """Whether the rules of the language make this word, in small letters, from known ones."""
    return _RULES[language](word, known)


def prefixed(word: str, language: str, known: Known) -> bool:
    """Whether the word is a known one behind a prefix."""
    found = _PREFIX[language].match(word)
    return found is not None and known(found.group(1))


def lacks_accent(word: str, known: Known) -> bool:
    """Whether the word is a known one that has lost its only accent: exito, rapidamente."""
    return any(
        known(word[:i] + marked + word[i + 1 :])
        for i, letter in enumerate(word)
        for marked in _MARKED.get(letter, "")
    )
