"""Weights of the verdict; made by `python scripts/fit_answers.py`."""

BIAS = -0.961
WEIGHTS: dict[str, float] = {
    "anchored": 0.371,
    "anchored-missing": -0.047,
    "bare": 0.322,
    "best-fit": 0.869,
    "elsewhere": -0.388,
    "empty": -1.341,
    "finding": 0.263,
    "gap": -1.660,
    "here": 0.196,
    "in-order": 0.059,
    "no-terms": 0.350,
    "offer": -0.601,
    "open": 0.408,
    "open-missing": -0.286,
    "polar": 0.229,
    "polar-missing": -0.065,
    "request": -0.202,
    "rival": -1.899,
    "score": 1.883,
    "short": 0.501,
    "taken": -0.735,
    "topic": 0.072,
    "typed": -0.548,
    "typed-missing": -0.722,
}
