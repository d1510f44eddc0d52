"""replylint as a process: pipes, terminals, code pages, signals, and what it imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import DRAFT, clean_environment

Shell = Callable[..., "subprocess.CompletedProcess[bytes]"]
HEAVY = (
    "rich", "mailparser", "email", "selectolax", "textstat", "language_tool_python",
    "importlib.metadata", "importlib.resources",
    "regex", "pathspec", "rapidfuzz", "asyncio", "unittest",
)  # fmt: skip
UNUSED = (  # for drafts without headers of their own
    "replylint.mail.mime", "replylint.mail.bodies", "replylint.mail.mbox", "replylint.mail.html",
    "replylint.report.formats.terminal", "replylint.report.problems", "replylint.suppress",
)  # fmt: skip
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX signals, pipes and terminals")


def imported(room: Path, statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=room,
        env=clean_environment(room),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def test_a_plain_draft_as_json_imports_nothing_heavy(room: Path) -> None:
    loaded = imported(
        room,
        "from replylint.__main__ import main\nmain(['check', 'reply.txt', '--customer', "
        "'mail.txt', '-f', 'json'])",
    )
    assert "replylint.report.formats.json" in loaded
    assert not loaded.intersection(HEAVY)
    assert not loaded.intersection(UNUSED)


def test_without_spelling_no_engine_is_imported(room: Path) -> None:
    loaded = imported(
        room,
        "from replylint.__main__ import main\nmain(['check', 'reply.txt', '--format', 'json', "
        "'--config', 'spelling.engine=off'])",
    )
    assert "replylint.report.formats.json" in loaded
    assert not loaded.intersection(
        {"replylint.spelling.misspellings", "replylint.spelling.confusions"}
    )


def test_the_library_imports_nothing_until_it_is_used(room: Path) -> None:
    loaded = imported(room, "import replylint")
    assert {name for name in loaded if name.startswith("replylint")} == {"replylint"}
    assert not loaded.intersection({*HEAVY, "click", "tomllib", "dataclasses", "re"} - {"re"})


def test_help_imports_no_rule_and_no_mail(room: Path) -> None:
    loaded = imported(room, "from replylint.__main__ import main\nmain(['--help'])")
    assert not loaded.intersection({*HEAVY, "replylint.engine", "replylint.mail", "tomllib"})


@posix
def test_a_closed_pipe_is_quiet(room: Path) -> None:
    (room / "many.txt").write_text(DRAFT + "You failed to\n\n" * 2_000)
    check = f"{sys.executable} -m replylint check many.txt -f concise"
    command = check + " | head -n 1; echo ${PIPESTATUS[0]}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=room,
        env=clean_environment(room),
        capture_output=True,
        timeout=60,
    )
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1] == b"141"


@posix
def test_a_full_disk_is_told_in_one_line(room: Path, shell: Shell) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = shell(
            "check",
            "reply.txt",
            "-f",
            "json",
            capture_output=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("replylint: input or output failed: No space left")
    assert done.stderr.count(b"\n") == 1


@posix
def test_an_interrupt_is_quiet(room: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "replylint", "check", "-"], cwd=room, env=clean_environment(room),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # A suite that runs in the background hands down that interrupts are ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")


@posix
def test_a_terminal_gets_colour_and_its_own_width(room: Path) -> None:
    import pty

    def seen(**environment: str) -> str:
        try:
            parent, child = pty.openpty()
        except OSError as error:
            pytest.skip(f"this system has no terminals to give: {error}")
        import fcntl
        import struct
        import termios

        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 60, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "replylint", "check", "reply.txt", "--fail-on", "warning"],
            cwd=room,
            env={**clean_environment(room), **environment},
            stdin=child, stdout=child, stderr=child, close_fds=True,
        )  # fmt: skip
        os.close(child)
        chunks = []
        try:
            while chunk := os.read(parent, 65536):
                chunks.append(chunk)
        except OSError:
            pass
        process.wait(timeout=30)
        os.close(parent)
        assert process.returncode == 1
        return b"".join(chunks).decode()

    coloured = seen()
    assert "\x1b[1;33mwarning" in coloured
    plain = seen(TERM="dumb")
    assert "\x1b" not in plain
    assert max(map(len, plain.splitlines())) <= 80
    import re

    assert max(len(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in coloured.splitlines()) <= 60
    assert "\x1b[1;33m" not in seen(NO_COLOR="1")


def test_json_can_be_read_whatever_the_code_page(room: Path, shell: Shell) -> None:
    for encoding in ("ascii", "cp1252", "utf-8"):
        done = shell("check", "reply.txt", "-f", "json", environment={"PYTHONIOENCODING": encoding})
        [finding] = json.loads(done.stdout.decode(encoding))["drafts"][0]["findings"]
        assert finding["message"] == "“You failed to” puts the blame on the customer."


def test_json_holds_no_terminal_escapes(room: Path, shell: Shell) -> None:
    (room / "reply.txt").write_text(
        DRAFT.replace("You failed to", "You failed to\x9b2J \x7f\u202e"), encoding="utf-8"
    )
    (room / "house" / "polite" / "blame.toml").write_text(
        (room / "house" / "polite" / "blame.toml")
        .read_text()
        .replace("you failed to\n'''", "you failed to ... enter\n'''", 1)
    )
    done = shell("check", "reply.txt", "-f", "json", "-f", "concise")
    for unsafe in ("\x9b", "\x7f", "\u202e", "\x1b"):
        assert unsafe not in done.stdout.decode()


def test_closed_standard_output_is_no_crash(room: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m replylint check reply.txt >&-"],
        cwd=room, env=clean_environment(room),
        capture_output=True, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_internal_error_is_one_line_and_a_traceback_only_when_asked_for(room: Path) -> None:
    def run(*options: str) -> subprocess.CompletedProcess[str]:
        code = (
            "import sys, replylint.drafts as d\n"
            "def broken(*_): raise ZeroDivisionError('oops')\n"
            "d.find = broken\n"
            "from replylint.__main__ import main\n"
            "sys.exit(main(sys.argv[1:]))"
        )
        return subprocess.run(
            [sys.executable, "-c", code, "check", "reply.txt", *options],
            cwd=room, env=clean_environment(room),
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip

    quiet = run()
    assert quiet.returncode == 2
    assert quiet.stderr.count("\n") == 1
    assert "internal error: ZeroDivisionError: oops" in quiet.stderr
    assert "--debug" in quiet.stderr
    assert "Traceback" in run("--debug").stderr
