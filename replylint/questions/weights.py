"""Weights of the verdict; made by `python scripts/fit_answers.py`."""

BIAS = -0.967
WEIGHTS: dict[str, float] = {
    "anchored": 0.438,
    "bare": 0.448,
    "best-fit": 0.757,
    "elsewhere": -0.379,
    "empty": -1.362,
    "finding": 0.215,
    "gap": -1.637,
    "here": 0.233,
    "no-terms": 0.392,
    "offer": -0.571,
    "open": 0.410,
    "open-missing": -0.295,
    "polar": 0.338,
    "polar-missing": -0.207,
    "rare": 0.070,
    "request": -0.275,
    "rival": -1.849,
    "score": 1.797,
    "short": 0.458,
    "taken": -0.581,
    "typed": -0.584,
    "typed-missing": -0.664,
    "typed-missing-topic": -0.007,
}
