"""Expressions of time are found where a reader sees them, and not in prices or versions."""

import pytest

from replylint.text.dates import Time, times
from replylint.text.prose import Prose


def said(text: str, language: str) -> list[str]:
    return [time.span.of(text) for time in times(Prose(text), language)]


def only(text: str, language: str) -> Time:
    (time,) = times(Prose(text), language)
    return time


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "We reply within two working days, or by Friday.",
            ["within two working days", "by Friday"],
        ),
        (
            "en",
            "Call us at 5.30pm the day after tomorrow.",
            ["at 5.30pm", "the day after tomorrow"],
        ),
        ("en", "Version 2.10 costs £9.30 and we may march on.", []),
        (
            "es",
            "Le diremos algo en 48 horas o antes del viernes.",
            ["en 48 horas", "antes del viernes"],
        ),
        ("es", "Pase hoy mismo a las 17.30 h.", ["hoy mismo", "a las 17.30 h"]),
        ("es", "Son 12.500 € y el modelo es el 38.", []),
        ("ca", "Us ho direm d'aquí a dos dies feiners.", ["d'aquí a dos dies feiners"]),
        (
            "ca",
            "Obrim a dos quarts de deu, abans de dilluns.",
            ["a dos quarts de deu", "abans de dilluns"],
        ),
        ("ca", "En Marc us donarà 3 claus.", []),
        ("ca", "Vine hui o al març.", ["hui", "al març"]),
    ],
)
def test_times_are_found_with_their_prepositions(
    language: str, text: str, expected: list[str]
) -> None:
    assert said(text, language) == expected


def test_a_date_tells_its_parts() -> None:
    for language, text in [
        ("en", "3 March 2026"),
        ("es", "3 de marzo de 2026"),
        ("ca", "3 de març de 2026"),
    ]:
        date = only(text, language)
        assert (date.day, date.month, date.year) == (3, 3, 2026)


def test_what_looks_back_is_past() -> None:
    assert only("three weeks ago", "en").past
    assert only("hace dos días", "es").past
    assert only("fa dos dies", "ca").past
    assert not only("pasado mañana", "es").past
    assert not only("demà passat", "ca").past


def test_a_limit_is_told_from_a_length() -> None:
    assert only("within two days", "en").limit
    assert not only("for two days", "en").limit
