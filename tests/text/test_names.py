"""Who the customer is, and whether a name in a salutation may be theirs."""

import pytest

from replylint.mail import from_text
from replylint.text.names import customer_of, misspelt, person, same


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Colegio San Frutos - Elena Matesanz", "Elena Matesanz"),
        ("Accounts, Miller Ltd", ""),
        ("Mª José Peral", "María José Peral"),
        ("Prof.ª Leonor Castañeda", "Prof. Leonor Castañeda"),
        ("Gal·la Subirats", "Gal·la Subirats"),
        ("Thanks Laura", "Laura"),
        ("Atentamente", ""),
        ("tomás rueda", "tomás rueda"),
        ("tin.robot.77@example.com", ""),
        ("L'equip de Fil i Agulla", ""),
        ("Ana (Taller Ruiz)", "Ana"),
    ],
)
def test_a_line_gives_the_person_in_it(text: str, name: str) -> None:
    assert person(text) == name


def test_a_display_name_may_have_the_surname_first() -> None:
    assert person("Villalba Ruiz, Ernesto", reversible=True) == "Ernesto Villalba Ruiz"
    assert person("Glenys, Thorpe Ceramics") == "Glenys"


@pytest.mark.parametrize(
    ("mail", "name", "title"),
    [
        ("---\nfrom: Ikechukwu Anyanwu <i@x.example>\n---\nHelp!\n\nIke", "Ikechukwu Anyanwu", ""),
        (
            "---\nfrom: Thorpe Ceramics <t@x.example>\n---\nHelp!\n\nGlenys, Thorpe Ceramics",
            "Glenys",
            "",
        ),
        ("Hola, soy Marta Ruiz y quería saber si abren el domingo.", "Marta Ruiz", ""),
        ("Bon dia, em dic Biel i voldria saber el preu.", "Biel", ""),
        ("Please send the transcript.\n\nDr Fionnuala Ní Shé", "Fionnuala Ní Shé", "Dr"),
        ("Necesito el manual.\n\nIng. Raúl Ortega", "Raúl Ortega", "Ing."),
        ("Is it ready?\n\nDoris Day", "Doris Day", ""),
        ("Where is it?\n\nJoan Puig\nCap de compres", "Joan Puig", ""),
        ("Marlon Baptiste, member 20418", "Marlon Baptiste", ""),
    ],
)
def test_customers_say_who_they_are(mail: str, name: str, title: str) -> None:
    customer = customer_of(from_text(mail if "\n" in mail else f"Hello, a question.\n\n{mail}\n"))
    assert customer is not None
    assert (customer.name, customer.title) == (name, title)


@pytest.mark.parametrize(
    "mail",
    [
        "Hello, I am Spanish and I would like to know if you open on Sunday.",
        "---\nfrom: Reservas <reservas@x.example>\n---\nHola, ¿hay sitio el viernes?",
        "Hola, soy Cliente vuestro desde 2019 y quiero saber el precio.",
    ],
)
def test_a_mail_may_name_nobody(mail: str) -> None:
    assert customer_of(from_text(mail)) is None


@pytest.mark.parametrize(
    ("token", "known"),
    [
        ("pepe", "jose"), ("quim", "joaquim"), ("dani", "daniela"), ("joanet", "joan"),
        ("teresita", "teresa"), ("xisca", "francisca"), ("laura", "l"), ("bill", "william"),
        ("jackie", "jacqueline"), ("tomeu", "bartomeu"),
    ],
)  # fmt: skip
def test_short_forms_are_the_same_name(token: str, known: str) -> None:
    assert same(token, known)


@pytest.mark.parametrize(
    ("token", "known"),
    [
        ("daniel", "daniela"), ("ana", "anna"), ("ashford", "ashdown"), ("marta", "martin"),
        ("carla", "carlos"), ("joaquin", "joaquim"), ("graciela", "griselda"), ("jeff", "geoff"),
    ],
)  # fmt: skip
def test_other_names_are_not(token: str, known: str) -> None:
    assert not same(token, known)


def test_a_slip_in_a_name_is_told_from_another_name() -> None:
    assert misspelt("cibrian", "cebrian")
    assert misspelt("oconner", "oconnor")
    assert not misspelt("emma", "geoffrey")
