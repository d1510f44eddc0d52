"""Spelling: false alarms, recall, suggestions, confusables, speed; beside Hunspell where installed.

    python -m benchmarks spelling --data FOLDER

FOLDER holds `spelling/*.tsv` (wrong, right, sentence) and, for whole mails, `corpora/*/data.jsonl`.
The confusable sentences are our own, in benchmarks/data: [as written|as meant].
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.mail import from_text
from replylint.model import Exchange, Language, Message, Span
from replylint.spelling.confusions import confusions
from replylint.spelling.dictionary import Dictionary
from replylint.spelling.misspellings import misspellings
from replylint.text.language import identify
from replylint.text.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATA = Path(__file__).parent / "data"
MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")

# What each set is, its language, and at most how many findings in 1,000 words.
CLEAN: tuple[tuple[str, str, Language, str, float], ...] = (
    ("Enron sentences", "en_ewt_email_clean", "en", "", 3.0),
    ("Spanish PUD", "es_clean_pud", "es", "", 5.0),
    ("Thunderbird es", "es_clean_thunderbird", "es", "", 3.0),
    ("Thunderbird ca", "ca_clean_thunderbird", "ca", "", 3.0),
    ("Common Voice ca", "ca_clean_softcatala", "ca", "common-voice-sentences", 1.5),
)
TYPOS: tuple[tuple[str, Language, float], ...] = (
    ("en_ewt_typos", "en", 0.50),
    ("es_cowsl2h_all", "es", 0.33),
)
ALONE: tuple[tuple[str, Language, float], ...] = (
    ("en_codespell", "en", 0.99),
    ("es_noaccent_synthetic", "es", 0.76),
    ("ca_noaccent_synthetic", "ca", 0.75),
    ("ca_lt_replace", "ca", 0.89),
)
SUGGESTED = {"en_codespell": 0.65, "es_noaccent_synthetic": 0.90, "ca_noaccent_synthetic": 0.90}


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with (folder / "spelling" / f"{name}.tsv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream, delimiter="\t")


def mails(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    path = folder / "corpora" / name / "data.jsonl"
    with path.open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def sentence(text: str, language: Language) -> Exchange:
    return Exchange(Message(path="", format="txt", text=text, parts=()), language=language)


def mail(text: str, language: Language) -> Exchange:
    return Exchange(from_text(text, "mail.txt"), language=language)


def found(exchange: Exchange) -> list[tuple[Span, str]]:
    """What both rules find: its place, and the first suggestion."""
    words = [(each.span, each.suggestions[0]) for each in misspellings(exchange)]
    return words + [(each.span, each.right) for each in confusions(exchange)]


def say(what: str, value: float, target: float | None = None, *, least: bool = True) -> None:
    mark = ""
    if target is not None:
        good = value >= target if least else value <= target
        mark = f"  {'≥' if least else '≤'} {target:g} {'ok' if good else 'MISSED'}"
    print(f"  {what:<44} {value:9.3f}{mark}")


def alarms(what: str, exchanges: Iterable[Exchange], target: float | None) -> None:
    flags = words = 0
    for exchange in exchanges:
        words += len(exchange.draft.prose.words)
        flags += len(found(exchange))
    say(f"{what} ({words} words)", 1000 * flags / words, target, least=False)


def false_alarms(folder: Path) -> None:
    print("findings per 1,000 words of text that is clean, or nearly")
    for what, name, language, source, target in CLEAN:
        texts = (r["sentence"] for r in rows(folder, name) if r.get("source", "") == source)
        alarms(what, (sentence(text, language) for text in texts), target)
    if not (folder / "corpora").is_dir():
        return
    enron = (m["body"] for i, m in enumerate(mails(folder, "enron-aeslc")) if i % 20 == 0)
    alarms("Enron mails, one in 20", (mail(text, "en") for text in enron), 3.0)
    for language in ("es", "ca"):
        texts = (m["text"] for m in mails(folder, "som-energia-ca-es") if m["lang"] == language)
        alarms(f"an energy firm's mails, {language}", (mail(t, language) for t in texts), None)


def recall(folder: Path) -> None:
    print("real errors found in their sentence")
    for name, language, target in TYPOS:
        hits = total = 0
        for row in rows(folder, name):
            text, wrong = row["sentence"], row["wrong"]
            places = [m.span() for m in re.finditer(re.escape(wrong), text)]
            if not places:
                continue
            total += 1
            flags = [span for span, _ in found(sentence(text, language))]
            hits += any(f.start < end and start < f.end for f in flags for start, end in places)
        say(f"{name} ({total})", hits / total, target)


def alone(folder: Path, sample: int) -> None:
    print(
        "misspellings alone: unknown to the dictionary; first suggestion right; milliseconds a word"
    )
    for name, language, target in ALONE:
        words = Dictionary(language)
        pairs = [(r["wrong"], r["right"]) for r in rows(folder, name)]
        unknown = [pair for pair in pairs if pair[0] not in words]
        say(f"{name} ({len(pairs)}): unknown", len(unknown) / len(pairs), target)
        if name not in SUGGESTED:
            continue
        random.Random(1).shuffle(unknown)
        first, times = 0, []
        known = [p for p in unknown if any(r.strip() in words for r in p[1].split(","))][:sample]
        for wrong, right in known:
            start = time.perf_counter()
            suggestions = words.suggest(wrong)
            times.append(1000 * (time.perf_counter() - start))
            meant = {each.strip().lower() for each in right.split(",")}
            first += bool(suggestions) and suggestions[0].lower() in meant
        say(f"{name}: first suggestion", first / len(known), SUGGESTED[name])
        say(f"{name}: milliseconds, median", statistics.median(times), 5, least=False)


def marked(line: str) -> tuple[str, list[tuple[Span, str]], str]:
    """A line of the confusables: as written, where it is wrong and what was meant, as meant."""
    text, wrong, end = "", [], 0
    for mark in MARKED.finditer(line):
        text += line[end : mark.start()]
        meant = mark[2].split("|")[0]
        if mark[1] != meant:
            wrong.append((Span(len(text), len(text) + len(mark[1])), meant))
        text, end = text + mark[1], mark.end()
    return text + line[end:], wrong, MARKED.sub(lambda m: m[2].split("|")[0], line)


def confused() -> None:
    print("confusable words in their sentence: found; right sentences that are left alone")
    for language in ("en", "es", "ca"):
        lines = (DATA / f"confusables.{language}.txt").read_text("utf-8").splitlines()
        hits = total = silent = 0
        for line in lines:
            text, wrong, meant = marked(line)
            flags = [span for span, _ in found(sentence(text, language))]
            total += len(wrong)
            hits += sum(any(f.start < w.end and w.start < f.end for f in flags) for w, _ in wrong)
            silent += not found(sentence(meant, language))
        say(f"{language} ({len(lines)} sentences): found", hits / total, 0.80)
        say(f"{language}: left alone when right", silent / len(lines))


def languages(folder: Path) -> None:
    if not (folder / "corpora").is_dir():
        return
    print("language of whole mails: right, and wrong (the rest: not told)")
    texts = [(m["text"], m["lang"]) for m in mails(folder, "som-energia-ca-es")]
    texts += [
        (m["answer"], m["lang"]) for m in mails(folder, "tickets-synthetic") if m["lang"] != "de"
    ]
    guesses = [(identify(Prose(text)).language, language) for text, language in texts]
    say(f"{len(texts)} mails: right", sum(a == b for a, b in guesses) / len(guesses), 0.98)
    say("wrong", sum(a not in (b, None) for a, b in guesses) / len(guesses), 0.002, least=False)


LOAD = """
import time
from pathlib import Path
import marisa_trie
from replylint.spelling.dictionary import Dictionary

