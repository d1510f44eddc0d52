"""HTML mail becomes the text that its reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint import mail

if TYPE_CHECKING:
    from replylint.model import Message


def read(markup: str) -> Message:
    return mail.read_bytes(markup.encode(), "mail.html")


def test_blocks_lists_tables_and_entities() -> None:
    text = read(
        "<html><head><title>no</title><style>p{}</style></head><body><p>Hola&nbsp;<b>An</b>a,</p>"
        "<div>una l·l<br>dos caf&eacute;</div><ul><li>u</li><li>dos</li></ul><ol><li>a</li></ol>"
        "<table><tr><td>Preu</td><td>20 &euro;</td></tr></table><script>x()</script></body></html>"
    ).text
    assert text == "Hola Ana,\n\nuna l·l\ndos café\n\n- u\n- dos\n\n1. a\n\nPreu  20 €"


def test_hidden_text_is_dropped() -> None:
    text = read("<p style='display: none'>spy</p><p hidden>spy</p><p>seen\u200b\u00ad</p>").text
    assert text == "seen"


def test_quote_containers() -> None:
    gmail = read(
        "<div>Dimarts.</div><br><div class='gmail_quote'><div class='gmail_attr'>El dl., 5 "
        "de febr. 2024 a les "
        "10:12, Ana &lt;<a href='mailto:ana@example.com'>ana@example.com</a>&gt; va "
        "escriure:<br></div>"
        "<blockquote class='gmail_quote'><div>Quan arriba?</div></blockquote></div>"
    )
    assert mail.parsed(gmail)["own"] == "Dimarts."
    customer = mail.customer_from(gmail, ())
    assert customer is not None
    assert customer.text == "Quan arriba?"
    assert customer.sender is not None
    assert customer.sender.email == "ana@example.com"
    outlook = read(
        "<div>Tuesday.</div><div id='appendonsend'></div><hr><div "
        "id='divRplyFwdMsg'><b>From:</b> Ana "
        "&lt;ana@example.com&gt;<br><b>Sent:</b> Monday<br><b>Subject:</b> x</div><div>When?</div>"
    )
    assert mail.parsed(outlook)["own"] == "Tuesday."
    found = mail.customer_from(outlook, ())
    assert found is not None
    assert found.text == "When?"


def test_answers_inside_a_quote_container_are_own() -> None:
    message = read(
        "<div class='gmail_quote'><blockquote>Price?</blockquote><div>It is 20.</div>"
        "<blockquote>When?</blockquote><div>Tuesday.</div></div>"
    )
    assert mail.parsed(message)["own"] == "It is 20.\n\nTuesday."


def test_suppression_in_a_comment() -> None:
    message = read("<!-- replylint-ignore polite/no-thanks: second mail --><p>Hi</p>")
    assert message.ignores == (("polite/no-thanks", "second mail"),)
    assert message.lines is None


def test_outlooks_paragraphs_are_lines() -> None:
    lines = [
        "Dear Ana,",
        "&nbsp;",
        "It is sent.",
        "&nbsp;",
        "Regards,",
        "Jane Doe",
        "020 7946 0000",
    ]
    markup = "".join(f"<p class=MsoNormal>{line}</p>" for line in lines)
    message = read(f"<ul><li><p>one</p></li></ul>{markup}")
    assert message.text == (
        "- one\n\nDear Ana,\n\nIt is sent.\n\nRegards,\nJane Doe\n020 7946 0000"
    )
    signature = message.of_kind("signature")[0]
    assert message.text[signature.start : signature.end] == "Jane Doe\n020 7946 0000"
