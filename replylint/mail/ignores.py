"""Suppressions that a draft carries: a header, front matter, or a comment in HTML."""

from __future__ import annotations

import re

from replylint.text.expressions import expression

_COMMENT = expression(r"<!--\s{0,20}replylint-ignore\s([^<>]{1,500}?)-->")
_ENTRY = expression(r"\s*([\w*/, -]{1,200}?)\s*(?:--|–|—|:)\s*(.*)", re.DOTALL)


def entries(value: str) -> tuple[tuple[str, str], ...]:
    """(rule, reason) of "polite/vague-apology, polite/no-thanks -- we do it on purpose"; reason ""
    if none is given.
    """
    match = _ENTRY.fullmatch(value.strip())
    names, reason = match.groups() if match else (value, "")
    return tuple((name.strip(), reason.strip()) for name in names.split(",") if name.strip())


def in_markup(markup: str) -> tuple[tuple[str, str], ...]:
    """Those in comments: <!-- replylint-ignore polite/vague-apology: reason -->."""
    if "replylint-ignore" not in markup:
        return ()
    return tuple(entry for match in _COMMENT.finditer(markup) for entry in entries(match.group(1)))
