"""What the draft says to each question: which clause answers it, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp
from typing import TYPE_CHECKING

from replylint.model import Exchange, Message, Question, Span
from replylint.questions.anchors import anchors
from replylint.questions.find import Ask, asks
from replylint.questions.kind import TYPED, Kind, kind_of
from replylint.questions.reply import Clause, Reply
from replylint.questions.terms import contents, implied, plain, strength
from replylint.questions.terms import weight as telling
from replylint.questions.weights import BIAS, WEIGHTS
from replylint.text.prose import Prose, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST = 1.2  # a question about which less is known cannot be matched by words alone
MOST = 9  # terms after which no more are taken from around a question
AROUND = 0.8  # the most that the words around a question count for together
POINTED = 0.6  # and where a pronoun points back to it
CONTEXT = 0.3  # what a word of the sentence before counts for
OWN = 0.75  # weight from which a word is the question's own
IMPLIED = 0.4  # what a group counts for that settles the one asked for
TAKEN = 0.35  # what a clause loses once it answers another question
TAKEN_BARE = 0.8  # the same where the clause is little but a yes or a price: it answers once
FEW_TERMS = 2
SHARED = 0.6  # a word that two questions share says less about each
FIGURE = 0.35  # what a number in a question counts for
OFTEN = 0.25  # how much less a word says each time the email repeats it
SURE = 0.5
VAGUE = 0.6  # how much less sure the verdict on a question is that says nothing by itself
SHARPEN = 1.9  # letters are less tricky than what the weights were fitted on, so that verdicts may be surer
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

_POINTERS = frozenset(
    [
        "it",
        "that",
        "this",
        "them",
        "those",
        "these",
        "they",
        "he",
        "she",
        "one",
        "lo",
        "la",
        "los",
        "las",
        "le",
        "les",
        "eso",
        "esto",
        "ella",
        "ellos",
        "uno",
        "una",
        "el",
        "els",
        "ho",
        "hi",
        "li",
        "en",
        "aixo",
        "ells",
        "n'",
        "l'",
        "me'n'",
    ]
)

Keys = tuple[str, ...]


@dataclass(slots=True)
class Asked:
    """A question made ready: the type of its answer, and what it is about, each with a weight."""

    ask: Ask
    kind: Kind
    terms: list[tuple[Keys, float, str]]
    own: int
    first: str = ""
    """The word that names the action, where one is asked for."""
    groups: frozenset[str] = frozenset()


@dataclass(slots=True)
class Match:
    """How well one clause answers one question; `features` are what the verdict is made of."""

    clause: int
    score: float
    features: dict[str, float] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    own: float = 0.0
    """How much of the question's own words the clause holds."""
    raw: float = 0.0
    """How far the clause has what the question expects, whatever it is about."""
    acts: bool = False
    """Whether the clause or its neighbours name the action asked for."""


def answered(exchange: Exchange) -> tuple[Question, ...]:
    """Find the customer's questions and judge each; empty without a customer's email."""
    customer = exchange.customer
    if customer is None:
        return ()
    language = exchange.customer_language or exchange.language or "en"
    found = asks(customer.prose, language)
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
    if features.get("no-terms"):
        total *= VAGUE
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def matched(
    exchange: Exchange, found: Sequence[Ask], language: str
) -> tuple[Reply, list[tuple[Asked, Match]]]:
    """Each question with its best clause, one clause to a question where there is a choice."""
    assert exchange.customer is not None
    more = _configured(exchange)
    draft_language = exchange.language or language
    reply = Reply(exchange.draft, draft_language, more)
    prose = exchange.customer.prose
    asked = [_asked(ask, prose, language, exchange.customer, more) for ask in found]
    _share(asked, prose, language)
    places = anchors(exchange.draft, exchange.customer.text, [a.ask.span for a in asked], reply)
    attached = _attached(exchange.draft)
    table = [_row(q, reply, places.get(n), attached) for n, q in enumerate(asked)]
    _rivals(table)
    _order(table, reply)
    for n, (q, row) in enumerate(zip(asked, table, strict=True)):
        best_fit = max((m.features["fits"] * (0.2 + m.features["topic"]) for m in row), default=0.0)
        for match in row:
            _finish(match, q, reply.clauses[match.clause], best_fit, places.get(n))
    return reply, list(zip(asked, _assign(table), strict=True))


