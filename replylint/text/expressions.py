"""Regular expressions that cost nothing until a text may match them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Expression:
    """Compiled when one of its methods is first asked for; from then on it has them as its own."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


class _Guarded:
    """An expression that a text cannot match which has none of certain pieces."""

    def __init__(self, source: Any, flags: int, needs: str) -> None:
        self._expression: Any = _Expression(source, flags)
        self._needs, self._any_case = needs.split(), bool(flags & re.IGNORECASE)

    def _possible(self, text: str) -> bool:
        if self._any_case:
            text = text.lower()
        return any(piece in text for piece in self._needs)

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        return self._expression.search(text, *place) if self._possible(text) else None

    def match(self, text: str, *place: int) -> re.Match[str] | None:
        return self._expression.match(text, *place) if self._possible(text) else None

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        return self._expression.finditer(text, *place) if self._possible(text) else iter(())

    def sub(self, replacement: Any, text: str) -> str:
        return self._expression.sub(replacement, text) if self._possible(text) else text

    def __getattr__(self, name: str) -> Any:
        return getattr(self._expression, name)


def expression(source: AnyStr, flags: int = 0, *, needs: str = "") -> re.Pattern[AnyStr]:
    """A pattern for the whole program, as `re.compile` makes it, but compiled when first used.

    Of some two hundred such patterns an ordinary mail needs a part, and each takes 0.1 ms and more
    to compile. `needs` are pieces of text, parted by blanks, one of which any match holds or looks
    at; in small letters where the pattern ignores case. A text without them is not searched.
    """
    made = _Guarded(source, flags, needs) if needs else _Expression(source, flags)
    return cast("re.Pattern[AnyStr]", made)
