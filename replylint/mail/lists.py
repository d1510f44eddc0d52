"""Lists of words and phrases as they stand in our modules, a paragraph each."""

from __future__ import annotations


def words(paragraph: str) -> frozenset[str]:
    """Give the words of a paragraph."""
    return frozenset(paragraph.split())


def phrases(paragraph: str) -> tuple[str, ...]:
    """Give the phrases of a paragraph, cut at semicolons and line ends."""
    lines = paragraph.replace("\n", ";").split(";")
    return tuple(phrase.lstrip() for phrase in lines if phrase.strip())