def memory():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

before = memory()
start = time.perf_counter()
words = Dictionary({language!r})
{probe!r} in words
ready = 1000 * (time.perf_counter() - start)
for word in {words!r}:
    word in words
print(ready, memory() - before)
"""


def speed(folder: Path) -> None:
    print("ready (ms), memory after a page of text (MB), words a second")
    for what, name, language, source, _ in CLEAN[:1] + CLEAN[1:2] + CLEAN[4:]:
        texts = [r["sentence"] for r in rows(folder, name) if r.get("source", "") == source]
        tokens = re.findall(r"[^\W\d_]+(?:['’·][^\W\d_]+)*", " ".join(texts))
        code = LOAD.format(language=language, probe=tokens[0], words=tokens[:3000])
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        ready, memory = map(float, run.stdout.split())
        say(f"{language}: ready", ready, 5, least=False)
        say(f"{language}: memory", memory, 15, least=False)
        rate = per_second(Dictionary(language).__contains__, tokens)
        say(f"{language}: thousand words a second ({what})", rate / 1000, 500)
        peer = hunspell(language)
        if peer:
            say(f"{language}: times as fast as Hunspell", rate / per_second(peer.spell, tokens))


def per_second(known: Any, tokens: list[str]) -> float:
    start = time.perf_counter()
    for token in tokens:
        known(token)
    return len(tokens) / (time.perf_counter() - start)


def hunspell(language: str) -> Any:
    """Open the peer's dictionary, where chunspell and one for the language are installed."""
    try:
        from hunspell import Hunspell  # type: ignore[import-not-found,unused-ignore]

        return Hunspell({"en": "en_US", "es": "es_ES", "ca": "ca_ES"}[language])
    except Exception:
        return None


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks spelling", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--sample", type=int, default=2000, help="words to make suggestions for")
    options = parser.parse_args(argv)
    false_alarms(options.data)
    recall(options.data)
    alone(options.data, options.sample)
    confused()
    languages(options.data)
    speed(options.data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak of this process: {peak:.0f} MB")
    return 0
