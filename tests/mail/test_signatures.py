"""Where the author's text ends: sign-off, signature, footers."""

from __future__ import annotations

import pytest

from replylint import mail

BODY = "Dear Ms Vela,\n\nThe parcel leaves on Tuesday. You will have it within two days."

ENDS = {
    "en lines": ("Kind regards,", "Marta Ruiz\nCustomer Care\nAcme Ltd\n+44 20 7946 0000"),
    "en bars": ("Best,", "Marta Ruiz | Customer Care Lead | Acme | marta@acme.example"),
    "en own words": ("Have a lovely trip,", "Neil Barr\nAdviser, Acme Mobile\ncare@acme.example"),
    "en team": ("Sincerely,", "The Reception Team\nAcme Clinic\n020 913 0277"),
    "es dots": ("Un saludo muy cordial,", "Marta Ruiz Vela\nReservas\n958 555 014 · "
                                          "reservas@acme.example"),
    "es first name": ("Un abrazo,", "Goyo\nAsador Tierra\n979 555 013"),
    "es verb": ("Quedo a su disposición y le saludo atentamente,", "Teo Luz\nGestor\n949 555 120"),
    "es no comma": ("Atentamente", "Marta Ruiz"),
    "ca": ("Salutacions cordials,", "Núria Serra i Pla\nCap de recepció · Hostal del Ter\n"
                                    "972 000 244"),
    "ca until soon": ("Fins ben aviat,", "Narcís Pujades\nMuseu de la Mar · info@acme.example"),
    "ca team": ("Atentament,", "L'equip de Fil i Agulla\nwww.acme.example"),
    "an address that greets": ("Un saludo,", "Marta Ruiz\n93 123 45 67 | hola@acme.example"),
    "thanks": ("Many thanks,", "Ana"),
}  # fmt: skip


def parts(text: str, kind: str) -> list[str]:
    message = mail.from_text(text)
    return [message.text[p.start : p.end] for p in message.parts if p.kind == kind]


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["tight", "blank line"])
@pytest.mark.parametrize(("formula", "signature"), ENDS.values(), ids=ENDS.keys())
def test_sign_off_and_signature(formula: str, signature: str, blank: str) -> None:
    text = f"{BODY}\n\n{formula}{blank}{signature}\n"
    assert parts(text, "sign-off") == [formula]
    assert parts(text, "signature") == [signature]


@pytest.mark.parametrize(
    "signature",
    [
        "Teresa Quill\nLoans Officer\nCopperline Credit Union\n01632 960988",
        "Estel Comas",
        "Gema Poveda Ros\nÓptica-optometrista\n950 555 721",
        "Aigües de Rocafosca\nDepartament d'impagats",
        "Marta Ruiz | Acme | 93 123 45 67",
        "-Marta Ruiz",
    ],
)
def test_signature_without_sign_off(signature: str) -> None:
    text = f"{BODY}\n\n{signature}\n"
    assert parts(text, "signature") == [signature]
    assert parts(text, "sign-off") == []


@pytest.mark.parametrize(
    "last",
    [
        "Thank you for your patience.",
        "Drop us a line any time.",
        "Gracias por confiar en nosotros.",
        "Call me on 020 7946 0000.",
        "Anything else, write to help@acme.example.",
        "The rooms:\n\nDouble 120 €\nSingle 80 €",
    ],
)
def test_a_last_sentence_is_no_signature(last: str) -> None:
    assert parts(f"{BODY}\n\n{last}\n", "signature") == []


def test_a_sentence_of_thanks_above_the_name_stays_a_paragraph() -> None:
    text = f"{BODY}\n\nThank you for your patience.\n\nMarta Ruiz\nCustomer Care\n020 7946 0000\n"
    assert parts(text, "sign-off") == []
    assert parts(text, "signature") == ["Marta Ruiz\nCustomer Care\n020 7946 0000"]


def test_formula_and_name_on_one_line() -> None:
    text = f"{BODY}\n\nUn saludo, Marta Ruiz\n"
    assert parts(text, "sign-off") == ["Un saludo,"]
    assert parts(text, "signature") == ["Marta Ruiz"]


