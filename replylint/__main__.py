"""The entry point: runs a command, and turns whatever goes wrong into one line and the right exit code."""

from __future__ import annotations

import os
import sys

COULD_NOT = 2  # exit code: it could not do the work
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run replylint and return its exit code."""
    import click

    from replylint.cli import cli
    from replylint.model import Problem

    arguments = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in arguments
    arguments = [a for a in arguments if a != "--debug"]
    for stream in (sys.stdout, sys.stderr):
        # A code page without these characters must not stop a report half way.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")
    try:
        code = cli.main(args=arguments, prog_name="replylint", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except Problem as problem:
        return _fail(str(problem))
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        return _fail(error.format_message())
    except click.ClickException as error:
        return _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except Exception as error:
        if debug:
            raise
        return _fail(
            f"internal error: {type(error).__name__}: {error}. Please report it with the output of the"
            " same command and --debug; the draft was not changed."
        )


def _fail(message: str) -> int:
    from replylint.text.safe import printable

    print(f"replylint: {printable(' '.join(message.split()))}", file=sys.stderr)
    return COULD_NOT


def run() -> None:
    """The installed script."""
    sys.exit(main())


if __name__ == "__main__":
    run()
