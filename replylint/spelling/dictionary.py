"""The words of a language, memory-mapped: in it or not, and what else might have been meant."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.spelling.morphology import derived, lacks_accent, prefixed

if TYPE_CHECKING:
    from marisa_trie import BytesTrie, Trie

FOLDER = Path(__file__).parents[1] / "data" / "words"
_NEVER = b"\0"  # the frequency of a word that is right but not to be suggested
_COMMON = 2.5  # Zipf: about one word in three million
_REMEMBERED = 50_000  # verdicts on words, in a process that lints many drafts
_UNSTRESSED = ("ame", "eme", "ime", "ate", "ete", "anos", "ale", "ele")  # contestame


class Dictionary:
    """The words of one language, "en", "es" or "ca"; `word in dictionary` tells if one is right.

    A capital is right in any word; small letters are not in a name that only exists with one.
    English is right in its American and its British spelling, Catalan in its general, Balearic and
    Valencian forms, Spanish with tú and with vos. Data and licences: `replylint/data/words`.
    """

    __slots__ = ("_frequencies", "_judged", "_trie", "language")

    def __init__(self, language: str) -> None:
        from marisa_trie import Trie

        self.language = language
        self._trie: Trie = Trie().mmap(str(FOLDER / f"{language}.marisa"))
        self._frequencies: BytesTrie | None = None
        self._judged: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        found = self._judged.get(word)
        if found is None:
            if len(self._judged) >= _REMEMBERED:
                self._judged.clear()
            found = self._judged[word] = self._judge(word)
        return found

    def _judge(self, word: str) -> bool:
        if word in self._trie:
            return True
        if not word.islower():
            lower = word.lower()
            if lower in self._trie or (word.isupper() and word.capitalize() in self._trie):
                return True
            word = lower
        return self._made_by_rule(word)

    def _made_by_rule(self, word: str) -> bool:
        word = word.replace("’", "'").replace("ŀ", "l·")
        if "-" in word:
            return all(part in self for part in word.split("-") if part)
        if word in self._trie:
            return True
        known, language = self._trie.__contains__, self.language
        if derived(word, language, known):
            return word.endswith(_UNSTRESSED) or not word.isascii() or not lacks_accent(word, known)
        return prefixed(word, language, known) and not self._near_common(word)

    def _near_common(self, word: str) -> bool:
        """Whether one slip away from the word there is a common one: cofirming, confirming."""
        from replylint.spelling.suggestions import edits

        return any(
            (self.frequency(near) or 0) >= _COMMON
            for near, _ in edits(word, self.language)
            if near in self._trie
        )

    def lists(self, word: str) -> bool:
        """Whether the word itself is listed, without rules of case or morphology."""
        return word in self._trie

    @property
    def frequencies(self) -> BytesTrie:
        """Listed words of some frequency → one byte, the Zipf frequency (0 to 8) times 20."""
        if self._frequencies is None:
            from marisa_trie import BytesTrie

            path = FOLDER / f"{self.language}.frequencies.marisa"
            self._frequencies = BytesTrie().mmap(str(path))
        return self._frequencies

    def frequency(self, word: str) -> float | None:
        """How frequent a word is on the Zipf scale, 0 to 8; None for one never to be suggested."""
        found = self.frequencies.get(word)
        if not found:
            return 0.0
        return None if found[0] == _NEVER else found[0][0] / 20

    def suggest(self, word: str) -> tuple[str, ...]:
        """Up to three words that may have been meant, the likeliest first, cased as the word is."""
        from replylint.spelling.suggestions import suggest

        return suggest(word, self)


@lru_cache(maxsize=3)
def dictionary(language: str) -> Dictionary:
    """Open the dictionary of a language, once a process."""
    return Dictionary(language)