def _configured(exchange: Exchange) -> str:
    """The sector's synonyms from the configuration, [["word", "same", …], …], as lines of the lexicon."""
    groups = (exchange.settings.get("questions") or {}).get("synonyms", ())
    return "\n".join(f"{group[0]}: {' '.join(group[1:])}" for group in groups if len(group) > 1)


def _attached(draft: Message) -> bool:
    return any(not a.inline for a in draft.attachments or ())


# -- the question ---------------------------------------------------------------------------------


def _asked(ask: Ask, prose: Prose, language: str, customer: Message, more: str) -> Asked:
    terms: list[tuple[Keys, float, str]] = []
    seen: set[str] = set()

    def add(pairs: list[tuple[int, Keys]], weight: float) -> int:
        n = 0
        for i, found in pairs:
            if weight < OWN and len(terms) >= MOST:
                break
            if found[0] not in seen:
                seen.add(found[0])
                terms.append((found, weight, prose.words[i].of(prose.text).lower()))
                n += 1
        return n

    def scale(first: int, most: float) -> None:
        """What stands around a question must not drown what stands in it."""
        total = sum(w for _, w, _ in terms[first:])
        if total > most:
            terms[first:] = [(k, w * most / total, word) for k, w, word in terms[first:]]

    own = add(contents(prose, Span(ask.focus, ask.span.end), language, more), 1.0)
    if own < FEW_TERMS:
        own += add(contents(prose, ask.span, language, more), 0.8)
    if not own:
        own = -add(plain(prose, Span(ask.focus, ask.span.end)), 0.5)
    kind = kind_of(ask, prose, language)
    if kind == "money":
        add([(prose.words_in(ask.span).start, ("#price",))], 0.5)
    inner = len(terms)
    points = not _POINTERS.isdisjoint(prose.folded[i] for i in prose.words_in(ask.span))
    if own < FEW_TERMS or points:
        weight = POINTED if points and own < FEW_TERMS else CONTEXT
        after = Span(ask.span.end, max(ask.span.end, prose.sentences[ask.sentence].end))
        if own < FEW_TERMS:
            add(contents(prose, after, language, more), CONTEXT)
        before = Span(prose.sentences[ask.sentence].start, ask.span.start)
        if contents(prose, before, language, more):
            add(contents(prose, before, language, more), weight)
            weight = CONTEXT / 2
        for back in (1, 2) if own < FEW_TERMS else (1,):
            if ask.sentence >= back:
                add(
                    contents(prose, prose.sentences[ask.sentence - back], language, more),
                    weight / back,
                )
    scale(inner, AROUND if own > 0 else LEAST)
    if own <= 0 and customer.subject:
        subject = Prose(customer.subject)
        for _, found in contents(subject, Span(0, len(customer.subject)), language, more):
            if found[0] not in seen:
                terms.append((found, CONTEXT, found[0]))
    groups = frozenset(k for found, w, _ in terms if w >= OWN for k in found if k[0] == "#")
    return Asked(ask, kind, terms, own, terms[0][2] if own > 0 else "", groups)


def _share(asked: list[Asked], prose: Prose, language: str) -> None:
    """Lower the weight of words that stand in more than one question or often in the email, and of numbers."""
    count: dict[str, int] = {}
    for q in asked:
        for found, weight, _ in q.terms:
            count[found[0]] = count.get(found[0], 0) + (weight >= OWN)
    for q in asked:
        q.terms = [
            (
                k,
                w
                * telling(word, language)
                * SHARED ** max(0, count[k[0]] - 1)
                * (FIGURE if word[0].isdigit() else 1.0)
                / (1 + OFTEN * (len(prose.where.get(fold(word), ())) - 1)),
                word,
            )
            for k, w, word in q.terms
        ]


