"""Imperatives of Spanish and Catalan infinitives, for tú, usted, ustedes, vosotros, vos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPANISH = {
    "hacer": "haz haga hagan hace haced",
    "poner": "pon ponga pongan pone poned",
    "ir": "ve vaya vayan id anda vete",
    "salir": "sal salga salgan sali salid",
    "tener": "ten tenga tengan tene tened",
    "traer": "trae traiga traigan traed",
    "introducir": "introduce introduzca introduzcan introducid introduci",
    "dar": "da de den dad",
    "mantener": "manten mantenga mantengan mantene mantened",
    "decir": "di diga digan deci decid",
}
_CATALAN = {
    "fer": "fes faci feu facin faça",
    "anar": "ves vagi aneu vagin",
    "encendre": "encen encengui enceneu encenga",
    "escriure": "escriu escrigui escriviu escriga",
    "treure": "treu tregui traieu traga trau",
    "prendre": "pren prengui preneu prenga",
    "empenyer": "empeny empenyi empenyeu",
    "sortir": "surt surti sortiu",
    "escollir": "escull esculli escolliu trie",
    "collir": "cull culli colliu",
    "recollir": "recull reculli recolliu",
    "tenir": "tingues tingui tingueu",
    "dur": "dus dugui dueu",
    "mantenir": "mantingues mantingui manteniu",
    "obrir": "obre obri obriu obriga",
    "premer": "prem premi premeu premeu",
    "trametre": "tramet trameti trameteu",
    "estendre": "esten estengui esteneu",
}


def imperatives(infinitive: str, language: str) -> frozenset[str]:
    """Folded forms; some that no verb has, which no text will hold either."""
    verb = fold(infinitive)
    irregular = (_SPANISH if language == "es" else _CATALAN).get(verb)
    if irregular:
        return frozenset(irregular.split())
    forms = _spanish(verb) if language == "es" else _catalan(verb)
    return frozenset(forms)


def _spanish(verb: str) -> Iterator[str]:
    stem, ending = verb[:-2], verb[-2:]
    for root in (stem, *_changed(stem)):
        if ending == "ar":
            soft = _respelt(root, {"c": "qu", "g": "gu", "z": "c"})
            yield from (root + "a", soft + "e", soft + "en", stem + "ad")
        else:
            soft = _respelt(root, {"gu": "g", "g": "j", "qu": "c"})
            if root.endswith("ec"):
                soft = root[:-1] + "zc"
            yield from (
                root + "e",
                soft + "a",
                soft + "an",
                stem + ending[0] + "d",
                stem + ending[0],
            )


def _changed(stem: str) -> Iterator[str]:
    """Stems whose last vowel changes under stress: cerrar cierra, soltar suelta, elegir elige."""
    for at in range(len(stem) - 1, -1, -1):
        if stem[at] in "aeiou":
            for change in {"e": ("ie", "i"), "o": ("ue",), "u": ("ue",)}.get(stem[at], ()):
                yield stem[:at] + change + stem[at + 1 :]
            return


def _respelt(stem: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        if stem.endswith(old):
            return stem[: -len(old)] + new
    return stem


def _catalan(verb: str) -> Iterator[str]:
    if verb.endswith("ar"):
        stem = verb[:-2]
        soft = _respelt(stem, {"qu": "qu", "c": "qu", "gu": "gu", "g": "gu", "j": "g"})
        yield from (stem + "a", soft + "i", soft + "in", soft + "eu", soft + "e")
        yield stem + "eu"  # ç folds to c and stays soft: començar, comenceu
        yield stem + "i"
        yield stem + "au"  # Balearic
    elif verb.endswith("ir"):
        stem = verb[:-2]
        yield from (stem + "eix", stem + "eixi", stem + "iu", stem + "isca", stem + "e", stem + "i")
    else:
        stem = verb[:-2]
        yield from (stem, stem + "i", stem + "eu")
