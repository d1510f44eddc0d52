"""A fix mends what its finding says, and nothing else."""

import pytest

from replylint.config import load
from replylint.engine import run
from replylint.exchanges import exchange
from replylint.mail import from_text
from replylint.rulebook import rules

RULES = {rule.name: rule for rule in rules()}


def mended(rule: str, draft: str, language: str) -> str:
    """Give the draft's body, or its subject if that is at fault, after every fix of a rule."""
    message = from_text(draft, "draft.md")
    settings = load(None, isolated=True, overrides={"language": language})
    found = run(exchange(message, None, settings), RULES[rule])
    fixes = [finding.fix for finding in found if finding.fix]
    assert fixes
    text = message.subject or "" if fixes[0].place.part == "subject" else message.text
    for fix in sorted(fixes, key=lambda f: f.place.start, reverse=True):
        text = text[: fix.place.start] + fix.text + text[fix.place.end :]
    return text


@pytest.mark.parametrize(
    ("rule", "language", "draft", "expected"),
    [
        ("netiquette/reply-prefix-stack", "en", "---\nsubject: RE: RV: A\n---\nHi", "Re: A"),
        ("netiquette/signature-delimiter", "en", "Yes.\n\n--\nT. Ash\n", "Yes.\n\n-- \nT. Ash\n"),
        ("netiquette/encoding-damage", "es", "El jardÃ­n y la maÃ±ana.", "El jardín y la mañana."),
        ("netiquette/encoding-damage", "ca", "L&#39;hort és obert.", "L'hort és obert."),
        ("professional/repeated-word", "en", "It is for\nfor you.", "It is for you."),
        ("professional/excess-punctuation", "es", "¡¡¡Gracias!!! ¿Vendrá??", "¡Gracias! ¿Vendrá?"),
        ("professional/orthotypography", "ca", "La col.lecció.", "La col·lecció."),
    ],
)  # fmt: skip
def test_a_fix_leaves_the_text_as_it_should_be(
    rule: str, language: str, draft: str, expected: str
) -> None:
    assert mended(rule, draft, language) == expected


def test_what_is_lost_is_not_guessed() -> None:
    message = from_text("El jard\ufffdn abre a las nueve.", "draft.md")
    settings = load(None, isolated=True, overrides={"language": "es"})
    (found,) = run(exchange(message, None, settings), RULES["netiquette/encoding-damage"])
    assert found.fix is None


def test_a_confidential_number_is_masked_in_the_report() -> None:
    message = from_text("Your card 4111 1111 1111 1111 is refunded.", "draft.md")
    settings = load(None, isolated=True, overrides={"language": "en"})
    (found,) = run(exchange(message, None, settings), RULES["confidential/payment-card"])
    assert found.values["text"] == "•••• •••• •••• 1111"
