"""Front matter of .md and .txt drafts: a few headers between two lines of "---".

---
to: Laura Gómez <laura@example.com>
subject: Order 48213
attachments: [offer.pdf, terms.pdf]
replylint-ignore: polite/no-thanks -- second mail of the day
---
"""

from __future__ import annotations

from replylint.model import Position, Problem
from replylint.text.expressions import expression

KEYS = (
    "from", "to", "cc", "bcc", "reply-to", "subject", "date", "attachments", "customer",
    "language", "replylint-ignore",
)  # fmt: skip
_FIELD = expression(r"([A-Za-z][A-Za-z-]{0,40})[ \t]*:(?:[ \t]+(.*)|)$")
_ITEM = expression(r"[ \t]*-[ \t]+(.*)$")
_FENCE = expression(r"---[ \t]*$")


class Matter:
    """What was found: key → values, where each value begins, and at which line the body does (from
    0).
    """

    def __init__(self) -> None:
        self.values: dict[str, list[str]] = {}
        self.places: dict[str, Position] = {}
        self.body = 0

    def one(self, key: str) -> str | None:
        """Give the value of a key that has one; several become one, with commas."""
        values = self.values.get(key)
        return None if values is None else ", ".join(values)


def read(lines: list[str], path: str) -> Matter:
    """Read front matter, if the text begins with any that closes and has a key that we know.

    Raise Problem for a key that looks mistyped: a draft whose "cusotmer" is ignored would be
    judged alone.
    """
    matter = Matter()
    if not lines or not _FENCE.match(lines[0]):
        return matter
    end = next((i for i in range(1, min(len(lines), 200)) if _FENCE.match(lines[i])), None)
    if end is None:
        return matter
    key = ""
    for number in range(1, end):
        line = lines[number]
        found = _FIELD.match(line)
        item = _ITEM.match(line) if key else None
        if item:
            matter.values[key].append(_plain(item.group(1)))
        elif found:
            key = found.group(1).lower()
            value = (found.group(2) or "").strip()
            matter.places[key] = Position(number + 1, line.index(":") + 2 + _gap(line))
            matter.values[key] = _listed(value)
        elif line.strip() and not line.lstrip().startswith("#"):
            return Matter()
    if not matter.values.keys() & set(KEYS):
        return Matter()
    _reject_typos(matter, path)
    matter.body = end + 1
    return matter


def _gap(line: str) -> int:
    rest = line[line.index(":") + 1 :]
    return len(rest) - len(rest.lstrip())


def _listed(value: str) -> list[str]:
    if value.startswith("[") and value.endswith("]"):
        return [_plain(item) for item in value[1:-1].split(",") if item.strip()]
    return [_plain(value)] if value else []


def _plain(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _reject_typos(matter: Matter, path: str) -> None:
    for key, place in matter.places.items():
        if key in KEYS:
            continue
        from difflib import get_close_matches

        near = get_close_matches(key, KEYS, 1, 0.75)
        if near:
            raise Problem(
                f"front matter has no key “{key}”",
                hint=f"Did you mean “{near[0]}”?",
                place=f"{path}:{place.line}",
            )
