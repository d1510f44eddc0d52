"""Processor time beside a bare interpreter, proselint, yamllint and vale, as ratios in one run.

    pip install -e '.[bench]' && python -m benchmarks speed

Time is that of whole processes, user and system, by wait4, in alternating rounds; the median of
each is shown. Peers that are not installed are named and left out.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.mails import pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PEER = "proselint"  # the linter that targets are multiples of
VALE = "MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n"


@dataclass(frozen=True)
class Case:
    """A command to be timed; `target` is the most it may take, in multiples of proselint's."""

    name: str
    command: Sequence[str | Path]
    target: float | None = None


def cpu_seconds(command: Sequence[str | Path], folder: Path) -> float:
    """Run a command and return the processor time that it took, its children's included."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, nowhere, n) for n in (0, 1, 2)]
    before = Path.cwd()
    os.chdir(folder)
    try:
        words = [str(word) for word in command]
        child = os.posix_spawn(words[0], words, os.environ, file_actions=streams)
    finally:
        os.chdir(before)
        os.close(nowhere)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):  # 1: a linter found something
        raise SystemExit(f"exit code {code} from: {' '.join(words)}")
    return usage.ru_utime + usage.ru_stime


def program(name: str) -> str | None:
    """Where a program is: beside this interpreter, or else on the path."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)


def rounds(cases: Sequence[Case], folder: Path, count: int) -> dict[str, float]:
    """Time each case `count` times, after one round that does not count; return the medians."""
    times: dict[str, list[float]] = {case.name: [] for case in cases}
    for turn in range(count + 1):
        for case in cases:
            taken = cpu_seconds(case.command, folder)
            if turn:
                times[case.name].append(taken)
    return {name: median(taken) for name, taken in times.items()}


def one_draft(folder: Path) -> list[Case]:
    """Write one pair in each format, and return the commands that lint it."""
    pair = next(pairs(1))
    (folder / "replylint.toml").write_text(
        '[company]\nname = "Walnut & Son"\ndomains = ["walnutandson.example"]\n', encoding="utf-8"
    )
    theirs, ours = pair.markdown("y.md")
    (folder / "y.md").write_text(theirs, encoding="utf-8")
    (folder / "x.md").write_text(ours, encoding="utf-8")
    mail, reply = pair.emails()
    (folder / "y.eml").write_bytes(mail)
    (folder / "x.eml").write_bytes(reply)
    items = (f"- text: >-\n    {line}\n" for line in pair.answer.splitlines() if line)
    (folder / "x.yaml").write_text("".join(items), encoding="utf-8")
    (folder / ".vale.ini").write_text(VALE, encoding="utf-8")
    ours_is = program("replylint")
    if ours_is is None:
        raise SystemExit("replylint is not installed here: pip install -e '.[bench]'")
    check, form = [ours_is, "check"], ["--format", "json"]
    no_spelling = ["--config", "spelling.engine=off"]
    text, emails = ["x.md", "--customer", "y.md"], ["x.eml", "--customer", "y.eml"]
    return [
        Case("python -c pass", [sys.executable, "-c", "pass"]),
        Case("replylint, .md, JSON, no spelling", [*check, *text, *form, *no_spelling], 0.8),
        Case("replylint, .eml, JSON, no spelling", [*check, *emails, *form, *no_spelling], 1.2),
        Case("replylint, .md, JSON, spelling", [*check, *text, *form]),
        Case("replylint, .eml, terminal, spelling", [*check, *emails, "--format", "terminal"], 2.5),
        *_peers({PEER: ["check", "x.md"], "yamllint": ["x.yaml"], "vale": ["x.md"]}),
    ]


def many_drafts(folder: Path, count: int) -> list[Case]:
    """Write `count` pairs, and return the commands that lint all of them in one process."""
    ours, theirs = folder / "drafts", folder / "customers"
    ours.mkdir()
    theirs.mkdir()
    for at, pair in enumerate(pairs(count)):
        name = f"{at:05}.md"
        mail, reply = pair.markdown(f"../customers/{name}")
        (theirs / name).write_text(mail, encoding="utf-8")
        (ours / name).write_text(reply, encoding="utf-8")
    check = [program("replylint") or "", "check", "drafts", "--format", "json"]
    return [
        Case("replylint, JSON, spelling", check, 0.8),
        Case("replylint, JSON, no spelling", [*check, "--config", "spelling.engine=off"]),
        *_peers({PEER: ["check", "drafts"], "vale": ["drafts"]}),
    ]


def _peers(arguments: Mapping[str, Sequence[str]]) -> list[Case]:
    found = {name: program(name) for name in arguments}
    return [Case(name, [path, *arguments[name]]) for name, path in found.items() if path]


def table(
    title: str, cases: Sequence[Case], times: Mapping[str, float], count: int = 1
) -> list[str]:
    """Lay out milliseconds a draft, multiples of proselint's time, target and verdict."""
    peer = times.get(PEER)
    out = [f"{title:<38}{'ms CPU':>8}{'× ' + PEER:>13}   target"]
    for case in cases:
        line = f"{case.name:<38}{times[case.name] / count * 1000:8.1f}"
        if peer:
            ratio = times[case.name] / peer
            line += f"{ratio:13.2f}"
            if case.target:
                line += f"   {case.target:.1f} {'met' if ratio <= case.target else 'MISSED'}"
        out.append(line.rstrip())
    return out


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks speed")
    parser.add_argument("--rounds", type=int, default=9, help="rounds for one draft (9)")
    parser.add_argument("--drafts", type=int, default=1000, help="drafts in one process (1000)")
    wanted = parser.parse_args(argv)
    if not hasattr(os, "wait4"):
        print("This benchmark needs os.wait4, which this system does not have.", file=sys.stderr)
        return 2
    for name in (PEER, "yamllint", "vale"):
        if program(name) is None:
            how = "see its site" if name == "vale" else "pip install -e '.[bench]'"
            print(f"skipped: {name} is not installed ({how})")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        cases = one_draft(folder)
        times = rounds(cases, folder, wanted.rounds)
        print(*table("one draft, whole process", cases, times), sep="\n")
        if wanted.drafts:
            cases = many_drafts(folder, wanted.drafts)
            times = rounds(cases, folder, 1)
            title = f"{wanted.drafts} drafts in one process, each"
            print("", *table(title, cases, times, wanted.drafts), sep="\n")
    return 0
