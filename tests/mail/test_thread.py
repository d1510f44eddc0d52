"""The customer's email found in what a draft quotes, and in threads."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

from replylint import mail

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = """\
Hola, Laura:

Llega el martes.

Un saludo,
Marta Ruiz

El lun, 5 feb 2024 a las 10:12, Laura Gómez (<laura@example.com>)
escribió:
> Buenos días:
>
> ¿Cuándo llega el pedido?
>
> El 4 feb 2024, a las 9:00, Tienda <hola@tienda.example> escribió:
>
>> Su pedido ha salido.
"""


def test_attribution_gives_name_address_date_and_places() -> None:
    message = mail.customer_from(mail.from_text(DRAFT), ("tienda.example",))
    assert message is not None
    assert message.sender is not None
    assert (message.sender.name, message.sender.email) == ("Laura Gómez", "laura@example.com")
    assert message.date is not None
    assert message.date.isoformat()[:16] == "2024-02-05T10:12"
    assert message.format == "quote"
    assert message.text == "Buenos días:\n\n¿Cuándo llega el pedido?"
    assert message.lines is not None
    where = message.lines[2]
    assert DRAFT.split("\n")[where.line - 1][where.column - 1 :] == "¿Cuándo llega el pedido?"


def test_the_companys_own_mail_is_passed_over() -> None:
    draft = DRAFT.replace("laura@example.com", "marta@shop.tienda.example").replace(
        "hola@tienda.example", "laura@example.com"
    )
    message = mail.customer_from(mail.from_text(draft), ("tienda.example",))
    assert message is not None
    assert message.text == "Su pedido ha salido."
    assert message.sender is not None
    assert message.sender.email == "laura@example.com"


def test_header_block_gives_subject_and_recipients() -> None:
    draft = (
        "Hi,\n\nTuesday.\n\n________________________________\nFrom: Ana Vela <ana@example.com>\n"
        "Sent: Monday, 5 February 2024 5:45 PM\nTo: Shop <shop@shop.example>\nSubject: Order 7\n\n"
        "When does it come?\n\nAna\n"
    )
    message = mail.customer_from(mail.from_text(draft), ("shop.example",))
    assert message is not None
    assert message.subject == "Order 7"
    assert message.to is not None
    assert message.to[0].email == "shop@shop.example"
    assert message.date is not None
    assert message.date.hour == 17
    assert message.text == "When does it come?\n\nAna"


def test_numeric_dates_are_read_the_way_that_fits_the_draft() -> None:
    front = "---\ndate: 2024-02-06 09:00 +0100\n---\n"
    quoted = "Tuesday.\n\nOn 02/05/2024 10:12, Ana Vela wrote:\n> When?\n"
    message = mail.customer_from(mail.from_text(front + quoted), ())
    assert message is not None
    assert message.date is not None
    assert message.date.isoformat() == "2024-02-05T10:12:00+01:00"


def test_a_draft_without_history_quotes_nobody() -> None:
    assert mail.customer_from(mail.from_text("Hi,\n\nTuesday.\n\nMarta"), ()) is None


def _mail(sender: str, date: str, text: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Date"], message["Subject"] = (
        sender,
        "x@y.example",
        date,
        "s",
    )
    message.set_content(text)
    return message


def test_newest_of_an_mbox_from_outside(tmp_path: Path) -> None:
    thread = [
        _mail("ana@example.com", "Mon, 5 Feb 2024 10:00:00 +0100", "first"),
        _mail("ana@example.com", "Wed, 7 Feb 2024 10:00:00 +0100", "third"),
        _mail("me@shop.example", "Thu, 8 Feb 2024 10:00:00 +0100", "ours"),
        _mail("ana@example.com", "Tue, 6 Feb 2024 10:00:00 +0100", "second"),
    ]
    path = tmp_path / "thread.mbox"
    path.write_bytes(b"".join(b"From - Mon\n" + m.as_bytes() + b"\n" for m in thread))
    found = mail.newest_from_outside(path, ("shop.example",))
    assert found.text.strip() == "third"
    assert found.lines is not None
    assert path.read_text().split("\n")[found.lines[0].line - 1] == "third"
    assert mail.read(path).text.strip() == "ours"


def test_attached_message_from_outside(tmp_path: Path) -> None:
    outer = _mail("me@shop.example", "Thu, 8 Feb 2024 10:00:00 +0100", "see below")
    outer.add_attachment(_mail("ana@example.com", "Mon, 5 Feb 2024 10:00:00 +0100", "When?"))
    path = tmp_path / "mail.eml"
    path.write_bytes(outer.as_bytes())
    for own in (("shop.example",), ()):
        assert mail.newest_from_outside(path, own).text.strip() == "When?"
    read = mail.read(path)
    assert read.text.strip() == "see below"
    assert read.attachments is not None
    assert [a.type for a in read.attachments] == ["message/rfc822"]
