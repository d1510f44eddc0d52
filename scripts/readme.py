"""README.md as the tests and .ci/run see it: samples of output, and commands to paste.

python scripts/readme.py update: run the commands of the samples, and write what they print.
python scripts/readme.py check: exit 1 if a sample is not what its command prints.
python scripts/readme.py command NAME: print the command under the mark of that name.

A sample stands between <!-- sample: COMMAND --> and <!-- end of sample -->; a command in the fenced
block below <!-- command: NAME -->. Nothing but the standard library is needed here, so that
`command` works before anything is installed.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"

SAMPLE = re.compile(r"(<!-- sample: ([^\n]*) -->\n).*?(<!-- end of sample -->)", re.S)
COMMAND = re.compile(r"<!-- command: (?P<name>\w+) -->\n+```\w*\n(?P<command>.*?)\n```", re.S)
# What a reader of the README has: a dark screen of 80 columns in no particular country.
SCREEN = {"COLUMNS": "80", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PYTHONUTF8": "1"}


def commands(text: str) -> dict[str, str]:
    """Find the commands to paste: name → command."""
    return {found["name"]: found["command"] for found in COMMAND.finditer(text)}


def sample(command: str) -> str:
    """Run a command of replylint and lay out what it prints as a block of the README."""
    program, *arguments = shlex.split(command)
    if program != "replylint":
        raise SystemExit(f"README.md: a sample is of replylint, not of {program}")
    done = subprocess.run(
        [sys.executable, "-m", "replylint", *arguments],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env={**os.environ, **SCREEN},
    )  # fmt: skip
    if done.returncode not in (0, 1):
        raise SystemExit(f"README.md: {command}: {done.stderr.strip()}")
    lines = [line.rstrip() for line in done.stdout.rstrip().splitlines()]
    shown = command.replace(" --customer", " \\\n    --customer")  # 80 columns hold one path
    return "\n".join(["```text", f"$ {shown}", *lines, "```", ""])


def updated(text: str) -> str:
    """Replace each sample by what its command prints now."""
    return SAMPLE.sub(lambda found: f"{found[1]}{sample(found[2])}{found[3]}", text)


def main(argv: list[str]) -> int:
    text = README.read_text(encoding="utf-8")
    match argv:
        case ["update"]:
            README.write_text(updated(text), encoding="utf-8")
        case ["check"]:
            if updated(text) != text:
                print("README.md: run python scripts/readme.py update", file=sys.stderr)
                return 1
        case ["command", name] if name in commands(text):
            print(commands(text)[name])
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
