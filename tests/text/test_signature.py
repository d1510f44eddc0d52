"""Who signs a draft."""

import pytest

from replylint.mail import from_text
from replylint.model import Company
from replylint.text.signature import Signature, signature_of

COMPANY = Company(name="Hotel Miramar", domains=("miramar.example",))


def read(block: str) -> Signature:
    draft = f"Dear Ms Pi,\n\nYour room is ready from two o'clock.\n\nKind regards,\n\n{block}\n"
    signature = signature_of(from_text(draft), COMPANY)
    assert signature is not None
    return signature


@pytest.mark.parametrize(
    "block",
    [
        "Hotel Miramar", "The Hotel Miramar Team", "Customer Service", "L'equip d'Hotel Miramar",
        "Departamento de Reservas\n971 000 000", "Servei d'Atenció al Client",
    ],
)  # fmt: skip
def test_a_house_or_a_team_is_nobody(block: str) -> None:
    assert read(block).name == ""


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("Tom from Hotel Miramar", "Tom"),
        ("Marta de Hotel Miramar", "Marta"),
        ("Marta Ruiz - Hotel Miramar - 971 000 000", "Marta Ruiz"),
        ("Emma Church\nVerger\n020 7946 0000", "Emma Church"),
        ("Saskia de Groot\nHead of Customer Care", "Saskia de Groot"),
    ],
)
def test_a_person_is_told_from_the_house_beside_them(block: str, name: str) -> None:
    assert read(block).name == name


@pytest.mark.parametrize("name", ["Tom", "Juan Carlos", "Maria Antònia", "Mary Ann", "Tom A."])
def test_given_names_are_no_surname(name: str) -> None:
    assert read(f"{name}\nReceptionist\n971 000 000").given_only


@pytest.mark.parametrize(
    "name",
    ["Tom Ash", "H. Ash", "Mr Ash", "María José Peral", "Rosa M. Pijoan", "Marta Ruiz i Soler"],
)
def test_a_surname_is_seen(name: str) -> None:
    assert not read(f"{name}\nReceptionist\n971 000 000").given_only


@pytest.mark.parametrize(
    "block",
    [
        "Tom Ash, Duty Manager", "Tom Ash\nHotel Miramar\nDuty Manager", "Marta Ruiz\nGobernanta",
        "Marta Ruiz\nCap de recepció", "Odile Ferrand\nMaître d', Hotel Miramar",
        "Anita Rao, DVM\nVeterinary Surgeon", "Lidia Vera\nAgente de atención al cliente",
    ],
)  # fmt: skip
def test_a_role_is_seen(block: str) -> None:
    assert read(block).job


@pytest.mark.parametrize(
    "block",
    [
        "Marta Ruiz\nAtención al Cliente", "Tom Ash\nHotel Miramar\nManchester",
        "Marta Ruiz\nÀrea de Clients", "Tom Ash, DVM\n020 7946 0000",
        "Marta Ruiz\nDpto. de Administración\nC/ Mayor, 12, 07001 Palma",
    ],
)  # fmt: skip
def test_a_department_a_town_and_a_degree_are_no_role(block: str) -> None:
    signature = read(block)
    assert (signature.job, signature.other) == ("", "")


@pytest.mark.parametrize(
    "line",
    ["971 00 00 00", "(415) 555-0199", "tom@miramar.example", "www.miramar.example", "ext. 214"],
)
def test_ways_of_contact(line: str) -> None:
    assert read(f"Tom Ash\nDuty Manager\n{line}").contact


def test_a_street_number_is_no_contact() -> None:
    assert not read("Tom Ash\nDuty Manager\nC/ Mayor, 12").contact
