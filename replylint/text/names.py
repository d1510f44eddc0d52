"""People's names in mail: who the customer is, and whom a salutation names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from replylint.model import LANGUAGES, Message, Span
from replylint.rulebook import shared
from replylint.text.phrases import phrases
from replylint.text.prose import WORD, fold

MISSPELT = 80  # rapidfuzz ratio from which two name tokens are one name written in two ways
PARTICLES = frozenset("de del la las los el i y e da do dos van von der den di du le ni mac mc o' d' l' al bin ibn abu ap st san santa ter".split())


@dataclass(frozen=True, slots=True)
class Customer:
    """The person who wrote: name tokens as given, the title they use, and every token that may name them."""

    name: str
    tokens: tuple[str, ...]
    title: str
    known: frozenset[str]


@lru_cache(maxsize=16)
def words_of(kind: str) -> frozenset[str]:
    """The words of a list of rules/lexicon/people.toml, folded, all languages together."""
    out: set[str] = set()
    for lines in shared("people")[kind].values():
        for line in lines.splitlines():
            out.update(fold(word) for word in line.strip().split("|") if word)
    return frozenset(out)


@lru_cache(maxsize=1)
def _nicknames() -> frozenset[tuple[str, str]]:
    pairs = shared("people")["nicknames"]["all"].split()
    return frozenset((a, b) for a, _, b in (pair.partition("=") for pair in pairs))


def tokens(text: str) -> tuple[str, ...]:
    """The words of a name, folded; Mª is María."""
    text = re.sub(r"\bM[ªa]\.?(?=\s)", "María", text)
    return tuple(fold(m.group()) for m in WORD.finditer(text))


def person(text: str) -> str:
    """The part of a display name or signature line that is a person's name, "" where there is none.

    "Colegio San Frutos - Elena Matesanz" gives "Elena Matesanz"; "Accounts, Miller Ltd" gives "".
    """
    text = text.strip().strip("\"'*_ ")
    if "@" in text or any(c.isdigit() for c in text):
        text = re.sub(r"\S*[@\d]\S*", " ", text).strip(" ()<>-,")
    chunks = [c.strip(" .-–—·•*_") for c in re.split(r"\s+[-–—]\s+|[|/()·•;\t]|\s+via\s+|,", text)]
    chunks = [c for c in chunks if c]
    if len(chunks) == 2 and "," in text and all(_is_name(c) for c in chunks):
        first, second = chunks
        if len(first.split()) <= 2 and len(second.split()) <= 2 and fold(second) not in words_of("title"):
            return f"{second} {first}"  # Surname, Name
    return next((c for c in chunks if _is_name(c)), "")


def _is_name(chunk: str) -> bool:
    folded = [w for w in tokens(chunk) if w.strip("'")]
    bare = [w for w in folded if w not in PARTICLES and w not in words_of("title") and w not in words_of("courtesy")]
    if not bare or len(folded) > 6 or not all(re.fullmatch(r"[^\W\d_]+(?:'[^\W\d_]+)*", w) for w in folded):
        return False
    if any(w in words_of("organisation") for w in bare):
        return False
    # A name is written with capitals, or, by those who use none, all in lower case and short.
    given = [m.group() for m in WORD.finditer(chunk) if fold(m.group()) not in PARTICLES]
    return all(w[0].isupper() for w in given) or (chunk == chunk.lower() and len(given) <= 3)


def title_of(text: str) -> str:
    """The title that stands in a name or salutation, as written, "" where there is none."""
    for m in WORD.finditer(text):
        if fold(m.group()) in words_of("title") and m.group()[0].isupper():
            dot = "." if text[m.end() : m.end() + 1] == "." else ""
            return m.group() + dot
    return ""


def customer_of(message: Message) -> Customer | None:
    """Who wrote a customer's email, from its headers, its signature and "I am …"; None where nobody is named."""
    names = [n for n in map(person, _claims(message)) if n]
    if not names:
        return None
    known = {t for name in names for t in tokens(name)}
    known |= {t for claim in _claims(message) for t in tokens(claim)}
    own = [names[0], *names[1:]]
    longest = max(own, key=lambda n: len(tokens(n)))
    plain = " ".join(w for w in longest.split() if fold(w.strip(".")) not in words_of("title") | words_of("courtesy"))
    return Customer(
        name=plain or longest,
        tokens=tuple(t for t in tokens(plain) if t not in PARTICLES),
        title=_title(message),
        known=frozenset(known),
    )


