"""The interface's sentences, one module a language; the rules' own words are in their files."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replylint.model import Language


def words(ui: Language) -> Mapping[str, str]:
    """Key → sentence with {slots}."""
    found: Mapping[str, str] = import_module(f"replylint.report.words.{ui}").WORDS
    return found


def counted(ui: Language, key: str, number: int) -> str:
    """A number with its noun in singular or plural: “1 error”, “2 errors”."""
    plurals: Mapping[str, tuple[str, str]] = import_module(f"replylint.report.words.{ui}").PLURALS
    one, many = plurals[key]
    return (one if number == 1 else many).format(n=number)
