"""The subject line: there, short, telling, key words first."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.checks import in_header
from replylint.model import LANGUAGES, DoesNotApply, Edit, Exchange, Finding, Place, Rule, Severity
from replylint.text.expressions import expression
from replylint.text.function_words import FUNCTION_WORDS
from replylint.text.prose import WORD, fold
from replylint.text.subjects import bare_subject, prefix_end

if TYPE_CHECKING:
    from collections.abc import Iterator

_REPLY = expression(
    r"\s*(?:re|rv|r|resp|res|fwd?|fw|enc|tr|aw|wg|sv)\s?(?:[\[(]\d{1,3}[\])])?\s?:\s*",
    re.I,
    needs=":",
)


def empty(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The subject is missing, or only Re:."""
    if not bare_subject(exchange.draft.subject or ""):
        yield in_header(rule, "subject", 0, len(exchange.draft.subject or ""))


def too_long(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """The subject, without Re: and ticket number, is as long as `limit` or longer."""
    subject, limit = exchange.draft.subject or "", int(rule.parameters["limit"])
    bare = bare_subject(subject)
    if len(bare) >= limit:
        start = prefix_end(subject)
        yield in_header(
            rule, "subject", start, len(subject),
            severity=_severity(exchange, rule), length=str(len(bare)), limit=str(limit),
        )  # fmt: skip


def vague(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Every word of the subject is one that any mail could bear."""
    subject = exchange.draft.subject or ""
    bare = bare_subject(subject)
    if not bare:
        raise DoesNotApply("no-subject-text")
    words = [fold(m.group()) for m in WORD.finditer(bare)]
    if words and not any(_tells(word, _void(exchange, rule)) for word in words):
        start = prefix_end(subject)
        yield in_header(
            rule, "subject", start, len(subject), severity=_severity(exchange, rule), text=bare
        )


def front(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A long subject has no telling word where a phone shows it."""
    subject, shown = exchange.draft.subject or "", int(rule.parameters["shown"])
    start = prefix_end(subject)
    head, void = subject[start : start + shown], _void(exchange, rule)
    if len(subject) - start <= shown:
        return
    words = [m for m in WORD.finditer(subject, start) if m.end() <= start + shown]
    if words and not any(_tells(fold(m.group()), void) for m in words):
        yield in_header(rule, "subject", start, start + len(head), text=head.strip())


def prefix_stack(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Re: Re: RV: one behind the other."""
    subject = exchange.draft.subject or ""
    at, count = 0, 0
    while m := _REPLY.match(subject, at):
        at, count = m.end(), count + 1
    if count < 2:
        return
    place = Place("draft", "subject", 0, at)
    stack = subject[:at].strip()
    yield Finding(
        rule=rule,
        place=place,
        severity=rule.severity,
        values={"text": stack},
        fix=Edit(place, "Re: "),
    )


def _severity(exchange: Exchange, rule: Rule) -> Severity:
    """What the customer chose is not the agent's fault."""
    theirs = exchange.customer.subject if exchange.customer else None
    ours = bare_subject(exchange.draft.subject or "")
    return "info" if theirs and bare_subject(theirs).lower() == ours.lower() else rule.severity


def _void(exchange: Exchange, rule: Rule) -> frozenset[str]:
    """Words that say nothing, of all languages: a subject is often in another than its body."""
    listed = "\n".join(rule.lexicon["void"][language] for language in LANGUAGES)
    name = exchange.company.name
    return _small(listed).union(fold(m.group()) for m in WORD.finditer(name))


@lru_cache(maxsize=8)
def _small(listed: str) -> frozenset[str]:
    words = {fold(word) for language in LANGUAGES for word in FUNCTION_WORDS[language].split()}
    return frozenset(words.union(fold(listed).split()))


def _tells(word: str, void: frozenset[str]) -> bool:
    return (
        word not in void
        and word.removesuffix("'s") not in void
        and not (len(word) == 1 and word.isalpha())
    )
