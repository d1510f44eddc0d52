"""The interface says the same in each language."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import replylint
from replylint.model import LANGUAGES
from replylint.report.ui import REASONS, language

SLOT = re.compile(r"\{\w+\}")


def table(ui: str, name: str) -> Any:
    return getattr(import_module(f"replylint.report.words.{ui}"), name)


@pytest.mark.parametrize("ui", ["es", "ca"])
def test_each_sentence_is_translated_with_its_slots(ui: str) -> None:
    english, other = table("en", "WORDS"), table(ui, "WORDS")
    assert english.keys() == other.keys()
    for key, sentence in english.items():
        assert sorted(SLOT.findall(sentence)) == sorted(SLOT.findall(other[key])), key
    assert table("en", "PLURALS").keys() == table(ui, "PLURALS").keys()
    assert REASONS["en"].keys() == REASONS[ui].keys()  # type: ignore[index]


def test_each_sentence_is_used() -> None:
    package = Path(replylint.__file__).parent
    source = "\n".join(
        p.read_text(encoding="utf-8") for p in package.rglob("*.py") if p.parent.name != "words"
    )
    unused = [
        k
        for name in ("WORDS", "PLURALS")
        for k in table("en", name)
        if not re.search(f"[\"']{k}[\"']", source)
    ]
    assert not unused


@pytest.mark.parametrize(
    ("wanted", "environment", "found"),
    [
        ("auto", {"LANG": "ca_ES.UTF-8"}, "ca"),
        ("auto", {"LANG": "ca_ES.UTF-8", "LC_ALL": "es_ES"}, "es"),
        ("auto", {"LANG": "en_GB", "LC_MESSAGES": "es_MX.UTF-8"}, "es"),
        ("auto", {"LANG": "de_DE.UTF-8"}, "en"),
        ("auto", {"LANG": "C"}, "en"),
        ("auto", {}, "en"),
        ("ca", {"LANG": "es_ES"}, "ca"),
    ],
)
def test_the_language_of_the_interface(
    wanted: str, environment: dict[str, str], found: str
) -> None:
    assert language(wanted, environment) == found
    assert found in LANGUAGES
