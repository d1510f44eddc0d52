"""Salutations taken apart: the names in them, and the words that name anybody."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from replylint.model import Span
from replylint.text.names import forms, particles, title_of, words_of
from replylint.text.prose import WORD, fold


class Salutation(NamedTuple):
    """A salutation taken apart.

    `names` are the words written as names, in order; `lower` those that may be one in small
    letters; `anybody` says that it addresses a role ("Dear customer"), `several` that it names more
    than one person, `courtesy` that it holds Mr, Sra.…; `title` is the one before the name, or "".
    """

    span: Span
    names: tuple[Span, ...]
    lower: tuple[Span, ...]
    anybody: bool
    several: bool
    courtesy: bool
    title: str


@lru_cache(maxsize=4)
def salutation(text: str, span: Span) -> Salutation:
    """Take a salutation line apart."""
    line = span.of(text)
    names: list[Span] = []
    lower: list[Span] = []
    anybody = several = courtesy = roles = False
    for m in WORD.finditer(line):
        word = fold(m.group()).strip("'ªº")
        if line[m.start() - 1 : m.start()] == "/" and len(word) <= 4 and word not in forms():
            continue  # the other gender's ending: Benvolgut/uda
        if word in words_of("conjunction") and names:
            several = True
        if not word or word in particles() or word in words_of("greeting"):
            continue
        if word in forms():
            courtesy = True
            roles = roles or word in words_of("anybody")
        elif word in words_of("anybody") or word in words_of("organisation"):
            anybody = True
        elif word in words_of("conjunction") or len(word) == 1 or not word[0].isalpha():
            continue
        else:
            place = Span(span.start + m.start(), span.start + m.end())
            (names if m.group()[0].isupper() else lower).append(place)
    anybody = anybody or (roles and not names)
    whom = "whom it may" in fold(line)
    return Salutation(
        span, () if whom else tuple(names), () if whom else tuple(lower), anybody or whom,
        several or "&" in line, courtesy, title_of(line, lower=True),
    )  # fmt: skip
