"""Questions found, and told answered from unanswered: against labelled pairs, proxy sets and
tickets.

    python -m benchmarks answers --gold FOLDER        # *.jsonl of labelled pairs
    python -m benchmarks answers --answers FOLDER     # faq3.jsonl, xquad_*.jsonl
    python -m benchmarks answers --tickets FILE --show 40

Pairs count a question as seen where it shares words with a labelled one: at least 0.6 of the
shorter, 0.4 of the
label, and no more than three times its length; one to one, best overlap first.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.mail import from_text
from replylint.model import LANGUAGES, Attachment, Exchange, Message, Part, Question
from replylint.questions import answer
from replylint.questions.find import asks
from replylint.questions.match import likelihood, matched
from replylint.questions.ranking import ranked
from replylint.rulebook import rules
from replylint.text.language import identify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RULE = "professional/unanswered-question"


def message(side: dict[str, Any]) -> Message:
    """One side of a labelled pair."""
    files = tuple(
        Attachment(a["name"], a.get("type", ""), a.get("size"))
        for a in side.get("attachments") or ()
    )
    return replace(from_text(side["body"]), subject=side.get("subject"), attachments=files)


def exchange(customer: Message, draft: Message, language: str) -> Exchange:
    """The two joined; `language` where a side is too short to tell."""
    own, theirs = (
        identify(draft.prose).language or language,
        identify(customer.prose).language or language,
    )
    known = next((x for x in LANGUAGES if x == own), None)
    return Exchange(draft=draft, customer=customer, language=known, customer_language=theirs)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


# -- labelled pairs --


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def paired(labels: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    """Label → question found, one to one."""
    scored = []
    for i, a in enumerate(map(_words, labels)):
        for j, b in enumerate(map(_words, found)):
            both, n, m = sum((a & b).values()), a.total(), b.total()
            if both >= 0.6 * min(n, m) and both >= 0.4 * n and m <= 3 * n + 12:
                scored.append((2 * both / (n + m), i, j))
    out: dict[int, int] = {}
    for _, i, j in sorted(scored, reverse=True):
        if i not in out and j not in out.values():
            out[i] = j
    return out


@dataclass
class Tally:
    """Counts over labelled pairs. `verdicts` are (how surely unanswered, truly so) of every
    question found.
    """

    seen: int = 0
    unseen: int = 0
    invented: int = 0
    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors_right: int = 0
    errors_wrong: int = 0

    def add(
        self, case: dict[str, Any], questions: Sequence[Question], text: str, error_from: float
    ) -> None:
        """Count one pair."""
        labels = case["questions"]
        pairs = paired([q["text"] for q in labels], [q.span.of(text) for q in questions])
        self.seen += len(pairs)
        self.unseen += len(labels) - len(pairs)
        self.invented += len(questions) - len(pairs)
        gold = {j: not labels[i]["answered"] for i, j in pairs.items()}
        self.missed += sum(not q["answered"] for i, q in enumerate(labels) if i not in pairs)
        for j, question in enumerate(questions):
            said, true = question.answered is False, gold.get(j, False)
            self.right += said and true
            self.wrong += said and not true
            self.missed += true and not said
            if said and question.confidence >= error_from:
                self.errors_right += true
                self.errors_wrong += not true

    def __str__(self) -> str:
        def share(part: int, whole: int) -> float:
            return part / whole if whole else 0.0

        unanswered = self.right + self.missed
        return (
            f"seen {share(self.seen, self.seen + self.unseen):.3f}  "
            f"invented {100 * share(self.invented, self.seen + self.invented):.1f} in 100   "
            f"unanswered P {share(self.right, self.right + self.wrong):.2f} "
            f"R {share(self.right, unanswered):.2f} "
            f"F1 {share(2 * self.right, 2 * self.right + self.wrong + self.missed):.3f}   "
            f"errors P {share(self.errors_right, self.errors_right + self.errors_wrong):.2f} "
            f"R {share(self.errors_right, unanswered):.2f}"
        )


def labelled(folder: Path) -> None:
    """Print the figures for every file of labelled pairs, and for all."""
    error_from = next(float(r.parameters["error-from"]) for r in rules() if r.name == RULE)
    everything, seconds, count = Tally(), 0.0, 0
    for path in sorted(folder.glob("*.jsonl")):
        tally = Tally()
        for case in read(path):
            joined = exchange(message(case["customer"]), message(case["draft"]), case["lang"])
            assert joined.customer is not None
            # What every rule shares is not counted.
            _ = joined.customer.prose.sentence_of, joined.draft.prose.sentence_of
            begin = time.process_time()
            questions = answer(joined)
            seconds += time.process_time() - begin
            count += 1
            for into in (tally, everything):
                into.add(case, questions, joined.customer.text, error_from)
        print(f"{path.name:<16} {tally}")
    print(f"{'all':<16} {everything}")
    print(
        f"{count} pairs, {1000 * seconds / max(1, count):.2f} ms of CPU each, "
        "the first of the process included"
    )


# -- one question, one sentence --


def likeness(question: str, sentence: str, language: str) -> float:
    """How likely the sentence, as a whole draft, answers the question."""
    customer, draft = _plain(question), _plain(sentence)
    known = next(x for x in LANGUAGES if x == language)
    joined = Exchange(draft=draft, customer=customer, language=known, customer_language=known)
    found = asks(customer.prose, language)
    if not found:
        return 0.0
    _, pairs = matched(joined, found, language)
    return min(likelihood(match.features) for _, match in pairs)


def rankings(question: str, sentences: Sequence[str], language: str) -> list[float]:
    """How well each sentence of a draft that holds them all answers, as the tool ranks them.

    Each is a paragraph of its own, in alphabetical order, so that nothing is told by its place.
    """
    order = sorted(sentences)
    customer, draft = _plain(question), _plain("\n\n".join(order))
    known = next(x for x in LANGUAGES if x == language)
    joined = Exchange(draft=draft, customer=customer, language=known, customer_language=known)
    found = asks(customer.prose, language)
    out = dict.fromkeys(order, -1.0)
    reply, _, table = ranked(joined, found, language)
    for row in table[:1]:
        for match in row:
            at = reply.clauses[match.clause].span.start
            # The paragraph that the clause stands in, by the text before it.
            text = order[draft.text.count("\n\n", 0, at)]
            out[text] = max(out[text], match.score)
    return [out[text] for text in sentences]


def _plain(text: str) -> Message:
    return Message(path="", format="txt", text=text, parts=(Part("paragraph", 0, len(text)),))


def area(good: Sequence[float], bad: Sequence[float]) -> float:
    """The share of pairs in which the right one scores higher."""
    return sum((g > b) + 0.5 * (g == b) for g in good for b in bad) / max(1, len(good) * len(bad))


def proxies(folder: Path) -> None:
    """Print the figures for the sets of question, answer and decoys."""
    for path in sorted(folder.glob("xquad_*.jsonl")):
        alone: tuple[list[float], list[float]] = ([], [])
        among: tuple[list[float], list[float]] = ([], [])
        for row in read(path):
            question, language = row["question"], row["lang"]
            sentences = [row["answer"], *row["others"]]
            for into, scores in (
                (alone, [likeness(question, text, language) for text in sentences]),
                (among, rankings(question, sentences, language)),
            ):
                into[0].append(scores[0])
                into[1].extend(scores[1:])
        print(
            f"{path.name:<16} area {area(*among):.3f} where the draft holds all the sentences, "
            f"{area(*alone):.3f} where it holds one; {len(alone[0])} questions, "
            f"{len(alone[1])} other sentences"
        )
    won: dict[str, list[bool]] = {}
    for row in read(folder / "faq3.jsonl") if (folder / "faq3.jsonl").exists() else ():
        for form in ("question", "indirect"):
            right, decoy = (
                likeness(row[form], row[key], row["lang"]) for key in ("answer", "non_answer")
            )
            won.setdefault(row["lang"], []).append(right > decoy)
    for language, trials in won.items():
        print(f"faq3 {language:<11} answer above decoy in {sum(trials)} of {len(trials)}")


# -- tickets --


def tickets(path: Path, show: int) -> None:
    """Print the share of questions called unanswered, and some of them to read."""
    said: Counter[tuple[str, bool | None]] = Counter()
    flagged: list[str] = []
    for row in _known(read(path)):
        customer, draft = from_text(row["body"]), from_text(row["answer"])
        joined = exchange(customer, draft, row["lang"])
        for question in answer(joined):
            said[row["lang"], question.answered] += 1
            if question.answered is False:
                flagged.append(
                    f"[{question.confidence}] {question.span.of(customer.text)!r}\n"
                    f"    {row['answer']!r}"
                )
    for language in sorted({language for language, _ in said}):
        total = sum(n for (x, _), n in said.items() if x == language)
        print(
            f"tickets {language}: {total} questions, "
            f"{said[language, False] / total:.1%} called unanswered"
        )
    for text in random.Random(1).sample(flagged, min(show, len(flagged))):
        print(text)


def _known(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (row for row in rows if row["lang"] in LANGUAGES and row["body"] and row["answer"])


def main(argv: list[str]) -> int:
    """Run what the options name."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks answers", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--gold", type=Path, help="folder of *.jsonl with labelled pairs")
    parser.add_argument("--answers", type=Path, help="folder with faq3.jsonl and xquad_*.jsonl")
    parser.add_argument("--tickets", type=Path, help="JSONL of tickets with body, answer, lang")
    parser.add_argument(
        "--show", type=int, default=0, help="print so many tickets' questions called unanswered"
    )
    options = parser.parse_args(argv)
    if options.gold:
        labelled(options.gold)
    if options.answers:
        proxies(options.answers)
    if options.tickets:
        tickets(options.tickets, options.show)
    return 0
