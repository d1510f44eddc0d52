"""Builds the lemma tables of replylint/data/lemmas from the package simplemma (MIT).

    pip install simplemma && python -m scripts.build_lemmas

Each table maps a form to how its lemma is made: a byte that says how many letters to drop, then
what to add. A form that is its own lemma is left out, unless a clitic could be taken for its end
(Spanish "parte" is not "par" and "te"). A form typed without its accents is added where that is no
other word.
"""

from __future__ import annotations

import shutil
from importlib.metadata import files
from pathlib import Path

import marisa_trie
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from replylint.text.lemmas import ENCLITICS
from replylint.text.prose import fold

LEMMAS = Path(__file__).parents[1] / "replylint" / "data" / "lemmas"


def recipe(form: str, lemma: str) -> bytes:
    """Say how the lemma is made: how many letters to drop, then those to add in UTF-8."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return bytes([len(form) - same]) + lemma[same:].encode()


def keep(form: str, lemma: str, language: str) -> bool:
    return form != lemma or (language == "es" and form.endswith(ENCLITICS))


def table(language: str) -> marisa_trie.BytesTrie:
    known: dict[str, str] = {}
    for form, lemma in sorted(DefaultDictionaryFactory().get_dictionary(language).items()):
        if any(not (c.isalpha() or c in "'·") for c in form + lemma) or len(form) > 40:
            continue
        if form[0].islower() or form.lower() not in known:
            known[form.lower()] = lemma.lower()
    plain: dict[str, str] = {}
    for form, lemma in known.items():
        bare = fold(form)
        if bare not in known and bare not in plain:
            plain[bare] = lemma
    known |= plain
    return marisa_trie.BytesTrie(
        (
            (form, recipe(form, lemma))
            for form, lemma in known.items()
            if keep(form, lemma, language)
        ),
        order=marisa_trie.LABEL_ORDER,
    )


def main() -> None:
    LEMMAS.mkdir(parents=True, exist_ok=True)
    for language in ("en", "es", "ca"):
        built = table(language)
        path = LEMMAS / f"{language}.marisa"
        built.save(str(path))
        print(f"{language}: {len(built)} forms, {path.stat().st_size / 1e6:.2f} MB")
    licence = next(f for f in files("simplemma") or () if f.name == "LICENSE")
    shutil.copyfile(str(licence.locate()), LEMMAS / "LICENSE.simplemma.txt")


if __name__ == "__main__":
    main()
