"""Whether every mail of a folder is read: no traceback, no hang, no body lost.

    python -m benchmarks mime --data FOLDER

A body counts as lost when Python's own parser sees words in a text part that is no attachment, and
none of them are in what was read.
"""

from __future__ import annotations

import argparse
import email
import email.message
import re
import resource
import time
from collections import Counter
from pathlib import Path

from replylint import mail
from replylint.model import Problem

SLOW = 5.0  # seconds
_WORD = re.compile(r"[A-Za-z]{4,}")
_TAG = re.compile(
    r"<(?:style|script|title|head)\b.*?</(?:style|script|title|head)>|<[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)


def visible(part: email.message.Message) -> list[str]:
    """Give the words of each text part that a reader would see, by Python's parser."""
    if part.get_content_maintype() == "message" or part.get_content_disposition() == "attachment":
        return []
    if part.is_multipart():
        children = [
            visible(child)
            for child in part.get_payload()
            if isinstance(child, email.message.Message)
        ]
        found = [text for child in children for text in child]
        if part.get_content_subtype() == "alternative":
            return found[:1]
        return found
    if part.get_content_type() not in ("text/plain", "text/html") or part.get_filename():
        return []
    raw = part.get_payload(decode=True)
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    return [_TAG.sub(" ", text) if part.get_content_subtype() == "html" else text]


def lost(data: bytes, text: str) -> bool:
    """Whether a part that has words left no trace in the text."""
    try:
        parts = visible(email.message_from_bytes(data))
    except Exception:
        return False
    known = set(_WORD.findall(text))
    return any(
        words and not words & known for words in (set(_WORD.findall(part)) for part in parts)
    )


def read(path: Path) -> str:
    """Say what became of one file: "read", "refused", "lost body", "slow" or "traceback"."""
    data = path.read_bytes()
    start = time.process_time()
    try:
        message = mail.read_bytes(data, str(path), "eml")
        mail.parsed(message)
    except Problem as problem:
        print(f"refused: {problem}")
        return "refused"
    except Exception as error:
        print(f"traceback: {path}: {error!r}")
        return "traceback"
    if time.process_time() - start > SLOW:
        print(f"slow: {path}")
        return "slow"
    if lost(data, message.text):
        print(f"lost body: {path}")
        return "lost body"
    return "read"


def main(argv: list[str]) -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks mime", description=__doc__)
    options.add_argument(
        "--data", type=Path, required=True, help="folder of mail, searched through"
    )
    given = options.parse_args(argv)
    files = sorted(
        path for path in given.data.rglob("*") if path.suffix in (".eml", ".txt", ".mbox")
    )
    start = time.process_time()
    outcomes = Counter(read(path) for path in files)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(", ".join(f"{count} {what}" for what, count in outcomes.most_common()))
    print(f"{len(files)} files, {seconds:.1f} s of CPU, {memory} MB at most")
    return 0 if set(outcomes) <= {"read", "refused"} else 1
