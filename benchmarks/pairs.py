"""Which defects replylint finds in labelled pairs of mails, and which it invents.

    python -m benchmarks pairs [FILE.jsonl …] [--show] [--kinds KIND,…] [--json] [--applied]
        [--unread]

Without a file, the project's own evaluation set (benchmarks/pairs/*.jsonl). What counts is what a
user is shown: findings at warning or above. One is right where its rule is the labelled kind and it
underlines the labelled place: at least half of the words of the shorter of the two, and not much
longer than the label. All pairs run in one process.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.config import load
from replylint.engine import lint
from replylint.exchanges import exchange
from replylint.mail import read_bytes
from replylint.report.places import Location, locate
from replylint.selection import selected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from replylint.model import Finding, Report

HERE = Path(__file__).parent / "pairs"
READ = 22  # of the project's own pairs of each language, those up to this number have been read
POLICY = default.clone(max_line_length=998)
HEADERS = ("from", "to", "cc", "bcc", "date", "subject")
# Rules that say more exactly what one labelled kind says.
BROADER = {
    "national-id": "confidential-data",
    "payment-card": "confidential-data",
    "bank-account": "confidential-data",
    "secret": "confidential-data",
    "internal-note": "confidential-data",
    "third-party-data": "confidential-data",
    "profanity": "hostile-tone",
    "merge-artifact": "unfilled-placeholder",
    "draft-residue": "unfilled-placeholder",
    "recipient-typo": "wrong-recipient",
}
# Absences, and what is true of a draft as a whole: any place will do.
WHOLE = frozenset(
    [
        "attachment-missing",
        "attachment-risky",
        "attachment-unrequested",
        "canned-reply",
        "cc-exposure",
        "language-mismatch",
        "late-reply",
        "missing-apology",
        "mixed-register",
        "no-branding",
        "no-closing",
        "no-greeting",
        "no-next-step",
        "no-signature",
        "no-thanks",
        "signature-no-contact",
        "signature-no-job-title",
        "signature-no-surname",
        "subject-empty",
        "subject-too-long",
        "subject-vague",
        "untrimmed-quote",
        "wrong-recipient",
    ]
)
ELSEWHERE = frozenset(
    [
        "answers-after-extras",
        "all-caps",
        "confidential-data",
        "emoticon",
        "excess-punctuation",
        "flat-refusal",
        "grammar",
        "hard-to-read",
        "hostile-tone",
        "impersonal-greeting",
        "jargon",
        "long-paragraph",
        "missing-title",
        "negative-wording",
        "no-commitment-date",
        "promo-to-complaint",
        "refers-elsewhere",
        "repeated-word",
        "slang",
        "spelling",
        "steps-not-listed",
        "unfilled-placeholder",
        "unmarked-quote",
        "vague-apology",
        "wrong-name",
    ]
)
KINDS = WHOLE | ELSEWHERE  # what editors label; findings of other rules are counted apart
PASSAGES = frozenset(
    ["hard-to-read", "long-paragraph", "steps-not-listed", "unmarked-quote", "canned-reply"]
)
QUESTION = "unanswered-question"


@dataclass
class Tally:
    """Right, false and missed findings of one kind."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        twice = 2 * self.right
        return (
            twice / (twice + self.false + self.missed) if twice + self.false + self.missed else 1.0
        )

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class Result:
    """The figures of a set of pairs."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    unanswered: Tally = field(default_factory=Tally)
    sure: Tally = field(default_factory=Tally)
    counts: Counter[str] = field(default_factory=Counter)
    ran: Counter[str] = field(default_factory=Counter)
    abstained: Counter[tuple[str, str]] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)


def message(side: dict[str, Any], *, answers: bool) -> bytes:
    """One side of a pair as an .eml file; attachments are zeros of the stated size."""
    mail = EmailMessage(policy=POLICY)
    for name in HEADERS:
        value = " ".join((side.get(name) or "").split())
        if value or name == "subject":
            mail[name.title()] = value
    mail["In-Reply-To" if answers else "Message-ID"] = "<pair@customer.example>"
    mail.set_content(side["body"], charset="utf-8", cte="8bit")
    for item in side.get("attachments") or ():
        kind, _, sub = (item.get("type") or "application/octet-stream").partition("/")
        content = bytes(int(item.get("size") or 1))
        mail.add_attachment(content, maintype=kind, subtype=sub, filename=item["name"])
    return mail.as_bytes()


def judged(pair: dict[str, Any]) -> Report:
    """Lint one pair as `check` would."""
    company = pair.get("company") or {}
    table = {
        "name": company.get("name", ""),
        "domains": [company["domain"]] if company.get("domain") else [],
        "products": company.get("products") or [],
    }
    settings = load(None, isolated=True, overrides={"company": table})
    draft = read_bytes(message(pair["draft"], answers=True), "draft.eml")
    customer = read_bytes(message(pair["customer"], answers=False), "customer.eml")
    return lint(exchange(draft, customer, settings), selected(settings))


def words(text: str) -> Counter[str]:
    """The words of a text, counted."""
    return Counter(re.findall(r"\w+", text.casefold()))


def underlines(kind: str, label: str, part: str, text: str) -> bool:
    """Whether a finding stands where the label says."""
    if kind in WHOLE or not label:
        return True
    if label.casefold() in HEADERS:
        return part == label.casefold()
    wanted, got = words(label), words(text)
    if not wanted or not got:
        a, b = "".join(label.split()), "".join(text.split())
        return bool(b) and (a in b or b in a) and len(b) <= len(a) + 60
    longest = 200 if kind in PASSAGES else max(40, 3 * wanted.total() + 10)
    return got.total() <= longest and 2 * (wanted & got).total() >= min(wanted.total(), got.total())


def couples(labels: list[str], texts: list[str]) -> dict[int, int]:
    """Labelled question → found question, one to one, the closest first."""
    close = []
    for i, label in enumerate(map(words, labels)):
        for j, text in enumerate(map(words, texts)):
            both, a, b = (label & text).total(), label.total(), text.total()
            if both >= 0.6 * min(a, b) and both >= 0.4 * a and b <= 3 * a + 12:
                close.append((-2 * both / (a + b), i, j))
    out: dict[int, int] = {}
    for _, i, j in sorted(close):
        if i not in out and j not in out.values():
            out[i] = j
    return out


def compare(pair: dict[str, Any], report: Report, result: Result) -> None:
    """Add one pair's findings to the figures."""
    shown = [f for f in report.findings if f.severity != "info" and not f.suppressed]
    if not pair["defects"]:
        result.counts["faultless"] += 1
        result.counts["left alone"] += not shown
    _defects(pair, report, [f for f in shown if _kind(f) != QUESTION], result)
    _questions(pair, report, [f for f in shown if _kind(f) == QUESTION], result)


