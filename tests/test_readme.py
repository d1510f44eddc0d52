"""README.md says what is so: its samples are current, and its commands run."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from replylint.__main__ import main
from replylint.config import load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return [part.partition("\n```")[0] for part in README.split(f"```{language}\n")[1:]]


COMMANDS = [
    line for block in blocks("sh") for line in block.splitlines() if line.startswith("replylint ")
]


def readme(*arguments: str) -> "subprocess.CompletedProcess[str]":
    script = str(ROOT / "scripts" / "readme.py")
    return subprocess.run(
        [sys.executable, script, *arguments], capture_output=True, text=True, encoding="utf-8"
    )


def test_the_samples_are_what_the_commands_print() -> None:
    done = readme("check")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("name", "last"), [("run", "replylint check"), ("test", "pytest")])
def test_a_fresh_machine_needs_one_line(name: str, last: str) -> None:
    command = readme("command", name).stdout.strip()
    assert "\n" not in command
    steps = [step.strip() for step in command.split("&&")]
    assert steps[0] == "python3 -m venv .venv"
    assert steps[1].startswith(".venv/bin/pip install ")
    assert " -e" not in steps[1], "an editable install does not compile its byte code"
    assert steps[-1].startswith(f".venv/bin/{last}")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_shown_does_its_work(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    code = main(shlex.split(command)[1:])
    shown = capsys.readouterr()
    assert code in (0, 1), shown.err
    assert shown.out.strip()


def test_the_configuration_that_is_shown_is_valid(tmp_path: Path) -> None:
    (shown,) = blocks("toml")
    (tmp_path / "replylint.toml").write_text(shown, encoding="utf-8")
    settings = load(tmp_path)
    assert settings.company.name in shown
    assert settings["fail-on"] == "warning"


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["examples/es-clinic/reply-good.eml"]),
        (1, ["examples/es-clinic/reply-bad.eml"]),
        (0, ["examples/es-clinic/reply-bad.eml", "--exit-zero"]),
        (2, ["examples/no-such-file.eml", "--exit-zero"]),
    ],
)
def test_exit_codes_are_those_of_the_table(
    code: int,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    customer = ["--customer", "examples/es-clinic/customer.eml"]
    assert main(["check", *arguments, *customer]) == code
    error = capsys.readouterr().err
    assert error.count("\n") == (1 if code == 2 else 0)
