"""Fields of a template that nobody filled: {{name}}, [DATE], <order no>, XXXX, ____."""

from __future__ import annotations

import re
from functools import lru_cache

from replylint.model import Span
from replylint.rulebook import shared
from replylint.text.expressions import expression
from replylint.text.names import tokens
from replylint.text.prose import fold

# Signs that nobody writes for another purpose, whatever stands between them.
_SIGNS = expression(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^%\n]{1,80}%\}|[%$]\{[^{}\n]{1,60}\}|<<[^<>\n]{1,60}>>"
    r"|\*\|[A-Z_:]{2,40}\|\*|\[%[^\]\n]{1,60}%\]|(?<![\w@])@@\w{2,30}@@(?!\w)"
    r"|(?<![#\w&])#[A-ZÀ-Ý_]{3,30}#(?![#\w])|(?<![%\w])%{1,2}[A-ZÀ-Ý_]{3,30}%{1,2}(?![%\w])"
    r"|(?<!\w)__[A-ZÀ-Ý][A-ZÀ-Ý_]{0,28}[A-ZÀ-Ý]__(?!\w)|«[^\W\d_]{1,30}_\w{1,30}»",
    needs="{{ {% ${ %{ << *| [% @@ # % __ «",
)
_ENVIRONMENT = expression(
    r"%(?:APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES|TEMP|TMP|USERPROFILE|USERNAME|WINDIR|PATH"
    r"|SYSTEMROOT|HOMEPATH|HOMEDRIVE)%"
)
# What mail programs and markup put between the same signs.
_MACHINE = expression(r"\.\w{2,4}>>$|OLE_Obj")
_BRACKETS = expression(
    r"\[([^\[\]\n]{1,70})\](?!\()|<([^<>\n@/=]{2,50})>|\(([^()\n]{3,70})\)", needs="[ < ("
)
_BRACE = expression(r"(?<![{$%\w/])\{([A-Za-z_][\w. -]{1,40})\}(?!\})", needs="{")
_SAMPLE = expression(r"\b[Ll]orem ipsum\b", needs="orem")
# Groups of X: "pedido XXXX", "el XX/XX/XXXX", "XX €". Beside digits or stars, it is a mask.
_GROUPS = expression(
    r"(?<![\w/.@*•-])(?:X{2,}|x{4,})(?:[ /.:-](?:[Xx]{2,}|[\d*•]{2,}))*(?![\w@*•-])",
    needs="XX xxxx",
)
_DATE = expression(
    r"(?<![\w/])(?:(?:DD|dd)[/.-](?:MM|mm)[/.-](?:AAAA|aaaa|YYYY|yyyy|AA|aa|YY|yy)"
    r"|00[/.-]00[/.-](?:00|0000))(?![\w/])",
    needs="DD dd 00",
)
_FORMAT = expression(r"format|ejemplo|exemple|example|como|like|com\b", re.IGNORECASE)
_BLANK = expression(r"(?<=[^\W_][ ])_{2,}(?=[ .,;)€%])", needs="__")
_UNIT = expression(
    r"[ ]?(?:€|euros?\b|£|\$|%|days?\b|d[ií]as\b|dies\b|h\b|horas\b|hores\b|hours?\b)"
)
_QUOTES = {'"': '"', "“": "”", "«": "»", "'": "'", "‘": "’", "`": "`"}


@lru_cache(maxsize=16)
def placeholders(text: str) -> tuple[Span, ...]:
    """Find the fields in a text, in order, none inside another."""
    found = [Span(m.start(), m.end()) for m in _SIGNS.finditer(text)]
    found += [Span(m.start(), m.end()) for m in _BRACKETS.finditer(text) if _is_field(text, m)]
    found += [Span(m.start(), m.end()) for m in _BRACE.finditer(text) if _is_variable(m.group(1))]
    found += [Span(m.start(), m.end()) for m in _GROUPS.finditer(text) if _is_unknown(text, m)]
    found += [Span(m.start(), m.end()) for m in _BLANK.finditer(text)]
    found += [Span(m.start(), m.end()) for m in _SAMPLE.finditer(text)]
    for m in _DATE.finditer(text):
        before = text[max(0, m.start() - 30) : m.start()]
        if not _FORMAT.search(before) and not before.endswith("("):
            found.append(Span(m.start(), m.end()))
    markup = "</" in text
    found = [s for s in found if not _is_quoted(text, s) and not _is_machines(s.of(text), markup)]
    found.sort(key=lambda s: (s.start, -s.end))
    out: list[Span] = []
    for span in found:
        if not out or span.start >= out[-1].end:
            out.append(span)
    return tuple(out)


@lru_cache(maxsize=4)
def _words(kind: str) -> frozenset[str]:
    lines = "\n".join(shared("placeholders")[kind].values())
    return frozenset(fold(w) for line in lines.splitlines() for w in line.split("|") if w)


def _is_field(text: str, match: re.Match[str]) -> bool:
    """Tell whether words in brackets name a field: [NOMBRE], <order number>, (insert date)."""
    content = match.group(match.lastindex or 0).strip()
    words = tokens(re.sub(r"[_.-]+", " ", content))
    if not words or any(map(str.isdigit, content)):
        return False
    if words[0] in _words("order"):
        return match.lastindex != 3 or (len(words) > 1 and all(map(_is_known, words[1:])))
    if match.lastindex == 3:
        return False
    if match.lastindex == 1 and content in ("X", "x", "XX", "xx"):
        return bool(text[: match.start()].rpartition("\n")[2].strip())  # else a box to tick
    fields = [w for w in words if w in _words("field")]
    if content.isupper():
        return bool(fields) and (len(words) <= 6)
    return bool(fields) and all(_is_known(w) for w in words)


def _is_known(word: str) -> bool:
    return word in _words("field") or word in _words("filler")


def _is_variable(content: str) -> bool:
    """Tell {customer_name} and {fecha de entrega} from other things in braces."""
    words = tokens(re.sub(r"[_.-]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", content)))
    return any(w in _words("field") for w in words) and all(
        _is_known(w) or "_" in content for w in words
    )


def _is_unknown(text: str, match: re.Match[str]) -> bool:
    """Tell "order XXXX" from a masked number, kisses, a size and a Roman numeral."""
    group = match.group()
    if any(c in "*•" for c in group) or (any(map(str.isdigit, group)) and "/" not in group):
        return False
    if re.search(r"[\d*•][ -]?$", text[max(0, match.start() - 2) : match.start()]):
        return False
    if group.islower():
        line_end = text.find("\n", match.end())
        rest = text[match.end() : line_end if line_end >= 0 else len(text)]
        return bool(rest.strip(" .!"))  # else kisses
    currency = text[max(0, match.start() - 1) : match.start()] in ("€", "£", "$")
    if len(group) > 3 or currency or _UNIT.match(text, match.end()):
        return True
    following = re.match(r"\s*(\w?)", text[match.end() : match.end() + 3])
    return group == "XXX" and not (following and following.group(1).isupper())


def _is_machines(words: str, markup: bool) -> bool:
    """Tell a file that Outlook names, a variable of Windows, and a tag of HTML."""
    if _MACHINE.search(words) or _ENVIRONMENT.fullmatch(words):
        return True
    return markup and words[0] == "<" and words[1] != "<"


def _is_quoted(text: str, span: Span) -> bool:
    """Tell a field that is spoken of: «{{nombre}}», `[NAME]`."""
    before = text[span.start - 1 : span.start]
    return bool(before) and _QUOTES.get(before) == text[span.end : span.end + 1]