def _kind(finding: Finding) -> str:
    name = finding.rule.name.partition("/")[2]
    return BROADER.get(name, name)


def _defects(pair: dict[str, Any], report: Report, shown: list[Finding], result: Result) -> None:
    open_labels = [d for d in pair["defects"] if d["kind"] != QUESTION]
    closed: list[dict[str, Any]] = []
    for finding in shown:
        kind, at = _kind(finding), locate(report.exchange, finding.place)
        if kind not in KINDS:
            result.counts["unlabelled"] += 1
            result.notes.append(f"{pair['id']}  unlabelled {kind}: {at.text[:100]!r}")
            continue

        def fits(label: dict[str, Any], kind: str = kind, at: Location = at) -> bool:
            return label["kind"] == kind and underlines(kind, label["where"], at.part, at.text)

        label = next(filter(fits, open_labels), None)
        if label:
            open_labels.remove(label)
            closed.append(label)
            result.kinds[kind].right += 1
        elif not any(map(fits, closed)):
            result.kinds[kind].false += 1
            result.notes.append(f"{pair['id']}  false   {kind}: {at.text[:100]!r}")
    for label in open_labels:
        result.kinds[label["kind"]].missed += 1
        why = f"{label['where'][:70]!r} {label.get('note', '')[:80]}"
        result.notes.append(f"{pair['id']}  missed  {label['kind']}: {why}")


def _questions(pair: dict[str, Any], report: Report, shown: list[Finding], result: Result) -> None:
    labels = [q["text"] for q in pair["questions"]]
    customer = report.exchange.customer
    found = [q.span.of(customer.text) for q in report.exchange.questions] if customer else []
    seen = couples(labels, found)
    result.counts["questions"] += len(labels)
    result.counts["seen"] += len(seen)
    result.counts["found"] += len(found)
    result.counts["invented"] += len(found) - len(seen)
    for i, label in enumerate(labels):
        if i not in seen:
            result.notes.append(f"{pair['id']}  unseen question: {label[:110]!r}")
    for j, text in enumerate(found):
        if j not in seen.values():
            result.notes.append(f"{pair['id']}  invented question: {text[:110]!r}")
    wanted = {i for i, q in enumerate(pair["questions"]) if not q["answered"]}
    sure = [f for f in shown if f.severity == "error"]
    for tally, findings in ((result.unanswered, shown), (result.sure, sure)):
        flagged = couples(labels, [locate(report.exchange, f.place).text for f in findings])
        said = set(flagged)
        tally.right += len(said & wanted)
        tally.false += len(said - wanted) + len(findings) - len(flagged)
        tally.missed += len(wanted - said)
    said = set(couples(labels, [locate(report.exchange, f.place).text for f in shown]))
    for i in sorted(wanted - said):
        result.notes.append(f"{pair['id']}  unanswered, not said: {labels[i][:110]!r}")
    for i in sorted(said - wanted):
        result.notes.append(f"{pair['id']}  answered, called unanswered: {labels[i][:110]!r}")


