"""The customer's email, found in a thread or in quoted history."""

from __future__ import annotations

from os import PathLike

from replylint.mail.files import load, read_bytes
from replylint.model import Message


def customer_from(draft: Message, own_domains: tuple[str, ...]) -> Message | None:
    return None


def newest_from_outside(path: str | PathLike[str], own_domains: tuple[str, ...]) -> Message:
    return read_bytes(load(path), str(path))
