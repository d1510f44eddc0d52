"""How often the author's own text is cut out of a reply as a careful reader would, a source and
language.

    python -m benchmarks replies --data FOLDER [--show]

FOLDER holds `dev.jsonl`: one case a line with `input`, `expected` and, where the signature may
stay, `expected_alt`. A case passes when one of the two texts that `replylint parse` prints equals
either, white space collapsed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from replylint import mail

CONSTRUCTED = "es-ca-templates"


def collapsed(text: str) -> str:
    return " ".join(text.split())


def passes(case: dict[str, Any]) -> bool:
    parsed = mail.parsed(mail.from_text(case["input"]))
    wanted = {collapsed(case["expected"]), collapsed(case.get("expected_alt") or case["expected"])}
    return bool(wanted & {collapsed(parsed["own"]), collapsed(parsed["own_without_signature"])})


def main(argv: list[str]) -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks replies", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder that holds dev.jsonl")
    options.add_argument("--show", action="store_true", help="name the cases that fail")
    given = options.parse_args(argv)
    with (given.data / "dev.jsonl").open(encoding="utf-8") as stream:
        cases = [json.loads(line) for line in stream]
    total, passed = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for case in cases:
        real = "constructed" if case["source"] == CONSTRUCTED else "real"
        good = passes(case)
        for key in ((case["source"], case["lang"]), (case["source"], "all"), (real, "all")):
            total[key] += 1
            passed[key] += good
        if given.show and not good:
            print("fails:", case["id"])
    for key in sorted(total):
        share = passed[key] / total[key]
        print(f"{key[0]:<20} {key[1]:<4} {passed[key]:>4} of {total[key]:<4} {share:6.1%}")
    return 0
