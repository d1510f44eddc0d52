"""Marks at the edges of lines: quote signs, bullets, rules, delimiters, ends of sentences.

By hand and not by regular expressions: they are asked of every line, and compiling them costs more
than a whole mail.
"""

from __future__ import annotations

_BULLETS = frozenset("-*•▪◦‣–")
_CLOSERS = "\"'»”’)]"
_DELIMITERS = frozenset(("--", "—", "–", "—-", "-—", "__"))


def is_quote(line: str) -> bool:
    """Whether a line begins with ">", indented by three blanks at most."""
    return line[:1] == ">" or line[:4].lstrip(" \t")[:1] == ">"


def is_bar(line: str) -> bool:
    """Whether a line begins with "|", as some programs quote."""
    return line[:4].lstrip(" \t")[:1] == "|"


def is_item(line: str) -> bool:
    """Whether a line begins a list item: "- x", "• x", "1. x", "(2) x", "a) x"."""
    head, _, rest = line.lstrip(" \t").replace("\t", " ", 1).partition(" ")
    if not rest.strip():
        return False
    if head in _BULLETS:
        return True
    core = head[:-1].lstrip("(") if head[-1:] in (")", ".") else ""
    if core.isdigit():  # but "(03) 7010 0342" is a telephone
        return len(core) <= 2 and any(c.isalpha() for c in rest)
    return len(core) == 1 and head[-1] == ")" and "a" <= core <= "z"


def is_rule(line: str, least: int = 3) -> bool:
    """Whether a line is drawn and not written: "-----", "____", "* * *"."""
    text = line.strip(" \t>")
    return len(text) >= least and not text.strip("-_=*~—–#+")


def is_delimiter(line: str) -> bool:
    """Whether a line cuts off a signature: "-- ", and what people and programs make of it."""
    return line.strip(" \t") in _DELIMITERS


def ends_sentence(line: str) -> bool:
    return line.rstrip().rstrip(_CLOSERS)[-1:] in (".", "!", "?", "…")


def last_sentence(line: str) -> int:
    """Where the last of several sentences in a line begins, 0 if there is one only."""
    text = line.rstrip().rstrip(_CLOSERS)[:-1]
    at = max(text.rfind(mark + " ") for mark in ".!?…")
    if at < 0:
        return 0
    return at + 2 + len(line[at + 2 :]) - len(line[at + 2 :].lstrip())
