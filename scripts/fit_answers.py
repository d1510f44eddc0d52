"""Fit the weights that tell an answered question from one that is not; writes
replylint/questions/weights.py.

    python scripts/fit_answers.py            # fit, print cross-validated figures, write
    python scripts/fit_answers.py --check    # only print the figures

The data, scripts/data/answers.*.txt, was written for this project. Each case is a customer's
email, a line "--", and a draft. {+…} is a question that the draft answers, {-…} one that it does
not; [2] before a sentence of the draft says that it answers the second question, and only up to
the next such sign or line end. From each case others are made: for each answered question the
same draft without its answer, where the question is unanswered.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass, replace
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.mail import from_text
from replylint.model import LANGUAGES, Exchange, Span
from replylint.questions.find import Ask, asks
from replylint.questions.grammar import word_set
from replylint.questions.match import matched

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
TARGET = HERE.parent / "replylint" / "questions" / "weights.py"
QUESTION = re.compile(r"\{([+-])([^}]*)\}")
SIGN = re.compile(r"\[(\d(?:,\d)*)\] ?([^\[\n]*)")
PENALTY, STEPS, RATE, FOLDS = 0.002, 1200, 1.0, 4

EVIDENCE = word_set(
    """
    anchored bare best-fit finding fits fits-topic here in-order rare score topic
    """
)
DRAWBACKS = word_set(
    """
    asks elsewhere empty evasive gap nothing offer rival taken typed-missing open-missing
    request-missing polar-missing silent action-missing anchored-missing typed-missing-topic
    """
)

Features = dict[str, float]
Row = tuple[Features, bool, float]
UNANSWERED = 0.5
LEAST_OVERLAP = 0.3
TERSE = 0.3  # what a case counts for that is not a whole letter: terser and trickier than mail is


@dataclass(frozen=True)
class Case:
    """One email and one draft; `labels` are the questions' places and whether each is answered."""

    language: str
    customer: str
    draft: str
    labels: tuple[tuple[Span, bool], ...]
    only: int | None = None


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file and those made from them."""
    language = path.name.split(".")[1]
    for block in re.split(r"^== .*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        marked, _, draft = block.strip().partition("\n--\n")
        labels, plain, at = [], "", 0
        for found in QUESTION.finditer(marked):
            plain += marked[at : found.start()]
            labels.append(
                (Span(len(plain), len(plain) + len(found.group(2))), found.group(1) == "+")
            )
            plain += found.group(2)
            at = found.end()
        plain += marked[at:]
        whole = Case(language, plain, SIGN.sub(r"\2", draft), tuple(labels))
        yield whole
        for n, (_, answered) in enumerate(labels):
            if answered and any(str(n + 1) == m.group(1) for m in SIGN.finditer(draft)):
                less = SIGN.sub(r"\2", re.sub(rf"\[{n + 1}\] ?[^\[\n]*", "", draft))
                missing = tuple((s, a and k != n) for k, (s, a) in enumerate(labels))
                yield replace(whole, draft=less, labels=missing, only=n)


def examples(case: Case) -> Iterator[tuple[Features, bool]]:
    """The features of each labelled question and whether it is answered."""
    customer = from_text(case.customer)
    language = next(known for known in LANGUAGES if known == case.language)
    exchange = Exchange(
        draft=from_text(case.draft),
        customer=customer,
        language=language,
        customer_language=language,
    )
    found = list(asks(customer.prose, case.language))
    chosen: list[Ask] = []
    for span, _ in case.labels:
        near = sorted((_overlap(ask.span, span), -n) for n, ask in enumerate(found))
        best = found[-near[-1][1]] if near and near[-1][0] >= LEAST_OVERLAP else None
        if best is None:
            start = customer.prose.words_in(span).start
            best = Ask(span, span.start, "marked", customer.prose.sentence_of[start])
        chosen.append(best)
    _, pairs = matched(exchange, chosen, case.language)
    for n, ((_, match), (_, answered)) in enumerate(zip(pairs, case.labels, strict=True)):
        if case.only is None or case.only == n:
            yield match.features, answered


def _overlap(a: Span, b: Span) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return max(0, both) / max(1, min(a.end - a.start, b.end - b.start))


def fit(data: list[Row], names: list[str]) -> tuple[float, dict[str, float]]:
    """Logistic regression by gradient descent; the unanswered weigh `UNANSWERED` of all, as in
    real mail.
    """
    rows = [
        ([f.get(name, 0.0) for name in names], float(answered), weight)
        for f, answered, weight in data
    ]
    total = sum(w for _, _, w in rows)
    yes = sum(w for _, y, w in rows if y)
    share = {1.0: (1 - UNANSWERED) * total / yes, 0.0: UNANSWERED * total / (total - yes)}
    weights, bias = [0.0] * len(names), 0.0
    for _ in range(STEPS):
        slope, lean = [PENALTY * w for w in weights], 0.0
        for x, y, much in rows:
            error = _sigmoid(bias + sum(w * v for w, v in zip(weights, x, strict=True))) - y
            error *= share[y] * much / total
            lean += error
            for k, v in enumerate(x):
                if v:
                    slope[k] += error * v
        weights = [_signed(n, w - RATE * s) for n, w, s in zip(names, weights, slope, strict=True)]
        bias -= RATE * lean
    return bias, dict(zip(names, weights, strict=True))


def _signed(name: str, weight: float) -> float:
    """Evidence never counts against an answer, nor a drawback for one: chance in a small set must
    not say so.
    """
    if name in EVIDENCE:
        return max(0.0, weight)
    return min(0.0, weight) if name in DRAWBACKS else weight


def _sigmoid(x: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, x))))


def _predict(bias: float, weights: dict[str, float], features: Features) -> float:
    return _sigmoid(bias + sum(weights.get(k, 0.0) * v for k, v in features.items()))


def report(scored: list[tuple[float, bool]]) -> str:
    """F1 of "unanswered" at one half, and the area under the curve."""
    tp = sum(p < 0.5 and not a for p, a in scored)
    fp = sum(p < 0.5 and a for p, a in scored)
    fn = sum(p >= 0.5 and not a for p, a in scored)
    good, bad = [p for p, a in scored if a], [p for p, a in scored if not a]
    area = sum((g > b) + 0.5 * (g == b) for g in good for b in bad) / max(1, len(good) * len(bad))
    f1 = 2 * tp / max(1, 2 * tp + fp + fn)
    return f"{len(scored)} questions  F1 unanswered {f1:.3f}  area {area:.3f}"


def main() -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    parser.add_argument("--show", action="store_true", help="print the questions judged wrongly")
    options = parser.parse_args()
    groups: list[list[Row]] = []
    origin: list[list[str]] = []
    for path in sorted((HERE / "data").glob("answers.*.txt")):
        for case in cases(path):
            weight = 1.0 if "letters" in path.name else TERSE
            rows = [(features, answered, weight) for features, answered in examples(case)]
            shown = [
                s.of(case.customer)
                for n, (s, _) in enumerate(case.labels)
                if case.only in (None, n)
            ]
            if case.only is None:
                groups.append(rows)
                origin.append([f"{case.language} {text}" for text in shown])
            else:
                groups[-1] += rows
                origin[-1] += [f"{case.language} {text} (left out)" for text in shown]
    names = sorted(
        {name for rows in groups for row in rows for name in row[0] if not name.startswith("_")}
    )
    scored: dict[str, list[tuple[float, bool]]] = {}
    for k in range(FOLDS):
        rest = [row for n, rows in enumerate(groups) if n % FOLDS != k for row in rows]
        bias, weights = fit(rest, names)
        for n, rows in enumerate(groups):
            if n % FOLDS != k:
                continue
            for (features, answered, weight), text in zip(rows, origin[n], strict=True):
                p = _predict(bias, weights, features)
                scored.setdefault(text[:2] + (" letters" if weight == 1 else " terse"), []).append(
                    (p, answered)
                )
                if options.show and (p >= 0.5) != answered:
                    kept = {k: round(v, 2) for k, v in features.items() if v}
                    print(f"{p:.2f} {'answered' if answered else 'unanswered'} {text} {kept}")
    for language, values in scored.items():
        print(language, report(values))
    print("all", report([v for values in scored.values() for v in values]))
    if options.check:
        return 0
    bias, weights = fit([row for rows in groups for row in rows], names)
    lines = [
        f'    "{name}": {value:.3f},' for name, value in weights.items() if abs(value) >= 0.005
    ]
    TARGET.write_text(
        '"""Weights of the verdict; made by `python scripts/fit_answers.py`."""\n\n'
        f"BIAS = {bias:.3f}\nWEIGHTS: dict[str, float] = {{\n" + "\n".join(lines) + "\n}\n",
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
