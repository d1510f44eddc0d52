"""Where reports go: files that are whole or not there, and streams whose encoding may lack a
character.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from replylint.model import Problem

_PLAIN = {
    "“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-",
    "…": "...", "·": ".", "→": "->", "←": "<-", "•": "*", "×": "x", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
COULD_NOT = 2  # exit code: it could not do the work


def tell(problem: object) -> None:
    """Say on stderr, in one line, what went wrong."""
    from replylint.text.safe import printable

    print(f"replylint: {printable(' '.join(str(problem).split()))}", file=sys.stderr)


def write_whole(path: str, text: str) -> None:
    """Write a file in one step: it is there whole, or as it was before.

    Raises:
        Problem: the folder does not exist or cannot be written to.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():  # /dev/stdout, a named pipe
        _write(target, text, target)
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _write(beside, text, target)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except OSError as error:
        raise _cannot(error, target) from None
    finally:
        beside.unlink(missing_ok=True)


def _write(path: Path, text: str, target: Path) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise _cannot(error, target) from None


def _cannot(error: OSError, target: Path) -> Problem:
    return Problem(f"cannot be written: {error.strerror}", place=str(target))


def be_lenient(stream: TextIO) -> None:
    """Let a stream write the nearest plain character where its code page lacks one, in place of an
    error.
    """
    import codecs

    codecs.register_error("replylint.plain", _nearest)
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replylint.plain")


def can_write(stream: TextIO, text: str) -> bool:
    """Whether a stream's encoding has these characters."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    text = error.object[error.start : error.end]
    plain = "".join(_PLAIN.get(c) or unicodedata.normalize("NFKD", c)[0] for c in text)
    return "".join(c if c.isascii() else "?" for c in plain), error.end
