"""replylint init: write a replylint.toml to start from."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from replylint.model import Language, Problem
from replylint.options import OUTPUT, UI, UI_HELP, Command, OneOf, option

# The settings that people change first; a value after “# ” is the default.
SETTINGS = """\
# {head}

# {profile}
# profile = "default"

# {fail}
# fail-on = "error"
# fail-under = 0

# {rules}
# select = ["ALL"]
# ignore = ["promotional/no-next-step"]

# {exclude}
# exclude = ["archive/"]

# {company}
[company]
name = ""
domains = []      # "hotel.example"
products = []     # "Suite Mar"
people = []       # "Ana Puig <ana@hotel.example>"

# {rule}
# [rules."polite/no-thanks"]
# severity = "info"

# {words}
[spelling]
words = []

# {files}
# [per-file-ignores]
# "templates/legal/*" = ["professional/long-paragraph"]
"""
WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "head": "Settings of replylint. Everything here is optional; “replylint config” shows "
        "what is in force.",
        "profile": "A set of settings to start from: default, strict, anglo, es-law or template.",
        "fail": "What stops a draft: findings of this level or worse (error, warning, info, "
        "never), or a low score.",
        "rules": "Which rules run: names, principles or ALL. “replylint rules” lists them.",
        "exclude": "Files that are never checked when a folder is; patterns as in .gitignore.",
        "company": "Who you are: whose people are colleagues, whose links are your own, which "
        "names are no mistakes.",
        "rule": "A rule of your own measure: severity, weight and what “replylint rule NAME” "
        "lists.",
        "words": "Words that you spell like this on purpose.",
        "files": "Rules that do not concern some files.",
    },
    "es": {
        "head": "Configuración de replylint. Todo es opcional; «replylint config» muestra lo que "
        "está en vigor.",
        "profile": "Un conjunto de partida: default, strict, anglo, es-law o template.",
        "fail": "Qué detiene un borrador: hallazgos de este nivel o peores (error, warning, info, "
        "never), o la nota.",
        "rules": "Qué reglas se aplican: nombres, principios o ALL. «replylint rules» las enumera.",
        "exclude": "Archivos que no se revisan con su carpeta; patrones como los de .gitignore.",
        "company": "Quiénes son ustedes: sus compañeros, sus enlaces y los nombres que no son "
        "faltas.",
        "rule": "Una regla a su medida: gravedad, peso y lo que muestra «replylint rule NOMBRE».",
        "words": "Palabras que escriben así a propósito.",
        "files": "Reglas que no afectan a algunos archivos.",
    },
    "ca": {
        "head": "Configuració de replylint. Tot és opcional; «replylint config» mostra què hi ha "
        "en vigor.",
        "profile": "Un conjunt de partida: default, strict, anglo, es-law o template.",
        "fail": "Què atura un esborrany: troballes d'aquest nivell o pitjors (error, warning, "
        "info, never), o la nota.",
        "rules": "Quines regles s'apliquen: noms, principis o ALL. «replylint rules» les enumera.",
        "exclude": "Fitxers que no es revisen amb la seva carpeta; patrons com els de .gitignore.",
        "company": "Qui sou: els companys, els enllaços propis i els noms que no són faltes.",
        "rule": "Una regla a la vostra mida: gravetat, pes i el que mostra «replylint rule NOM».",
        "words": "Paraules que escriviu així expressament.",
        "files": "Regles que no afecten alguns fitxers.",
    },
}


@click.command("init", cls=Command, short_help="Write a replylint.toml to start from.")
@click.argument("folder", default=".", metavar="[FOLDER]")
@option(OUTPUT, "--ui", type=OneOf(UI), metavar="LANG", help=UI_HELP)
def command(folder: str, ui: str | None) -> None:
    """Write a commented replylint.toml in FOLDER, or here. One that is there stays as it is."""
    from replylint.configfile import NAME
    from replylint.report.ui import language
    from replylint.report.words import words

    path, spoken = Path(folder) / NAME, language(ui or "auto")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(SETTINGS.format(**WORDS[spoken]))
    except FileExistsError:
        raise Problem("is there already and stays as it is", place=str(path)) from None
    except OSError as error:
        raise Problem(f"cannot be written: {error.strerror}", place=str(path)) from None
    sys.stdout.write(words(spoken)["wrote"].format(path=path) + "\n")
