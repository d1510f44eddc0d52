"""What others wrote is told from what the author wrote."""

from __future__ import annotations

import pytest

from replylint import mail

OWN = "Hola, Laura:\n\nEl pedido sale el martes a las 10:00.\n\n"
QUOTED = "> ¿Cuándo llega?\n> Gracias\n"

ATTRIBUTIONS = {
    "gmail es": "El lun, 13 mar 2023 a las 22:46, Ana Vela\n(<ana@example.com>) escribió:",
    "gmail latam": "El mié, 30 sept 2026 a la(s) 2:34\u202fp.m., Ana Vela (\n"
                   "ana@example.com) escribió:",
    "gmail es late wrap": "El mié, 16 sept 2026 a las 9:59, Ana Vela (<ana@example.com>)\n"
                          "escribió:",
    "evolution es": "El mié, 04-09-2019 a las 19:13 +0200, Ana Vela escribió:",
    "apple es": "El 3 ene 2025, a las 9:15, Ana Vela <ana@example.com> escribió:",
    "gmail ca": "Missatge de Ana Vela <ana@example.com> del dia dl., 19\nde jul. 2021 a les 10:24:",
    "gmail ca vowel": "Missatge de Ana Vela <ana@example.com> del dia dl., 2 d’ag.\n2021 a "
                      "les 14:13:",
    "gmail ca new": "El dt., 26 d'ag. 2026 a les 10:12, Ana Vela <ana@example.com> va\nescriure:",
    "apple ca": "El 12 de març de 2021, a les 9:00, Ana Vela <ana@example.com> va escriure:",
    "balsa ca": "El 04/11/10 19:43:08, en/na Ana Vela va escriure:",
    "kmail ca": "Dijous 29 Gener 2004 13:06, en/na Ana Vela (<Ana Vela \n<ana@example.com>>) "
                "va escriure:",
    "kmail4 ca": "A Dimecres, 5 d'agost de 2009, Ana Vela va escriure:",
    "gmail en": "On Mon, Feb 5, 2024 at 10:12\u202fAM Ana Vela <\nana@example.com> wrote:",
    "thunderbird en": "On 05/02/2024 10:12, Ana Vela wrote:",
    "outlook app en": 'On Mon, Feb 1, 2016 at 4:58 AM -0800, "Ana Vela" <ana@example.com> wrote:',
    "old": "Ana Vela <ana@example.com> wrote:",
    "french": "Le lun. 5 févr. 2024 à 10:12, Ana Vela <ana@example.com> a écrit :",
    "german": "Ana Vela <ana@example.com> schrieb am Fr., 28.\nApr. 2017 um 11:53 Uhr:",
    "german outlook": "Am 21.04.2016 um 17:48 schrieb Ana Vela:",
    "italian": "Il giorno lun 5 feb 2024 alle ore 10:12 Ana Vela <ana@example.com> ha scritto:",
    "portuguese": "Em seg., 5 de fev. de 2024 às 10:12, Ana Vela <ana@example.com> escreveu:",
    "dutch": "Op ma 5 feb 2024 om 10:12 schreef Ana Vela <ana@example.com>:",
    "danish": "Den 24. nov. 2025 kl. 10.00 skrev Ana Vela <ana@example.com>:",
    "iso": "2016-10-24 15:36 GMT+02:00 Ana Vela <ana@example.com>:",
    "weak, above a quote": "Ana Vela escribió:",
}  # fmt: skip

