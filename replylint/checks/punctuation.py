"""Marks: too many of them, faces made of them, and those that a language asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.model import Edit, Finding, Place, Span
from replylint.text.expressions import expression
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Exchange, Rule

_RUN = expression(
    r"!{2,}|\?{2,}|¡{2,}|¿{2,}|[!?]{3,}|(?<=\w)\.{4,}(?=\s|$)|…{2,}",
    re.MULTILINE,
    needs="!! ?? ¡¡ ¿¿ !? ?! .... ……",
)
_BANG = expression(r"!+", needs="!")
_FACE = expression(
    r"(?<![\w:;=<>/\\.(])(?:[:;=]['’]?-?[)(\]\[DPpoO|/\\](?![\w/\\(])|[xX]D{1,5}(?!\w)|<3(?![\d.,])|\^_?\^)"
    r"|(?<=[^\W\d_]):-?\)(?!\w)|(?<=[^\W\d_]);-\)(?!\w)",
    needs=": ; = xD XD <3 ^",
)
_SYMBOLS = frozenset("™©®☎✆✉✔✓✗ℹ↔↕▶◀▪▫◼◻⚠♿⬇⬆➡⬅✏✂✈❗❓‼⁉〰")
_SMILES = frozenset("☺☹☻♥❤✌☝♡❣")
_FIRST_EMOJI = "\u2190"
_SUSPECT = expression("[\u2190-\u2bff\u3030\ufe0f\U0001f000-\U0001faff]")
_GEMINATE = expression(r"(?<=[aeiouàèéíòóú])l[.•‧∙⋅-]l(?=[aeiouàèéíòóú])", re.IGNORECASE)
_LAST_WORD = expression(r"\w+$")
_SPACED = expression(r"(?<=\w)[ \t]+(?=[,;](?:\s|$)|[.?!](?:\s|$))|(?<=[^\W\d_]),(?=[^\W\d_]{2})")


def excess_punctuation(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Marks stand in a row, or more than `most` sentences cry out."""
    text = exchange.draft.own
    runs = list(_RUN.finditer(text))
    for m in runs:
        run = m.group()
        place = Place("draft", "body", m.start(), m.end())
        one = "…" if run[0] in ".…" else "?!" if len(set(run)) > 1 else run[0]
        yield Finding(
            rule=rule,
            place=place,
            severity=rule.severity,
            values={"text": run},
            fix=Edit(place, one),
        )
    bangs = list(_BANG.finditer(text))
    most = int(rule.parameters["most"])
    if not runs and len(bangs) > most:
        last = bangs[most]
        sentence = exchange.draft.prose.sentence_at(last.start())
        yield at(
            exchange,
            rule,
            Span(max(sentence.start if sentence else 0, last.start() - 80), last.end()),
        )


def emoticon(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """An emoji, or a face of punctuation marks."""
    text = exchange.draft.own
    for m in _FACE.finditer(text):
        if not _closes(text, m):
            yield at(exchange, rule, Span(m.start(), m.end()))
    if max(text, default="") >= _FIRST_EMOJI and _SUSPECT.search(text):
        yield from (at(exchange, rule, span) for span in _emoji(text))


def _closes(text: str, face: re.Match[str]) -> bool:
    """Whether the last sign of a face closes a parenthesis that stands open in its line."""
    if face.group()[-1] not in ")]":
        return False
    low = max(0, face.start() - 300)
    line = text[max(low, text.rfind("\n", low, face.start()) + 1) : face.start()]
    opening, closing = ("(", ")") if face.group()[-1] == ")" else ("[", "]")
    return line.count(opening) > line.count(closing)


def _emoji(text: str) -> Iterator[Span]:
    """Emoji, runs as one; symbols of print (™, ✓, →) and keycaps are none."""
    from emoji import emoji_list

    last: Span | None = None
    for found in emoji_list(text):
        sign: str = found["emoji"]
        if (
            sign[0] in _SYMBOLS
            or sign[0].isascii()
            or (ord(sign[0]) < 0x1F000 and not _smiles(sign))
        ):
            continue
        span = Span(found["match_start"], found["match_end"])
        if last and not text[last.end : span.start].strip():
            last = Span(last.start, span.end)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _smiles(sign: str) -> bool:
    return sign[0] in _SMILES or "\ufe0f" in sign or 0x2600 <= ord(sign[0]) < 0x27C0


def orthotypography(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Signs that the language's own norm asks for, or that stand at the wrong place."""
    text, language = exchange.draft.own, exchange.language or "en"
    for m in _SPACED.finditer(text):
        before = _LAST_WORD.search(text, max(0, m.start() - 24), m.start())
        start = before.start() if before else m.start()
        yield at(exchange, rule, Span(start, min(len(text), m.end() + 1)))
    if language == "es":
        for sentence in exchange.draft.prose.sentences:
            said = sentence.of(text)
            for close, opening in (("?", "¿"), ("!", "¡")):
                if (
                    said.rstrip('»”") ').endswith(close)
                    and opening not in said
                    and "http" not in said
                ):
                    yield at(exchange, rule, sentence)
                    break
    if language == "ca":
        for m in _GEMINATE.finditer(text):
            place = Place("draft", "body", m.start(), m.end())
            yield Finding(
                rule=rule, place=place, severity=rule.severity, values={"text": m.group()},
                fix=Edit(place, m.group()[0] + "·" + m.group()[-1]),
            )  # fmt: skip
    yield from _letter_marks(exchange, rule, language)


def _letter_marks(exchange: Exchange, rule: Rule, language: str) -> Iterator[Finding]:
    """The mark after the salutation, and after a closing line with a verb."""
    text = exchange.draft.text
    wrong = {"es": ",", "ca": ":"}.get(language)
    for part in exchange.draft.of_kind("salutation")[:1]:
        said = text[part.start : part.end].rstrip()
        ends = text[part.start + len(said) : part.start + len(said) + 1] in ("", "\n")
        if wrong and ends and said.endswith(wrong) and "\n" not in said:
            yield at(exchange, rule, Span(part.start, part.start + len(said)))
    verbs = rule.lexicon["closing-verbs"].get(language)
    if not verbs:
        return
    for part in exchange.draft.of_kind("sign-off")[:1]:
        line = text[part.start : part.end].strip().split("\n")[-1].rstrip()
        whole = Span(part.start, part.end)
        if line.endswith(",") and phrases(verbs).first(exchange.draft.prose, whole):
            yield at(exchange, rule, whole)
