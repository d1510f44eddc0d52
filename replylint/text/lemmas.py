"""Dictionary forms of words: habitaciones → habitación, enviarme → enviar."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.text.expressions import expression

if TYPE_CHECKING:
    from marisa_trie import BytesTrie

ENCLITICS = ("me", "te", "se", "le", "les", "lo", "la", "los", "las", "nos", "os")
"""Spanish pronouns that are written as one word with the verb before them."""

_FOLDER = Path(__file__).parents[1] / "data" / "lemmas"
_ELISION = expression(r"[dlmnst]'(?=\w)")
_ACUTE = str.maketrans("áéíóú", "aeiou")


@lru_cache(maxsize=3)
def _table(language: str) -> BytesTrie:
    from marisa_trie import BytesTrie

    return BytesTrie().mmap(str(_FOLDER / f"{language}.marisa"))


def _known(word: str, language: str) -> str | None:
    recipes = _table(language).get(word)
    if not recipes:
        return None
    drop = recipes[0][0]
    return str(word[: len(word) - drop] + recipes[0][1:].decode())


def known(word: str, language: str) -> bool:
    """Whether the table of a language holds a form."""
    return language in ("en", "es", "ca") and _known(word.lower(), language) is not None


@lru_cache(maxsize=16_384)
def lemma(word: str, language: str) -> str:
    """Find the lemma of an English, Spanish or Catalan word; the word itself where none is known.

    `language` is an ISO 639-1 code; in any other than these three a word is its own lemma. The
    lemma is in lower case. A word typed without its accents finds its lemma too. Tables are
    memory-mapped when first used. Source: simplemma (see `scripts/build_lemmas.py`).
    """
    word = word.lower().replace("’", "'")
    if language not in ("en", "es", "ca"):
        return word
    found = _known(word, language)
    if found is not None:
        return found
    if language == "es":
        return _without_enclitics(word) or word
    if language == "ca":
        stem = _ELISION.sub("", word, count=1).partition("-")[0]
        return (_known(stem, language) or stem) if stem else word
    stem = word.removesuffix("'s")
    return _known(stem, language) or stem


def _without_enclitics(word: str) -> str | None:
    """Find the infinitive of a Spanish verb that carries pronouns: díganoslo → decir."""
    for clitic in ENCLITICS:
        rest = word.removesuffix(clitic)
        if rest == word or len(rest) < 2:
            continue
        bare = rest.translate(_ACUTE)
        if bare.endswith(("ar", "er", "ir")) and _is_infinitive(bare):
            return bare
        found = _known(rest, "es") or _known(bare, "es")
        if found and found.endswith(("ar", "er", "ir", "ír")) and found != bare:
            return found
        inner = _without_enclitics(rest) if rest.endswith(ENCLITICS) else None
        if inner:
            return inner
    return None


def _is_infinitive(word: str) -> bool:
    """Whether a word that ends like an infinitive is one: its imperfect, always regular, tells."""
    past = word[:-2] + ("aba" if word.endswith("ar") else "ía")
    return word in ("ir", "ser", "ver") or _known(past, "es") == word