def _claims(message: Message) -> Iterator[str]:
    """Texts in which the writer says who they are, the most trustworthy first."""
    for part in message.of_kind("signature"):
        lines = message.text[part.start : part.end].strip().splitlines()
        yield from (line for line in lines[:3] if line.strip())
    last = message.own.strip().rsplit("\n", 1)[-1].strip()
    if len(last.split()) <= 4 and last[:1].isupper() and not last.endswith(("?", "!", ":")):
        yield last.rstrip(".")
    if message.sender:
        yield message.sender.name
    for address in message.reply_to:
        yield address.name
    yield from _introductions(message)


def _introductions(message: Message) -> Iterator[str]:
    prose = message.prose
    for language in LANGUAGES:
        for span in phrases(shared("people")["introduction"][language]).find(prose):
            rest = message.own[span.end : span.end + 60]
            match = re.match(r",?\s+(?:la\s+|el\s+|en\s+|na\s+)?((?:[A-ZÀ-Ý][\w.'’-]*\s?){1,4})", rest)
            if match:
                yield match.group(1).strip(" .")


def _title(message: Message) -> str:
    """The title that the customer signs with; one in From counts where the signature does not drop it."""
    signed = [message.text[p.start : p.end].strip().partition("\n")[0] for p in message.of_kind("signature")]
    for line in signed:
        if title := title_of(line):
            return title
    for line in _introductions(message):
        if title := title_of(line):
            return title
    short = any(len(tokens(person(line))) == 1 for line in signed if person(line))
    return title_of(message.sender.name) if message.sender and not short else ""


@dataclass(frozen=True, slots=True)
class Salutation:
    """A salutation taken apart: words that name somebody, with their places, and the words that name anybody."""

    span: Span
    names: tuple[Span, ...]
    anybody: bool
    title: str


def salutation(text: str, span: Span) -> Salutation:
    """Take a salutation line apart."""
    line = span.of(text)
    if "whom it may" in fold(line):
        return Salutation(span, (), True, "")
    names, anybody = [], False
    for m in WORD.finditer(line):
        word = fold(m.group()).strip("'")
        if not word or word in PARTICLES or word in words_of("greeting"):
            continue
        if word in words_of("courtesy") or word in words_of("title"):
            anybody = anybody or (word in words_of("anybody") and not names)
        elif word in words_of("anybody"):
            anybody = True
        elif m.group()[0].isalpha():
            names.append(Span(span.start + m.start(), span.start + m.end()))
    return Salutation(span, tuple(names), anybody, title_of(line))


def same(token: str, known: str) -> bool:
    """Whether two folded name tokens may name one person: equal, short for it, or a known nickname."""
    if token == known or (token, known) in _nicknames() or (known, token) in _nicknames():
        return True
    short, long = sorted((token, known), key=len)
    if len(short) >= 3 and (long.startswith(short) or (len(short) >= 4 and long.endswith(short))):
        return True
    # Teresita, Joanet, Bobby: a diminutive of the beginning.
    stem = re.sub(r"(?:it|et|in|iñ|ic)?(?:a|o|y|ie|ito|ita|eta|i)$", "", short)
    return len(stem) >= 3 and long.startswith(stem)


def misspelt(token: str, known: str) -> bool:
    """Whether a folded name token is another one with a slip in it."""
    from rapidfuzz.fuzz import ratio

    return token != known and min(len(token), len(known)) >= 4 and ratio(token, known) >= MISSPELT


