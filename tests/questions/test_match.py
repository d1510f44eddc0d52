"""Whether the draft answers, and where it does."""

from __future__ import annotations

import pytest

from replylint.mail import from_text
from replylint.model import Exchange, Language, Question
from replylint.questions import answer


def questions(
    customer: str, draft: str, language: Language = "en", draft_language: Language | None = None
) -> tuple[Question, ...]:
    return answer(
        Exchange(
            draft=from_text(draft),
            customer=from_text(customer),
            language=draft_language or language,
            customer_language=language,
        )
    )


def verdicts(customer: str, draft: str, language: Language = "en") -> list[bool | None]:
    return [q.answered for q in questions(customer, draft, language)]


@pytest.mark.parametrize(
    ("language", "customer", "draft"),
    [
        (
            "en",
            "Hello,\n\nWhat does the guided tour cost? Is there a cloakroom?\n\nAnn",
            "Dear Ann,\n\nThe guided tour costs £9. There is a cloakroom downstairs.\n\nRegards",
        ),
        (
            "es",
            "Hola:\n\n¿Cuánto cuesta la visita guiada? ¿Hay guardarropa?\n\nAna",
            "Hola, Ana:\n\nLa visita guiada cuesta 9 €. Sí, hay guardarropa abajo.\n\nUn saludo",
        ),
        (
            "ca",
            "Hola,\n\nQuant costa la visita guiada? Hi ha guarda-roba?\n\nAnna",
            "Hola, Anna,\n\nLa visita guiada costa 9 €. Sí, hi ha guarda-roba a baix.\n\nSalut",
        ),
    ],
)
def test_both_answered(language: Language, customer: str, draft: str) -> None:
    assert verdicts(customer, draft, language) == [True, True]


@pytest.mark.parametrize(
    ("language", "customer", "draft"),
    [
        (
            "en",
            "Hello,\n\nWhat does the guided tour cost? When does the bus leave?\n\nAnn",
            "Dear Ann,\n\nThe guided tour costs £9 a person.\n\nRegards",
        ),
        (
            "es",
            "Hola:\n\n¿Cuánto cuesta la visita guiada? ¿Cuándo sale el autobús?\n\nAna",
            "Hola, Ana:\n\nLa visita guiada cuesta 9 € por persona.\n\nUn saludo",
        ),
        (
            "ca",
            "Hola,\n\nQuant costa la visita guiada? Quan surt l'autobús?\n\nAnna",
            "Hola, Anna,\n\nLa visita guiada costa 9 € per persona.\n\nSalut",
        ),
    ],
)
def test_silence_is_no_answer(language: Language, customer: str, draft: str) -> None:
    assert verdicts(customer, draft, language) == [True, False]


def test_evidence_is_the_words_of_the_draft() -> None:
    draft = "Dear Ann,\n\nThe tour costs £9. We close at six.\n\nRegards"
    (question,) = questions("Hello,\n\nHow much is the tour?\n\nAnn", draft)
    assert question.evidence is not None
    assert "£9" in question.evidence.of(draft)
    assert any(reason.startswith("expects:money") for reason in question.why)


def test_answers_below_the_quoted_questions() -> None:
    customer = "Hi,\n\n1. When do you open?\n2. Who is the curator?\n\nBo"
    draft = (
        "Hi Bo,\n\n> 1. When do you open?\n\nAt nine, from 9.00 to 17.00.\n\n"
        "> 2. Who is the curator?\n\nIda Lund.\n"
    )
    assert verdicts(customer, draft) == [True, True]


def test_a_blank_left_in_the_draft_is_no_answer() -> None:
    assert verdicts(
        "Hello,\n\nHow much is the annual pass?\n\nAnn",
        "Dear Ann,\n\nThe annual pass costs [AMOUNT].\n\nRegards",
    ) == [False]


def test_no_customer_no_questions() -> None:
    assert answer(Exchange(draft=from_text("Dear Ann,\n\nYes.\n"), language="en")) == ()


def test_a_language_that_is_not_known_gets_no_verdict() -> None:
    exchange = Exchange(
        draft=from_text("Guten Tag,\n\nam Montag.\n"),
        customer=from_text("Wann kommt das Paket?\n"),
        language=None,
        customer_language="de",
    )
    assert [q.answered for q in answer(exchange)] == [None]


def test_synonyms_of_a_sector_from_the_settings() -> None:
    customer = from_text("Hello,\n\nIs the zodiac waterproof?\n\nAnn")
    draft = from_text("Dear Ann,\n\nThank you. The dinghy is sealed all round.\n\nRegards")
    plain = Exchange(draft=draft, customer=customer, language="en", customer_language="en")
    told = Exchange(
        draft=draft,
        customer=customer,
        language="en",
        customer_language="en",
        settings={"questions": {"synonyms": [["zodiac", "dinghy"], ["waterproof", "sealed"]]}},
    )
    assert [q.answered for q in answer(plain)] == [False]
    assert [q.answered for q in answer(told)] == [True]
