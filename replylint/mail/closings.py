"""Words with which mail opens and closes: salutations, formulas of farewell, names."""

from __future__ import annotations

from replylint.mail import marks
from replylint.mail.lists import phrases, words
from replylint.text.expressions import expression
from replylint.text.prose import fold

_WORD = expression(r"[^\W\d_]+(?:['’·-][^\W\d_]+)*")

# A formula holds one of these words…
_CORE = words(
    """
    regards sincerely faithfully truly cheers wishes respectfully cordially cordially warmly
    condolences greetings
    gratitude thanks thx tx rgds br bw kr yours
    saludo saludos abrazo abrazos beso besos atentamente atte cordialmente afectuosamente
    respetuosamente
    sinceramente gracias saluda saludamos pesame
    salutacio salutacions salut atentament cordialment abracada abracades peto petons records
    gracies merces
    afectuosament respectuosament sincerament saludem condol
    grusse gruss grussen gruße grußen gruß hochachtungsvoll lg mfg vg cordialement salutations
    amicalement bises saluti saluto
    cordialita cumprimentos abraco abracos atenciosamente obrigado obrigada grazie merci danke
    groet groeten
    hilsen hilsner mvh vh kh halsning halsningar pozdrawiam powazaniem pozdrowienia уважением
    よろしくお願いいたします
    よろしくお願いします
    """
)
# …and else only of these, which fill it out.
_FILL = words(
    """
    kind kindest best warm warmest with many my our and all the very to you your again so much a
    for in advance
    friendly from of sincere deepest thank family everyone both team once
    un una unos muy cordial cordiales afectuoso afectuosa fuerte fuertes gran grande y de para
    los las dos le les te
    os nos se lo la el usted ustedes vosotros todos todas recibe reciba reciban recibid mando
    mandamos envio enviamos
    mi nuestro nuestra mas sincero sentido otro con por mil muchas muchos anticipadas antemano
    carinoso
    quedo quedamos disposicion su tu vuestra
    molt molts moltes molta ben cordials afectuosa afectuosos forta gran i d' de per a als les
    vos us em en ens et
    rebi rebeu rep rebin ho bona bones prest aviat fins la el els teva seva vostra disposicio
    quedem resto restem
    avancat anticipades tots totes
    mit freundlichen freundlichem besten herzlichen liebe lieben viele schone beste freundliche aus
    bien vous toi vos distinguees sinceres meilleures agreer expression mes nos
    cordiali distinti un'
    com os melhores atenciosos um uma
    met vriendelijke hartelijke med venlig venlige vanlig vennlig basta hjertelig z wyrazami
    serdecznie с
    以上
    """
)
_WHOLE = frozenset(
    phrases(
        """
    best;all best;all the best;all the very best;all my best;take care;love;with love;much love
    warmest;yours
    see you;see you soon;see you then;see you later;see you there;see you tomorrow;speak soon
    talk soon
    speak to you soon;talk to you soon;bye;bye for now;thank you;thank you very much
    thank you so much
    thank you again;thank you in advance;thanking you;many thanks;much appreciated;until then
    later;laters
    hasta pronto;hasta luego;hasta la vista;hasta entonces;hasta manana;nos vemos
    nos vemos pronto;salud;adios
    a reveure;adeu;adeu-siau;a10;passi-ho be;passi ho be;que vagi be;que vagi molt be
    bis bald;a bientot;a presto;ate breve;tot ziens
    """
    )
)
_UNTIL = words(
    """
    ben molt aviat prest ara dema llavors la propera dilluns dimarts dimecres dijous divendres
    dissabte diumenge
    setmana vinent
    """
)
# Words that a salutation begins with: one, or two together.
_GREETINGS = words(
    """
    dear dears hi hiya hello hey hallo greetings morning afternoon evening attn
    estimado estimada estimados estimadas apreciado apreciada apreciados apreciadas querido
    querida queridos queridas
    hola buenas distinguido distinguida distinguidos distinguidas sr sra srta don dona d dna
    senor senora senores
    senoras senorita doctor doctora
    benvolgut benvolguda benvolguts benvolgudes apreciat apreciats apreciades estimat estimats
    estimades distingit
    distingida distingits bones senyor senyora senyors senyores ei ep iep ieps
    bonjour bonsoir cher chere liebe lieber liebes buongiorno gentile egregio ciao caro cara ola
    prezado prezada
    prezados beste geachte kaere kære hej hei kjaere kjære szanowny szanowna kaixo boas
    """
)
_GREETING_PAIRS = frozenset(
    phrases(
        """
    good morning;good afternoon;good evening;good day;to whom;buenos dias;buenas tardes
    buenas noches;buen dia
    muy buenas;muy senor;muy senores;muy senora;muy estimado;muy estimada;muy estimados;a quien
    bon dia;bona tarda;bon vespre;bona vesprada;bona nit;bon migdia;bones tardes;a qui
    sehr geehrte;sehr geehrter;sehr geehrtes;guten tag;guten morgen;bom dia;boa tarde;boa noite
    egun on;arratsalde on
    """
    )
)
_WISHES = phrases(
    """
    have a ;enjoy ;happy ;safe ;que tenga;que pase;que disfrute;que vaya;que vagi;que tingui
    que tingueu;que passi
    que passeu;que gaudeixi;buen ;buena ;feliz ;felices ;bon ;bona ;bones ;felic ;cuidate
    cuidese;cuida't
    """
)
# Particles inside names of people: Marta de la Cruz, Pi i Margall, Saskia de Groot.
_PARTICLES = words(
    "de del de la las los i y e van von der den di da do dos das du le el al bin ben ibn ter "
    "ten zu zur af av o' d' ní ni mac"
)
_NAME_WORD = expression(r"[^\W\d_]+(?:['’·.-]+[^\W\d_]+)*\.?['’]?$")
_CUT = expression(r"\s*[|·•/]\s*|,\s+|\s+[–—-]\s+|\s{3,}|\s*\(")


