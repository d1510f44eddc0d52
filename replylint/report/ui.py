"""The interface's own words, in the reader's language."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from replylint.model import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REASONS: dict[Language, dict[str, str]] = {
    "en": {
        "customer": "there is no customer email to compare with",
        "language": "the draft's language is not one that replylint knows, or it is too short to "
        "tell",
        "both-languages": "the language of one of the two mails cannot be told",
        "words": "the draft has under 10 words",
        "spelling-off": "spelling is switched off",
        "questions": "the answers to the customer's questions cannot be told",
        "subject": "the draft has no Subject header",
        "recipients": "the draft has no To header",
        "attachments": "this format does not say what is attached",
        "company": "the configuration does not name the company",
        "time": "the draft has no Date, and no --now was given",
        "customer-time": "the customer's email has no Date",
        "reply": "this is a template, not a reply",
        "slow-pattern": "the rule's pattern took too long",
        "no-subject-text": "the subject is empty",
        "not-plain": "the message is not plain text",
        "no-signature": "the draft has no signature",
        "customer-address": "the customer's address is not known",
        "complaint": "the customer's email is not a complaint",
        "steps": "the draft holds no instructions of three steps or more",
        "no-risk": "no payment, cancellation or security is at stake",
        "no-reference": "the customer gives no order or case number",
        "customer-name": "the customer's name is not known",
        "salutation": "the draft has no salutation",
        "title": "the customer signs without a title",
        "signature": "no person signs the draft",
        "signature-appended": "the mail system appends the signature",
        "placeholder": "salutation or signature holds a field to be filled",
        "customer-words": "the customer's email is too short",
        "treatment": "the customer's own treatment cannot be told",
    },
    "es": {
        "customer": "no hay correo del cliente con que comparar",
        "language": "el idioma del borrador no es uno que replylint conozca, o es demasiado corto "
        "para saberlo",
        "both-languages": "no se puede saber el idioma de uno de los dos correos",
        "words": "el borrador tiene menos de 10 palabras",
        "spelling-off": "la ortografía está desactivada",
        "questions": "no se puede saber si las preguntas del cliente tienen respuesta",
        "subject": "el borrador no tiene cabecera Subject",
        "recipients": "el borrador no tiene cabecera To",
        "attachments": "este formato no dice qué va adjunto",
        "company": "la configuración no dice cómo se llama la empresa",
        "time": "el borrador no tiene Date y no se ha dado --now",
        "customer-time": "el correo del cliente no tiene Date",
        "reply": "es una plantilla, no una respuesta",
        "slow-pattern": "el patrón de la regla ha tardado demasiado",
        "no-subject-text": "el asunto está vacío",
        "not-plain": "el mensaje no es texto sin formato",
        "no-signature": "el borrador no lleva firma",
        "customer-address": "no se conoce la dirección del cliente",
        "complaint": "el correo del cliente no es una queja",
        "steps": "el borrador no tiene instrucciones de tres pasos o más",
        "no-risk": "no hay en juego pagos, cancelaciones ni seguridad",
        "no-reference": "el cliente no da ningún número de pedido ni de caso",
        "customer-name": "no se sabe cómo se llama el cliente",
        "salutation": "el borrador no tiene saludo",
        "title": "el cliente firma sin título",
        "signature": "ninguna persona firma el borrador",
        "signature-appended": "la firma la añade el sistema de correo",
        "placeholder": "el saludo o la firma tiene un campo por rellenar",
        "customer-words": "el correo del cliente es demasiado corto",
        "treatment": "no se puede saber qué tratamiento da el cliente",
    },
    "ca": {
        "customer": "no hi ha cap correu del client amb què comparar",
        "language": "la llengua de l'esborrany no és cap de les que replylint coneix, o és massa "
        "curt per saber-ho",
        "both-languages": "no es pot saber la llengua d'un dels dos correus",
        "words": "l'esborrany té menys de 10 paraules",
        "spelling-off": "l'ortografia està desactivada",
        "questions": "no es pot saber si les preguntes del client tenen resposta",
        "subject": "l'esborrany no té capçalera Subject",
        "recipients": "l'esborrany no té capçalera To",
        "attachments": "aquest format no diu què hi ha adjunt",
        "company": "la configuració no diu com es diu l'empresa",
        "time": "l'esborrany no té Date i no s'ha donat --now",
        "customer-time": "el correu del client no té Date",
        "reply": "és una plantilla, no una resposta",
        "slow-pattern": "el patró de la regla ha trigat massa",
        "no-subject-text": "l'assumpte és buit",
        "not-plain": "el missatge no és text sense format",
        "no-signature": "l'esborrany no porta signatura",
        "customer-address": "no se sap l'adreça del client",
        "complaint": "el correu del client no és cap queixa",
        "steps": "l'esborrany no té instruccions de tres passos o més",
        "no-risk": "no hi ha en joc pagaments, cancel·lacions ni seguretat",
        "no-reference": "el client no dona cap número de comanda ni de cas",
        "customer-name": "no se sap com es diu el client",
        "salutation": "l'esborrany no té salutació",
        "title": "el client signa sense títol",
        "signature": "cap persona no signa l'esborrany",
        "signature-appended": "la signatura l'afegeix el sistema de correu",
        "placeholder": "la salutació o la signatura té un camp per omplir",
        "customer-words": "el correu del client és massa curt",
        "treatment": "no es pot saber quin tractament dona el client",
    },
}


def asked(arguments: Sequence[str]) -> Language:
    """The interface's language where the command line failed: that of --ui if it is there."""
    for at, argument in enumerate(arguments):
        if argument.startswith("--ui="):
            return language(argument.partition("=")[2])
        if argument == "--ui" and at + 1 < len(arguments):
            return language(arguments[at + 1])
    return language("auto")


def language(wanted: str, environment: Mapping[str, str] = os.environ) -> Language:
    """The interface's language: as wanted, or for "auto" from LC_ALL, LC_MESSAGES, LANG."""
    if wanted == "auto":
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            if value := environment.get(variable):
                wanted = value[:2].lower()
                break
    return next((known for known in LANGUAGES if known == wanted), "en")
