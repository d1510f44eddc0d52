"""Which defects replylint finds in labelled pairs of customer's email and draft, and which it invents.

    python -m benchmarks pairs [FILE.jsonl …] [--show] [--kinds KIND,…] [--json]

Without a file, the project's own evaluation set (benchmarks/pairs/*.jsonl). What counts is what a user is shown:
findings at warning or above. One is right where its rule is the labelled kind and it underlines the labelled place:
at least half of the words of the shorter of the two, and not much longer than the label. All pairs run in one process.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from replylint.config import load
from replylint.engine import lint
from replylint.exchanges import exchange
from replylint.mail import read_bytes
from replylint.model import Finding, Report
from replylint.report.places import locate
from replylint.selection import selected

HERE = Path(__file__).parent / "pairs"
POLICY = default.clone(max_line_length=998)
HEADERS = ("from", "to", "cc", "bcc", "date", "subject")
# Rules that say more exactly what one labelled kind says.
BROADER = dict.fromkeys(
    ("national-id", "payment-card", "bank-account", "secret", "internal-note", "third-party-data"), "confidential-data"
) | {
    "profanity": "hostile-tone",
    "merge-artifact": "unfilled-placeholder",
    "draft-residue": "unfilled-placeholder",
    "recipient-typo": "wrong-recipient",
}
# Absences, and what is true of a draft as a whole: any place will do.
WHOLE = frozenset(
    "attachment-missing attachment-risky attachment-unrequested canned-reply cc-exposure language-mismatch late-reply"
    " missing-apology mixed-register no-branding no-closing no-greeting no-next-step no-signature no-thanks"
    " signature-no-contact signature-no-job-title signature-no-surname subject-empty subject-too-long subject-vague"
    " untrimmed-quote wrong-recipient".split()
)
PASSAGES = frozenset("hard-to-read long-paragraph steps-not-listed unmarked-quote canned-reply".split())
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
        return twice / (twice + self.false + self.missed) if twice + self.false + self.missed else 1.0

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
        mail.add_attachment(bytes(int(item.get("size") or 1)), maintype=kind, subtype=sub, filename=item["name"])
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
        fits = [d for d in open_labels if d["kind"] == kind and underlines(kind, d["where"], at.part, at.text)]
        if fits:
            open_labels.remove(fits[0])
            closed.append(fits[0])
            result.kinds[kind].right += 1
        elif not any(d["kind"] == kind and underlines(kind, d["where"], at.part, at.text) for d in closed):
            result.kinds[kind].false += 1
            result.notes.append(f"{pair['id']}  false   {kind}: {at.text[:100]!r}")
    for label in open_labels:
        result.kinds[label["kind"]].missed += 1
        result.notes.append(f"{pair['id']}  missed  {label['kind']}: {label['where'][:70]!r} {label.get('note', '')[:80]}")


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
    texts = [locate(report.exchange, f.place).text for f in shown]
    flagged = couples(labels, texts)
    for tally, least in ((result.unanswered, "warning"), (result.sure, "error")):
        said = {i for i, j in flagged.items() if least == "warning" or shown[j].severity == "error"}
        wanted = {i for i, q in enumerate(pair["questions"]) if not q["answered"]}
        stray = sum(least == "warning" or f.severity == "error" for j, f in enumerate(shown) if j not in flagged.values())
        tally.right += len(said & wanted)
        tally.false += len(said - wanted) + stray
        tally.missed += len(wanted - said)
        if least == "warning":
            result.notes += [f"{pair['id']}  unanswered, not said: {labels[i][:110]!r}" for i in sorted(wanted - said)]
            result.notes += [f"{pair['id']}  answered, called unanswered: {labels[i][:110]!r}" for i in sorted(said - wanted)]


def pairs_of(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The pairs of some JSONL files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def figures(result: Result, scope: set[str]) -> dict[str, float]:
    """The figures that a report of the set gives."""
    kinds = {k: t for k, t in result.kinds.items() if not scope or k in scope}
    every = Tally(*(sum(getattr(t, n) for t in kinds.values()) for n in ("right", "false", "missed")))
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
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args(argv)
    scope = set(filter(None, args.kinds.split(",")))
    together, out = Result(), {}
    by_language: dict[str, Result] = defaultdict(Result)
    for pair in pairs_of(args.files or sorted(HERE.glob("*.jsonl"))):
        report = judged(pair)
        compare(pair, report, together)
        compare(pair, report, by_language[pair["id"].partition("-")[0]])
    for name, result in [*by_language.items(), ("all", together)]:
        out[name] = figures(result, scope)
    if args.json:
        print(json.dumps(out, indent=1))
        return 0
    if args.show:
        print("\n".join(note for note in together.notes if not scope or any(k in note for k in scope)))
    for name, f in out.items():
        print(
            f"{name:4s} defects P {f['precision']:.3f} R {f['recall']:.3f} F1 {f['f1']:.3f} macro {f['macro_f1']:.3f}"
            f" · unanswered P {f['unanswered_precision']:.3f} R {f['unanswered_recall']:.3f} F1 {f['unanswered_f1']:.3f}"
            f" (error P {f['error_precision']:.3f} R {f['error_recall']:.3f}) · seen {f['seen']:.3f}"
            f" invented {f['invented_per_100']:.1f} · faultless left alone {f['left_alone']:.0f}/{f['faultless']:.0f}"
        )
    for kind, t in sorted(together.kinds.items()):
        if not scope or kind in scope:
            print(f"  {kind:24s} P {t.precision:.2f} R {t.recall:.2f} F1 {t.f1:.2f}  right {t.right} false {t.false} missed {t.missed}")
    return 0
