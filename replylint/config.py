"""Settings, and where each of them came from.

In order of precedence, the last wins: built-in defaults; the profile; the user's configuration folder, or else the
replylint.toml or pyproject.toml closest to the draft; environment variables; the command line.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from replylint.model import LANGUAGES, SEVERITIES, Address, Company, Problem
from replylint.rulebook import nearest

PROFILES = Path(__file__).parent / "profiles"
FILE = "replylint.toml"

# Key → what its value may be: a tuple of words, a type, [item type] for a list, or a dict for a table.
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
_DESCRIBED = {str: "text", int: "a whole number", bool: "true or false", dict: "a table"}


@dataclass(frozen=True)
class Settings:
    """Effective values, nested as in the file, and the origin of each by its dotted key."""

    values: Mapping[str, Any]
    origins: Mapping[str, str]

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
    overrides = dict(overrides or {})
    layers: list[tuple[str, dict[str, Any]]] = []
    if file is not None:
        layers += _read(file, named=True)
    elif not isolated:
        found = closest(near, environment)
        if found is not None:
            layers += _read(found)
    if not isolated:
        layers.append(("environment", _from_environment(environment)))
    _check(overrides, SCHEMA, "", "command line", "")
    layers.append(("command line", overrides))

    profile, named = DEFAULTS["profile"], {}
    for _, values in layers:
        profile = values.get("profile", profile)
        named.update(values.get("profiles", {}))
    layers.insert(0, (f"profile {profile}", _profile(profile, named)))

    values, origins = _copy(DEFAULTS), dict.fromkeys(_flat(DEFAULTS), "default")
    for origin, layer in layers:
        _merge(values, layer, origins, origin, "")
    return Settings(values, origins)


def closest(near: Path | None, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The configuration file that governs a folder: the nearest one upwards, else the user's."""
    if near is not None:
        folder = near.resolve()
        for place in (folder, *folder.parents):
            if (place / FILE).is_file():
                return place / FILE
            project = place / "pyproject.toml"
            if project.is_file() and _has_table(project):
                return project
    user = user_folder(environment) / FILE
    return user if user.is_file() else None


def user_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where a user's own configuration lies: %APPDATA%, or XDG_CONFIG_HOME, or ~/.config."""
    if os.name == "nt" and environment.get("APPDATA"):
        return Path(environment["APPDATA"]) / "replylint"
    base = environment.get("XDG_CONFIG_HOME") or os.path.join(environment.get("HOME", "~"), ".config")  # noqa: PTH118
    return Path(base).expanduser() / "replylint"


def _has_table(project: Path) -> bool:
    try:
        return b"[tool.replylint" in project.read_bytes()
    except OSError:
        return False


def _read(path: Path, named: bool = False, seen: tuple[Path, ...] = ()) -> list[tuple[str, dict[str, Any]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Problem("there is no such configuration file", place=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise Problem(f"the configuration cannot be read: {why}", place=str(path)) from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem(f"is not TOML: {error}", place=str(path)) from None
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("replylint", {})
    _check(data, SCHEMA, "", str(path), text)
    layers = []
    if "extend" in data:
        other = (path.parent / data["extend"]).resolve()
        if other in (*seen, path.resolve()):
            raise Problem(f"extends itself through “{data['extend']}”", place=str(path))
        layers = _read(other, named=True, seen=(*seen, path.resolve()))
    return [*layers, (str(path), data)]


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
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    _check(values, SCHEMA, "", f"profile {name}", "")
    return values


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    """REPLYLINT_PROFILE, REPLYLINT_FAIL_ON…: the top-level keys that are single values."""
    found: dict[str, Any] = {}
    for key in ("profile", "language", "ui", "fail-on", "fail-under"):
        variable = "REPLYLINT_" + key.replace("-", "_").upper()
        if variable in environment:
            found[key] = typed(key, environment[variable], variable)
    return found


def typed(key: str, text: str, place: str) -> Any:
    """A value given as text (KEY=VALUE, an environment variable), read as TOML where it is, else as text."""
    try:
        value = tomllib.loads(f"v = {text}")["v"]
    except tomllib.TOMLDecodeError:
        value = text
    if _kind(key) is str or isinstance(_kind(key), tuple):
        value = value if isinstance(value, str) else text
    nested: dict[str, Any] = {}
    at = nested
    *tables, last = key.split(".")
    for table in tables:
        at = at.setdefault(table, {})
    at[last] = value
    _check(nested, SCHEMA, "", place, "")
    return nested if tables else value


def option(text: str) -> dict[str, Any]:
    """`--config KEY=VALUE` as a table; dots reach into tables."""
    key, _, value = text.partition("=")
    key = key.strip()
    found = typed(key, value.strip(), "--config")
    return found if "." in key else {key: found}


def _kind(key: str) -> Any:
    kind: Any = SCHEMA
    for step in key.split("."):
        kind = kind.get(step, kind.get("*")) if isinstance(kind, dict) else None
    return kind


def _check(data: Mapping[str, Any], schema: Mapping[str, Any], prefix: str, place: str, text: str) -> None:
    for key, value in data.items():
        kind = schema.get(key, schema.get("*"))
        name = f"{prefix}{key}"
        at = f"{place}:{line}" if (line := _line(text, key)) else place
        if kind is None:
            raise Problem(f"unknown key “{name}”", hint=nearest(key, schema), place=at)
        if isinstance(kind, dict) and isinstance(value, Mapping):
            _check(value, kind, f"{name}.", place, text)
        elif not _fits(value, kind):
            hint = nearest(value, kind) if isinstance(kind, tuple) else ""
            raise Problem(f"{name} must be {_describe(kind)}", hint=hint, place=at)


def _fits(value: Any, kind: Any) -> bool:
    if isinstance(kind, tuple):
        return value in kind
    if isinstance(kind, list):
        return isinstance(value, list) and all(_fits(item, kind[0]) for item in value)
    if isinstance(kind, dict):
        return isinstance(value, Mapping)
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _describe(kind: Any) -> str:
    if isinstance(kind, tuple):
        return "one of " + ", ".join(kind)
    if isinstance(kind, list):
        return "a list of lists" if isinstance(kind[0], list) else f"a list of {_DESCRIBED[kind[0]]}"
    return _DESCRIBED.get(kind, "a table")


def _line(text: str, key: str) -> int:
    """The line of a file where a key is given, 0 if it is not found."""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            bare = bare.strip("[]").rpartition(".")[2]
        if bare.partition("=")[0].strip().strip("\"'") == key:
            return number
    return 0


def _merge(into: dict[str, Any], layer: Mapping[str, Any], origins: dict[str, str], origin: str, at: str) -> None:
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
