import pytest

from replylint.text.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("rooms", "en", "room"),
        ("went", "en", "go"),
        ("customer's", "en", "customer"),
        ("habitaciones", "es", "habitación"),
        ("habitacion", "es", "habitación"),
        ("reservó", "es", "reservar"),
        ("enviarme", "es", "enviar"),
        ("díganoslo", "es", "decir"),
        ("parte", "es", "parte"),
        ("cliente", "es", "cliente"),
        ("habitacions", "ca", "habitació"),
        ("m’agradaria", "ca", "agradar"),
        ("tornar-vos-ho", "ca", "tornar"),
        ("Factures", "ca", "factura"),
        ("Zimmer", "de", "zimmer"),
    ],
)
def test_a_word_is_brought_to_its_dictionary_form(word: str, language: str, expected: str) -> None:
    assert lemma(word, language) == expected


def test_an_unknown_word_is_its_own_lemma() -> None:
    assert [lemma("Qwertyx", each) for each in ("en", "es", "ca")] == ["qwertyx"] * 3
