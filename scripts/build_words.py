"""Builds the word tries and frequency tables of replylint/data/words.

    pip install wordfreq simplemma && python -m scripts.build_words

Words come from the Hunspell dictionaries that npm carries (fetched by `npm pack`), every affix
expanded except those that write a clitic with an apostrophe or a hyphen, which
`replylint.spelling.dictionary` strips when it looks a word up; those of scripts/accepted come on
top, and for English and Spanish the words that simplemma lists, that are in use (wordfreq) and that
no common word lies near, so that they are no misspelling. Frequencies come from wordfreq. What
each licence asks is in replylint/data/words/LICENSES.md.
"""

from __future__ import annotations

import re
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie

from replylint.spelling.morphology import lacks_accent
from replylint.spelling.suggestions import edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORDS = Path(__file__).parents[1] / "replylint" / "data" / "words"
ACCEPTED = Path(__file__).parent / "accepted"
PACKAGES = {
    "en": ("dictionary-en", "dictionary-en-gb"),
    "es": ("dictionary-es",),
    "ca": ("dictionary-ca",),
}
RARE = 1.0  # Zipf frequency below which a word's is not kept
EXTENDED = ("en", "es")  # simplemma's Catalan list holds Spanish words
IN_USE = 2.0  # Zipf frequency, one in ten million
COMMONER = 0.7  # on the same scale: five times as common
NOT_KEPT = re.compile(r"['’\-. 1-9]")

Flags = frozenset[str]


class Affix:
    """One line of an affix file: what to strip, what to add, where, and the flags it brings."""

    __slots__ = ("add", "cross", "flags", "pattern", "strip", "suffix")

    def __init__(
        self, suffix: bool, cross: bool, strip: str, add: str, condition: str, flags: str
    ) -> None:
        self.suffix, self.cross, self.flags = suffix, cross, flags
        self.strip = "" if strip == "0" else strip
        self.add = "" if add == "0" else add
        body = "" if condition == "." else condition
        self.pattern = re.compile(f"{body}$" if suffix else body)

    def apply(self, word: str) -> str | None:
        """Give the word with this affix, or None where it does not take it."""
        if self.suffix:
            if word.endswith(self.strip) and self.pattern.search(word):
                return word[: len(word) - len(self.strip)] + self.add
        elif word.startswith(self.strip) and self.pattern.match(word):
            return self.add + word[len(self.strip) :]
        return None


class Lexicon:
    """A Hunspell dictionary."""

    def __init__(self, folder: Path) -> None:
        self.flag_size = 1
        self.affixes: dict[str, list[Affix]] = {}
        self.special: dict[str, str] = {}
        self._read_affixes(folder / "index.aff")
        self.lines = (folder / "index.dic").read_text("utf-8").splitlines()[1:]

    def _read_affixes(self, path: Path) -> None:
        cross: dict[str, bool] = {}
        for line in path.read_text("utf-8").splitlines():
            match line.split():
                case ["FLAG", kind]:
                    self.flag_size = 2 if kind == "long" else 1
                case [("PFX" | "SFX"), flag, ("Y" | "N") as yes, count] if count.isdigit():
                    cross[flag] = yes == "Y"
                case [("PFX" | "SFX") as kind, flag, strip, add, *condition]:
                    add, _, more = add.partition("/")
                    if NOT_KEPT.search(add):
                        continue
                    where = condition[0] if condition else "."
                    affix = Affix(kind == "SFX", cross[flag], strip, add, where, more)
                    self.affixes.setdefault(flag, []).append(affix)
                case [("FORBIDDENWORD" | "ONLYINCOMPOUND" | "NOSUGGEST") as name, flag]:
                    self.special[name] = flag

    def _flags(self, text: str) -> list[str]:
        return [text[i : i + self.flag_size] for i in range(0, len(text), self.flag_size)]

    def forms(self) -> Iterator[tuple[str, bool]]:
        """Every form that is allowed, and whether it may be suggested."""
        entries = [(word.strip(), self._flags(tail)) for word, tail in self._entries()]
        special = self.special.get
        forbidden = {word for word, flags in entries if special("FORBIDDENWORD") in flags}
        for word, flags in entries:
            if not word or NOT_KEPT.search(word) or special("ONLYINCOMPOUND") in flags:
                continue
            for form in self._inflected(word, flags):
                if form not in forbidden:
                    yield form, special("NOSUGGEST") not in flags

    def _entries(self) -> Iterator[tuple[str, str]]:
        for line in self.lines:
            word, _, tail = line.partition("/")
            yield word, tail.partition("\t")[0].strip()

    def _inflected(self, word: str, flags: Iterable[str], depth: int = 0) -> Iterator[str]:
        yield word
        affixes = [affix for flag in flags for affix in self.affixes.get(flag, ())]
        prefixes = [affix for affix in affixes if not affix.suffix]
        for prefix in prefixes:
            if form := prefix.apply(word):
                yield form
        for suffix in affixes:
            if not suffix.suffix or not (form := suffix.apply(word)):
                continue
            more = self._flags(suffix.flags) if depth == 0 else []
            for longer in self._inflected(form, more, depth + 1):
                yield longer
                if suffix.cross:
                    yield from filter(None, (p.apply(longer) for p in prefixes if p.cross))