def test_formula_at_the_end_of_a_paragraph() -> None:
    text = (
        "Hola, Rosa,\n\nQue vagi molt bé dissabte! Una salutació,\n\nClara Obiols\n93 000 45 61\n"
    )
    assert parts(text, "sign-off") == ["Una salutació,"]
    assert parts(text, "paragraph") == ["Que vagi molt bé dissabte!"]
    assert parts(text, "signature") == ["Clara Obiols\n93 000 45 61"]


def test_delimiter_footer_and_device() -> None:
    legal = (
        "AVISO LEGAL: este mensaje es confidencial y va dirigido a su destinatario. "
        "Si no lo es, bórrelo."
    )
    text = f"{BODY}\n\n-- \nMarta Ruiz\nAcme\n\n{legal}\n"
    assert parts(text, "signature") == ["-- \nMarta Ruiz\nAcme"]
    assert parts(text, "legal-footer") == [legal]
    phone = f"{BODY}\n\nEnviado desde mi iPhone\n"
    assert parts(phone, "signature") == ["Enviado desde mi iPhone"]
    desk = "Sent from my desk, which is easier than my phone."
    assert parts(f"{BODY}\n\n{desk}\n", "signature") == []


def test_signature_above_the_quoted_history() -> None:
    text = f"{BODY}\n\nRegards,\nMarta Ruiz\n\nOn 05/02/2024 10:12, Ana wrote:\n> When?\n> Ana\n"
    assert parts(text, "signature") == ["Marta Ruiz"]
    parsed = mail.parsed(mail.from_text(text))
    assert parsed["own"] == f"{BODY}\n\nRegards,\nMarta Ruiz"
    assert parsed["own_without_signature"] == f"{BODY}\n\nRegards,"


def test_postscript_below_the_signature_is_own() -> None:
    text = f"{BODY}\n\nRegards,\nMarta Ruiz\n\nP.S. The office is closed on Friday.\n"
    message = mail.from_text(text)
    assert "The office is closed" in message.own
    assert parts(text, "signature") == ["Marta Ruiz"]


@pytest.mark.parametrize(
    ("line", "salutation"),
    [
        ("Hola, Laura:", "Hola, Laura:"),
        ("Hola Elena, gracias por tu mensaje.", "Hola Elena,"),
        ("Señora Fabiola, muy buenos días:", "Señora Fabiola, muy buenos días:"),
        ("¡¡¡Hola, Sabela!!!", "¡¡¡Hola, Sabela!!!"),
        ("Bon dia, Cinta,", "Bon dia, Cinta,"),
        ("Benvolguts Quim i Dolors,", "Benvolguts Quim i Dolors,"),
        ("Mr Baptiste,", "Mr Baptiste,"),
        ("Hi", "Hi"),
    ],
)
def test_salutation(line: str, salutation: str) -> None:
    assert parts(f"{line}\n\nWe have sent it.\n", "salutation") == [salutation]


@pytest.mark.parametrize(
    "line", ["Gracias por avisar, Ramiro.", "Thank you for your message.", "In May,"]
)
def test_no_salutation(line: str) -> None:
    text = f"{line} We have sent it.\n\nMore follows."
    assert parts(text, "salutation") == []


def test_a_farewell_of_ones_own_above_an_abbreviated_house() -> None:
    text = (
        "Estimado Sr. Gil:\n\nSu pedido sale hoy.\n\nSin otro particular, reciba un cordial saludo."
        "\n\nJosé Luis Pérez\nDpto. de Atención al Cliente\nAcme, S.A.\n"
    )
    assert parts(text, "sign-off") == ["Sin otro particular, reciba un cordial saludo."]
    assert parts(text, "signature") == ["José Luis Pérez\nDpto. de Atención al Cliente\nAcme, S.A."]


def test_everything_on_one_line() -> None:
    text = "Hi Ana, thanks for your message! Your order ships today. Best, Jane"
    assert parts(text, "salutation") == ["Hi Ana,"]
    assert parts(text, "sign-off") == ["Best,"]
    assert parts(text, "signature") == ["Jane"]
    assert parts(text, "paragraph") == ["thanks for your message! Your order ships today."]


def test_legal_footer_in_catalan() -> None:
    legal = "Aquest missatge és confidencial. Si l'ha rebut per error, esborri'l."
    text = f"{BODY}\n\nAtentament,\n\nMarta Ruiz\nAcme\n\n{legal}\n"
    assert parts(text, "legal-footer") == [legal]
    assert parts(text, "signature") == ["Marta Ruiz\nAcme"]
