"""The problems that people meet, in the reader's language; their English sentences are the keys.

Only an error pays for looking one up. A problem that is not here is told in English.
"""

from __future__ import annotations

import re

from replylint.model import Language, Problem

SAID: dict[str, tuple[str, str]] = {
    "there is no such file or folder": (
        "no existe ese archivo ni esa carpeta",
        "no existeix aquest fitxer ni aquesta carpeta",
    ),
    "there is no such file": ("no existe ese archivo", "no existeix aquest fitxer"),
    "there is no such folder": ("no existe esa carpeta", "no existeix aquesta carpeta"),
    "there is no such folder of rules": (
        "no existe esa carpeta de reglas",
        "no existeix aquesta carpeta de regles",
    ),
    "there is no such configuration file": (
        "no existe ese archivo de configuración",
        "no existeix aquest fitxer de configuració",
    ),
    "there are no drafts in this folder": (
        "no hay borradores en esta carpeta",
        "no hi ha esborranys en aquesta carpeta",
    ),
    "there are no rules in this folder": (
        "no hay reglas en esta carpeta",
        "no hi ha regles en aquesta carpeta",
    ),
    "there is no rule “{name}”": ("no hay ninguna regla «{name}»", "no hi ha cap regla «{name}»"),
    "there is no rule or principle “{name}”": (
        "no hay ninguna regla ni principio «{name}»",
        "no hi ha cap regla ni principi «{name}»",
    ),
    "there is no profile “{name}”": (
        "no hay ningún perfil «{name}»",
        "no hi ha cap perfil «{name}»",
    ),
    "there is no format “{name}”": (
        "no hay ningún formato «{name}»",
        "no hi ha cap format «{name}»",
    ),
    "there is no example “{name}”": (
        "no hay ningún ejemplo «{name}»",
        "no hi ha cap exemple «{name}»",
    ),
    "there is no command “{name}”": (
        "no hay ninguna orden «{name}»",
        "no hi ha cap ordre «{name}»",
    ),
    "“{name}” is not one of {words}": (
        "«{name}» no es ninguno de estos valores: {words}",
        "«{name}» no és cap d'aquests valors: {words}",
    ),
    "{rule} has no parameter “{name}”": (
        "{rule} no tiene ningún parámetro «{name}»",
        "{rule} no té cap paràmetre «{name}»",
    ),
    "unknown key “{name}”": ("clave desconocida «{name}»", "clau desconeguda «{name}»"),
    "{name} must be one of {words}": (
        "{name} debe ser uno de estos valores: {words}",
        "{name} ha de ser un d'aquests valors: {words}",
    ),
    "is not TOML: {error}": ("no es TOML: {error}", "no és TOML: {error}"),
    "cannot be read: {error}": ("no se puede leer: {error}", "no es pot llegir: {error}"),
    "cannot be written: {error}": (
        "no se puede escribir: {error}",
        "no es pot escriure: {error}",
    ),
    "is there already and stays as it is": (
        "ya existe y se deja como está",
        "ja existeix i es deixa com està",
    ),
    "--customer goes with one draft, and there are {number}": (
        "--customer va con un solo borrador, y hay {number}",
        "--customer va amb un sol esborrany, i n'hi ha {number}",
    ),
    "Name each customer's email NAME.customer.eml beside its draft": (
        "Llame NOMBRE.customer.eml al correo de cada cliente, junto a su borrador",
        "Anomeneu NOM.customer.eml el correu de cada client, al costat del seu esborrany",
    ),
    "is an Outlook .msg file, which cannot be read": (
        "es un archivo .msg de Outlook, que no se puede leer",
        "és un fitxer .msg de l'Outlook, que no es pot llegir",
    ),
    "is an Outlook .msg or old Office file, not mail": (
        "es un .msg de Outlook o un archivo antiguo de Office, no un correo",
        "és un .msg de l'Outlook o un fitxer antic de l'Office, no un correu",
    ),
    "Open it in Outlook, save it as .eml, and give that file": (
        "Ábralo en Outlook, guárdelo como .eml e indique ese archivo",
        "Obriu-lo a l'Outlook, deseu-lo com a .eml i indiqueu aquest fitxer",
    ),
    "is a binary file, not mail": (
        "es un archivo binario, no un correo",
        "és un fitxer binari, no un correu",
    ),
    "Give the mail as .eml, .mbox, .txt, .md or .html": (
        "Indique el correo como .eml, .mbox, .txt, .md o .html",
        "Indiqueu el correu com a .eml, .mbox, .txt, .md o .html",
    ),
    "is empty": ("está vacío", "és buit"),
    "Nothing can be said of an empty mail": (
        "De un correo vacío no se puede decir nada",
        "D'un correu buit no se'n pot dir res",
    ),
    "is too big to be read ({sizes}, at most {most})": (
        "es demasiado grande para leerlo ({sizes}, como máximo {most})",
        "és massa gran per llegir-lo ({sizes}, com a màxim {most})",
    ),
    "Save the mail without its attachments": (
        "Guarde el correo sin los adjuntos",
        "Deseu el correu sense els adjunts",
    ),
    "Check the name and the folder": (
        "Compruebe el nombre y la carpeta",
        "Comproveu el nom i la carpeta",
    ),
    "Check its permissions": ("Compruebe los permisos", "Comproveu-ne els permisos"),
    "Did you mean {names}?": ("¿Quería decir {names}?", "Volíeu dir {names}?"),
    "Known: {names}": ("Existen: {names}", "N'hi ha: {names}"),
}


def said(problem: Problem, ui: Language) -> str:
    """A problem as one line."""
    if ui == "en":
        return str(problem)
    return str(
        Problem(_said(problem.message, ui), hint=_said(problem.hint, ui), place=problem.place)
    )


def _said(english: str, ui: Language) -> str:
    for template, (es, ca) in SAID.items():
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(template))
        found = re.fullmatch(pattern, english, re.DOTALL)
        if found:
            slots = {name: _said(text, ui) for name, text in found.groupdict().items()}
            if "names" in slots:
                slots["names"] = slots["names"].replace("” or “", "» o «")
                slots["names"] = slots["names"].replace("“", "«").replace("”", "»")
            return (es if ui == "es" else ca).format(**slots)
    return english
