"""What programs and companies append below a signature: legal footers, list footers, "Sent from my
phone".
"""

from __future__ import annotations

from replylint.mail.lists import phrases
from replylint.mail.marks import is_rule
from replylint.text.expressions import expression
from replylint.text.prose import fold

_LEGAL = phrases(
    """
    confidential;disclaimer;intended recipient;addressee;privileged;unauthorised;unauthorized
    gdpr;data protection
    think before you print;before printing;consider the environment;notify the sender
    registered office
    registered in england;company number;company no
    in error;delete it;por error;borre;eliminel;per error;esborr;adreca;dirigido
    confidencial;aviso legal;destinatari;rgpd;lopd;proteccion de datos;datos personales
    antes de imprimir
    secreto profesional;registro mercantil;politica de privacidad;responsable del tratamiento
    avis legal;proteccio de dades;dades personals;abans d'imprimir;secret professional
    registre mercantil
    politica de privacitat;responsable del tractament;vertraulich;confidentiel
    """
)
_LEGAL_START = phrases(
    """
    this email;this e-mail;this message;this communication;the information;the contents of this
    the content of this
    aviso legal;aviso de confidencialidad;este mensaje;este correo;la informacion contenida
    avis legal;avis de confidencialitat;aquest missatge;aquest correu;la informacio continguda
    disclaimer
    confidentiality notice;legal notice;please consider the environment;antes de imprimir
    abans d'imprimir
    de acuerdo con;de conformidad con;en cumplimiento;d'acord amb;de conformitat amb;en compliment
    le informamos de que sus;us informem que les vostres dades;us informem que les seves dades
    """
)
_HEADINGS = ("aviso ", "avis ", "disclaimer", "confidentiality notice", "legal notice")
MAX_LINES = 150  # of a footer, blank ones included
_PGP = "-----BEGIN PGP SIGNATURE"
_DEVICE = expression(
    r"\b(?:iphone|ipad|ipod|ios|android\S*|blackberry|mobile\S*|mobil\S*|movil|smartphone|phone|cell\S*|tablet|samsung"
    r"|galaxy|huawei|xiaomi|htc|nokia|oneplus|pixel|windows|outlook|yahoo|mail|mailbox|airmail|gmail|k-9|proton\S*"
    r"|thunderbird|device|telefono|telefon\w*|dispositivo|dispositiu|handy|laptop|portable)\b"
)
_SENT_FROM = expression(
    r"(?:sent|message sent|enviado|mensaje enviado|enviat|missatge enviat|envoye|gesendet"
    r"|inviato|verzonden|sendt|skickat"
    r"|lahetetty|wyslane|wyslano|enviada|отправлено|надіслано)"
    r" (?:from|via|with|by|using|desde|des|con|de|da|amb|depuis|mit|von|met|vanaf|van|fra"
    r"|fran|z|ze|с|из|з|pelo|do)\b"
)
_FROM_MOBILE = expression(r"(?:\S+ )?from (?:my )?(?:mobile|phone|iphone|ipad|android)\b")
_OUTLOOK = expression(
    r"(?:get|obten(?:er|ir|ga)?|baixeu|descarga\w*|telecharge[rz]|holen sie sich|scarica) "
    r"\[?outlook "
)
_GERMAN = expression(r"(?:von|diese nachricht wurde) .{3,80}gesendet")


def is_device(line: str) -> bool:
    """Whether a line says with which device or program the mail was sent, and nothing more."""
    if not 4 < len(line) < 140:
        return False
    if ("iPhone" in line or "iPad" in line) and (
        "傳送" in line or "发自" in line or "から送信" in line
    ):
        return True
    plain = fold(line.strip(" <>()[]*_"))
    if _OUTLOOK.match(plain):
        return True
    if _GERMAN.match(plain):
        return bool(_DEVICE.search(plain))
    sent = _SENT_FROM.match(plain)
    if sent:
        rest = line.strip(" <>()[]*_")[sent.end() :].split()
        named = (
            rest[1:2] if rest and rest[0].lower() in ("my", "mi", "meu", "mon", "meinem") else []
        )
        head = " ".join(plain[sent.end() :].split()[:5])
        return (
            bool(_DEVICE.search(head))
            or bool(named and named[0][0].isupper())
            or (0 < len(rest) <= 3 and rest[0][0].isupper())
        )
    return bool(_FROM_MOBILE.match(plain)) and len(plain.split()) <= 5


def footer_start(lines: list[str], low: int, high: int) -> int:
    """Give the first line of the footer at the end of lines[low:high]; `high` if there is none."""
    for i in range(max(low, high - MAX_LINES), high):
        line = lines[i]
        if line.startswith(_PGP):
            return i
        if is_rule(line, 8) and high - i <= 24 and _is_list_footer(lines[i + 1 : high]):
            return i
        if len(line) < 12 or (i > low and lines[i - 1].strip() and not is_rule(lines[i - 1], 8)):
            continue
        plain = fold(line.lstrip(" *_>")[:2000])
        if plain.startswith(_LEGAL_START):
            rest = fold("\n".join(lines[i : i + 40])[:4000])
            if plain.startswith(_HEADINGS) or sum(term in rest for term in _LEGAL) >= 2:
                return i - 1 if i > low and is_rule(lines[i - 1], 8) else i
    return high


def _is_list_footer(rest: list[str]) -> bool:
    """Give a mailing list's or ticket system's footer: a rule, then a few short lines with an
    address of mail or web.
    """
    lines = [line for line in rest if line.strip()]
    if not 0 < len(lines) <= 6 or any(len(line) > 120 for line in lines):
        return False
    joined = "\n".join(lines)
    return "://" in joined or ("@" in joined and "list" in joined.lower())
