import pytest

from replylint.spelling.dictionary import dictionary

RIGHT = {
    "en": "colour color organise organize don’t they’ll customer's I'm Monday reissued website",
    "es": (
        "habitación indíquenos permítame rellénelo díganoslo vámonos sentaos envíeme enviármelo "
        "contestame activá podés tenés momentito ratito facilísimo rápidamente email Madrid"
    ),
    "ca": (
        "col·laborar cuinam tindre xiquets vosté interés vostè interès d’empresa m'agradaria "
        "tornar-vos-ho digue'm paquetet ràpidament"
    ),
}
WRONG = {
    "en": "recieve definately dont seperate monday accomodate cofirming",
    "es": "habitacion indiquenos permitame rellenelo recivir rapidamente exito haiga credito",
    "ca": "habitacio collaborar tambe perqué casulana covertura practicament",
}


@pytest.mark.parametrize("language", RIGHT)
def test_right_words_are_known(language: str) -> None:
    assert [w for w in RIGHT[language].split() if w not in dictionary(language)] == []


@pytest.mark.parametrize("language", WRONG)
def test_wrong_words_are_not(language: str) -> None:
    assert [w for w in WRONG[language].split() if w in dictionary(language)] == []


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        ("en", "recieve", "receive"),
        ("en", "Definately", "Definitely"),
        ("en", "dont", "don't"),
        ("en", "alot", "a lot"),
        ("en", "acommodaton", "accommodation"),
        ("es", "habitacion", "habitación"),
        ("es", "RECIVIR", "RECIBIR"),
        ("es", "manana", "mañana"),
        ("ca", "questio", "qüestió"),
        ("ca", "collaborar", "col·laborar"),
        ("ca", "tambe", "també"),
    ],
)
def test_the_word_that_was_meant_comes_first(language: str, word: str, meant: str) -> None:
    suggested = dictionary(language).suggest(word)
    assert suggested[0] == meant
    assert len(suggested) <= 3


def test_nothing_is_suggested_for_what_is_like_no_word() -> None:
    assert dictionary("en").suggest("xqzwvk") == ()


def test_words_not_fit_to_print_are_never_suggested() -> None:
    assert not {"bullshit", "shit"} & set(dictionary("en").suggest("bullshitt"))
