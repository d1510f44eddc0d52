"""People's names in mail: who the customer is, and whom a salutation names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replylint.model import LANGUAGES
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.phrases import phrases
from replylint.text.prose import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Message

MISSPELT = 80  # rapidfuzz ratio from which two name tokens are one name written in two ways
_LETTERS = expression(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_BETWEEN = expression(r"\s+[-–—]\s+|\s+·\s+|[|/()•;\t]|\s+via\s+|,")
_MARIA = expression(r"\bM[ªa]\.?(?=\s)")
_RAISED = str.maketrans("", "", "ªº")
_INTRODUCED = expression(
    r",?\s+(?:(?:la|el|en|na)\s+)?((?:[^\W\d_a-zà-ÿ][\w.'’-]*\s?){1,4})(.{0,6})"
)
_FROM = expression(r"\s*(?:[,.!\n(]|from|de\b|del\b|d['’]|$)")
_DIMINUTIVE = expression(r"(?:c?it[oa]|ill[oa]|ic[oa]|et|eta|ie|y|i)$")


class Customer(NamedTuple):
    """The person who wrote.

    `name` is as they give it, without title; `tokens` are its words, folded; `title` is the one
    they use, "" for none; `known` holds every folded word that may name them.
    """

    name: str
    tokens: tuple[str, ...]
    title: str
    known: frozenset[str]


@lru_cache(maxsize=16)
def words_of(kind: str) -> frozenset[str]:
    """Read a list of rules/lexicon/people.toml: its words, folded, of all languages together."""
    out: set[str] = set()
    for lines in shared("people")[kind].values():
        for line in lines.splitlines():
            out.update(fold(word) for word in line.strip().split("|") if word)
    return frozenset(out)


@lru_cache(maxsize=1)
def _nicknames() -> frozenset[tuple[str, str]]:
    pairs = fold(shared("people")["nicknames"]["all"]).split()
    return frozenset((a, b) for a, _, b in (pair.partition("=") for pair in pairs))


def particles() -> frozenset[str]:
    """Words inside names that name nobody: de, van, i."""
    return words_of("particle")


@lru_cache(maxsize=1)
def forms() -> frozenset[str]:
    """Titles and courtesies, which stand before a name and are none of it."""
    return words_of("title") | words_of("courtesy")


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Give the words of a name, folded; Mª is María."""
    text = _MARIA.sub("María", text).translate(_RAISED)
    return tuple(fold(m.group()) for m in WORD.finditer(text))


def person(text: str, *, reversible: bool = False) -> str:
    """Find the part of a display name or signature line that is a person's name, "" if none is.

    "Colegio San Frutos - Elena Matesanz" gives "Elena Matesanz"; "Accounts, Miller Ltd" gives "".
    `reversible`: "Villalba, Ernesto" is Ernesto Villalba.
    """
    text = _MARIA.sub("María", text.strip().strip("\"'*_ ")).translate(_RAISED)
    if not {"[", "{"}.isdisjoint(text):
        return ""  # a field of a template
    if "@" in text or any(c.isdigit() for c in text):
        text = re.sub(r"\S*[@\d]\S*", " ", text).strip(" ()<>-,")
    chunks = [c.strip(" .-–—·•*_:!") for c in _BETWEEN.split(text)]
    chunks = [c for c in (_without_farewell(c) for c in chunks) if c]
    if reversible and len(chunks) == 2 and "," in text and all(_is_name(c) for c in chunks):
        first, second = chunks
        if len(first.split()) <= 2 and len(second.split()) <= 2:
            return f"{second} {first}"
    return next((c for c in chunks if _is_name(c)), "")


def _without_farewell(chunk: str) -> str:
    """Cut what precedes the name in "Thanks Laura", "Un saludo Marta"."""
    words = chunk.split()
    at = 0
    while at < len(words) and fold(words[at].strip(".!")) in words_of("farewell"):
        at += 1
    return " ".join(words[at:])


def _is_name(chunk: str) -> bool:
    folded = [w for w in tokens(chunk) if w.strip("'")]
    bare = [w for w in folded if w not in particles() and w not in forms()]
    if not bare or len(folded) > 6 or not all(_LETTERS.fullmatch(w) for w in folded):
        return False
    if any(w in words_of("organisation") for w in bare):
        return False
    if any(w in words_of("anybody") for w in bare) and len(bare) == 1:
        return False
    # A name is written with capitals, or, by those who use none, all in lower case and short.
    given = [m.group() for m in WORD.finditer(chunk) if fold(m.group()) not in particles()]
    return all(w[0].isupper() for w in given) or (chunk == chunk.lower() and len(given) <= 3)