def is_greeting(line: str) -> bool:
    """Whether a line begins as mail greets: "Hola, Ana:", but not "hola@example.com"."""
    text = line[:48].lstrip(" \t¡\"'*_")
    first = _WORD.match(text)
    if not first or text[first.end() : first.end() + 1] == "@":
        return False
    words = [fold(w) for w in _WORD.findall(text)[:2]]
    return words[0] in _GREETINGS or " ".join(words) in _GREETING_PAIRS


def is_formula(line: str) -> bool:
    """Whether a line is a formula of farewell by its words alone: "Un saludo cordial," but not a
    sentence of thanks.
    """
    if len(line) > 80:
        return False
    words = [fold(w) for w in _WORD.findall(line)]
    if not words or len(words) > 11:
        return False
    plain = " ".join(words)
    if plain in _WHOLE or (
        "fins" in words[:3] and _UNTIL.issuperset(words[words.index("fins") + 1 :])
    ):
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
    return plain.startswith(_WISHES) and plain.count(" ") < 7


def is_name(text: str, *, loose: bool = False) -> bool:
    """Whether a short text can be the name of a person or a house: "Saskia de Groot", "L'equip de
    Fil i Agulla".

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
    """Say what stands before the first bar, dot, comma or dash of a signature line."""
    return _CUT.split(line.strip(" *_"), maxsplit=1)[0]


def salutation(line: str) -> int:
    """Give the length of the salutation that a line begins with, 0 if none: "Hola, Laura: gracias…"
    gives 12.
    """
    text = line.rstrip()
    if len(text) > 2000:
        return 0
    if not is_greeting(text):
        # A name and nothing else: "Mr Baptiste,", "Señora Riquelme:".
        bare = text.strip()
        return (
            len(text) if bare[-1:] in ",:" and len(bare.split()) <= 5 and is_name(bare[:-1]) else 0
        )
    words = len(text.split())
    inner = text[:-1] if text[-1] in ",:!." else text
    closed = text[-1] in ",:!" or (words <= 6 and not any(c in inner for c in ",:;!"))
    if closed and len(text) <= 70 and not marks.last_sentence(text):
        return len(text)
    return _inline(text)


def _inline(text: str) -> int:
    """Give the length of a salutation with text behind it: its first piece, and names that follow
    with a comma.
    """
    end = 0
    for at, mark in enumerate(text[:90]):
        dash = mark in "-–" and text[at - 1 : at + 2] == f" {mark} "
        if mark not in ",:!.;—" and not dash:
            continue
        piece = text[end:at].strip(" ,")
        if end and not (piece and is_name(piece)):
            break
        if not end and len(text[:at].split()) > 6:
            return 0
        end = at + 1
        if mark in ":!":
            break
    return end
