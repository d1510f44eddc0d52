import time

import pytest

from replylint.model import Address, Attachment, Company, Exchange, Language, Message, Part
from replylint.spelling.confusions import confusions
from replylint.spelling.misspellings import misspellings


def message(text: str, **more: object) -> Message:
    return Message(path="", format="txt", text=text, parts=(), **more)  # type: ignore[arg-type]


def flagged(text: str, language: Language = "en", **more: object) -> list[str]:
    exchange = Exchange(message(text), language=language, **more)  # type: ignore[arg-type]
    return [each.word for each in misspellings(exchange)]


def meant(text: str, language: Language) -> list[str]:
    return [each.right for each in confusions(Exchange(message(text), language=language))]


UNKNOWN = "We have packed the qualitie for you."


def test_a_misspelt_word_is_found_without_any_of_the_excuses() -> None:
    assert flagged(UNKNOWN) == ["qualitie"]


@pytest.mark.parametrize(
    "excuse",
    [
        {"customer": message("Where is my qualitie?")},
        {"customer": message("Hello", sender=Address("Qualitie Smith", "a@b.example"))},
        {"company": Company(name="Qualitie Ltd")},
        {"company": Company(domains=("qualitie.example",))},
        {"company": Company(products=("Blue Qualitie",))},
        {"company": Company(people=(Address("Ann Qualitie", "ann@b.example"),))},
        {"settings": {"spelling": {"words": ["qualitie"]}}},
    ],
)
def test_a_word_that_the_exchange_gives_is_no_misspelling(excuse: dict[str, object]) -> None:
    assert flagged(UNKNOWN, **excuse) == []


def test_names_of_headers_salutation_signature_and_attachments_are_none() -> None:
    text = "Hello qualitie,\n\nThe qualitie is here.\n\nAnn"
    start = text.index("The")
    draft = Message(
        path="", format="txt", text=text.replace("Hello qualitie", "Hello Qualitie"),
        parts=(Part("salutation", 0, start - 2),),
    )  # fmt: skip
    assert [*misspellings(Exchange(draft, language="en"))] == []
    attached = message(UNKNOWN, attachments=(Attachment("qualitie.pdf", "application/pdf", 1),))
    assert [*misspellings(Exchange(attached, language="en"))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Please open the www.qualitie.example page, or /home/qualitie/mesage today.",
        "Please write to qualitie@mesage.example today.",
        "The file is called qualitie-mesage.pdf and the code is QUALITIE or xk-20qualitie.",
        "Press “Acount setings” and then 'Mesage'.",
        "I have told Qualitie Mesage about your order.",
        "The qualitie is new: one qualitie for you and one qualitie for me.",
        "Fill in {{qualitie}} and [mesage] before you send it.",
        "The dgtl and the htm are here.",
    ],
)
def test_what_is_no_prose_is_not_judged(text: str) -> None:
    assert flagged(text) == []


def test_an_accent_that_the_customer_dropped_too_is_still_lost() -> None:
    customer = message("quiero una habitacion doble")
    text = "Le hemos reservado la habitacion que pedía."
    assert flagged(text, "es", customer=customer) == ["habitacion"]


def test_each_sentence_is_judged_in_its_language() -> None:
    text = (
        "Le copio la nota del taller. Ens han dit que la peça arribarà dijous al matí. Un saludo."
    )
    assert flagged(text, "es") == []
    assert flagged(text.replace("arribarà", "arrivarà"), "es") == ["arrivarà"]


def test_a_quotation_in_a_language_without_dictionary_is_left_alone() -> None:
    text = "El fabricante dice: Wir haben Ihre Bestellung erhalten und werden sie morgen senden."
    assert flagged(text, "es") == []


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "You will not loose your deposit.", "lose"),
        ("en", "I hope your still happy with it.", "you're"),
        ("en", "Its not possible today.", "It's"),
        ("en", "It is cheaper then the old one.", "than"),
        ("en", "That is a honest answer.", "an"),
        ("es", "Lo verá a traves de la web.", "través"),
        ("es", "No sabemos porque llegó tarde.", "por qué"),
        ("es", "Ya lo hemos echo esta mañana.", "hecho"),
        ("es", "Su pedido esta pagado.", "está"),
        ("es", "El envío se retraso por la nieve.", "retrasó"),
        ("es", "Habían muchos paquetes.", "Había"),
        ("ca", "No ha cap problema.", "hi ha"),
        ("ca", "Perquè no ha arribat la factura?", "Per què"),
        ("ca", "Li enviem mes informació.", "més"),
        ("ca", "Tenim que canviar la peça.", "Hem de"),
    ],
)
def test_a_right_word_in_the_wrong_place_is_found(
    language: Language, text: str, right: str
) -> None:
    assert right in meant(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The loose screw is yours, and its box too; it's your right to keep them then."),
        ("en", "A European customer waited an hour for a one-off MBA offer."),
        ("es", "El motivo por el que escribo: esta tarde publico el aviso, como quedamos."),
        ("es", "Esta lista es para usted y para el mismo cliente; si quiere, venga aquel mes."),
        ("ca", "El mes que ve és festa; ja hi ha places i el pa de son germà està bo."),
    ],
)
def test_the_same_words_in_their_place_are_left_alone(language: Language, text: str) -> None:
    assert meant(text, language) == []


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "a-" * 30_000, "«" * 60_000, "l.l" * 20_000, "'a " * 20_000]
)
def test_odd_text_takes_no_time(text: str) -> None:
    exchange = Exchange(message(text), language="ca")
    start = time.process_time()
    list(misspellings(exchange))
    list(confusions(exchange))
    assert time.process_time() - start < 3