def title_of(text: str, *, lower: bool = False) -> str:
    """Find the title that stands before a name, as written, "" where there is none.

    `lower`: it may be written in small letters, as in "Estimada profesora Castañeda".
    """
    for m in WORD.finditer(text):
        small = m.group()[0].islower()
        if fold(m.group()) not in words_of("title") or (small and not lower):
            continue
        if text[m.start() - 1 : m.start()] == "-":  # a degree: Dipl.-Ing.
            continue
        rest = text[m.end() :].lstrip(".ªº")
        following = WORD.search(rest)
        if (
            following
            and not rest[: following.start()].strip(" .")
            and (following.group()[0].isupper() or fold(following.group()) in particles())
        ):
            return m.group() + ("." if text[m.end() : m.end() + 1] == "." else "")
    return ""


@lru_cache(maxsize=4)
def customer_of(message: Message) -> Customer | None:
    """Tell who wrote a mail, by its headers, signature and "I am …"; None where nobody is named."""
    sender = person(message.sender.name, reversible=True) if message.sender else ""
    claims = tuple(_claims(message))
    named = [name for name in (person(claim) for claim in claims) if name]
    if any(sender and sender in claim and person(claim) != sender for claim in claims):
        sender = ""  # a house: "Glenys, Thorpe Ceramics" writes from its mailbox
    name = _fullest(sender, named)
    if not name:
        return None
    known = {t for each in (sender, *named) for t in tokens(each)}
    known |= {t for claim in claims for t in tokens(claim)}
    known |= {t for header in _names_in_headers(message) for t in tokens(header)}
    known = {t for t in known if len(t) > 1 or t in tokens(name)}
    plain = " ".join(w for w in name.split() if fold(w.strip(".")) not in forms()) or name
    return Customer(
        name=plain,
        tokens=tuple(t for t in tokens(plain) if t not in particles()),
        title=_title(message),
        known=frozenset(known),
    )


def _fullest(sender: str, named: list[str]) -> str:
    """Choose the name to show: the sender's, in the longest form that they themselves use."""
    first = sender or (named[0] if named else "")
    own = set(tokens(first))
    same_person = [n for n in named if own & set(tokens(n)) and not _is_shouted(n)]
    return max([first, *same_person], key=lambda n: sum(len(t) > 1 for t in tokens(n)))


def _is_shouted(name: str) -> bool:
    return name.isupper() or name.islower()


def _names_in_headers(message: Message) -> Iterator[str]:
    if message.sender:
        yield message.sender.name
    for address in message.reply_to:
        yield address.name


def _claims(message: Message) -> Iterator[str]:
    """Lines in which the writer says who they are, the most trustworthy first."""
    for part in message.of_kind("signature"):
        lines = [x for x in message.text[part.start : part.end].splitlines() if x.strip(" -_*")]
        yield from lines[:3]
    closing = message.of_kind("sign-off")
    end = closing[0].start if closing else len(message.own)
    last = message.own[:end].rstrip().rsplit("\n", 1)[-1].strip()
    if len(last.split()) <= 4 and last[:1].isupper() and not last.endswith(("?", "!", ":")):
        yield last.rstrip(".")
    yield from _introductions(message)


def _introductions(message: Message) -> Iterator[str]:
    """Find names after "my name is", "soy", "em dic"; one word alone only where nothing follows."""
    prose = message.prose
    for language in LANGUAGES:
        for kind in ("introduction", "presence"):
            for span in phrases(shared("people")[kind][language]).find(prose):
                match = _INTRODUCED.match(message.own[span.end : span.end + 70])
                sure = kind == "introduction"
                if match and (sure or len(match[1].split()) > 1 or _FROM.match(match[2])):
                    yield match[1].strip(" .")


def _title(message: Message) -> str:
    """Find the title the customer signs with; one in From counts if they do not sign without it."""
    signed = [message.text[p.start : p.end].strip() for p in message.of_kind("signature")]
    lines = [block.partition("\n")[0] for block in signed]
    for line in (*lines, *_introductions(message)):
        if title := title_of(line):
            return title
    given_only = any(len(tokens(person(line))) == 1 for line in lines if person(line))
    return title_of(message.sender.name) if message.sender and not given_only else ""


def same(token: str, known: str) -> bool:
    """Tell whether two folded name tokens may name one person: equal, short for it, a nickname."""
    if token == known or (token, known) in _nicknames() or (known, token) in _nicknames():
        return True
    short, long = sorted((token, known), key=len)
    if len(short) == 1:
        return long.startswith(short)
    # Dani for Daniel; but Daniel is not Daniela, nor Ann Anne.
    if len(short) >= 3 and len(long) - len(short) >= 2 and long.startswith(short):
        return True
    if len(short) >= 4 and long.endswith(short):
        return True
    return any(_is_diminutive(a, b) for a, b in ((token, known), (known, token)))


def _is_diminutive(token: str, name: str) -> bool:
    """Teresita, Joanet, Jackie: the beginning of the name and an ending."""
    stem = _DIMINUTIVE.sub("", token)
    if stem == token:
        return False
    if len(stem) > 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return len(stem) >= 3 and name.startswith(stem)


def misspelt(token: str, known: str) -> bool:
    """Tell whether a folded name token is another one with a slip in it."""
    if token == known or min(len(token), len(known)) < 3:
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(token, known) >= MISSPELT
