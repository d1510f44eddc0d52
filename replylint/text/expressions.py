"""Regular expressions that cost nothing until a text is first compared with them."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Expression:
    """Compiled when one of its methods is first asked for; from then on it has them as its own."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def expression(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern for the whole program, as `re.compile` makes it, but compiled when first used.

    Of some two hundred such patterns an ordinary mail needs a part, and each takes 0.1 ms and more
    to compile.
    """
    return cast("re.Pattern[AnyStr]", _Expression(source, flags))
