"""How well each clause of the draft answers each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.questions.anchors import anchors
from replylint.questions.asked import FEW_TERMS, LEAST, OWN, SHARED, Asked, asked_of, share
from replylint.questions.fits import drawback, fitness
from replylint.questions.kind import TYPED
from replylint.questions.reply import Clause, Reply
from replylint.questions.terms import implied, strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replylint.model import Exchange, Message
    from replylint.questions.sought import Ask

IMPLIED = 0.4  # what a group counts for that settles the one asked for
POINTING = "_points"  # a feature for how sure the verdict is, not for the verdict
IN_ORDER_FITS = 0.8  # how much of its type a clause in order keeps without the topic
IN_ORDER = 0.35  # for a clause that stands where the order of the questions expects it
RIVAL = 0.3  # what a clause loses for being about another question
PLAIN = 0.9
LOOSE = 0.35  # what the right type counts for beside the topic
ENOUGH = 2.5
LITTLE = 2  # words besides the time or price after which a clause is about something of its own
FAINT = 0.12  # topic below which a clause is about something else
BARE = 6  # words of a clause that is little but a time, a price or a yes
REACH = 3  # clauses from its neighbour within which an answer in order stands
CERTAIN = 1.0  # score from which a match may place the others

Keys = tuple[str, ...]


class Match:
    """How well one clause answers one question; `features` are what the verdict is made of."""

    __slots__ = ("acts", "clause", "features", "own", "raw", "score", "words")

    def __init__(
        self,
        clause: int,
        score: float,
        features: dict[str, float],
        words: Sequence[str] = (),
        own: float = 0.0,
        raw: float = 0.0,
        acts: bool = False,
    ) -> None:
        self.clause, self.score, self.features, self.words = clause, score, features, words
        self.own = own
        """How much of the question's own words the clause holds."""
        self.raw = raw
        """How far the clause has what the question expects, whatever it is about."""
        self.acts = acts
        """Whether the clause or its neighbours name the action asked for."""


def ranked(
    exchange: Exchange, found: Sequence[Ask], language: str
) -> tuple[Reply, list[Asked], list[list[Match]]]:
    """For each question, every clause of the draft with how well it answers."""
    assert exchange.customer is not None
    more = _configured(exchange)
    draft_language = exchange.language or language
    reply = Reply(exchange.draft, draft_language, more)
    prose = exchange.customer.prose
    asked = [asked_of(ask, prose, language, exchange.customer, more) for ask in found]
    share(asked, prose, language)
    places = anchors(exchange.draft, exchange.customer.text, [a.ask.span for a in asked], reply)
    attached = _attached(exchange.draft)
    table = [_row(q, reply, places.get(n), attached) for n, q in enumerate(asked)]
    _rivals(table)
    _order(table, reply)
    for q, row in zip(asked, table, strict=True):
        best_fit = max((m.features["fits"] * (0.2 + m.features["topic"]) for m in row), default=0.0)
        for match in row:
            _finish(match, q, reply.clauses[match.clause], best_fit)
    return reply, asked, table


def _configured(exchange: Exchange) -> str:
    """The sector's synonyms from the configuration, [["word", "same", …], …], as lines of the
    lexicon.
    """
    groups = (exchange.settings.get("questions") or {}).get("synonyms", ())
    return "\n".join(f"{group[0]}: {' '.join(group)}" for group in groups if len(group) > 1)


def _attached(draft: Message) -> bool:
    return any(not a.inline for a in draft.attachments or ())


def _row(q: Asked, reply: Reply, place: range | None, attached: bool) -> list[Match]:
    clauses = reply.clauses
    size = len(clauses)
    total = max(LEAST, sum(w for _, w, _ in q.terms))
    topic = [0.0] * size
    here = [0.0] * size
    own = [0.0] * size
    rare = [0.0] * size
    hit_words: list[list[str]] = [[] for _ in range(size)]
    acts: dict[int, float] = {}
    for found, weight, word in q.terms:
        hits = _hits(found, reply)
        if not hits:
            continue
        sentences = len({clauses[c].sentence for c in hits})
        unique = 1.0 / (1 + 0.7 * max(0, sentences - 1))
        near: dict[int, float] = {}
        for c, sure in hits.items():
            here[c] += weight * sure * unique
            hit_words[c].append(word)
            for other, decay in _around(c, clauses) if sure > IMPLIED else ((c, 1.0),):
                near[other] = max(near.get(other, 0.0), sure * decay)
        if word == q.first:
            acts = near
        for c, value in near.items():
            topic[c] += weight * value * unique
            if weight >= OWN * SHARED * 0.5:
                own[c] += weight * value * unique
            rare[c] = max(rare[c], value * unique * min(weight, 1.0))
    out = []
    for n, clause in enumerate(clauses):
        if clause.echo:
            continue
        inside = place is not None and n in place
        fits = fitness(q, clause, attached)
        raw = fits
        bare = fits >= PLAIN and (
            len(clause.words) <= BARE or "plain" in clause.marks or clause.contents <= LITTLE
        )
        if not inside and not bare and q.own > 0 and q.kind != "help":
            fits *= LOOSE + (1 - LOOSE) * min(1.0, ENOUGH * topic[n] / total)
        features = {
            "topic": topic[n] / total,
            "here": here[n] / total,
            "rare": rare[n],
            "fits": fits,
            "anchored": float(inside),
            "bare": float(bare),
        }
        score = (
            1.2 * features["topic"] + 0.3 * features["here"] + 0.7 * fits
            + ((0.9 if fits >= 0.5 else 0.1) if inside else 0.0)
            - drawback(clause, q)
        )  # fmt: skip
        out.append(
            Match(n, score, features, hit_words[n], own[n] / total, raw, acts.get(n, 0.0) >= FAINT)
        )
    return out


