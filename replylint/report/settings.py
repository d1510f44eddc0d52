"""Settings as TOML, with the origin of each as a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from replylint.toml import key, literal

if TYPE_CHECKING:
    from replylint.config import Settings

COLUMN = 44  # where comments begin, if the setting is shorter


def lines(settings: Settings) -> Iterator[str]:
    """One setting a line; tables after single values."""
    yield from _table(settings.values, "", "", settings.origins)


def _table(
    values: Mapping[str, Any], header: str, dotted: str, origins: Mapping[str, str]
) -> Iterator[str]:
    for name, value in values.items():
        if not isinstance(value, Mapping):
            setting = f"{key(name)} = {literal(value)}"
            yield f"{setting:<{COLUMN}}  # {origins.get(dotted + name, 'default')}"
    for name, value in values.items():
        if isinstance(value, Mapping) and value:
            inner = f"{header}.{key(name)}" if header else key(name)
            if any(not isinstance(v, Mapping) for v in value.values()):
                yield ""
                yield f"[{inner}]"
            yield from _table(value, inner, f"{dotted}{name}.", origins)
