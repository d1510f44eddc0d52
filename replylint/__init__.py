"""replylint: a linter for customer-service email."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from email.message import EmailMessage
    from os import PathLike

    from replylint.model import Message, Report

    Mail = str | bytes | EmailMessage | PathLike[str]

__version__ = "0.1.0"
__all__ = ["__version__", "lint"]


def lint(
    draft: Mail,
    customer: Mail | None = None,
    *,
    config: str | PathLike[str] | Mapping[str, Any] | None = None,
) -> Report:
    """Lint a draft against the customer's email.

    A mail is a `str` (a plain body, front matter allowed), `bytes` (a whole .eml), an
    `EmailMessage`, or a path object. Without `customer`, it is looked for as the command line does.
    `config` is the path of a configuration file, or settings as such a file would hold them; with
    neither, and in either case, nothing else is read: no file near the draft, no environment.

    Raises:
        replylint.model.Problem: a mail cannot be read, or the configuration is wrong.
    """
    from pathlib import Path

    from replylint.review import Review

    settings: dict[str, Any] = {}
    file = None
    if config is not None:
        if isinstance(config, str) or hasattr(config, "__fspath__"):
            file = Path(config)
        else:
            settings = dict(config)
    review = Review(settings, file=file, isolated=True)
    path = str(draft) if hasattr(draft, "__fspath__") else "-"
    return review.report(
        _read(draft, "draft"), None if customer is None else _read(customer, "customer"), path=path
    )


def _read(given: Mail, name: str) -> Message:
    from replylint import mail

    if isinstance(given, str):
        return mail.from_text(given, f"<{name}>")
    if isinstance(given, bytes):
        return mail.read_bytes(given, f"<{name}>", "eml")
    if hasattr(given, "__fspath__"):
        return mail.read(given)
    return mail.from_email(given)
