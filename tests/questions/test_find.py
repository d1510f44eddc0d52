"""What a customer asks, as a reader of the report would see it underlined."""

from __future__ import annotations

import time

import pytest

from replylint.questions import find
from replylint.text.prose import Prose


def asked(text: str, language: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in find(Prose(text), language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Is the sauna open on Mondays?", ["Is the sauna open on Mondays?"]),
        ("en", "Please block my card.", ["Please block my card."]),
        ("en", "what time does the ferry leave", ["what time does the ferry leave"]),
        ("en", "Price and lead time, please.", ["Price and lead time, please."]),
        ("es", "cuanto cuesta el bono anual", ["cuanto cuesta el bono anual"]),
        ("es", "Quisiera saber si admiten gatos.", ["Quisiera saber si admiten gatos."]),
        ("es", "¿Me podés mandar el recibo?", ["¿Me podés mandar el recibo?"]),
        ("es", "Solicito la devolución del importe.", ["Solicito la devolución del importe."]),
        ("ca", "Voldria saber quan obriu.", ["Voldria saber quan obriu."]),
        ("ca", "Teniu lloc per a sis?", ["Teniu lloc per a sis?"]),
        ("ca", "Mos podríeu enviar sa factura?", ["Mos podríeu enviar sa factura?"]),
    ],
)
def test_marked_indirect_imperative_and_bare(language: str, text: str, expected: list[str]) -> None:
    assert asked(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Is lunch included and how long does the tour take?"),
        ("es", "¿Está incluida la comida y cuánto dura la visita?"),
        ("ca", "El dinar hi va inclòs i quant dura la visita?"),
        ("en", "I'd like to know whether you have a lift and if dogs are allowed."),
        ("es", "Me gustaría saber si tienen ascensor y si admiten perros."),
        ("ca", "M'agradaria saber si teniu ascensor i si admeteu gossos."),
    ],
)
def test_a_compound_question_is_two(language: str, text: str) -> None:
    assert len(asked(text, language)) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "How are you? I hope you are well."),
        ("en", "Thank you for letting me know."),
        ("en", "The red one, which is the one I ordered, came on Monday."),
        ("es", "¿Qué tal? Muchas gracias por todo."),
        ("es", "¿Os parece normal?"),
        ("es", "Cuando llegué, el paquete no estaba."),
        ("ca", "Com esteu? Moltes gràcies per tot."),
        ("ca", "Quan vaig arribar, el paquet no hi era."),
    ],
)
def test_courtesies_rhetoric_and_statements_are_none(language: str, text: str) -> None:
    assert asked(text, language) == []


def test_a_wish_counts_only_where_nothing_else_is_asked() -> None:
    wish = "I would like to book a table for four."
    assert asked(wish, "en") == [wish]
    assert asked(f"{wish} Do you have high chairs?", "en") == ["Do you have high chairs?"]


def test_a_condition_belongs_to_its_question() -> None:
    assert asked("If it rains, is the trip cancelled?", "en") == [
        "If it rains, is the trip cancelled?"
    ]


def test_an_unknown_language_still_shows_what_is_marked() -> None:
    assert asked("Wann kommt das Paket? Danke.", "de") == ["Wann kommt das Paket?"]


@pytest.mark.parametrize("piece", ["?", "¿ ", "and ", "si ", "a, ", "(", "how "])
def test_long_nonsense_takes_no_long_time(piece: str) -> None:
    begin = time.process_time()
    asked(piece * (40_000 // len(piece)), "es")
    asked(piece * (40_000 // len(piece)), "en")
    assert time.process_time() - begin < 5
