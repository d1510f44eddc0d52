"""Unfilled fields, and what only looks like one."""

import pytest

from replylint.text.placeholders import placeholders


@pytest.mark.parametrize(
    "text",
    [
        "Hello {{name}},",
        "Order %{order} ships",
        "on <<date>>",
        "Dear [NAME],",
        "order <order no>",
        "el XX/XX/XXXX",
        "importe de XXX €",
        "pedido XXXX",
        "su pedido n.º ____ está listo",
        "[insert date here]",
        "[DIRECCIÓN OFICINA]",
        "Estimado [nombre del cliente]:",
        "Hola %NOMBRE%,",
        "{customer_name}",
        "el [día] a las [hora]",
        "in [X] days",
        "arribarà el dd/mm/aaaa",
        "[nom del client]",
        "«Nombre_Cliente»",
        "a refund of £XX will",
        "lorem ipsum dolor",
    ],
)
def test_fields_are_found(text: str) -> None:
    assert placeholders(text)


@pytest.mark.parametrize(
    "text",
    [
        "[1]",
        "[image: logo]",
        "[EXTERNAL] Re:",
        "tarjeta XXXX XXXX XXXX 1234",
        "ES12 XXXX XXXX XXXX",
        "talla XXL",
        "la XXX Feria del Libro",
        "love, Ann xxxx",
        "Firma: ________",
        "____________________",
        "[link](https://x.example)",
        "[x] yes\n[ ] no",
        "en formato DD/MM/AAAA",
        "carpeta %APPDATA%",
        "[Ticket#1234]",
        "«{{nombre}}»",
        "<<price list.doc>>",
        "(nombre y apellidos)",
        "#BLACKFRIDAY",
        "a < b and c > d",
    ],
)
def test_other_signs_are_left_alone(text: str) -> None:
    assert placeholders(text) == ()
