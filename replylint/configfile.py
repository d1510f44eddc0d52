"""Configuration files: which one governs a folder, and what it says, held to the known keys."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from replylint.model import Problem
from replylint.rulebook import nearest

NAME = "replylint.toml"
_DESCRIBED = {str: "text", int: "a whole number", bool: "true or false", dict: "a table"}


def closest(folder: Path, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The configuration file that governs a folder: the nearest one upwards, else the user's."""
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
        project = place / "pyproject.toml"
        if project.is_file() and _has_table(project):
            return project
    user = user_folder(environment) / NAME
    return user if user.is_file() else None


def user_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where a user's own configuration lies: %APPDATA%, or XDG_CONFIG_HOME, or ~/.config."""
    if os.name == "nt" and environment.get("APPDATA"):
        return Path(environment["APPDATA"]) / "replylint"
    base = environment.get("XDG_CONFIG_HOME") or f"{environment.get('HOME') or '~'}/.config"
    return Path(base).expanduser() / "replylint"


def read(
    path: Path, schema: Mapping[str, Any], seen: tuple[Path, ...] = ()
) -> list[tuple[str, dict[str, Any]]]:
    """What a file says, after what the files that it extends say: pairs of (path, values).

    Folders in it are relative to the file.

    Raises:
        Problem: it cannot be read, is not TOML, or holds a key or value that is not in the schema.
    """
    text = _text(path)
    data = toml(text, str(path))
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("replylint", {})
    check(data, schema, str(path), text)
    if "house-rules" in data:
        data["house-rules"] = [str(path.parent / folder) for folder in data["house-rules"]]
    if "extend" not in data:
        return [(str(path), data)]
    other = (path.parent / data["extend"]).resolve()
    if other in (*seen, path.resolve()):
        raise Problem(f"extends itself through “{data['extend']}”", place=str(path))
    return [*read(other, schema, (*seen, path.resolve())), (str(path), data)]


def toml(text: str, place: str) -> dict[str, Any]:
    """TOML as a table, or a Problem that names the place."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Problem(f"is not TOML: {error}", place=place) from None


def check(
    data: Mapping[str, Any], schema: Mapping[str, Any], place: str, text: str = "", prefix: str = ""
) -> None:
    """Hold a table to a schema; `text` is the file's, to say the line.

    Raises:
        Problem: an unknown key, with the nearest known one, or a value of another kind.
    """
    for key, value in data.items():
        kind = schema.get(key, schema.get("*"))
        name = f"{prefix}{key}"
        number = line(text, key)
        at = f"{place}:{number}" if number else place
        if kind is None:
            raise Problem(f"unknown key “{name}”", hint=nearest(key, schema), place=at)
        if isinstance(kind, dict) and isinstance(value, Mapping):
            check(value, kind, place, text, f"{name}.")
        elif not _fits(value, kind):
            hint = nearest(value, kind) if isinstance(kind, tuple) else ""
            raise Problem(f"{name} must be {_describe(kind)}", hint=hint, place=at)


def line(text: str, key: str) -> int:
    """The line of a file where a key is given, 0 if it is not found."""
    for number, written in enumerate(text.splitlines(), 1):
        bare = written.strip()
        if bare.startswith("["):
            bare = bare.strip("[]")
            if bare.endswith((f'"{key}"', f"'{key}'")) or bare.rpartition(".")[2] == key:
                return number
        elif bare.partition("=")[0].strip().strip("\"'") == key:
            return number
    return 0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Problem("there is no such configuration file", place=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise Problem(f"the configuration cannot be read: {why}", place=str(path)) from None


def _has_table(project: Path) -> bool:
    try:
        return b"[tool.replylint" in project.read_bytes()
    except OSError:
        return False


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
        return (
            "a list of lists" if isinstance(kind[0], list) else f"a list of {_DESCRIBED[kind[0]]}"
        )
    return "a table" if isinstance(kind, dict) else _DESCRIBED[kind]
