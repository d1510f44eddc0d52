"""How often each rule fires on real mail, where most of what fires is a false alarm.

    python -m benchmarks noise --data FOLDER [--show RULE] [--most N]

FOLDER holds the corpora `enron-aeslc`, `som-energia-ca-es`, `tickets-synthetic` and `spamassassin-
ham`, each with a data.jsonl; one that is missing is skipped and named. The tickets are answers with
their customer's email; the others are drafts without one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.config import load
from replylint.engine import lint
from replylint.exchanges import exchange
from replylint.mail import from_text
from replylint.report.places import locate
from replylint.selection import selected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Exchange

CORPORA = {
    "enron-aeslc": 2000,
    "som-energia-ca-es": 501,
    "tickets-synthetic": 500,
    "spamassassin-ham": 500,
}
LANGUAGES = ("en", "es", "ca")


def _rows(path: Path, most: int) -> Iterator[dict[str, Any]]:
    rows = [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    rows = [row for row in rows if row.get("lang", "en") in LANGUAGES]
    yield from rows[:: max(1, len(rows) // most)][:most]


def _exchange(row: dict[str, Any]) -> Exchange:
    settings = load(None, isolated=True)
    if "answer" in row:
        draft = from_text(row["answer"], "answer")
        customer = replace(from_text(row["body"], "customer"), subject=row["subject"])
        return exchange(draft, customer, settings)
    draft = replace(
        from_text(row.get("body") or row.get("text") or "", str(row["id"])),
        subject=row.get("subject"),
    )
    return exchange(draft, None, settings)


def main(argv: list[str]) -> int:
    """Print a table rule × fires per 100 mails; with --show, what one rule underlines."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks noise", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", help="print what this rule underlines")
    parser.add_argument("--most", type=int, help="mails a corpus, instead of the usual number")
    args = parser.parse_args(argv)
    rules = selected(load(None, isolated=True))
    fires: dict[str, Counter[str]] = defaultdict(Counter)
    mails: Counter[str] = Counter()
    for corpus, usual in CORPORA.items():
        path = args.data / corpus / "data.jsonl"
        if not path.is_file():
            print(f"skipped: there is no {path}", file=sys.stderr)
            continue
        for row in _rows(path, args.most or usual):
            report = lint(_exchange(row), rules)
            mails[corpus] += 1
            for name in {f.rule.name for f in report.findings}:
                fires[name][corpus] += 1
            for finding in report.findings:
                if finding.rule.name == args.show:
                    text = locate(report.exchange, finding.place).text
                    print(f"{corpus} {row['id']}: {text!r} {dict(finding.values)}")
    severity = {rule.name: rule.severity for rule in rules}
    print(f"\n{'fires per 100 mails':42s}" + "".join(f"{c[:16]:>18s}" for c in mails))
    for name in sorted(fires, key=lambda n: -sum(fires[n].values())):
        rates = "".join(f"{100 * fires[name][c] / mails[c]:18.1f}" for c in mails)
        print(f"{name:34s}{severity[name]:8s}{rates}")
    print(f"{'mails':42s}" + "".join(f"{n:18d}" for n in mails.values()))
    return 0
