"""The interface says the same in each language."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import replylint
from replylint.__main__ import main
from replylint.model import LANGUAGES, Problem
from replylint.report.problems import SAID, said
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


@pytest.mark.parametrize("ui", ["es", "ca"])
def test_problems_are_translated_with_their_slots(ui: str) -> None:
    for english, (spanish, catalan) in SAID.items():
        other = spanish if ui == "es" else catalan
        assert other != english
        assert sorted(SLOT.findall(english)) == sorted(SLOT.findall(other)), english


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "nada.eml", "--ui", "es"], "replylint: nada.eml: no existe ese archivo ni"),
        (["check", "res.eml", "--ui=ca"], "replylint: res.eml: no existeix aquest fitxer ni"),
        (["rule", "polite/no-thank", "--ui", "es"], "¿Quería decir «polite/no-thanks»?"),
        (["chek", "--ui", "ca"], "no hi ha cap ordre «chek». Volíeu dir «check»?"),
        (["rules", "--ui", "ca", "-f", "jsn"], "«jsn» no és cap d'aquests valors"),
    ],
)
def test_people_are_told_of_problems_in_their_language(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert told in capsys.readouterr().err


def test_a_problem_without_a_translation_is_told_in_english() -> None:
    assert (
        said(Problem("the moon is full", hint="Wait", place="x"), "es")
        == "x: the moon is full. Wait"
    )
