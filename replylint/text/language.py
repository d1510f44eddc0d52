"""Which language a text is in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """A language by its ISO code, or None where it cannot be told."""

    language: str | None
    confidence: float
    words: int


def identify(text: str) -> Guess:
    low = f" {text.lower()} "
    score = {l: sum(low.count(f" {w} ") for w in ws.split()) for l, ws in {"en": "the and you of to is for we", "es": "el los las y que de en para por con su", "ca": "els les i que de en per amb us el la una"}.items()}
    best = max(score, key=lambda k: score[k])
    return Guess(best if score[best] else None, 0.5, 0)
