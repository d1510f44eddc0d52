"""Join a draft with the customer's email, the company and the time: what rules look at."""

from __future__ import annotations

from datetime import datetime

from replylint.config import Settings
from replylint.model import LANGUAGES, Exchange, Language, Message


def exchange(
    draft: Message, customer: Message | None, settings: Settings, *, now: datetime | None = None
) -> Exchange:
    """Build the exchange. A customer's email that is not given is looked for in the draft's quoted history."""
    company = settings.company
    if customer is None:
        from replylint.mail import customer_from

        customer = customer_from(draft, company.domains)
    wanted = draft.language or settings["language"]
    language = wanted if wanted in LANGUAGES else _language(draft)
    return Exchange(
        draft=draft,
        customer=customer,
        company=company,
        now=now,
        language=_supported(language),
        customer_language=_language(customer) if customer else None,
        settings=settings.values,
    )


def _language(message: Message) -> str | None:
    from replylint.text.language import identify

    return identify(message.own).language


def _supported(language: str | None) -> Language | None:
    return next((known for known in LANGUAGES if known == language), None)