def fetched(package: str, into: Path) -> Path:
    """Fetch a package of npm and give its folder."""
    run = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=into, check=True, capture_output=True, text=True
    )
    archive = into / run.stdout.split()[-1]
    folder = into / package
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def accepted(language: str) -> Iterator[str]:
    """Loans, trade words and newer words that the dictionary lacks, one or more a line."""
    for line in (ACCEPTED / f"{language}.txt").read_text("utf-8").splitlines():
        if not line.startswith("# "):
            yield from (word for word in line.split() if not NOT_KEPT.search(word))


def in_use(language: str, words: dict[str, bool]) -> Iterator[str]:
    """Words that another lexicon lists, in use, and unlike any word that is much commoner."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
    from wordfreq import get_frequency_dict, zipf_frequency

    listed = DefaultDictionaryFactory().get_dictionary(language)
    for word in get_frequency_dict(language, "large"):
        zipf = zipf_frequency(word, language)
        if zipf < IN_USE or len(word) < 4 or not word.isalpha() or word in words:
            continue
        if listed.get(word) is None or word.capitalize() in words:
            continue
        if not lacks_accent(word, words.__contains__) and not any(
            near in words and zipf_frequency(near, language) > zipf + COMMONER
            for near, _ in edits(word, language)
        ):
            yield word


def frequencies(language: str, words: dict[str, bool]) -> marisa_trie.BytesTrie:
    """Look up how frequent each word is: Zipf value × 20; 0 for a word never to be suggested."""
    from wordfreq import get_frequency_dict, zipf_frequency

    ranks: dict[str, int] = {}
    for word in get_frequency_dict(language, "large"):
        zipf = zipf_frequency(word, language)
        if zipf < RARE:
            continue
        for form in (word, word.capitalize(), word.upper()):
            if form in words:
                ranks[form] = round(zipf * 20)
    ranks |= {word: 0 for word, suggested in words.items() if not suggested}
    return marisa_trie.BytesTrie(
        ((word, bytes([rank])) for word, rank in ranks.items()), order=marisa_trie.LABEL_ORDER
    )


def main() -> None:
    WORDS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        for language, packages in PACKAGES.items():
            words: dict[str, bool] = {}
            for package in packages:
                folder = fetched(package, Path(temporary))
                licence = (folder / "license").read_text("utf-8")
                (WORDS / f"LICENSE.{package}.txt").write_text(licence, "utf-8")
                for form, suggested in Lexicon(folder).forms():
                    words[form] = suggested and words.get(form, True)
            words |= dict.fromkeys(accepted(language), True)
            if language in EXTENDED:
                words |= dict.fromkeys([*in_use(language, words)], True)
            trie = marisa_trie.Trie(words, order=marisa_trie.LABEL_ORDER)
            trie.save(str(WORDS / f"{language}.marisa"))
            ranks = frequencies(language, words)
            ranks.save(str(WORDS / f"{language}.frequencies.marisa"))
            print(f"{language}: {len(trie)} forms, {len(ranks)} frequencies")


if __name__ == "__main__":
    main()
