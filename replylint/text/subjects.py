"""What mail programs and ticket systems put before a subject: Re:, RV:, Fwd:, [#4711]."""

from __future__ import annotations

import re

from replylint.text.expressions import expression

# Outlook, Gmail, Apple Mail and Thunderbird in the languages of Europe;
# "Re[2]:", "Re (3):" of older programs.
PREFIXES = expression(
    r"\s*(?:"
    r"(?:re|rv|fwd?|enc|tr|rép|ref|resp?|rif|r|i|aw|wg|sv|vs|antw|odp|ynt)"
    r"\s?(?:[\[(]\d{1,3}[\])])?\s?[:：]\s*"
    r"|\[[^\]\n]{0,40}\d[^\]\n]{0,40}\]\s*"
    r")",
    re.IGNORECASE,
    needs=": ： [",
)


def prefix_end(subject: str) -> int:
    """Where the subject proper begins."""
    at = 0
    while m := PREFIXES.match(subject, at):
        if m.end() == at:
            break
        at = m.end()
    return at


def bare_subject(subject: str) -> str:
    """The subject without Re:, Fwd: and ticket numbers in brackets."""
    return subject[prefix_end(subject) :].strip()
