"""Header blocks and separators that mail programs put above a whole quoted or forwarded message.

    From: Laura Gómez <laura@example.com>          -----Mensaje original-----
    Sent: Monday, 5 February 2024 10:12
    To: clients@example.org                        ---------- Forwarded message ---------
    Subject: Order 48213

Labels and phrases: Outlook, Gmail, Apple Mail and Thunderbird in each language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.mail.lists import phrases, words
from replylint.text.expressions import expression
from replylint.text.prose import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_FROM = words(
    "from de da von van fra från fran od от від nadawca expediteur mittente remitente "
    "lahettaja 发件人 差出人"
)
_SENT = frozenset(
    phrases(
        """
    sent;enviado;enviado el;enviat;enviat el;envoye;gesendet;verzonden;inviato;sendt;skickat
    wyslano;wyslane;отправлено;надіслано;发送时间;送信日時;enviada em;enviado em;enviada;tramesa
    data d'enviament
    """
    )
)
_DATE = words("date fecha data datum dato дата päivämäärä 日期 日付")
_TO = frozenset(
    [
        "to",
        "para",
        "per a",
        "per",
        "a",
        "an",
        "aan",
        "till",
        "til",
        "do",
        "кому",
        "pour",
        "a l'attention de",
        "收件人",
        "宛先",
    ]
)
_SUBJECT = words(
    "subject asunto assumpte tema objet oggetto assunto betreff onderwerp emne amne temat "
    "тема aihe 主题 主旨 件名"
)
_OTHER = frozenset(
    phrases(
        """
    cc;bcc;cco;reply-to;risposta;responder a;respon a;responde a;importance;importancia
    attachments;adjuntos;datos adjuntos;fitxers adjunts;organization;organizacion;a/c;c/c
    kopi;kopia;copie;kopie;копия;抄送;antwort an;repondre a
    """
    )
)
_KIND = {
    **dict.fromkeys(_OTHER, "other"), **dict.fromkeys(_TO, "to"), **dict.fromkeys(_DATE, "date"),
    **dict.fromkeys(_SENT, "sent"), **dict.fromkeys(_SUBJECT, "subject"),
    **dict.fromkeys(_FROM, "from"),
}  # fmt: skip
_LABEL = expression(r"[ \t>]{0,12}\**([^\W\d_][^:：\n*>]{0,24}?)\**\s?[:：]\**")
_TECHNICAL = expression(
    r"[ \t>]{0,12}[A-Z][A-Za-z]{1,20}(?:-[A-Za-z]{1,20}){1,4}: "
)  # Message-ID, X-Mailer
_DASHES = expression(
    r"[ \t>]{0,12}[-_*=]{2,200}[ \t*]{0,4}([^\W\d_][^\n\d_*:]{3,60}?)[ \t]{0,4}[-_*=:]{0,200}\s*$"
)

_ORIGINAL = frozenset(
    phrases(
        """
    original message;original appointment;mensaje original;missatge original;message d'origine
    message original
    ursprungliche nachricht;originalnachricht;messaggio originale;mensagem original
    oorspronkelijk bericht
    oprindelig meddelelse;opprinnelig melding;ursprungligt meddelande;originalmeddelande
    wiadomosc oryginalna
    wiadomość oryginalna;исходное сообщение;原始邮件;元のメッセージ
    """
    )
)
_FORWARDED = frozenset(
    phrases(
        """
    begin forwarded message;forwarded message;forwarded by;mensaje reenviado
    inicio del mensaje reenviado
    missatge reenviat;inici del missatge reenviat;message transfere;debut du message transfere
    debut du message reexpedie;weitergeleitete nachricht;anfang der weitergeleiteten nachricht
    messaggio inoltrato;inizio messaggio inoltrato;mensagem encaminhada
    inicio da mensagem encaminhada
    doorgestuurd bericht;begin doorgestuurd bericht;videresendt meddelelse;videresendt melding
    vidarebefordrat meddelande;wiadomosc przekazana;пересланное сообщение
    """
    )
)


def label(line: str) -> tuple[str, str] | None:
    """(kind, value) of a header line such as "*De:* Laura": from, sent, date, to, subject or other;
    None if unknown.
    """
    match = _LABEL.match(line)
    if not match:
        return None
    kind = _KIND.get(fold(match.group(1)).strip())
    return (kind, line[match.end() :].strip(" \t*")) if kind else None


def separator(line: str) -> str:
    """Give "original" or "forwarded" for a line that announces a quoted message, else ""."""
    if len(line) > 240 or not line.strip():
        return ""
    match = _DASHES.match(line)
    phrase = fold(match.group(1) if match else line.strip(" \t>*:")).strip()
    if phrase in _FORWARDED or (match and phrase.startswith(tuple(_FORWARDED))):
        return "forwarded"
    processed = phrase.partition(" processed by ")[0]  # david® puts its name there
    if processed in _ORIGINAL or (match and phrase.startswith(tuple(_ORIGINAL))):
        return "original"
    return ""


def block(lines: Sequence[str], at: int) -> int | None:
    """One past the last line of the header block that begins at `at`, or None.

    Sender and subject, or sender and when it was sent: a timetable ("From: Girona / To: Reus /
    Date: …") is none.
    """
    kinds: set[str] = set()
    end, wrapped = at, 0
    sender = ""
    for i in range(at, min(at + 24, len(lines))):
        found = label(lines[i])
        if found:
            if not kinds and found[0] != "from" and found[0] != "sent" and found[0] != "date":
                return None
            kinds.add(found[0])
            if found[0] == "from" and not sender:
                sender = found[1]
            end, wrapped = i + 1, 0
        elif kinds and not wrapped and _TECHNICAL.match(lines[i]):
            end = i + 1
        elif lines[i].strip(" \t>"):
            wrapped += 1
            if not kinds or wrapped > 3:
                break
        elif wrapped or not kinds:
            break
        else:
            following = label(lines[i + 1]) if i + 1 < len(lines) else None
            if not following or "from" not in kinds or "subject" in kinds:
                break
    if "from" not in kinds:
        return None
    if "subject" in kinds and len(kinds) >= 2:
        return end
    if "sent" in kinds or ("date" in kinds and "@" in sender):
        return end
    return None


def labels(lines: Sequence[str], at: int) -> int:
    """One past the last of the header lines that stand from `at` on: below a separator one of them
    is enough.
    """
    end = at
    while end < min(at + 24, len(lines)) and (label(lines[end]) or _TECHNICAL.match(lines[end])):
        end += 1
    return end


def flattened(line: str) -> bool:
    """Whether a whole header block stands in one line, as some programs flatten HTML."""
    if len(line) > 2000 or ":" not in line:
        return False
    head = label(line)
    if not head or head[0] != "from":
        return False
    plain = fold(line)
    kinds = [
        words for words in (_SENT, _TO, _SUBJECT) if any(f"{word}:" in plain for word in words)
    ]
    return len(kinds) == 3 and "@" in line