# -- one question and every clause ------------------------------------------------------------------


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
        unique = 1.0 / (1 + 0.25 * max(0, sentences - 2))
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
        fits = _fits(q, clause, attached)
        raw = fits
        bare = fits >= PLAIN and (
            len(clause.words) <= BARE or "plain" in clause.marks or clause.contents <= LITTLE
        )
        if not inside and not bare and q.own > 0:
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
            1.2 * features["topic"] + 0.3 * features["here"] + 0.7 * fits + ((0.9 if fits >= 0.5 else 0.4) if inside else 0.0)
            - _drawback(clause, q)
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
    """The clauses that a word reaches, and how much of it: its own, its sentence, the next sentences."""
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


_FITS: dict[Kind, tuple[tuple[str, float], ...]] = {
    "time": (("time", 1.0), ("duration", 0.9), ("year", 0.8), ("unit", 0.5)),
    "duration": (
        ("duration", 1.0),
        ("minutes", 1.0),
        ("unit", 0.8),
        ("time", 0.7),
        ("number", 0.4),
    ),
    "money": (("money", 1.0), ("free", 1.0), ("number", 0.4)),
    "number": (("number", 1.0), ("count", 0.9)),
    "place": (("link", 1.0), ("place", 1.0), ("mailbox", 0.7), ("name", 0.5)),
    "person": (("mailbox", 1.0), ("name", 0.6), ("we", 0.4)),
    "how": (("steps", 1.0), ("link", 0.9), ("attached", 0.6), ("reason", 0.5), ("done", 0.4)),
    "why": (("reason", 1.0),),
    "which": (("name", 0.4), ("number", 0.4), ("count", 0.3), ("link", 0.5), ("steps", 0.5)),
    "yes-no": (
        ("plain", 1.0),
        ("both", 1.0),
        ("yes", 0.6),
        ("no", 0.6),
        ("done", 0.5),
        ("free", 0.4),
    ),
    "choice": (
        ("plain", 0.9),
        ("yes", 0.6),
        ("no", 0.6),
        ("both", 1.0),
        ("done", 0.5),
        ("steps", 0.5),
        ("free", 0.5),
    ),
    "send": (
        ("attached", 1.0),
        ("promise", 0.8),
        ("done", 0.7),
        ("link", 0.7),
        ("no", 0.6),
        ("finding", 0.8),
    ),
    "call": (("promise", 1.0), ("done", 0.8), ("time", 0.5), ("no", 0.6)),
    "do": (
        ("done", 1.0),
        ("promise", 0.9),
        ("plain", 0.9),
        ("no", 0.6),
        ("time", 0.3),
        ("finding", 0.8),
    ),
}


_ABOUT = (
    ("#price", "money", 0.6), ("#price", "free", 1.0), ("#pay", "money", 0.7),
    ("#discount", "money", 0.8), ("#include", "free", 0.9), ("#include", "money", 0.6), ("#time", "time", 0.7),
    ("#wifi", "link", 0.9), ("#late", "time", 0.6), ("#early", "time", 0.7), ("#tax", "free", 0.7), ("#refund", "money", 0.7),
)  # fmt: skip


def _fits(q: Asked, clause: Clause, attached: bool) -> float:
    """How far a clause has what the type of question expects."""
    marks = clause.marks
    best = 0.0
    for mark, value in _FITS[q.kind]:
        if value > best and mark in marks:
            best = value
    if q.kind in ("yes-no", "choice", "do") and q.groups:
        for group, mark, value in _ABOUT:
            if group in q.groups and mark in marks:
                best = max(best, value)
    if "finding" in marks:
        best = max(best, 0.8)
    if q.kind in TYPED and "no" in marks:
        best = max(best, 0.3)
    if q.kind == "send" and "attached" in marks and attached:
        best = 1.0
    return best


def _drawback(clause: Clause, q: Asked) -> float:
    marks = clause.marks
    loss = 0.0
    if "empty" in marks:
        loss += 0.45
    if "offer" in marks:
        loss += 0.3
    if "question" in marks:
        loss += 0.35
    if "elsewhere" in marks and q.kind not in ("person", "how", "place"):
        loss += 0.3
    if "evasive" in marks:
        loss += 0.2
    return loss


def _finish(match: Match, q: Asked, clause: Clause, best_fit: float, place: range | None) -> None:
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


# -- one clause to a question -----------------------------------------------------------------------


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


__all__ = ["Asked", "Match", "answered", "judged", "likelihood", "matched"]
