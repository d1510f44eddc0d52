"""Bodies without MIME: .txt and .md, with front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.mail import frontmatter, ignores
from replylint.mail.segments import parts
from replylint.model import Address, Attachment, Message, Position, Problem
from replylint.text.expressions import expression

if TYPE_CHECKING:
    from datetime import datetime

_MAILBOX = expression(
    r"\s*(?:\"([^\"]{0,200})\"|([^<>,;\"]{0,200}?))\s*<([^<>\s]{1,320})>|\s*([^<>,;\s]{1,320})"
)


def from_text(text: str, path: str = "<text>") -> Message:
    """Read a plain body, with front matter if it has any. Raise Problem for front matter that makes
    no sense.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " ")
    lines = text.split("\n")
    matter = frontmatter.read(lines, path)
    start = matter.body
    while start < len(lines) and matter.body and not lines[start].strip():
        start += 1
    body = "\n".join(lines[start:])
    from_, sender = matter.one("from"), None
    if from_:
        people = addresses(from_)
        sender = people[0] if people else Address(from_, "")
    names = matter.values.get("attachments")
    customer = matter.one("customer")
    return Message(
        path=path,
        format="md" if path.lower().endswith((".md", ".markdown")) else "txt",
        text=body,
        parts=parts(body),
        lines=tuple(Position(n, 1) for n in range(start + 1, max(start, len(lines) - 1) + 2)),
        headers={key: place for key, place in matter.places.items() if key in frontmatter.KEYS},
        subject=matter.one("subject"),
        sender=sender,
        reply_to=_people(matter, "reply-to") or (),
        to=_people(matter, "to"),
        cc=_people(matter, "cc"),
        bcc=_people(matter, "bcc"),
        date=_date(matter, path),
        attachments=None
        if names is None
        else tuple(Attachment(name, kind(name), None) for name in names),
        plain_lines=(max(map(len, lines[start:]), default=0), False),
        ignores=_ignores(matter) + ignores.in_markup(text),
        customer=customer or None,
        language=matter.one("language") or None,
    )  # fmt: skip


def _ignores(matter: frontmatter.Matter) -> tuple[tuple[str, str], ...]:
    values = matter.values.get("replylint-ignore", ())
    return tuple(entry for value in values for entry in ignores.entries(value))


def addresses(value: str) -> tuple[Address, ...]:
    """Give the mailboxes of a list such as "Laura <laura@example.com>, info@example.com"; what is
    none is left out.
    """
    out = []
    for match in _MAILBOX.finditer(value):
        email = match.group(3) or match.group(4) or ""
        if "@" in email:
            name = match.group(1) or match.group(2) or ""
            out.append(Address(name.strip(" '\""), email.removeprefix("mailto:").lower()))
    return tuple(out)


def kind(name: str) -> str:
    """Give the media type that a file's name tells."""
    from mimetypes import guess_type

    return guess_type(name)[0] or "application/octet-stream"


def _people(matter: frontmatter.Matter, key: str) -> tuple[Address, ...] | None:
    value = matter.one(key)
    return None if value is None else addresses(value)


def _date(matter: frontmatter.Matter, path: str) -> datetime | None:
    value = matter.one("date")
    if not value:
        return None
    from replylint.mail.dates import parse

    found = parse(value)
    if found is None:
        raise Problem(
            f"the date “{value[:40]}” cannot be read",
            hint="Write it as 2026-11-22 10:30 +0100",
            place=f"{path}:{matter.places['date'].line}",
        )
    return found
