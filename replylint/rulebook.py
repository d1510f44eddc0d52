"""Rules from their files. A rule's name is its file's path: rules/polite/no-thanks.toml is
polite/no-thanks.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from replylint.model import LANGUAGES, PRINCIPLES, SEVERITIES, Problem, Rule, Texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HERE = Path(__file__).resolve().parent
# In a wheel the rules travel inside the package; in a checkout they lie beside it.
BUILTIN = HERE / "rules" if (HERE / "rules").is_dir() else HERE.parent / "rules"
LEXICON = "lexicon"  # the folder of lists that several rules share
COMPILED = "compiled.json"  # what a wheel holds beside its rules, as byte code stands beside Python

_KEYS: dict[str, type | tuple[type, ...]] = {
    "severity": str, "weight": (int, float), "check": str, "on": bool, "needs": list, "source": str,
    "parameters": dict, "lexicon": dict, "extends": str, "examples": list,
    **dict.fromkeys(LANGUAGES, dict),
}  # fmt: skip
_TEXTS = ("summary", "message", "help", "rationale")
_EXAMPLES = "\n[[examples]]"


class Example(NamedTuple):
    """One test of a rule: a draft that it must find fault with (`bad`) or leave alone.

    `draft` and `customer` are what a .md file would hold, front matter included. `marks` are words
    that a finding of a bad example underlines; `config` is merged into the settings.
    """

    language: str
    bad: bool
    draft: str
    customer: str | None = None
    marks: str | None = None
    note: str = ""
    config: Mapping[str, Any] = MappingProxyType({})


def rules(folder: Path = BUILTIN) -> tuple[Rule, ...]:
    """Every rule below a folder, in order of name; those of a user's folder may extend built-in
    ones.

    Raises:
        Problem: a file is not a rule; names the file, what is wrong, and what to do.
    """
    if folder == BUILTIN:
        return _builtin()
    if not folder.is_dir():
        raise Problem("there is no such folder of rules", place=str(folder))
    known = {rule.name: rule for rule in _builtin()}
    found = tuple(_rule(path, known) for path in _files(folder))
    for rule in found:
        _known_to_engine(rule)
    return found


@lru_cache(maxsize=1)
def _builtin() -> tuple[Rule, ...]:
    if stored := _stored():
        return tuple(_restored(values) for values in stored["rules"])
    return tuple(_rule(path, {}) for path in _files(BUILTIN))


def compiled() -> dict[str, Any]:
    """The built-in rules and the lists that they share, read and checked, for a wheel to carry."""
    return {
        "rules": [
            {**rule._asdict(), "path": Path(rule.path).relative_to(BUILTIN).as_posix()}
            for rule in _builtin()
        ],
        LEXICON: {path.stem: shared(path.stem) for path in (BUILTIN / LEXICON).glob("*.toml")},
    }


def _restored(values: Mapping[str, Any]) -> Rule:
    """A rule as `compiled` gave it, after a journey through JSON."""
    texts = {language: Texts(*each) for language, each in values["texts"].items()}
    path = os.path.join(BUILTIN, *values["path"].split("/"))  # noqa: PTH118 - a Path takes longer
    return Rule(**{**values, "texts": texts, "needs": tuple(values["needs"]), "path": path})


@lru_cache(maxsize=1)
def _stored() -> dict[str, Any]:
    """What `compiled` gave when the wheel was built; empty in a checkout."""
    import json

    try:
        stored: dict[str, Any] = json.loads((BUILTIN / COMPILED).read_bytes())
    except FileNotFoundError:
        return {}
    return stored


def _files(folder: Path) -> Iterator[Path]:
    for principle in sorted(p for p in folder.iterdir() if p.is_dir() and p.name != LEXICON):
        if not principle.name.startswith("."):
            yield from sorted(principle.glob("*.toml"))


def _known_to_engine(rule: Rule) -> None:
    """Hold what a user's rule names to what the engine has; our own are held to it by tests."""
    from replylint.engine import NEEDS, check_of

    for need in rule.needs:
        if need not in NEEDS:
            raise Problem(
                f"needs “{need}”, which is no condition", hint=nearest(need, NEEDS), place=rule.path
            )
    try:
        check_of(rule.check)
    except Problem as problem:
        raise Problem(problem.message, hint=problem.hint, place=rule.path) from None


