"""Whether a question begins at a word of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.questions.grammar import word_set

if TYPE_CHECKING:
    from replylint.questions.grammar import Grammar
    from replylint.text.prose import Prose

_HOW_MUCH = word_set("much many long far often soon big large late early old")
_PLEASE = word_set("pls plz kindly please")
_NO_REQUEST = word_set("find see note accept excuse forgive be bear let the a my me us it and or")
LONGEST_LEAD = 6  # words before the question itself that still only lead to it


class Opening:
    """The words of one text, asked of each whether a question begins there."""

    def __init__(self, prose: Prose, language: str, grammar: Grammar) -> None:
        self.prose, self.language, self.grammar = prose, language, grammar

    def skip_links(self, at: int, stop: int) -> int:
        j, folded = at, self.prose.folded
        while j < stop - 1 and j - at < LONGEST_LEAD and folded[j] in self.grammar.lead:
            j += 1
        return j

    def requests_at(self, j: int) -> bool:
        """Whether "please" stands before a word that may be a verb."""
        folded = self.prose.folded
        return folded[j] in _PLEASE and j + 1 < len(folded) and folded[j + 1] not in _NO_REQUEST

    def asks_at(self, j: int, *, loose: bool) -> bool:
        """Whether a question begins at a word. Loosely: where a question mark already says that
        one does.
        """
        folded, words = self.prose.folded, self.prose.words
        g, stop = self.grammar, len(folded)
        j = self.skip_links(j, stop)
        k = j
        while k < stop - 1 and k < j + 2 and folded[k] in g.preposition:
            k += 1
        if k >= stop:
            return False
        word = folded[k]
        after = folded[k + 1 : k + 4]
        if self.language == "en":
            if word in g.interrogative and k + 1 < stop:
                if word == "how" and after and after[0] in _HOW_MUCH:
                    return True
                relative = (
                    word in ("who", "which", "where", "when")
                    and not loose
                    and k == j
                    and not self._sentence_start(k)
                )
                near = after[:1] if relative else after
                if relative and word in ("who", "which"):
                    return False
                if "'" in word or any(a in g.first for a in near):
                    return True
                return (
                    loose
                    and word in ("what", "why", "how", "which", "when", "where")
                    and k == j
                    and len(after) > 1
                    and self._after_break(k)
                )
            if word in g.first and after:
                if word in ("have", "do", "had", "am", "may", "might", "must"):
                    return after[0] in (
                        "i",
                        "you",
                        "ye",
                        "we",
                        "they",
                        "u",
                        "he",
                        "she",
                        "it",
                        "people",
                        "any",
                    )
                return after[0] in g.subject or loose or (k == j and self._sentence_start(k))
            return False
        if word in g.interrogative:
            original = words[k].of(self.prose.text).lower()
            accented = not original.isascii()
            if loose:
                return (
                    accented
                    or word not in ("que", "como", "com", "on", "quan", "cuando", "donde")
                    or (bool(after) and k > j)
                    or self._after_break(k)
                )
            if self.language == "es":
                return accented or word in (
                    "cuanto",
                    "cuantos",
                    "cuantas",
                    "cuanta",
                    "cual",
                    "cuales",
                )
            return (
                word in ("quin", "quina", "quins", "quines", "quant", "quants", "quantes")
                or original == "què"
            )
        if word in g.first and after:
            return loose or (word in g.asking and self._sentence_start(k))
        return False

    def _after_break(self, k: int) -> bool:
        at = self.prose.words[k].start
        return (
            k == 0
            or self.prose.sentence_of[k] != self.prose.sentence_of[k - 1]
            or any(c in ",;:.¿(-–—\n" for c in self.prose.text[self.prose.words[k - 1].end : at])
        )

    def _sentence_start(self, k: int) -> bool:
        return all(
            self.prose.folded[i] in self.grammar.lead
            for i in range(k - 1, max(k - LONGEST_LEAD, -1), -1)
            if self.prose.sentence_of[i] == self.prose.sentence_of[k]
        )
