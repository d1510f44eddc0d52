"""Words that an editor calls grammar: its for it's, they was, habían for había, tinc que."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.checks import at
from replylint.checks.spelling import SLIP, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Exchange, Finding, Rule


def grammar(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """Find words whose neighbours show that another form was due."""
    judge(exchange)
    from replylint.spelling.confusions import confusions

    seen: set[int] = set()
    for each in confusions(exchange):
        if each.kind == "grammar" and each.span.start not in seen:
            seen.add(each.span.start)
            yield at(
                exchange,
                rule,
                each.span,
                confidence=SLIP,
                word=each.span.of(exchange.draft.text),
                suggestions=each.right,
            )
