"""What the draft says to each question: which clause answers it, and how sure that is."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from replylint.model import LANGUAGES, MOST_QUESTIONS, Exchange, Question
from replylint.questions.find import Ask, asks
from replylint.questions.ranking import POINTING, Match, ranked
from replylint.questions.weights import BIAS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replylint.questions.asked import Asked
    from replylint.questions.reply import Reply

TAKEN = 0.35  # what a clause loses once it answers another question
TAKEN_BARE = 0.8  # the same where the clause is little but a yes or a price: it answers once
SURE = 0.5
BLANK = 2.0  # against an answer where a blank stands that nobody filled, in logits
VAGUE = 0.6  # how much less sure the verdict on a question is that says nothing by itself
# letters are less tricky than what the weights were fitted on, so that verdicts may be surer
SHARPEN = 1.9


def answered(exchange: Exchange) -> tuple[Question, ...]:
    """Find the customer's questions and judge each; empty without a customer's email."""
    customer = exchange.customer
    if customer is None:
        return ()
    language = exchange.customer_language or exchange.language or "en"
    found = asks(customer.prose, language)[:MOST_QUESTIONS]
    if language not in LANGUAGES or exchange.language is None:
        return tuple(Question(ask.span, why=("language",)) for ask in found)
    return judged(exchange, found, language)


def judged(exchange: Exchange, found: Sequence[Ask], language: str) -> tuple[Question, ...]:
    """Judge questions that are already found."""
    out = []
    reply, pairs = matched(exchange, found, language)
    for asked, match in pairs:
        probability = likelihood(match.features)
        clause = reply.clauses[match.clause] if match.clause >= 0 else None
        says = probability >= SURE
        out.append(
            Question(
                span=asked.ask.span,
                answered=says,
                confidence=round(max(probability, 1 - probability), 3),
                evidence=clause.span if clause and says else None,
                why=_why(asked, match),
            )
        )
    return tuple(out)


def likelihood(features: dict[str, float]) -> float:
    """How likely a question with these features is answered."""
    total = SHARPEN * (
        BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items())
    )
    if features.get("gap"):
        total -= BLANK
    if features.get("no-terms") or features.get(POINTING):
        total *= VAGUE
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def matched(
    exchange: Exchange, found: Sequence[Ask], language: str
) -> tuple[Reply, list[tuple[Asked, Match]]]:
    """Each question with its best clause, one clause to a question where there is a choice."""
    reply, asked, table = ranked(exchange, found, language)
    return reply, list(zip(asked, _assign(table), strict=True))


def _assign(table: list[list[Match]]) -> list[Match]:
    """Greedy: the surest pair first; a clause that is taken is worth less to the others."""
    nothing = Match(-1, -1.0, {"nothing": 1.0})
    for row in table:
        row.sort(key=lambda m: -m.score)
    out: list[Match | None] = [None] * len(table)
    taken: dict[int, int] = {}
    left = set(range(len(table)))
    while left:
        best: tuple[float, int, Match] | None = None
        for n in left:
            for match in table[n]:
                if best is not None and match.score <= best[0]:
                    break
                lost = TAKEN_BARE if match.features["bare"] else TAKEN
                score = match.score - lost * taken.get(match.clause, 0)
                if best is None or score > best[0]:
                    best = (score, n, match)
        if best is None:
            break
        score, n, match = best
        match.features["taken"] = float(taken.get(match.clause, 0) > 0)
        match.features["score"] = score
        taken[match.clause] = taken.get(match.clause, 0) + 1
        out[n] = match
        left.discard(n)
    return [m or nothing for m in out]


def _why(asked: Asked, match: Match) -> tuple[str, ...]:
    reasons = [f"expects:{asked.kind}"]
    if match.words:
        reasons.append("words:" + ",".join(dict.fromkeys(match.words)))
    if match.features.get("fits", 0) >= 0.5:
        reasons.append("type")
    for name in ("anchored", "finding", "evasive", "elsewhere", "gap", "offer", "empty"):
        if match.features.get(name):
            reasons.append(name)
    return tuple(reasons)