def pairs_of(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The pairs of some JSONL files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def figures(result: Result, scope: set[str]) -> dict[str, float]:
    """The figures that a report of the set gives."""
    kinds = {k: t for k, t in result.kinds.items() if not scope or k in scope}
    every = Tally(
        sum(t.right for t in kinds.values()),
        sum(t.false for t in kinds.values()),
        sum(t.missed for t in kinds.values()),
    )
    labelled = [t for t in kinds.values() if t.right + t.missed]
    c = result.counts
    return {
        "precision": every.precision,
        "recall": every.recall,
        "f1": every.f1,
        "macro_f1": sum(t.f1 for t in labelled) / max(1, len(labelled)),
        "unanswered_precision": result.unanswered.precision,
        "unanswered_recall": result.unanswered.recall,
        "unanswered_f1": result.unanswered.f1,
        "error_precision": result.sure.precision,
        "error_recall": result.sure.recall,
        "seen": c["seen"] / max(1, c["questions"]),
        "invented_per_100": 100 * c["invented"] / max(1, c["found"]),
        "faultless": c["faultless"],
        "left_alone": c["left alone"],
    }


def main(argv: list[str]) -> int:
    """Print the figures a language and together, a table of kinds, and with --show each miss."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks pairs", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="print each miss and false alarm")
    parser.add_argument("--kinds", default="", help="only these kinds of defect")
    parser.add_argument("--unread", action="store_true", help="only pairs never read for rule work")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(
        "--applied", action="store_true", help="print how often each rule could judge"
    )
    args = parser.parse_args(argv)
    scope = set(filter(None, args.kinds.split(",")))
    together, out = Result(), {}
    by_language: dict[str, Result] = defaultdict(Result)
    for pair in pairs_of(args.files or sorted(HERE.glob("*.jsonl"))):
        if args.unread and int(pair["id"].rpartition("w")[2]) <= READ:
            continue
        report = judged(pair)
        compare(pair, report, together)
        compare(pair, report, by_language[pair["id"].partition("-")[0]])
        together.counts["pairs"] += 1
        together.ran.update(report.ran)
        together.abstained.update(report.not_applied)
    for name, result in [*by_language.items(), ("all", together)]:
        out[name] = figures(result, scope)
    if args.json:
        print(json.dumps(out, indent=1))
        return 0
    if args.show:
        print(
            "\n".join(note for note in together.notes if not scope or any(k in note for k in scope))
        )
    for name, f in out.items():
        print(
            f"{name:4s} defects P {f['precision']:.3f} R {f['recall']:.3f} F1 {f['f1']:.3f}"
            f" macro {f['macro_f1']:.3f} · unanswered P {f['unanswered_precision']:.3f}"
            f" R {f['unanswered_recall']:.3f} F1 {f['unanswered_f1']:.3f}"
            f" (error P {f['error_precision']:.3f} R {f['error_recall']:.3f})"
            f" · questions seen {f['seen']:.3f} invented {f['invented_per_100']:.1f} in 100"
            f" · faultless left alone {f['left_alone']:.0f} of {f['faultless']:.0f}"
        )
    for kind, t in sorted(together.kinds.items()):
        if not scope or kind in scope:
            counts = f"right {t.right} false {t.false} missed {t.missed}"
            print(f"  {kind:24s} P {t.precision:.2f} R {t.recall:.2f} F1 {t.f1:.2f}  {counts}")
    if args.applied:
        _print_applied(together)
    return 0


def _print_applied(result: Result) -> None:
    pairs = result.counts["pairs"]
    names = {*result.ran, *(name for name, _ in result.abstained)}
    for name in sorted(names, key=lambda n: result.ran[n]):
        why = {reason: n for (rule, reason), n in result.abstained.items() if rule == name}
        print(f"  {name:40s} applied to {100 * result.ran[name] / pairs:5.1f} %  {why or ''}")
