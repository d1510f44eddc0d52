"""Words with which mail opens and closes: salutations, formulas of farewell, names."""

from __future__ import annotations

import re

from replylint.text.prose import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’·-][^\W\d_]+)*")

# A formula holds one of these words…
_CORE = frozenset(
    """
    regards sincerely faithfully truly cheers wishes respectfully cordially cordially warmly condolences greetings
    gratitude thanks thx tx rgds br bw kr yours
    saludo saludos abrazo abrazos beso besos atentamente atte cordialmente afectuosamente respetuosamente
    sinceramente gracias saluda saludamos pesame
    salutacio salutacions salut atentament cordialment abracada abracades peto petons records gracies merces
    afectuosament respectuosament sincerament saludem condol
    grusse gruss grussen gruße grußen gruß hochachtungsvoll lg mfg vg cordialement salutations amicalement bises saluti saluto
    cordialita cumprimentos abraco abracos atenciosamente obrigado obrigada grazie merci danke groet groeten
    hilsen hilsner mvh vh kh halsning halsningar pozdrawiam powazaniem pozdrowienia уважением よろしくお願いいたします
    よろしくお願いします
    """.split()
)
# …and else only of these, which fill it out.
_FILL = frozenset(
    """
    kind kindest best warm warmest with many my our and all the very to you your again so much a for in advance
    friendly from of sincere deepest thank family everyone both team once
    un una unos muy cordial cordiales afectuoso afectuosa fuerte fuertes gran grande y de para los las dos le les te
    os nos se lo la el usted ustedes vosotros todos todas recibe reciba reciban recibid mando mandamos envio enviamos
    mi nuestro nuestra mas sincero sentido otro con por mil muchas muchos anticipadas antemano carinoso
    quedo quedamos disposicion su tu vuestra
    molt molts moltes molta ben cordials afectuosa afectuosos forta gran i d' de per a als les vos us em en ens et
    rebi rebeu rep rebin ho bona bones prest aviat fins la el els teva seva vostra disposicio quedem resto restem
    avancat anticipades tots totes
    mit freundlichen freundlichem besten herzlichen liebe lieben viele schone beste freundliche aus
    bien vous toi vos distinguees sinceres meilleures agreer expression mes nos
    cordiali distinti un'
    com os melhores atenciosos um uma
    met vriendelijke hartelijke med venlig venlige vanlig vennlig basta hjertelig z wyrazami serdecznie с
    以上
    """.split()
)
_WHOLE = re.compile(
    r"(?:all (?:the|my) (?:very )?best|best|all best|take care|(?:with )?(?:much )?love|warmest|yours"
    r"|(?:see|speak|talk) (?:to |you )?(?:you )?(?:soon|then|later|there|tomorrow)|bye(?: for now)?|(?:thank|thanking) you"
    r"(?: (?:very|so) much| again| in advance| kindly)?|many thanks|much appreciated|until then|later[sz]?"
    r"|hasta (?:pronto|luego|la vista|entonces|manana)|nos vemos(?: pronto)?|salud|adios"
    r"|(?:salut i )?fins (?:ben )?(?:aviat|prest|ara|dema|llavors|la propera|dilluns|dimarts|dimecres|dijous"
    r"|divendres|dissabte|diumenge)|a reveure|adeu(?:-siau)?|a10|passi-?ho be|que vagi (?:molt )?be"
    r"|bis bald|a bientot|a presto|ate breve|tot ziens)"
)
_GREETING = re.compile(
    r"[¡\"'*]*(?:dear|dears|hi|hiya|hello|hey|hallo|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon"
    r"|to whom it may concern|attn"
    r"|estimad[oa]s?|apreciad[oa]s?|querid[oa]s?|hola|buen(?:os|as)? (?:dias?|tardes|noches)|buenas|muy buenas"
    r"|muy (?:senor(?:es)?|estimad[oa]s?) (?:mi[oa]s?|nuestr[oa]s?)?|distinguid[oa]s?|a quien corresponda"
    r"|(?:sr|sra|srta|don|dona|d|dna|senora?|senores|senorita|doctora?)(?=[\s.,:])"
    r"|benvolgu(?:t|da|ts|des)|benvolgudes|apreciats?|apreciada|apreciades|estimats?|estimada|estimades|distingi(?:t|da|ts)"
    r"|bon(?:a|es)? (?:dia|tarda|vespre|vesprada|nit|migdia)|bones|senyora?|senyors?|senyores|ei|ep|ieps?|a qui correspongui"
    r"|bonjour|bonsoir|cher|chere|liebe[rs]?|sehr geehrte[rsn]?|guten (?:tag|morgen)|buongiorno|gentile|egregio|ciao|caro"
    r"|cara|ola|prezad[oa]s?|bom dia|boa (?:tarde|noite)|beste|geachte|kaere|hej|hei|kjaere|szanown[yai]|kaixo|egun on"
    r"|arratsalde on|boas(?: tardes| noites)?)\b"
)
# Particles inside names of people: Marta de la Cruz, Pi i Margall, Saskia de Groot.
_PARTICLES = frozenset(
    "de del de la las los i y e van von der den di da do dos das du le el al bin ben ibn ter ten zu zur af av o' d' ní ni mac".split()
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’·.-]+[^\W\d_]+)*\.?['’]?$")
_CUT = re.compile(r"\s*[|·•/]\s*|,\s+|\s+[–—-]\s+|\s{3,}|\s*\(")


def is_greeting(line: str) -> bool:
    return bool(_GREETING.match(fold(line.lstrip()[:48])))


def is_formula(line: str) -> bool:
    """Whether a line is a formula of farewell by its words alone: "Un saludo cordial," but not a sentence of thanks."""
    if len(line) > 80:
        return False
    words = [fold(w) for w in _WORD.findall(line)]
    if not words or len(words) > 11:
        return False
    plain = " ".join(words)
    if _WHOLE.fullmatch(plain):
        return True
    if not any(w in _CORE or w.replace("'", "") in _CORE for w in words):
        return False
    odd = sum(1 for w in words if w not in _CORE and w not in _FILL)
    # One word of one's own in a formula: "a very Irish thanks", "saludos desde Cádiz".
    return odd == 0 or (
        odd == 1 and words[-1] not in _CORE and len(words) <= 4 and not line.rstrip().endswith(".")
    )


def is_wish(line: str) -> bool:
    """Whether a short line wishes something well: "Have a lovely trip!", "Que vagi molt bé"."""
    if len(line) > 60:
        return False
    plain = fold(line.strip(" ¡!.,"))
    return bool(
        re.match(
            r"(?:have a|enjoy|happy|safe|que (?:tenga|tengas|tengais|tengan|pase|pases|paseis|disfrute|disfrutes|vaya|vagi"
            r"|vagis|tingui|tinguis|tingueu|passi|passis|passeu|gaudeixi|gaudeixis)|buen|buena|feliz|felices|bon|bona"
            r"|bones|felic|cuidate|cuidese|cuida't)\b",
            plain,
        )
        and len(plain.split()) <= 7
    )


def is_name(text: str, *, loose: bool = False) -> bool:
    """Whether a short text can be the name of a person or a house: "Saskia de Groot", "L'equip de Fil i Agulla".

    `loose` also takes a name in small letters, as people sign below a formula.
    """
    words = text.strip(" *_,").split()
    if not 1 <= len(words) <= 7 or len(text) > 60:
        return False
    capitals = 0
    for word in words:
        if not _NAME_WORD.match(word):
            return False
        core = word.partition("'")[2] or word if word[:2].lower() in ("l'", "d'") else word
        if core[0].isupper() or not (core[0].islower() or core[0].isupper()):
            capitals += 1
        elif fold(word) not in _PARTICLES and not loose:
            # "El equipo de Alba Móvil", "Departament d'impagats": one or two common nouns between.
            capitals -= 0 if capitals else 1
            if len(words) > 6:
                return False
    if loose and capitals == 0:
        return len(words) <= 2
    return capitals >= 1 and capitals * 2 >= len([w for w in words if fold(w) not in _PARTICLES])


def first_chunk(line: str) -> str:
    """What stands before the first bar, dot, comma or dash of a signature line."""
    return _CUT.split(line.strip(" *_"), maxsplit=1)[0]
