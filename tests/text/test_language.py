import pytest

from replylint.text.language import by_sentence, identify
from replylint.text.prose import Prose

MAILS = {
    "en": "Hello, I would like to know when my parcel will arrive. Thank you very much.",
    "es": "Buenos días, quería saber cuándo llega mi pedido. Muchas gracias y un saludo.",
    "ca": "Bon dia, voldria saber quan arriba la meva comanda. Moltes gràcies i salutacions.",
    "fr": "Bonjour, je voudrais savoir quand ma commande arrivera. Merci et cordialement.",
    "pt": "Bom dia, gostaria de saber quando chega a minha encomenda. Muito obrigado.",
    "gl": "Ola, quería saber cando chega o meu pedido, porque aínda non o teño. Moitas grazas.",
    "it": "Buongiorno, vorrei sapere quando arriva il mio ordine. Grazie e cordiali saluti.",
    "de": "Guten Tag, ich möchte wissen, wann meine Bestellung kommt. Mit freundlichen Grüßen",
    "nl": "Goedendag, ik wil graag weten wanneer mijn bestelling komt. Met vriendelijke groet",
    "eu": "Kaixo, jakin nahi nuke noiz iritsiko den nire eskaera. Eskerrik asko eta agur bat.",
}


@pytest.mark.parametrize(("language", "mail"), MAILS.items())
def test_a_mail_is_known_by_its_language(language: str, mail: str) -> None:
    assert identify(Prose(mail)).language == language


def test_mail_without_accents_is_known_too() -> None:
    assert (
        identify(Prose("buenas, queria saber cuando llega mi pedido, muchas gracias")).language
        == "es"
    )
    assert (
        identify(Prose("bones, voldria saber quan arriba la meva comanda, gracies")).language
        == "ca"
    )


@pytest.mark.parametrize("text", ["", "12345", "OK", "Miramar 2024 https://www.example.com/the/of"])
def test_too_little_text_has_no_language(text: str) -> None:
    guess = identify(Prose(text))
    assert guess.language is None
    assert guess.confidence < 0.9


def test_a_mail_half_in_each_of_two_languages_has_none() -> None:
    assert identify(Prose(MAILS["es"] + "\n\n" + MAILS["en"])).language is None


def test_each_sentence_has_its_own_language() -> None:
    text = "Le paso la respuesta. Ens han dit que el termini és de tres dies. Un saludo."
    assert by_sentence(Prose(text), "es") == ["es", "ca", "es"]
