"""Mail made to break a reader: it is read or refused, soon, and without a traceback."""

from __future__ import annotations

import time

import pytest

from replylint import mail
from replylint.model import Problem

HEAD = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
MIXED = b'Content-Type: multipart/mixed; boundary="bb"\r\n\r\n'


def _nested(depth: int) -> bytes:
    kind = b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n'
    return HEAD + b"".join(kind % (i, i) for i in range(depth)) + b"\r\nhello\r\n"


REFUSED = {
    "10,000 nested parts": _nested(10_000),
    "900 nested parts": _nested(900),
    "1 MB subject": HEAD.replace(b"x", b"a" * 1_000_000) + b"\r\nhi",
    "40,000 encoded words": HEAD.replace(b" x", b" =?utf-8?q?hola?=\r\n" * 40_000) + b"\r\nhi",
    "100,000 flat parts": HEAD + MIXED + b"--bb\r\n\r\nhello\r\n" * 100_000 + b"--bb--\r\n",
    "40 MB of text": HEAD + b"\r\n" + b"hola " * 8_000_000,
    "100,000 nested elements": HEAD + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 100_000,
}
READ = {
    "90 nested parts": _nested(90),
    "10,000 encoded words": HEAD.replace(b" x", b" =?utf-8?q?hola?=\r\n" * 10_000) + b"\r\nhello",
    "10,000 nested messages": HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 10_000 + b"hello",
    "10,000 recipients": HEAD.replace(b"c@d.example", b"c@d.example, " * 10_000) + b"\r\nhello",
    "200 KB of brackets": HEAD.replace(b"c@d.example", b"(" * 200_000) + b"\r\nhello",
    "20 MB attachment": HEAD + MIXED + b"--bb\r\n\r\nhello\r\n--bb\r\nContent-Type: "
                                       b"application/pdf\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\n" + b"QUJDRA==\r\n" * 2_000_000 + b"--bb--\r\n",
    "RFC 2231 pieces": HEAD + b"Content-Type: text/plain;"
    + b"".join(b" name*%d*=utf-8''a;" % i for i in range(5_000)) + b"\r\n\r\nhello",
    "RFC 2231 nonsense": HEAD + b"Content-Type: text/plain; charset*0*=undefined''u; "
                                b"charset*999999999999=x\r\n"
    b"Content-Disposition: inline; filename*0*=idna''%ff\r\n\r\nhello",
    "zero bytes": HEAD + b"\r\nhello\x00 there\x00",
    "no boundary": HEAD + b"Content-Type: multipart/mixed\r\n\r\nhello",
}  # fmt: skip
TEXTS = {
    "letters": "a" * 1_000_000,
    "spaces": " " * 1_000_000 + "x",
    "brackets": "(" * 1_000_000,
    "quote marks": ">" * 1_000_000,
    "quoted lines": ">\n" * 300_000,
    "dashes": "-" * 1_000_000,
    "delimiters": "--\n" * 200_000,
    "attributions": "On Mon, 5 Feb 2024 at 10:00, A wrote:\n" * 20_000,
    "headers": "From: a\n" * 40_000,
    "addresses": "a@b.example\n" * 60_000,
    "colons": "a:\n" * 100_000,
    "farewells": "Thanks,\n" * 80_000,
    "farewells between quotes": "> a\nWe did. Thanks,\n" * 40_000,
    "rules": "__________\n" * 60_000,
    "legal": "This email is confidential\n\n" * 30_000,
    "blank lines in a quote": "> a\n" + "\n" * 300_000 + "> b",
}  # fmt: skip
SECONDS = 5.0


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_over_a_cap_it_is_refused(data: bytes) -> None:
    start = time.process_time()
    with pytest.raises(Problem) as caught:
        mail.read_bytes(data, "bomb.eml")
    assert time.process_time() - start < SECONDS
    assert caught.value.place == "bomb.eml"
    assert caught.value.hint


@pytest.mark.parametrize("data", READ.values(), ids=READ.keys())
def test_below_the_caps_it_is_read(data: bytes) -> None:
    start = time.process_time()
    message = mail.read_bytes(data, "bomb.eml")
    assert time.process_time() - start < SECONDS
    assert "hello" in message.text


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    message = mail.from_text(text)
    mail.parsed(message)
    mail.customer_from(message, ())
    assert time.process_time() - start < SECONDS
