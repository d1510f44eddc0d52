"""Settings, and where each of them came from.

In order of precedence, the last wins: built-in defaults; the profile; the user's configuration
folder, or else the replylint.toml or pyproject.toml closest to the draft; environment variables;
the command line.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from replylint import configfile
from replylint.model import LANGUAGES, SEVERITIES, Address, Company, Problem
from replylint.rulebook import nearest

PROFILES = Path(__file__).parent / "profiles"

# Key → what its value may be: a tuple of words, a type, [item type] for a list, a dict for a table.
# A table with the key "*" holds any name.
SCHEMA: dict[str, Any] = {
    "extend": str,
    "profile": str,
    "language": ("auto", *LANGUAGES),
    "ui": ("auto", *LANGUAGES),
    "select": [str],
    "extend-select": [str],
    "ignore": [str],
    "fail-on": (*SEVERITIES, "never"),
    "fail-under": int,
    "exclude": [str],
    "house-rules": [str],
    "signature-appended": bool,
    "templates": [str],
    "max-size-mb": int,
    "company": {"name": str, "domains": [str], "products": [str], "people": [str], "ibans": [str]},
    "rules": {"*": dict},
    "spelling": {"engine": ("auto", "embedded", "off"), "words": [str]},
    "questions": {"synonyms": [[str]], "intents": {"*": [str]}},
    "per-file-ignores": {"*": [str]},
    "profiles": {"*": dict},
}
DEFAULTS: dict[str, Any] = {
    "profile": "default",
    "language": "auto",
    "ui": "auto",
    "select": ["ALL"],
    "extend-select": [],
    "ignore": [],
    "fail-on": "error",
    "fail-under": 0,
    "exclude": [],
    "house-rules": [],
    "signature-appended": False,
    "templates": [],
    "max-size-mb": 60,
    "company": {"name": "", "domains": [], "products": [], "people": [], "ibans": []},
    "rules": {},
    "spelling": {"engine": "auto", "words": []},
    "questions": {"synonyms": [], "intents": {}},
    "per-file-ignores": {},
    "profiles": {},
}


class Settings:
    """Effective values, nested as in the file, and the origin of each by its dotted key.

    `root` is the folder that patterns of paths are relative to: the governing file's.
    """

    def __init__(
        self, values: Mapping[str, Any], origins: Mapping[str, str], root: Path = Path()
    ) -> None:
        self.values, self.origins, self.root = values, origins, root

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    @property
    def company(self) -> Company:
        table = self.values["company"]
        return Company(
            name=table["name"],
            domains=tuple(d.lower() for d in table["domains"] if d),
            products=tuple(table["products"]),
            people=tuple(_person(p) for p in table["people"]),
        )

    def place(self, *keys: str) -> str:
        """Where a key was set, as path:line, for an error about its value; "" for a default."""
        start = ".".join(keys)
        origin = next(
            (o for k, o in self.origins.items() if k == start or k.startswith(start + ".")), ""
        )
        path = Path(origin)
        if not origin or not path.is_file():
            return origin
        line = configfile.line(path.read_text(encoding="utf-8-sig"), keys[-1])
        return f"{origin}:{line}" if line else origin


def _person(text: str) -> Address:
    name, _, rest = text.partition("<")
    return Address(name.strip(), rest.rstrip("> ").lower()) if rest else Address(name.strip(), "")


def load(
    near: Path | None,
    *,
    file: Path | None = None,
    isolated: bool = False,
    overrides: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings for drafts in the folder `near` (None: no search).

    Raises:
        Problem: a file cannot be read or holds a key or value that replylint does not know.
    """
    layers: list[tuple[str, dict[str, Any]]] = []
    if file is None and near is not None and not isolated:
        file = configfile.closest(near, environment)
    if file is not None:
        layers += configfile.read(file, SCHEMA)
    if not isolated:
        layers.append(("environment", _from_environment(environment)))
    overrides = dict(overrides or {})
    configfile.check(overrides, SCHEMA, "command line")

    profile, named = DEFAULTS["profile"], {}
    for _, values in (*layers, ("", overrides)):
        profile = values.get("profile", profile)
        named.update(values.get("profiles", {}))
    layers.insert(0, (f"profile {profile}", _profile(profile, named)))

    values, origins = _copy(DEFAULTS), dict.fromkeys(_flat(DEFAULTS), "default")
    for origin, layer in layers:
        _merge(values, layer, origins, origin, "")
    _merge(values, _selecting(overrides, values), origins, "command line", "")
    return Settings(values, origins, file.parent if file is not None else near or Path())


