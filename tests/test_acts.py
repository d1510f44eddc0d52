"""What a reply does with its words: refuse, blame, threaten, send elsewhere, instruct."""

import pytest

from replylint.acts.blame import blames
from replylint.acts.hostility import hostilities
from replylint.acts.instruction import steps
from replylint.acts.referral import referrals
from replylint.acts.refusal import refusals
from replylint.mail import from_text
from replylint.model import Language, Message
from replylint.text.readability import ease, length


def reply(sentence: str) -> Message:
    return from_text(
        f"Dear Ann,\n\nThank you.\n\n{sentence}\n\nKind regards,\nTom Ash\nManager\n01632 960111",
        "reply.txt",
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Refunds are not given."),
        ("en", "We no longer accept returns."),
        ("en", "That isn't something we can do."),
        ("es", "No se dan reembolsos."),
        ("es", "Eso no lo hacemos."),
        ("es", "No le vamos a devolver el dinero."),
        ("ca", "Ja no admetem devolucions."),
        ("ca", "No us tornarem els diners."),
        ("ca", "No es fan reemborsaments."),
    ],
)
def test_a_bare_no_is_a_refusal_without_reason_or_alternative(
    language: Language, sentence: str
) -> None:
    (refusal,) = refusals(reply(sentence).prose, language)
    assert refusal.sentence.of(reply(sentence).text) == sentence
    assert not refusal.reason
    assert not refusal.alternative


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "We cannot deliver on Sunday because the depot is closed."),
        ("es", "No podemos entregar el domingo porque el almacén cierra."),
        ("ca", "No podem lliurar diumenge perquè el magatzem tanca."),
    ],
)
def test_a_reason_is_seen(language: Language, sentence: str) -> None:
    (refusal,) = refusals(reply(sentence).prose, language)
    assert refusal.reason


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "We cannot thank you enough."),
        ("en", "There is nothing else for you to do."),
        ("es", "No cobramos el envío."),
        ("es", "No hicimos bien la cuenta."),
        ("ca", "No us hem cobrat res."),
    ],
)
def test_not_every_no_refuses(language: Language, sentence: str) -> None:
    assert not refusals(reply(sentence).prose, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You ought to have checked the size chart."),
        ("en", "You entered the wrong address."),
        ("en", "This would not have happened if you had followed the guide."),
        ("es", "Ha introducido mal la dirección."),
        ("es", "Vos no nos pasaste el comprobante."),
        ("es", "Si hubieras avisado a tiempo, lo habríamos parado."),
        ("ca", "Ho va deixar per a última hora."),
        ("ca", "Hauríeu d'haver llegit la lletra petita."),
        ("ca", "No us vau fixar en la data."),
    ],
)
def test_a_reproach_is_blame(language: Language, sentence: str) -> None:
    assert blames(reply(sentence).prose, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You did not do anything wrong."),
        ("en", "I am sorry that you did not receive the parcel."),
        ("en", "You have not been charged twice."),
        ("en", "You were billed for electricity you never used."),
        ("es", "El transportista no avisó de la entrega."),
        ("es", "La luz que no has usado se te descuenta."),
        ("es", "Hizo bien en guardar el recibo."),
        ("ca", "No heu fet res malament."),
        ("ca", "Encara no heu enviat la fotografia."),
    ],
)
def test_reassurance_others_and_pending_things_are_no_blame(
    language: Language, sentence: str
) -> None:
    assert not blames(reply(sentence).prose, language)


@pytest.mark.parametrize(
    ("language", "sentence", "manner"),
    [
        ("en", "If you keep emailing us we will simply close your account.", "threat"),
        ("en", "We are not mind readers.", "sarcasm"),
        ("es", "Ya se lo he explicado tres veces.", "impatience"),
        ("es", "No somos adivinos.", "sarcasm"),
        ("ca", "Si no pagueu abans de divendres us tallarem l'aigua.", "threat"),
        ("ca", "No sou l'únic client que tenim.", "impatience"),
    ],
)
def test_hostility_has_a_manner(language: Language, sentence: str, manner: str) -> None:
    assert [h.manner for h in hostilities(reply(sentence).prose, language)] == [manner]


def test_words_between_quotation_marks_are_somebody_elses() -> None:
    assert not hostilities(reply("He told me “we are not mind readers” and left.").prose, "en")


@pytest.mark.parametrize(
    ("language", "sentence", "sent"),
    [
        ("en", "Please direct your query to the Exams Office.", True),
        ("en", "As this is a fault of the lock, contact the vendor.", True),
        ("en", "Ring 01632 960999 about the fine.", True),
        ("en", "Ring 01632 960111 about the fine.", False),
        ("en", "If you have any other question, call our team on 01632 960999.", False),
        ("es", "Eso es cosa de Administración; llame al 952 555 100.", True),
        ("es", "Consúltelo con el taller.", True),
        ("es", "Consulte con su médico si no baja la hinchazón.", False),
        ("ca", "Els pots trucar al 900 000 884.", True),
        ("ca", "Ens pots trucar al 900 000 884.", False),
    ],
)
def test_a_referral_names_somebody_else(language: Language, sentence: str, sent: bool) -> None:
    assert bool(referrals(reply(sentence), language)) is sent


@pytest.mark.parametrize(
    ("language", "sentence", "count"),
    [
        ("en", "Open the app, tap Profile and upload the receipt.", 3),
        ("es", "Abra la aplicación, toque Perfil y suba el recibo.", 3),
        ("es", "Abrí la aplicación, tocá Perfil y subí el comprobante.", 3),
        ("es", "Tienes que abrir la aplicación, tocar Perfil y subir el recibo.", 3),
        ("ca", "Obriu l'aplicació, toqueu Perfil i pugeu el rebut.", 3),
        ("ca", "Descarrega't l'imprès, omple'l i signa'l.", 3),
    ],
)
def test_steps_are_counted_in_every_treatment(
    language: Language, sentence: str, count: int
) -> None:
    (found,) = steps(reply(sentence), language)
    assert len(found.verbs) == count
    assert not found.listed


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Our engineer will remove the cover, clean the filter and test the motor."),
        ("es", "La oficina abre a las nueve, cierra a las dos y abre otra vez a las cuatro."),
        ("ca", "El tècnic traurà la tapa, netejarà el filtre i provarà el motor."),
    ],
)
def test_what_others_do_is_no_instruction(language: Language, sentence: str) -> None:
    assert not steps(reply(sentence), language)


def test_an_address_is_one_word_and_short_items_one_each() -> None:
    prose = reply("Bring these: a coat, two shoes, one hat, some warm socks.").prose
    assert length(prose, prose.sentences[2]) == 6


def test_reading_ease_needs_a_text_of_some_length() -> None:
    assert ease(reply("Incomprehensibility notwithstanding.").prose, "en", under=100) is None
