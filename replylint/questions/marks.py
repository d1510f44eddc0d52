"""Words and patterns that tell a time, a price, a number, a place or a blank, in all languages."""

from __future__ import annotations

import re

from replylint.questions.grammar import word_set
from replylint.text.expressions import expression

# Typed with a lower-case "h" and nothing after it, "19 h" is an hour; so are 19:00, 7.30 and 9am.
_CLOCK = expression(
    r"\b\d{1,2}(?:[:.h]\d{2}(?!\d)(?:\s?h\b)?|\s?(?:am|pm|a\.m\.|p\.m\.|h|hrs?)\b)", re.IGNORECASE
)
_MONEY = expression(r"[€$£]\s?\d|\d\s?[€£$%]", needs="€ $ £ %")
_LINK = expression(
    r"https?://\S|www\.\S|"
    r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:example|com|org|net|es|cat|uk|info|io|eu)\b",
    needs=":// www. .example .com .org .net .es .cat .uk .info .io .eu",
)
_MAILBOX = expression(r"(?<=\w)@[\w-]{1,63}\.\w", needs="@")
_DATE = expression(
    r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b|\b\d{1,2}(?:st|nd|rd|th)\b", re.IGNORECASE
)
_YEAR = expression(r"\b(?:1[5-9]|20)\d{2}\b")
_GAP = expression(
    r"\{\{[^{}\n]{0,60}\}\}|\[[^\[\]\n]{2,40}\]|<[A-Za-z_ ]{3,30}>|\bX{3,}\b|_{3,}|\bTBC\b|\bTBD\b",
    needs="{{ [ < XXX ___ TBC TBD",
)


TIMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
    thursdays fridays saturdays sundays january february march april may june july august
    september october november december today tomorrow tonight noon midnight weekend weekends
    weekdays morning afternoon evening lunchtime anytime spring summer autumn winter christmas
    easter daily immediately lunes martes miercoles jueves viernes sabado sabados domingo
    domingos enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre hoy manana mediodia medianoche tarde noche verano invierno otono primavera navidad
    dilluns dimarts dimecres dijous divendres dissabte dissabtes diumenge diumenges gener febrer
    marc maig juny juliol agost setembre octubre novembre desembre avui dema migdia mitjanit
    vespre nit mati primavera estiu tardor hivern nadal vesprada enguany
    """
)
UNITS = word_set(
    """
    hour hours day days week weeks month months year years fortnight hora horas dia dias semana
    semanas mes meses ano anos quincena hora hores dia dies setmana setmanes mes mesos any anys
    quinzena
    """
)
MINUTES = word_set("minute minutes minuto minutos minut minuts mins")
NUMBERS = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty
    fifty hundred dozen both half couple uno una dos tres cuatro cinco seis siete ocho nueve
    diez once doce quince veinte treinta cincuenta cien medio media ambos ambas un dues quatre
    cinc sis set vuit nou deu onze dotze quinze vint trenta cinquanta cent mig mitja totes
    """
)
CURRENCIES = word_set(
    """
    euro euros pound pounds dollar dollars pesos peso cents pence usd eur gbp iva vat centims
    centimos quid
    """
)
FREE = word_set(
    """
    free gratis gratuito gratuita gratuitos gratuitas gratuit gratuita gratuits gratuites
    complimentary franc
    """
)
PLACES = word_set(
    """
    street road avenue lane floor hall desk counter entrance door gate depot warehouse office
    branch reception station lift upstairs downstairs app store catalogue page settings calle
    plaza avenida paseo planta mostrador puerta almacen oficina taquilla recepcion estacion sede
    registro web carrer placa avinguda passeig porta magatzem oficina taquilla recepcio estacio
    taulell seu registre cambra
    """
)
FRAME = TIMES | UNITS | MINUTES | NUMBERS | CURRENCIES | FREE
WE = word_set("we us our i me my nosotros nosaltres nuestra nuestro nostra nostre yo jo")

PATTERNS = (
    ("time", _CLOCK), ("money", _MONEY), ("link", _LINK), ("mailbox", _MAILBOX), ("time", _DATE),
    ("year", _YEAR), ("gap", _GAP),
)  # fmt: skip
