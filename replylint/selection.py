"""Which rules run: by name, by principle, or ALL; and with what the configuration says of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.model import LANGUAGES, PRINCIPLES, SEVERITIES, Problem, Rule
from replylint.rulebook import BUILTIN, configured, nearest, rules

if TYPE_CHECKING:
    from replylint.config import Settings

ALIASES: dict[str, str] = {}
"""Former name → name of a rule that was renamed. Both work."""

_ALL, _PRINCIPLE, _NAME = 1, 2, 3  # how particular an entry of a list of rules is


def available(settings: Settings) -> tuple[Rule, ...]:
    """The built-in rules and the house rules of the configuration, with what it says of each.

    Raises:
        Problem: a house rule is not one, or the configuration names a rule or parameter that does
        not exist.
    """
    found = {rule.name: rule for rule in rules(BUILTIN)}
    for folder in settings["house-rules"]:
        found.update((rule.name, rule) for rule in rules(Path(folder)))
    for written, table in settings["rules"].items():
        name = ALIASES.get(written, written)
        if name not in found:
            raise Problem(
                f"there is no rule “{name}”",
                hint=nearest(name, found),
                place=settings.place("rules", written),
            )
        _check(found[name], table, settings, written)
        found[name] = configured(found[name], table)
    return tuple(found[name] for name in sorted(found))


def selected(settings: Settings, silenced: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that the settings ask for, less those of `silenced` (per-file ignores).

    Of `select` and `ignore` the more particular entry wins: a rule's name over a principle over
    ALL; between equals, `ignore`. A rule that is off by default runs only when it is named.
    """
    every = available(settings)
    wanted = particular([*settings["select"], *settings["extend-select"]], every)
    unwanted = particular(settings["ignore"], every)
    silent = particular(silenced, every)
    if not wanted:
        raise Problem("no rule is selected", hint="A draft that nothing judges would always pass.")
    return tuple(
        rule
        for rule in every
        if (strength := wanted.get(rule.name, 0)) > unwanted.get(rule.name, 0)
        and (rule.on or strength == _NAME)
        and rule.name not in silent
    )


def particular(names: Iterable[str], every: Sequence[Rule]) -> dict[str, int]:
    """For each rule that a list of names, principles and ALL covers: how particular the entry is.

    Raises:
        Problem: an entry is none of these; the nearest is suggested.
    """
    known = {rule.name for rule in every}
    out: dict[str, int] = {}
    for written in names:
        name = ALIASES.get(written, written)
        if name in known:
            out[name] = _NAME
            continue
        if name != "ALL" and name not in PRINCIPLES:
            raise Problem(
                f"there is no rule or principle “{name}”",
                hint=nearest(name, {*known, *PRINCIPLES, "ALL"}),
            )
        for rule in every:
            if name in ("ALL", rule.principle):
                out[rule.name] = max(out.get(rule.name, 0), _ALL if name == "ALL" else _PRINCIPLE)
    return out


def _check(rule: Rule, table: Mapping[str, Any], settings: Settings, written: str) -> None:
    def wrong(key: str, must: str, hint: str = "") -> Problem:
        return Problem(
            f"{rule.name}: {key} must be {must}",
            hint=hint,
            place=settings.place("rules", written, key),
        )

    for key, value in table.items():
        if key == "severity":
            if value not in SEVERITIES:
                raise wrong(key, f"one of {', '.join(SEVERITIES)}", nearest(value, SEVERITIES))
        elif key == "weight":
            if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
                raise wrong(key, "a number from 0")
        elif key == "lexicon":
            if not _is_lexicon(value):
                raise wrong(key, f"phrases, one a line, by language ({', '.join(LANGUAGES)})")
        elif key not in rule.parameters:
            raise Problem(
                f"{rule.name} has no parameter “{key}”",
                hint=nearest(key, {*rule.parameters, "severity", "weight", "lexicon"}),
                place=settings.place("rules", written, key),
            )
        elif not _alike(value, rule.parameters[key]):
            raise wrong(key, f"like its default, {rule.parameters[key]!r}")


def _is_lexicon(value: Any) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(lines, str) if key in LANGUAGES else _is_lexicon(lines)
        for key, lines in value.items()
    )


def _alike(value: Any, default: Any) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, int | float):
        return isinstance(value, int | float)
    return isinstance(value, type(default))
