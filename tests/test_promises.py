"""A promise is the company's, unconditional and in the future; a time may stand with it."""

import pytest

from replylint.acts.promises import promises
from replylint.model import Language
from replylint.text.prose import Prose


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We will send you the hinge as soon as we can."),
        ("en", "I'll check with the workshop and get back to you shortly."),
        ("en", "One of our engineers will contact you."),
        ("es", "Revisaremos su caso y le avisaremos lo antes posible."),
        ("es", "Nos pondremos en contacto con usted en breve."),
        ("es", "Vamos a enviarle otra pieza."),
        ("ca", "Us avisarem quan en sapiguem res."),
        ("ca", "Revisaré el cas i us diré alguna cosa aviat."),
        ("ca", "T'enviarem una altra peça."),
    ],
)
def test_an_undated_promise_is_found(language: Language, text: str) -> None:
    (promise,) = promises(Prose(text), language)
    assert not promise.dated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If it breaks again, we will replace it."),
        ("en", "Tell us the size and we will send the hinge."),
        ("en", "We will not charge you."),
        ("en", "Shall we call you?"),
        ("es", "Si vuelve a romperse, se la repondremos."),
        ("es", "Díganos la medida y le enviaremos la bisagra."),
        ("es", "No le cobraremos ni le enviaremos nada."),
        ("ca", "Si es torna a trencar, us la reposarem."),
        ("ca", "Digueu-nos la mida i us enviarem la frontissa."),
        ("ca", "Podeu escriure a la botiga i respondre al missatge."),
    ],
)
def test_offers_negations_and_questions_are_no_promises(language: Language, text: str) -> None:
    assert promises(Prose(text), language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We will send you the hinge by Friday."),
        ("en", "We will send you the hinge. It will be with you on Friday."),
        ("es", "Sí, le enviaremos la bisagra mañana."),
        ("ca", "Sí, us enviarem la frontissa dins de dos dies."),
    ],
)
def test_a_time_stands_with_a_promise(language: Language, text: str) -> None:
    (promise,) = promises(Prose(text), language)
    assert promise.dated
