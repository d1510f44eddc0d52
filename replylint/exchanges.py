"""Join a draft with the customer's email, the company and the time: what rules look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.model import LANGUAGES, Exchange, Language, Message

if TYPE_CHECKING:
    from datetime import datetime

    from replylint.config import Settings


def exchange(
    draft: Message, customer: Message | None, settings: Settings, *, now: datetime | None = None
) -> Exchange:
    """Build the exchange; without a customer's email, look for it in the draft's quotes."""
    company = settings.company
    if customer is None:
        from replylint.mail import customer_from

        customer = customer_from(draft, company.domains)
    from replylint.text.language import language_of

    wanted = settings["language"]
    language = wanted if wanted in LANGUAGES else language_of(draft)
    return Exchange(
        draft=draft,
        customer=customer,
        company=company,
        now=now,
        language=_supported(language),
        customer_language=language_of(customer) if customer else None,
        settings=settings.values,
    )


def _supported(language: str | None) -> Language | None:
    return next((known for known in LANGUAGES if known == language), None)