BLOCKS = {
    "outlook en": "From: Ana Vela <ana@example.com>\nSent: Monday, 5 February 2024 10:12\n"
    "To: Shop <shop@example.org>\nSubject: Order",
    "outlook es": "________________________________\nDe: Ana Vela <ana@example.com>\n"
    "Enviado el: lunes, 5 de febrero de 2024 10:12\nPara: Tienda <shop@example.org>\nAsunto: "
    "Pedido",
    "outlook ca": "De: Ana Vela <ana@example.com>\nEnviat el: dilluns, 5 de febrer de 2024 10:12\n"
    "Per a: Botiga <shop@example.org>\nAssumpte: Comanda",
    "bold": "*De:* Ana Vela <ana@example.com>\n*Enviado:* lunes, 5 de febrero de 2024\n"
            "*Asunto:* Pedido",
    "legacy": "-----Mensaje original-----\nDe: Ana Vela [mailto:ana@example.com]\n"
    "Enviado el: lunes, 5 de febrero de 2024 10:12\nPara: Tienda\nAsunto: Pedido",
    "forwarded": "---------- Mensaje reenviado ---------\nDe: Ana Vela <ana@example.com>\n"
    "Date: jue, 3 abr 2025 a las 10:25\nSubject: Pedido\nTo: <shop@example.org>",
    "flat": "De: Ana Vela <ana@example.com>Enviado el: lunes, 20 de julio de 2026 5:45 p. m."
    "Para: Tienda <shop@example.org>Asunto: Pedido",
    "separator alone": "-------- Original Message --------",
}  # fmt: skip


def own(text: str) -> str:
    return str(mail.parsed(mail.from_text(text))["own"])


@pytest.mark.parametrize("line", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS.keys())
def test_attribution_and_quote_are_not_own(line: str) -> None:
    assert own(f"{OWN}{line}\n{QUOTED}") == OWN.strip()
    assert own(f"{OWN}{line}\n\n{QUOTED}") == OWN.strip()


@pytest.mark.parametrize("name", [n for n in ATTRIBUTIONS if n != "weak, above a quote"])
def test_attribution_takes_what_follows_without_marks(name: str) -> None:
    assert own(f"{OWN}{ATTRIBUTIONS[name]}\n\n¿Cuándo llega?\nGracias\n") == OWN.strip()


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_header_block_takes_the_rest(block: str) -> None:
    assert own(f"{OWN}{block}\n\n¿Cuándo llega?\n\nGracias\n") == OWN.strip()


@pytest.mark.parametrize(
    "text",
    [
        "From: Girona\nTo: Barcelona\nDate: Friday 5 May\nSeats: 2",
        "On Monday 5 February at 10:00 we will deliver the following items:\n\n- a lamp",
        "El 5 de febrero de 2024 a las 10:12 le enviamos el pedido a info@example.com con "
        "estos datos:",
        "De: lunes a viernes\nPara: grupos de 10",
        "Nuestro horario es este:\n\nLunes a viernes de 9:00 a 14:00",
        "El lunes 5 de febrero nuestro transportista les escribió para decir lo siguiente:\n"
        "\nno había nadie.",
    ],
)
def test_own_text_that_looks_like_a_header_stays(text: str) -> None:
    assert own(f"{OWN}{text}") == (OWN + text).strip()


def test_answers_between_quotes_stay_and_keep_their_offsets() -> None:
    text = "> ¿Precio?\n\nSon 20 €.\n\n> ¿Cuándo?\n\nEl martes.\n"
    message = mail.from_text(text)
    assert [message.text[p.start : p.end] for p in message.of_kind("paragraph")] == [
        "Son 20 €.",
        "El martes.",
    ]
    assert len(message.own) == len(text)
    assert message.own.index("El martes.") == text.index("El martes.")


def test_bottom_posting_is_own() -> None:
    text = "El 05/02/2024 a las 10:12, Ana Vela escribió:\n> ¿Cuándo llega?\n\nLlega el martes.\n"
    assert own(text) == "Llega el martes."


def test_parts_cover_everything_that_is_written() -> None:
    text = f"{OWN}- uno\n- dos\n\nUn saludo,\nMarta Ruiz\n\n{ATTRIBUTIONS['gmail es']}\n{QUOTED}"
    message = mail.from_text(text)
    rest = list(text)
    for part in message.parts:
        rest[part.start : part.end] = " " * (part.end - part.start)
    assert not "".join(rest).strip()
    kinds = [part.kind for part in message.parts]
    assert kinds == [
        "salutation", "paragraph", "list-item", "list-item", "sign-off", "signature",
        "attribution", "quote",
    ]  # fmt: skip
