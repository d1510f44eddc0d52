"""Whether the reply comes in time, and whether its dates agree with the calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from replylint.acts.complaint import complaints
from replylint.acts.promises import promises
from replylint.checks import absent, at, in_header
from replylint.model import DoesNotApply, Exchange, Finding, Rule, Span
from replylint.text.dates import Time, times
from replylint.text.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.text.prose import Prose

_NEAR = 183  # days: a date without a year is the nearest one
_MONTHS_AHEAD, _MONTHS_BACK = 3, 2  # for a day of the month without a month


def late_reply(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """More than `hours` have passed since the customer wrote, and the draft does not say sorry."""
    assert exchange.customer is not None
    sent, asked = exchange.draft.date or exchange.now, exchange.customer.date
    assert sent is not None
    assert asked is not None
    waited = _waited(asked, sent, rule)
    if waited <= float(rule.parameters["hours"]) or _followed_up(exchange):
        return
    if exchange.language and _says_sorry(exchange.draft.prose, rule, exchange.language):
        return
    severe = waited > float(rule.parameters["error-hours"])
    yield in_header(
        rule, "date", severity="error" if severe else None, waited=str(round(waited)),
        limit=str(rule.parameters["hours"]),
    )  # fmt: skip


def _says_sorry(prose: Prose, rule: Rule, language: str) -> bool:
    """Whether a sentence regrets a delay, and not the parcel's, or thanks for waiting."""
    listed = {name: phrases(lists[language]) for name, lists in rule.lexicon.items()}
    if listed["thanks-for-waiting"].first(prose):
        return True
    for words in listed["sorry"].find(prose):
        sentence = prose.sentence_at(words.start)
        if (
            sentence
            and listed["delay"].first(prose, sentence)
            and not listed["of-something-else"].first(prose, sentence)
        ):
            return True
    return False


def _waited(asked: datetime, sent: datetime, rule: Rule) -> float:
    """Hours between two moments; only those of working days, where the calendar says so."""
    asked, sent = _aware(asked, sent)
    if rule.parameters["calendar"] != "working-days":
        return (sent - asked).total_seconds() / 3600
    holidays = frozenset(rule.parameters["holidays"])
    hours, at_moment = 0.0, asked
    for _ in range(370):
        if at_moment >= sent:
            break
        midnight = datetime.combine(
            at_moment.date() + timedelta(days=1), datetime.min.time(), at_moment.tzinfo
        )
        end = min(midnight, sent)
        if at_moment.weekday() < 5 and at_moment.date().isoformat() not in holidays:
            hours += (end - at_moment).total_seconds() / 3600
        at_moment = end
    return hours


def _aware(asked: datetime, sent: datetime) -> tuple[datetime, datetime]:
    """Both with a time zone or both without."""
    if (asked.tzinfo is None) != (sent.tzinfo is None):
        return asked.replace(tzinfo=None), sent.replace(tzinfo=None)
    return asked, sent


def _followed_up(exchange: Exchange) -> bool:
    """Whether the newest mail that the draft quotes is the company's: it has answered before."""
    for part in exchange.draft.of_kind("attribution")[:1]:
        line = exchange.draft.text[part.start : part.end].lower()
        sender = exchange.draft.sender
        own = [f"@{domain}" for domain in exchange.company.domains]
        if any(domain in line for domain in own) or (sender is not None and sender.email in line):
            return True
    return False


def date_mismatch(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A weekday is not the date's, a day does not exist, or a promised day has gone by."""
    sent = exchange.draft.date or exchange.now
    assert sent is not None
    today, text = sent.date(), exchange.draft.text
    found = times(exchange.draft.prose, exchange.language or "en")
    for first, second in zip(found, (*found[1:], None), strict=False):
        if first.kind == "date" and first.day and first.month and not _exists(first):
            yield at(exchange, rule, first.core)
        if first.weekday is None:
            continue
        if first.day is not None:
            if not any(d.weekday() == first.weekday for d in _days(first.day, today)):
                yield at(exchange, rule, first.core)
        elif second and second.kind == "date" and second.day and _joined(text, first, second):
            days = _dates(second, today) if second.month else _days(second.day, today)
            if days and all(d.weekday() != first.weekday for d in days):
                yield at(exchange, rule, Span(first.core.start, second.core.end))
    for promise in promises(exchange.draft.prose, exchange.language or "en"):
        for time in promise.times:
            if not promise.sentence.start <= time.core.start < promise.sentence.end:
                continue
            if (
                time.kind == "date"
                and time.day
                and time.month
                and not time.past
                and len(promise.times) == 1
            ):
                near = _dates(time, today)
                closest = min(near, key=lambda d: abs((d - today).days), default=None)
                if closest and closest < today and (time.year or (today - closest).days < 60):
                    yield at(exchange, rule, Span(time.core.start, time.core.end))


def _exists(time: Time) -> bool:
    year, month, day = time.year or 2024, time.month or 1, time.day or 1
    try:
        date(year, month, day)
    except ValueError:
        return month > 12  # month first: 11/26/2026
    return True


def _joined(text: str, first: Time, second: Time) -> bool:
    """Whether a date follows its weekday at once: Monday, the 5th; dissabte dia 23."""
    between = text[first.core.end : second.core.start].strip(" ,\n").lower()
    return len(between) < 8 and between in (
        "",
        "the",
        "día",
        "dia",
        "el",
        "the day",
        "el día",
        "el dia",
        "(",
    )


def _dates(time: Time, today: date) -> list[date]:
    """What a date may be: itself with a year, else the same day of this year and its neighbours."""
    out = []
    for year in [time.year] if time.year else [today.year - 1, today.year, today.year + 1]:
        try:
            out.append(date(year, time.month or 1, time.day or 1))
        except ValueError:
            continue
    return out


def _days(day: int, today: date) -> list[date]:
    """A day of the month in the months around today."""
    out = []
    for step in range(-_MONTHS_BACK, _MONTHS_AHEAD + 1):
        month = today.month - 1 + step
        try:
            out.append(date(today.year + month // 12, month % 12 + 1, day))
        except ValueError:
            continue
    return out


def ambiguous_date(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A date in figures may be read day first or month first."""
    if exchange.language != "en" and exchange.customer_language in (None, exchange.language):
        return
    text = exchange.draft.text
    for time in times(exchange.draft.prose, exchange.language or "en"):
        if time.kind != "date" or not time.day or not time.month or time.day == time.month:
            continue
        if time.day < 13 and time.month < 13 and "/" in time.core.of(text):
            yield at(exchange, rule, time.core)


def statutory_deadline(exchange: Exchange, rule: Rule) -> Iterator[Finding]:
    """A complaint is answered after the legal term, or the reply bears no reference."""
    assert exchange.customer is not None
    found = complaints(exchange.customer, exchange.customer_language)
    if not found:
        raise DoesNotApply("complaint")
    sent, asked = exchange.draft.date or exchange.now, exchange.customer.date
    if sent and asked:
        days = sum(
            1
            for n in range(1, min(400, (sent.date() - asked.date()).days) + 1)
            if (asked.date() + timedelta(days=n)).weekday() < 5
        )
        if days > int(rule.parameters["working-days"]):
            yield in_header(rule, "date")
    words = rule.lexicon["reference"][exchange.language or "en"]
    subject = exchange.draft.subject or ""
    if not any(c.isdigit() for c in subject) and not phrases(words).first(exchange.draft.prose):
        yield absent(exchange, rule)
