"""What a spelling engine must not judge: names, addresses, codes, labels, words of the customer.

All by conditions that hold in any mail; the only list is the one that the user keeps.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.text.expressions import expression
from replylint.text.prose import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from replylint.model import Address, Exchange, Message

OFTEN = 3  # a word that the draft uses so many times is a term, not a slip
LONGEST = 30  # letters; beyond is a code
# Whatever holds a sign that words do not, or is too long.
_SIGN = r"\d²³¹@#\\=<>_|~^*+$€&%{}\[\]/."
_TOKEN = expression(rf"(?<!\S)(?=[^\s{_SIGN}]{{0,200}}[{_SIGN}]|\S{{201}})\S+")
_LABEL = expression(
    r"«[^«»\n]{1,80}»|“[^“”\n]{1,80}”|„[^„“\n]{1,80}“|(?<!\w)\"[^\"\n]{1,80}\"(?!\w)"
    r"|(?<![\w’'])[‘'][^‘’'\n]{1,60}[’'](?!\w)|`[^`\n]{1,80}`"
    r"|\{\{[^{}\n]{1,80}\}\}|\[[^\[\]\n]{1,60}\]|<[^<>\n]{1,120}>|%[\w.]{1,40}%"
)
_CODE_MARKS = frozenset("@#\\=<>_|~^*+$€&%{}[]")
_FILE = expression(r"\w[\w-]*(?:(?<!l)\.|\.(?!l))[A-Za-z]\w{1,4}(?=\W*$)")
_INNER_CAPITAL = expression(r"[^\W\d_]*[a-zà-ÿ][A-Z]")


@lru_cache(maxsize=2)
def blanked(text: str) -> str:
    """Put spaces in the place of addresses, codes, file names, placeholders and quoted labels."""
    text = _LABEL.sub(lambda m: " " * len(m.group()), text)
    return _TOKEN.sub(lambda m: " " * len(m.group()) if _is_code(m.group()) else m.group(), text)


def _is_code(token: str) -> bool:
    if len(token) > 200 or "://" in token or token.lower().startswith("www."):
        return True
    bare = token.strip(".,;:!?¡¿()\"'«»“”‘’*_[]")
    if any(c.isdigit() for c in bare) or not _CODE_MARKS.isdisjoint(bare):
        return True
    if bare.count("/") > 1 or bare.startswith("/") or ("/" in bare and "." in bare):
        return True
    found = _FILE.match(bare)
    return found is not None and not bare.replace(".", "").isupper()


def is_code(word: str) -> bool:
    """Whether a word is an acronym, a code or a brand by its shape: IVA, ISR4331, eSIM, MacBook."""
    return (
        len(word) > LONGEST
        or any(c.isdigit() or c == "_" for c in word)
        or word.isupper()
        or (word[:-1].isupper() and word[-1] == "s")  # PDFs
        or _INNER_CAPITAL.match(word) is not None
    )


def names(exchange: Exchange) -> frozenset[str]:
    """Collect the folded words that name people, firms and products in this exchange."""
    return frozenset(
        fold(match.group())
        for text in _named(exchange)
        for match in WORD.finditer(text.replace("-", " ").replace("_", " "))
    )


def _named(exchange: Exchange) -> Iterator[str]:
    for message in (exchange.draft, exchange.customer):
        if message is not None:
            yield from _headers(message)
            for part in message.of_kind("salutation", "signature", "legal-footer"):
                yield from _capitalised(message.text[part.start : part.end])
            yield from (each.name for each in message.attachments or ())
    company = exchange.company
    yield company.name
    yield from company.products
    yield from (piece for domain in company.domains for piece in domain.split("."))
    yield from _people(company.people)
    yield from exchange.settings.get("spelling", {}).get("words", ())


def _headers(message: Message) -> Iterator[str]:
    people = [*(message.to or ()), *(message.cc or ()), *(message.bcc or ()), *message.reply_to]
    yield from _people(people if message.sender is None else [message.sender, *people])
    yield from _capitalised(message.subject or "")


def _people(addresses: Iterable[Address]) -> Iterator[str]:
    for address in addresses:
        yield address.name
        local, _, domain = address.email.partition("@")
        yield local.replace(".", " ")
        yield domain.replace(".", " ")


def _capitalised(text: str) -> Iterator[str]:
    return (m.group() for m in WORD.finditer(text) if not m.group().islower())


def terms(exchange: Exchange) -> frozenset[str]:
    """Collect the words that the customer uses, and those that the draft uses again and again.

    In small letters, accents kept: a term is excused as it was written, a lost accent is not.
    """
    draft = exchange.draft
    text = draft.prose.text
    counts = Counter(text[word.start : word.end].lower() for word in draft.prose.words)
    often = {word for word, count in counts.items() if count >= OFTEN}
    customer = exchange.customer
    if customer is None:
        return frozenset(often)
    theirs = f"{customer.subject or ''}\n{customer.text}"
    return frozenset(often | {match.group().lower() for match in WORD.finditer(theirs)})