def _selecting(overrides: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The command line's layer: without its own `select`, its other lists of rules add to the
    configured ones.
    """
    layer = dict(overrides)
    if "select" in layer:
        return {"extend-select": [], "ignore": [], **layer}
    more = layer.get("extend-select", [])
    if "extend-select" in layer:
        layer["extend-select"] = [*values["extend-select"], *more]
    if more or "ignore" in layer:
        layer["ignore"] = [
            *(n for n in values["ignore"] if n not in more),
            *layer.get("ignore", []),
        ]
    return layer


def _profile(name: str, named: Mapping[str, Any]) -> dict[str, Any]:
    if name in named:
        values = dict(named[name])
    elif name == "default":
        return {}
    else:
        path = PROFILES / f"{name}.toml"
        if not path.is_file():
            known = {"default", *(p.stem for p in PROFILES.glob("*.toml")), *named}
            raise Problem(f"there is no profile “{name}”", hint=nearest(name, known))
        values = configfile.toml(path.read_text(encoding="utf-8"), str(path))
    configfile.check(values, SCHEMA, f"profile {name}")
    return values


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    """REPLYLINT_PROFILE, REPLYLINT_FAIL_ON…: the top-level keys that are single values."""
    found: dict[str, Any] = {}
    for key in ("profile", "language", "ui", "fail-on", "fail-under"):
        variable = "REPLYLINT_" + key.replace("-", "_").upper()
        if environment.get(variable):
            found.update(_typed(key, environment[variable]))
            configfile.check({key: found[key]}, SCHEMA, variable)
    return found


def option(text: str) -> dict[str, Any]:
    """`--config KEY=VALUE` as a table: TOML, where the value's quotes may be left out; dots reach
    into tables.
    """
    key, _, value = text.partition("=")
    found = _typed(key.strip(), value.strip())
    configfile.check(found, SCHEMA, "--config")
    return found


def joined(tables: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Several tables as one; the later wins, key by key."""
    out: dict[str, Any] = {}
    for table in tables:
        _merge(out, table, {}, "", "")
    return out


def _typed(key: str, value: str) -> dict[str, Any]:
    quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    steps = ".".join(f'"{step}"' for step in key.split("."))
    for text in (
        f"{key} = {value}",
        f"{steps} = {value}",
        f"{key} = {quoted}",
        f"{steps} = {quoted}",
    ):
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            continue
    raise Problem(
        f"“{key}={value}” is not KEY=VALUE", hint="For example: fail-on=warning", place="--config"
    )


def _merge(
    into: dict[str, Any], layer: Mapping[str, Any], origins: dict[str, str], origin: str, at: str
) -> None:
    for key, value in layer.items():
        if isinstance(value, Mapping) and isinstance(into.get(key), dict):
            _merge(into[key], value, origins, origin, f"{at}{key}.")
        else:
            into[key] = _copy(value)
            for name in _flat({key: value}, at):
                origins[name] = origin


def _copy(value: Any) -> Any:
    return {k: _copy(v) for k, v in value.items()} if isinstance(value, Mapping) else value


def _flat(values: Mapping[str, Any], at: str = "") -> Iterable[str]:
    for key, value in values.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{at}{key}.")
        elif not isinstance(value, Mapping):
            yield f"{at}{key}"
