"""The entry point: runs a command, and turns whatever goes wrong into one line and the right exit
code.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress

INTERRUPTED = 130
PIPE_CLOSED = 141


def main(arguments: list[str] | None = None) -> int:
    """Run replylint and return its exit code."""
    import click

    from replylint.cli import cli
    from replylint.model import Problem
    from replylint.output import COULD_NOT, be_lenient, tell

    arguments = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in arguments
    arguments = [a for a in arguments if a != "--debug"]
    if sys.stdout is None:  # closed by the caller
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
    be_lenient(sys.stdout)
    try:
        code = cli.main(args=arguments, prog_name="replylint", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except Problem as problem:
        from replylint.report.problems import said
        from replylint.report.ui import asked

        tell(said(problem, asked(arguments)))
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        tell(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click exits in its own way where it meets a closed pipe
        _let_go_of_stdout()
        return PIPE_CLOSED
    except Exception as error:
        if debug:
            raise
        if isinstance(error, OSError) and error.filename is None:
            _let_go_of_stdout()
            tell(f"input or output failed: {error.strerror}")
        else:
            tell(
                f"internal error: {type(error).__name__}: {error}. Please report it with the "
                f"output of the"
                " same command and --debug; the draft was not changed."
            )
    return COULD_NOT


def _let_go_of_stdout() -> None:
    """Let the interpreter's own last flush go nowhere, so that it has nothing to complain of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def run() -> None:
    """The installed script."""
    # A lint makes many objects and hardly a cycle: looking for those less often saves a tenth.
    gc.set_threshold(500_000)
    try:
        code = main()
    except KeyboardInterrupt:  # while modules were being imported
        code = INTERRUPTED
    # Taking all objects apart one by one, as the interpreter does, would take another tenth.
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
