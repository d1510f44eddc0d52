"""Who signs: the person, their role and how to reach them, read from a signature block."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from replylint.model import Company, Message, Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.names import forms, particles, person, tokens, words_of

# At least 7 digits, grouped as people group them, or a short number that is called one.
_PHONE = expression(r"(?<![\w/])\+?\(?\d[\d\s().·-]{5,20}\d(?!\w)")
_CALLED = expression(
    r"\b(?:tel|tlf|telf|tfno|phone|ph|mob|ext|extension|extensión|extensió)\b\W{0,3}\d{2,}", re.I
)
_ADDRESS = expression(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", needs="@")
_SITE = expression(
    r"(?:https?://|www\.)\S+|\b[\w-]{2,63}(?:\.[\w-]{2,63}){0,4}\.[a-z]{2,12}\b(?:/\S*)?", re.I
)
_PROFILE = expression(r"(?<![\w.])@\w{3,30}\b", needs="@")
_BREAK = expression(r"\s+[-–—/(]\s*(?=\S)|\s*[|·•;\t]\s*|,\s+|\s{3,}|\n")
_DEGREE = expression(r"(?:[A-Z]\.?[a-z]{0,2}\.?){1,4}")
_INITIAL = expression(r"[^\W\d_]\.?")
# What ties a person to a house: Tom from Voltbay, Marta de Hotel Miramar.
_TIE = expression(r"\s+(?:from|at|of|for|@|de|del|d'|d’|en|a)\s*$", re.I)
_JOB_ENDING = expression(
    r"[^\W\d_]{2,}(?:er|or|ors|ist|ician|eer|ian|ant|man|woman|person"  # en
    r"|dora|tora|sora|ista|ario|aria|ero|era|ente|enta|ologo|ologa|peuta"  # es
    r"|grafo|grafa|nomo|noma|ari|oleg|graf|ent)"  # es, ca
)


class Signature(NamedTuple):
    """What the end of a draft says of its sender; "" where something is absent.

    `span` covers the block. `other` is what follows the name and is neither company, department nor
    contact: it may be a role in words unknown to us.
    """

    span: Span
    name: str
    given_only: bool
    job: str
    other: str
    contact: str
    lines: tuple[str, ...]


@lru_cache(maxsize=4)
def signature_of(message: Message, company: Company) -> Signature | None:
    """Read the sender's signature; None where the draft has no signature block at all."""
    parts = message.of_kind("signature")
    if not parts:
        return None
    block = "\n".join(message.text[p.start : p.end] for p in parts)
    lines = tuple(line.strip() for line in block.splitlines() if line.strip(" -_*"))
    organisation = frozenset(tokens(company.name))
    chunks = [chunk for line in lines for chunk in _chunks(line)]
    name, job, other = "", "", ""
    beside = False  # right behind the name
    for chunk, following in zip(chunks, [*chunks[1:], ""], strict=False):
        words = set(tokens(chunk))
        if _is_contact(chunk):
            continue
        if words <= organisation | words_of("courtesy"):
            beside = False
            continue
        if not name and (found := _signer(chunk, following, organisation)):
            name, beside = found, True
        elif name and _lacks_surname(name) and (found := _signer(chunk, following, organisation)):
            # A first name above the signature block that the mail program adds.
            if not _lacks_surname(found) and tokens(name)[0] in tokens(found):
                name, beside = found, True
        elif beside and _DEGREE.fullmatch(chunk) and len(chunk) <= 6:
            continue  # PhD, DVM
        elif is_job_word(chunk) or (beside and _sounds_like_job(chunk)):
            job, beside = job or chunk, False
        else:
            if beside and name and not words & (organisation | words_of("organisation")):
                other = other or chunk
            beside = False
    return Signature(
        Span(parts[0].start, parts[-1].end), name, bool(name) and _lacks_surname(name), job, other,
        _contact(block), lines,
    )  # fmt: skip


def _chunks(line: str) -> list[str]:
    pieces = (piece.strip(" .:*_-()!") for piece in _BREAK.split(line))
    return [p for p in pieces if p and tokens(p)]


def _contact(block: str) -> str:
    found = (
        _ADDRESS.search(block),
        next((m for m in _PHONE.finditer(block) if sum(map(str.isdigit, m[0])) >= 7), None),
        _SITE.search(block),
        _PROFILE.search(block),
        _CALLED.search(block),
    )
    return next((m.group() for m in found if m), "")


def _is_contact(chunk: str) -> bool:
    return any(c.isdigit() for c in chunk) or bool(_SITE.fullmatch(chunk) or _ADDRESS.search(chunk))


def _signer(chunk: str, following: str, organisation: frozenset[str]) -> str:
    """Find the person that a chunk of a signature names, "" if it names a house or a role."""
    chunk = _untied(chunk, organisation)
    if is_job_word(chunk):
        return ""
    name = person(chunk)
    folded = set(tokens(name or chunk))
    if name:
        house = len(folded) > 1 and folded <= organisation
        return "" if name == name.lower() or house else name
    # Emma Church, Verger: a surname that is also a kind of organisation.
    plain = 2 <= len(folded) <= 3 and not folded & organisation and chunk.istitle()
    first, *rest = tokens(chunk) or ("",)
    plain = plain and first not in words_of("organisation") and bool(rest)
    return chunk if plain and following and is_job_word(following) else ""


def _untied(chunk: str, organisation: frozenset[str]) -> str:
    for m in re.finditer(r"\S+", chunk):
        word = set(tokens(m.group()))
        if word & (organisation | words_of("organisation")):
            tie = _TIE.search(chunk[: m.start()])
            return chunk[: tie.start()] if tie else chunk
    return chunk


def _lacks_surname(name: str) -> bool:
    """Tell a given name alone, "Mary Ann" and "Tom A." from a name with a surname."""
    words = [w for w in name.split() if tokens(w)]
    bare = [w for w in words if tokens(w)[0] not in forms() | particles()]
    if len(bare) < 2:
        return len(bare) == len(words) or tokens(words[0])[0] not in forms()
    if all(_INITIAL.fullmatch(w) for w in bare[1:]):
        return True
    if len(bare) != 2:
        return False
    first, second = (tokens(w)[0] for w in bare)
    return first in words_of("double-first") and second in words_of("double")


@lru_cache(maxsize=2)
def _list(kind: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """Single words of a list, and its phrases of several words, folded."""
    words, several = set(), []
    for lines in shared("signature")[kind].values():
        for line in lines.splitlines():
            for item in line.strip().split("|"):
                parts = tokens(item)
                if len(parts) == 1:
                    words.add(parts[0])
                elif parts:
                    several.append(parts)
    return frozenset(words), tuple(several)


def _sounds_like_job(chunk: str) -> bool:
    """Tell a role by the ending of a word; towns have such endings too (Manchester, la Figuera)."""
    others, _ = _list("not-job")
    return any(
        len(w) >= 5
        and w not in others
        and w not in words_of("organisation")
        and _JOB_ENDING.fullmatch(w)
        for w in tokens(chunk)
    )


def is_job_word(chunk: str) -> bool:
    """Tell whether a chunk holds a listed word for a job: such a line is nobody's name."""
    folded = tokens(chunk)
    words, several = _list("job")
    return any(w in words for w in folded) or any(_within(p, folded) for p in several)


def _within(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[i : i + len(phrase)] == phrase for i in range(len(words) - len(phrase) + 1))
