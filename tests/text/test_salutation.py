"""Salutations taken apart."""

import pytest

from replylint.model import Span
from replylint.text.salutation import salutation


def names(line: str) -> list[str]:
    return [n.of(line) for n in salutation(line, Span(0, len(line))).names]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dear Dr Ní Shé,", ["Shé"]),
        ("Hola, María José:", ["María", "José"]),
        ("Benvolguts Quim i Dolors,", ["Quim", "Dolors"]),
        ("Señora Fabiola, muy buenos días:", ["Fabiola"]),
        ("Buenos días, señor García:", ["García"]),
        ("Estimado/a cliente/a:", []),
        ("Benvolgut/uda,", []),
        ("To whom it may concern:", []),
        ("Hola, buenas tardes,", []),
    ],
)
def test_names_are_told_from_the_words_around_them(line: str, expected: list[str]) -> None:
    assert names(line) == expected


@pytest.mark.parametrize(
    "line",
    ["Dear Customer,", "Dear Sir or Madam,", "Estimados señores:", "Benvolgut client,", "Hi all,"],
)
def test_a_role_is_anybody(line: str) -> None:
    assert salutation(line, Span(0, len(line))).anybody


def test_a_courtesy_before_a_name_is_not_anybody() -> None:
    line = "Estimada señora Oliver:"
    assert not salutation(line, Span(0, len(line))).anybody


def test_a_title_may_be_written_in_full() -> None:
    line = "Estimada profesora Castañeda:"
    assert salutation(line, Span(0, len(line))).title == "profesora"
