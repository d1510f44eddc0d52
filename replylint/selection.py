"""Which rules run: by name, by principle, or ALL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from replylint.config import Settings
from replylint.model import PRINCIPLES, Problem, Rule
from replylint.rulebook import BUILTIN, configured, nearest, rules

ALIASES: dict[str, str] = {}
"""Former name → name of a rule that was renamed. Both work."""


def available(settings: Settings) -> tuple[Rule, ...]:
    """The built-in rules and the house rules of the configuration, with what it says of each."""
    found = {rule.name: rule for rule in rules(BUILTIN)}
    for folder in settings["house-rules"]:
        found.update((rule.name, rule) for rule in rules(Path(folder)))
    for name, table in settings["rules"].items():
        name = ALIASES.get(name, name)
        if name not in found:
            raise Problem(f"there is no rule “{name}”", hint=nearest(name, found))
        found[name] = configured(found[name], table)
    return tuple(found[name] for name in sorted(found))


def selected(settings: Settings, ignored: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that the settings ask for, less those named in `ignored` (per-file ignores).

    ALL and a principle leave out the rules that are off by default; naming a rule switches it on.
    """
    every = available(settings)
    wanted = expand([*settings["select"], *settings["extend-select"]], every, on_only=True)
    unwanted = expand([*settings["ignore"], *ignored], every, on_only=False)
    named = {ALIASES.get(n, n) for n in (*settings["select"], *settings["extend-select"]) if "/" in n}
    return tuple(r for r in every if r.name in wanted and (r.name not in unwanted or r.name in named))


def expand(names: Sequence[str], every: Sequence[Rule], *, on_only: bool) -> set[str]:
    """Rule names for a list of names, principles and ALL.

    Raises:
        Problem: a name is none of these; the nearest is suggested.
    """
    known = {rule.name for rule in every}
    out: set[str] = set()
    for name in names:
        name = ALIASES.get(name, name)
        if name in known:
            out.add(name)
        elif name == "ALL" or name in PRINCIPLES:
            out |= {
                r.name for r in every
                if name in ("ALL", r.principle) and (r.on or not on_only)
            }  # fmt: skip
        else:
            raise Problem(
                f"there is no rule or principle “{name}”", hint=nearest(name, {*known, *PRINCIPLES, "ALL"})
            )
    return out
