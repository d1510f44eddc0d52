"""Who signs: the person, their role and how to reach them, read from a signature block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from replylint.model import Company, Message, Span
from replylint.rulebook import shared
from replylint.text.names import person, tokens, words_of

# A phone number: at least 7 digits, grouped as people group them. An e-mail, a site or a profile is contact too.
_PHONE = re.compile(r"(?<![\w/])\+?\(?\d[\d\s().·-]{5,20}\d(?!\w)")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_SITE = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]{2,63}(?:\.[\w-]{2,63}){0,4}\.[a-z]{2,12}\b(?:/\S*)?", re.IGNORECASE)
_BREAK = re.compile(r"\s+[-–—/]\s+|\s*[|·•;\t]\s*|,\s+|\s{3,}|\n")
_JOB_ENDING = re.compile(
    r"(?:[^\W\d_]{2,}(?:er|or|ors|ist|ician|eer|ian|ant|man|woman|person)"  # en
    r"|[^\W\d_]{2,}(?:dor|dora|tor|tora|sor|sora|ista|ario|aria|ero|era|ente|enta|ólogo|ologa|ologo|peuta|grafo|grafa|nomo|noma)"  # es
    r"|[^\W\d_]{2,}(?:dor|dora|tor|tora|ista|ari|aria|er|era|ent|òleg|oleg|ologa|peuta|graf|grafa))$"  # ca
)


@dataclass(frozen=True, slots=True)
class Signature:
    """What the end of a draft says of its sender. `span` covers the block; "" where something is absent.

    `other` is a line that is neither company, nor department, nor contact: it may be a role in words unknown to us.
    """

    span: Span
    name: str
    given_only: bool
    job: str
    other: str
    contact: str
    lines: tuple[str, ...]


def signature_of(message: Message, company: Company) -> Signature | None:
    """The sender as signed; None where the draft has no signature block at all."""
    parts = message.of_kind("signature")
    if not parts:
        return None
    first, last = parts[0], parts[-1]
    block = "\n".join(message.text[p.start : p.end] for p in parts)
    lines = tuple(line.strip() for line in block.splitlines() if line.strip(" -_*"))
    contact = next((m.group() for m in (_ADDRESS.search(block), _phone(block), _SITE.search(block)) if m), "")
    name, job, other = "", "", ""
    organisation = set(tokens(company.name))
    for line in lines:
        for chunk in filter(None, (c.strip(" .:*_-()") for c in _BREAK.split(line))):
            bare = set(tokens(chunk))
            if not bare or any(c.isdigit() for c in chunk) or _SITE.fullmatch(chunk) or _ADDRESS.search(chunk) or _PHONE.search(chunk) or bare <= organisation | words_of("courtesy"):
                continue
            if not name and not is_job_word(chunk) and _signs(chunk, organisation):
                name = person(chunk)
            elif is_job(chunk):
                job = job or chunk
            elif name and not bare & organisation and not bare & words_of("organisation"):
                other = other or chunk
    given_only = bool(name) and len([t for t in tokens(name) if t not in words_of("title") | words_of("courtesy")]) < 2
    return Signature(Span(first.start, last.end), name, given_only, job, other, contact, lines)


def _signs(chunk: str, organisation: set[str]) -> bool:
    name = person(chunk)
    if not name or name == name.lower():
        return False
    return not (organisation and set(tokens(name)) <= organisation and len(tokens(name)) > 1)


def _phone(block: str) -> re.Match[str] | None:
    return next((m for m in _PHONE.finditer(block) if sum(c.isdigit() for c in m.group()) >= 7), None)


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


def is_job(chunk: str) -> bool:
    """Whether a chunk of a signature is a job title: it names what one person does, not a department."""
    if is_job_word(chunk):
        return True
    others, _ = _list("not-job")
    return any(
        len(w) >= 5 and w not in others and w not in words_of("organisation") and _JOB_ENDING.fullmatch(w)
        for w in tokens(chunk)
    )


def is_job_word(chunk: str) -> bool:
    """Whether a chunk holds one of the listed words for a job: such a line is nobody's name."""
    folded = tokens(chunk)
    words, several = _list("job")
    return any(w in words for w in folded) or any(_within(p, folded) for p in several)


def _within(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[i : i + len(phrase)] == phrase for i in range(len(words) - len(phrase) + 1))