def _rule(path: Path, known: Mapping[str, Rule]) -> Rule:
    # Examples stand last and are tests: a lint does not pay for reading them.
    data = _parse(_text(path).partition(_EXAMPLES)[0], path)
    name = f"{path.parent.name}/{path.stem}"
    if path.parent.name not in PRINCIPLES:
        raise Problem(
            f"“{path.parent.name}” is not a principle",
            hint=f"The folder is one of {', '.join(PRINCIPLES)}.",
            place=str(path),
        )  # fmt: skip
    for key, value in data.items():
        if key not in _KEYS:
            raise Problem(f"unknown key “{key}”", hint=nearest(key, _KEYS), place=str(path))
        if not isinstance(value, _KEYS[key]) or (isinstance(value, bool) and key != "on"):
            raise Problem(f"the value of {key} is of the wrong kind", place=str(path))
    base = None
    if "extends" in data:
        base = known.get(data["extends"])
        if base is None:
            raise Problem(
                f"extends “{data['extends']}”, which is not a rule",
                hint=nearest(data["extends"], known), place=str(path),
            )  # fmt: skip
    severity = data.get("severity", base.severity if base else None)
    if severity not in SEVERITIES:
        raise Problem("severity is missing or not one of info, warning, error", place=str(path))
    check = data.get("check", base.check if base else None)
    if not check:
        raise Problem(
            "there is no check", hint="Name one, like check = 'phrases.found'.", place=str(path)
        )
    texts = dict(base.texts) if base else {}
    for language in LANGUAGES:
        if language in data:
            texts[language] = _texts(data[language], language, path)
    if not texts:
        raise Problem(
            "there is no text for people", hint="Add [en], [es] or [ca].", place=str(path)
        )
    return Rule(
        name=name,
        check=check,
        severity=severity,
        texts=texts,
        weight=float(data.get("weight", base.weight if base else 1.0)),
        on=data.get("on", True),
        needs=tuple(data.get("needs", base.needs if base else ())),
        source=data.get("source", base.source if base else ""),
        parameters={**(base.parameters if base else {}), **data.get("parameters", {})},
        lexicon=added(base.lexicon if base else {}, lists(data.get("lexicon", {}))),
        path=str(path),
        extends=data.get("extends", ""),
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise Problem(f"the rule cannot be read: {why}", place=str(path)) from None


def _texts(data: Mapping[str, str], language: str, path: Path) -> Texts:
    missing = [key for key in _TEXTS if not isinstance(data.get(key), str) or not data[key].strip()]
    if missing:
        raise Problem(f"[{language}] lacks {', '.join(missing)}", place=str(path))
    return Texts(**{key: data[key].strip() for key in _TEXTS})


def lists(data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """[lexicon] as written: languages directly (one list, named "phrases") or list → language →
    lines.
    """
    out: dict[str, dict[str, str]] = {}
    for key, value in data.items():
        if isinstance(value, str):
            out.setdefault("phrases", {})[key] = value
        else:
            out[key] = dict(value)
    return out


def added(
    base: Mapping[str, Mapping[str, str]], more: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """Lists joined, language by language."""
    out = {name: dict(by_language) for name, by_language in base.items()}
    for name, by_language in more.items():
        into = out.setdefault(name, {})
        for language, lines in by_language.items():
            into[language] = f"{into[language]}\n{lines}" if language in into else lines
    return out


@lru_cache(maxsize=64)
def shared(name: str) -> Mapping[str, Mapping[str, str]]:
    """A file of rules/lexicon/, list → language → phrases."""
    if stored := _stored():
        found: Mapping[str, Mapping[str, str]] = stored[LEXICON][name]
        return found
    path = BUILTIN / LEXICON / f"{name}.toml"
    return lists(_parse(_text(path), path))


def examples(rule: Rule) -> Iterator[Example]:
    """A rule's examples, as its file has them."""
    path = Path(rule.path)
    for data in _parse(_text(path), path).get("examples", []):
        bad = "bad" in data
        if bad == ("good" in data) or data.get("language") not in LANGUAGES:
            raise Problem(
                "an example has a language, and either a bad or a good draft", place=str(path)
            )
        yield Example(
            language=data["language"],
            bad=bad,
            draft=data["bad" if bad else "good"],
            customer=data.get("customer"),
            marks=data.get("marks"),
            note=data.get("note", ""),
            config=data.get("config", {}),
        )


def configured(rule: Rule, table: Mapping[str, Any]) -> Rule:
    """A rule with what [rules."name"] of the configuration says of it."""
    parameters = {k: v for k, v in table.items() if k not in ("severity", "weight", "lexicon")}
    for key in parameters:
        if key not in rule.parameters:
            raise Problem(
                f"{rule.name} has no parameter “{key}”", hint=nearest(key, rule.parameters)
            )
    return rule._replace(
        severity=table.get("severity", rule.severity),
        weight=float(table.get("weight", rule.weight)),
        parameters={**rule.parameters, **parameters},
        lexicon=added(rule.lexicon, lists(table.get("lexicon", {}))),
    )


def _parse(text: str, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem(f"is not TOML: {error}", place=str(path)) from None


def nearest(word: str, known: Iterable[str]) -> str:
    """“Did you mean …?”, or a list to choose from, or nothing."""
    from difflib import SequenceMatcher, get_close_matches

    names = sorted(map(str, known))
    close = get_close_matches(str(word), names, n=3, cutoff=0.6)
    if close:
        best = SequenceMatcher(None, close[0], word).ratio()
        close = [c for c in close if SequenceMatcher(None, c, word).ratio() > best - 0.1]
        return f"Did you mean {' or '.join(f'“{c}”' for c in close)}?"
    return f"Known: {', '.join(names[:5])}{'…' if len(names) > 5 else ''}" if names else ""
