"""Marks of treatment in Spanish and Catalan."""

import pytest

from replylint.text.prose import Prose
from replylint.text.treatment import marks


def kinds(text: str, language: str) -> set[str]:
    return {mark.kind for mark in marks(Prose(text), language)}


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Llámenos cuando quiera.", "es", "formal"),
        ("Llámanos cuando quieras.", "es", "familiar"),
        ("Escríbenos hoy.", "es", "familiar"),
        ("Escríbanos hoy.", "es", "formal"),
        ("Podemos entregártelo mañana.", "es", "familiar"),
        ("Ya recibiste el paquete.", "es", "familiar"),
        ("Podrás recogerlo el lunes.", "es", "familiar"),
        ("Póngase en contacto con la tienda.", "es", "formal"),
        ("¿Podés pasar mañana?", "es", "vos"),
        ("Ya tenéis la mesa.", "es", "plural"),
        ("Truqui'ns demà.", "ca", "formal"),
        ("Truca'ns demà.", "ca", "familiar"),
        ("Truqueu-nos demà.", "ca", "plural"),
        ("Rebràs el paquet dilluns.", "ca", "familiar"),
        ("Quedem a la seva disposició.", "ca", "formal"),
    ],
)
def test_a_form_tells_its_treatment(text: str, language: str, kind: str) -> None:
    assert kinds(text, language) == {kind}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Su hermano le llamará y se lo dirá.", "es"),
        ("El problema existe y la tienda insiste.", "es"),
        ("Una taza de té en la mesa de atrás.", "es"),
        ("Para que no vuelva a pasar, el médico dirá lo que diga.", "es"),
        ("Pulse en el apartado Tu Cuenta de la página.".replace("Pulse", "Está"), "es"),
        ("El técnico dijo: «tienes que reiniciar».", "es"),
        ("Las librerías y las averías de ayer.", "es"),
        ("El seu germà li trucarà a la seva oficina.", "ca"),
        ("El preu del museu és breu.", "ca"),
    ],
)
def test_what_may_mean_somebody_else_tells_nothing(text: str, language: str) -> None:
    assert kinds(text, language) == set()


@pytest.mark.parametrize("text", ["Demà te'l portem.", "Si cal, te la canviem."])
def test_two_catalan_pronouns_together_are_familiar(text: str) -> None:
    assert kinds(text, "ca") == {"familiar"}
