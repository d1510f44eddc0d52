"""Drafts to lint, and the command line to lint them with."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from replylint.__main__ import main


@dataclass(frozen=True)
class Outcome:
    """What a user sees of a run."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]

# Variables of whoever runs the tests that change what replylint prints.
SETTINGS = ("REPLYLINT_", "LC_", "LANG", "XDG_", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
DRAFT = """\
Dear Ms Ash,

You failed to enter a house number, so the parcel came back to us on Monday.

Kind regards,
Tom Hill
"""
CUSTOMER = """\
Hello,

Can I still change the delivery address? My order is 4711.

Ana Ash
"""
RULE = """\
severity = 'warning'
check = 'phrases.found'
source = 'House style'
[en]
summary = 'Blame'
message = '“{text}” puts the blame on the customer.'
help = 'Say what happened; leave out whose fault it was.'
rationale = 'Nobody likes to be blamed.'
[lexicon]
en = '''
you failed to
'''
[[examples]]
language = 'en'
bad = '''
Dear Ms Ash,

You failed to enter a house number, so the parcel came back to us.
'''
marks = 'You failed to'
[[examples]]
language = 'en'
good = '''
Dear Ms Ash,

We failed to enter a house number, so the parcel came back to us.
'''
[[examples]]
language = 'en'
good = '''
Dear Ms Ash,

The house number was missing, so the parcel came back to us on Monday.
'''
"""
CONFIG = """\
house-rules = ["house"]
select = ["polite/blame"]
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with one draft, its customer's email, and one house rule that is the only one to
    run.
    """
    (tmp_path / "reply.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "mail.txt").write_text(CUSTOMER, encoding="utf-8")
    (tmp_path / "replylint.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "house" / "polite").mkdir(parents=True)
    (tmp_path / "house" / "polite" / "blame.toml").write_text(RULE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run replylint in this process, in `tmp_path`."""
    for name in list(os.environ):
        if name.startswith(SETTINGS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    def replylint(*arguments: str, stdin: str = "", **environment: str) -> Outcome:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = main(list(arguments))
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return replylint


@pytest.fixture
def shell(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run replylint as a process of its own, in `tmp_path`."""

    def replylint(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
        environment = {**clean_environment(tmp_path), **more.pop("environment", {})}  # type: ignore[dict-item]
        return subprocess.run(
            [sys.executable, "-m", "replylint", *arguments],
            cwd=tmp_path, env=environment, timeout=60, **{"capture_output": True, **more},
        )  # type: ignore[call-overload,no-any-return]  # fmt: skip

    return replylint


def clean_environment(home: Path) -> dict[str, str]:
    """An environment without the settings of whoever runs the tests."""
    kept = {
        k: v for k, v in os.environ.items()
        if not k.startswith(SETTINGS)
    }  # fmt: skip
    root = str(Path(__file__).resolve().parents[2])
    return {**kept, "LANG": "en_GB.UTF-8", "HOME": str(home), "PYTHONPATH": root, "TERM": "xterm"}
