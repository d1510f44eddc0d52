"""Run rules over one exchange: each passes, finds something, or does not apply and says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from itertools import islice

from replylint.model import (
    LANGUAGES,
    MOST_OWN,
    MOST_QUESTIONS,
    DoesNotApply,
    Exchange,
    Finding,
    Note,
    Problem,
    Report,
    Rule,
)
from replylint.score import score

Check = Callable[[Exchange, Rule], Iterator[Finding]]

SLOW_PATTERN = (
    "slow-pattern"  # why a house rule did not apply whose regular expression ran out of time
)
FEWEST_WORDS = 10  # below this the score is marked partial: DESIGN, Score
MOST_FINDINGS = 200  # of one rule; the score knows no difference, and nobody reads more

NEEDS: dict[str, Callable[[Exchange], bool]] = {
    "customer": lambda x: x.customer is not None,
    "language": lambda x: x.language is not None,
    "both-languages": lambda x: x.language is not None and x.customer_language in LANGUAGES,
    "words": lambda x: len(x.draft.prose.words) >= FEWEST_WORDS,
    "subject": lambda x: x.draft.subject is not None,
    "recipients": lambda x: x.draft.to is not None,
    "attachments": lambda x: x.draft.attachments is not None,
    "company": lambda x: bool(x.company.name or x.company.domains),
    "time": lambda x: (x.draft.date or x.now) is not None,
    "customer-time": lambda x: x.customer is not None and x.customer.date is not None,
    "reply": lambda x: x.settings.get("profile") != "template",
}
"""What a rule may ask for in `needs`. The name is also the key of the reason when it is not met."""


@lru_cache(maxsize=256)
def check_of(rule_check: str) -> Check:
    """The function that a rule names.

    Raises:
        Problem: there is no such check.
    """
    module, _, name = rule_check.partition(".")
    try:
        found: Check = getattr(import_module(f"replylint.checks.{module}"), name)
    except (ImportError, AttributeError) as error:
        if isinstance(error, ImportError) and error.name != f"replylint.checks.{module}":
            raise
        raise Problem(f"there is no check “{rule_check}”") from None
    if getattr(found, "__module__", "") != f"replylint.checks.{module}":
        raise Problem(f"there is no check “{rule_check}”")
    return found


def run(exchange: Exchange, rule: Rule) -> tuple[Finding, ...]:
    """What one rule finds: the first MOST_FINDINGS and, where there are more, another one.

    Raises:
        DoesNotApply: it cannot judge this exchange.
    """
    for need in rule.needs:
        if not NEEDS[need](exchange):
            raise DoesNotApply(need)
    return tuple(islice(check_of(rule.check)(exchange, rule), MOST_FINDINGS + 1))


def lint(exchange: Exchange, rules: Iterable[Rule]) -> Report:
    """Run the rules, mark what the draft suppresses, and score it."""
    rules = tuple(rules)
    findings: list[Finding] = []
    notes: list[Note] = []
    not_applied: list[tuple[str, str]] = []
    ran: list[str] = []
    for rule in rules:
        try:
            found = run(exchange, rule)
        except DoesNotApply as reason:
            not_applied.append((rule.name, reason.why))
            if reason.why == SLOW_PATTERN:
                notes.append(Note(SLOW_PATTERN, {"rule": rule.name}))
            continue
        ran.append(rule.name)
        findings.extend(found[:MOST_FINDINGS])
        if len(found) > MOST_FINDINGS:
            notes.append(Note("many-findings", {"rule": rule.name, "most": str(MOST_FINDINGS)}))
    findings.sort(key=_order)
    notes += _left_out(exchange)
    if exchange.draft.ignores:
        from replylint.suppress import suppressed

        marked, more = suppressed(findings, exchange.draft.ignores, rules, ran)
        findings, notes = list(marked), [*notes, *more]
    partial = exchange.customer is None or len(exchange.draft.prose.words) < FEWEST_WORDS
    return Report(
        exchange=exchange,
        findings=tuple(findings),
        not_applied=tuple(not_applied),
        ran=tuple(ran),
        score=score(findings, ran, partial=partial),
        notes=tuple(notes),
    )


def _left_out(exchange: Exchange) -> Iterator[Note]:
    """What no rule has seen, of mails that are longer than people write them."""
    if exchange.draft.overlong:
        yield Note("long-draft", {"most": str(MOST_OWN)})
    if exchange.customer is not None and exchange.customer.overlong:
        yield Note("long-customer", {"most": str(MOST_OWN)})
    if len(exchange.questions) >= MOST_QUESTIONS:
        yield Note("many-questions", {"most": str(MOST_QUESTIONS)})


def _order(finding: Finding) -> tuple[bool, bool, int, str]:
    place = finding.place
    return (place.side == "customer", place.part == "body", place.start, finding.rule.name)
