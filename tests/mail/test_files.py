"""Files of every format, good and bad."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from replylint import mail
from replylint.model import Message, Problem

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    "From: =?utf-8?q?Marta_Ru=C3=ADz?= <Marta@Shop.example>\r\n"
    "To: Ana Vela <ana@example.com>, bob@example.com\r\n"
    "Subject: Re: =?utf-8?q?Petici=C3=B3n?=\r\n"
    "Date: Mon, 5 Feb 2024 10:12:00 +0100\r\n"
    "X-Replylint-Ignore: polite/no-thanks -- second mail today\r\n"
)


def eml(body: bytes, *, kind: str = "text/plain; charset=utf-8", encoding: str = "8bit") -> Message:
    head = f"{HEAD}Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return mail.read_bytes(head.encode() + body, "draft.eml")


def test_headers_of_an_eml() -> None:
    message = eml("Adiós.\r\n".encode())
    assert message.sender is not None
    assert str(message.sender) == "Marta Ruíz <marta@shop.example>"
    assert message.to is not None
    assert [a.email for a in message.to] == ["ana@example.com", "bob@example.com"]
    assert message.cc == ()
    assert message.subject == "Re: Petición"
    assert message.date is not None
    assert message.date.isoformat() == "2024-02-05T10:12:00+01:00"
    assert message.ignores == (("polite/no-thanks", "second mail today"),)
    assert message.headers["subject"].line == 3
    assert message.headers["subject"].decoded
    assert message.headers["to"].column == 5


def test_unencoded_body_keeps_the_files_lines() -> None:
    message = eml("Adiós.\r\n\r\nVéase.\r\n".encode())
    assert message.text == "Adiós.\n\nVéase."
    assert message.lines is not None
    assert [p.line for p in message.lines] == [9, 10, 11]


@pytest.mark.parametrize(
    ("encoding", "body"), [("base64", b"QWRpw7NzLg=="), ("quoted-printable", b"Adi=C3=B3s.")]
)
def test_encoded_body_has_no_lines_of_the_file(encoding: str, body: bytes) -> None:
    message = eml(body, encoding=encoding)
    assert message.text == "Adiós."
    assert message.lines is None


@pytest.mark.parametrize(
    ("declared", "raw"),
    [
        ("iso-8859-1", "Adiós — 5 €".encode("cp1252")),
        ("us-ascii", "Adiós — 5 €".encode()),
        ("us-ascii", "Adiós — 5 €".encode("cp1252")),
        ("utf-8", "Adiós — 5 €".encode("cp1252")),
        ("iso-8859-1", "Adiós — 5 €".encode()),
        ("undefined", "Adiós — 5 €".encode()),
        ("idna", "Adiós — 5 €".encode()),
        ("no-such-charset", "Adiós — 5 €".encode()),
        ("utf-16", "Adiós — 5 €".encode("utf-16")),
    ],
)
def test_wrong_charsets_lose_nothing(declared: str, raw: bytes) -> None:
    assert eml(raw, kind=f"text/plain; charset={declared}").text == "Adiós — 5 €"


def test_attachments_and_alternatives() -> None:
    message = EmailMessage()
    message["From"], message["To"] = "a@shop.example", "b@example.com"
    message.set_content("plain words")
    message.add_alternative("<p>markup words</p>", subtype="html")
    message.add_attachment(
        b"%PDF" * 100, maintype="application", subtype="pdf", filename="señal.pdf"
    )
    read = mail.from_email(message)
    assert read.text.strip() == "plain words"
    assert read.attachments is not None
    assert [(a.name, a.type, a.size, a.inline) for a in read.attachments] == [
        ("señal.pdf", "application/pdf", 400, False)
    ]


def test_empty_plain_alternative_gives_the_html() -> None:
    message = EmailMessage()
    message["From"] = "a@shop.example"
    message.set_content("\n")
    message.add_alternative("<p>the words</p>", subtype="html")
    assert mail.from_email(message).text == "the words"


def test_every_visible_text_part_is_kept() -> None:
    raw = (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nfirst\n--x\nContent-Type: image/png; name=a.png\n"
        b"Content-Transfer-Encoding: base64\n\nAAAA\n--x\nContent-Type: text/plain\n\n"
        b"second\n--x--\n"
    )
    message = mail.read_bytes(raw, "x.eml")
    assert message.text.split() == ["first", "second"]
    assert message.lines is not None
    lines = raw.decode().split("\n")
    found = {lines[p.line - 1] for p in message.lines}
    assert {"first", "second"} <= found


def test_report_of_non_delivery_shows_its_text() -> None:
    raw = (
        b"From: a@b.example\nContent-Type: multipart/report; boundary=x\n\n"
        b"--x\nContent-Type: message/delivery-status\n\nThe mailbox is full.\n--x--\n"
    )
    assert "The mailbox is full." in mail.read_bytes(raw, "x.eml").text


def test_utf16_file_and_byte_order_mark() -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"):
        data = ("Hola, Ana:\r\n\r\nLlega mañana por la mañana.\r\n").encode(encoding)
        assert mail.read_bytes(data, "draft.txt").text.startswith("Hola, Ana:\n\nLlega mañana")


def test_format_is_told_by_the_content_where_the_name_says_nothing() -> None:
    assert mail.read_bytes(HEAD.encode() + b"\r\nhi\r\n", "-").format == "eml"
    assert mail.read_bytes(b"<html><p>hi</p></html>", "-").format == "html"
    assert mail.read_bytes(b"Hi Ana,\n\nTuesday.", "-").format == "txt"
    assert (
        mail.read_bytes(b"From x\nFrom: a@b.example\nTo: c@d.example\n\nhi", "-").format == "mbox"
    )
    assert mail.read_bytes(b"Note: this is text", "-", "md").format == "md"


def test_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(
        "---\nto: Ana Vela <ana@example.com>\ncc: [b@example.com, c@example.com]\nsubject: "
        "Order: 7\n"
        "attachments:\n  - offer.pdf\n  - terms.docx\ndate: 2024-02-05 10:12 +0100\nlanguage: ca\n"
        "customer: ana.eml\nreplylint-ignore: polite/no-thanks -- second mail\n---\n\nHola, Ana,\n"
    )
    message = mail.read(path)
    assert message.text == "Hola, Ana,\n"
    assert message.lines is not None
    assert message.lines[0].line == 14
    assert message.sender is None
    assert message.bcc is None
    assert message.cc is not None
    assert [a.email for a in message.cc] == ["b@example.com", "c@example.com"]
    assert message.subject == "Order: 7"
    assert message.headers["subject"].line == 4
    assert message.headers["subject"].column == 10
    assert message.attachments is not None
    assert [a.name for a in message.attachments] == ["offer.pdf", "terms.docx"]
    assert message.attachments[0].type == "application/pdf"
    assert message.attachments[0].size is None
    assert (message.customer, message.language) == ("ana.eml", "ca")
    assert message.ignores == (("polite/no-thanks", "second mail"),)


def test_text_without_front_matter_knows_no_headers() -> None:
    message = mail.from_text("---\n\nA rule above.\n\n---\n\nAnd below.")
    assert message.text.startswith("---")
    assert (message.to, message.subject, message.attachments) == (None, None, None)


def test_mistyped_front_matter_says_which_key() -> None:
    with pytest.raises(Problem, match="customer") as caught:
        mail.from_text("---\ncusotmer: ana.eml\nto: a@b.example\n---\nHi", "draft.md")
    assert caught.value.place == "draft.md:2"


def problem(path: Path) -> str:
    with pytest.raises(Problem) as caught:
        mail.read(path)
    text = str(caught.value)
    assert str(path) in text
    assert "\n" not in text
    assert caught.value.hint
    return text


def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path) -> None:
    assert "no such file" in problem(tmp_path / "missing.eml")
    assert "folder" in problem(tmp_path)
    empty = tmp_path / "empty.eml"
    empty.write_bytes(b" \r\n")
    assert "empty" in problem(empty)
    outlook = tmp_path / "mail.msg"
    outlook.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert "save it as .eml" in problem(outlook)
    for name, data in {
        "a.eml": b"\x00\x01\x02" * 99,
        "b.txt": b"%PDF-1.7\n",
        "c.md": b"ab\x00\x01" * 9,
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert "not mail" in problem(path)
    link = tmp_path / "link.eml"
    link.symlink_to(tmp_path / "gone.eml")
    assert "link" in problem(link)


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.eml"
    path.write_text("From: a@b.example\n\nhi")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    said = problem(path)
    monkeypatch.undo()
    assert "cannot be read (Permission denied)" in said


def test_oversized_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.eml"
    with path.open("wb") as stream:
        stream.truncate(61 * 1024 * 1024)
    assert "too big" in problem(path)