def _hits(found: Keys, reply: Reply) -> dict[int, float]:
    hits: dict[int, float] = {}
    for key in found:
        sure = strength(key)
        for c, weight in reply.index.get(key, {}).items():
            if hits.get(c, 0.0) < sure * weight:
                hits[c] = sure * weight
        for other in implied(key) if key[0] == "#" else ():
            for c in reply.index.get(other, ()):
                if hits.get(c, 0.0) < IMPLIED:
                    hits[c] = IMPLIED
    return hits


def _around(c: int, clauses: list[Clause]) -> list[tuple[int, float]]:
    """The clauses that a word reaches, and how much of it: its own, its sentence, the next
    sentences.
    """
    at = clauses[c]
    out = [(c, 1.0)]
    for other in range(c - 1, -1, -1):
        gap = at.sentence - clauses[other].sentence
        if gap > 1 or clauses[other].paragraph != at.paragraph:
            break
        out.append((other, 0.8 if gap == 0 else 0.25))
    for other in range(c + 1, len(clauses)):
        gap = clauses[other].sentence - at.sentence
        if gap > 2 or clauses[other].paragraph != at.paragraph:
            break
        out.append((other, (0.85, 0.5, 0.25)[gap]))
    return out


def _finish(match: Match, q: Asked, clause: Clause, best_fit: float) -> None:
    """Add what the verdict needs beside the score."""
    f, marks = match.features, clause.marks
    typed = q.kind in TYPED
    f["fits-topic"] = f["fits"] * f["topic"]
    f["typed"] = float(typed)
    f["typed-missing"] = float(typed and match.raw < 0.5)
    f["typed-missing-topic"] = f["typed-missing"] * f["topic"]
    f["open"] = float(q.kind in ("how", "why", "which"))
    f["open-missing"] = float(q.kind in ("how", "why") and match.raw < 0.5)
    f["request"] = float(q.kind in ("send", "call", "do"))
    f["request-missing"] = float(q.kind in ("send", "call", "do") and match.raw < 0.5)
    f["polar"] = float(q.kind in ("yes-no", "choice"))
    f["polar-missing"] = float(q.kind in ("yes-no", "choice") and f["fits"] < 0.5)
    f["empty"] = float("empty" in marks)
    f["offer"] = float("offer" in marks)
    f["asks"] = float("question" in marks)
    f["elsewhere"] = float("elsewhere" in marks and q.kind not in ("person", "how"))
    f["evasive"] = float("evasive" in marks)
    f["finding"] = float("finding" in marks)
    f["gap"] = float("gap" in marks)
    f["short"] = float(len(clause.words) <= 4)
    f[POINTING] = float(q.points)
    f["no-terms"] = float(q.own <= 0)
    f["best-fit"] = best_fit
    f["anchored-missing"] = float(f["anchored"] and f["fits"] < 0.5 and f["open"] == 0)
    f["silent"] = float(
        f["topic"] < FAINT and not (f["bare"] or f["anchored"] or f.get("in-order"))
    )
    f["action-missing"] = float(
        q.kind == "do" and bool(q.first) and not f["anchored"] and not match.acts
    )


def _rivals(table: list[list[Match]]) -> None:
    """For each clause, how much more it is about another question."""
    if len(table) < FEW_TERMS:
        return
    about: dict[int, list[tuple[float, int]]] = {}
    for q, row in enumerate(table):
        for match in row:
            about.setdefault(match.clause, []).append((match.own, q))
    for q, row in enumerate(table):
        for match in row:
            rival = max((value for value, other in about[match.clause] if other != q), default=0.0)
            match.features["rival"] = max(0.0, rival - match.features["topic"])
            match.score -= RIVAL * match.features["rival"]


def _order(table: list[list[Match]], reply: Reply) -> None:
    """Favour clauses that stand between the answers to the questions before and after."""
    if len(table) < FEW_TERMS:
        return
    sure: dict[int, int] = {}
    for q, row in enumerate(table):
        best = max(row, key=lambda m: m.score, default=None)
        if best is not None and best.score >= CERTAIN:
            sure[q] = best.clause
    if not sure:
        return
    claimed = {reply.clauses[c].span for c in sure.values()}
    for q, row in enumerate(table):
        if q in sure:
            continue
        low = max((c for k, c in sure.items() if k < q), default=-1)
        high = min((c for k, c in sure.items() if k > q), default=len(reply.clauses))
        for match in row:
            clause = reply.clauses[match.clause]
            near = (
                low < match.clause <= low + REACH
                if low >= 0
                else high - REACH <= match.clause < high
            )
            if low < match.clause < high and near and clause.span not in claimed:
                match.features["in-order"] = 1.0
                match.features["fits"] = max(match.features["fits"], IN_ORDER_FITS * match.raw)
                match.score += IN_ORDER * (0.3 + match.features["fits"])
