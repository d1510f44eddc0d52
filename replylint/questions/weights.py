"""Weights of the verdict; made by `python scripts/fit_answers.py`."""

BIAS = -1.125
WEIGHTS: dict[str, float] = {
    "anchored": 0.387,
    "anchored-missing": -0.036,
    "bare": 0.165,
    "best-fit": 0.765,
    "elsewhere": -0.354,
    "empty": -1.305,
    "finding": 0.244,
    "fits": 0.060,
    "gap": -1.663,
    "here": 0.213,
    "in-order": 0.079,
    "no-terms": 0.262,
    "offer": -0.575,
    "open": 0.293,
    "open-missing": -0.286,
    "polar": 0.247,
    "polar-missing": -0.233,
    "request": -0.100,
    "rival": -1.684,
    "score": 1.926,
    "short": 0.582,
    "taken": -0.804,
    "typed": -0.572,
    "typed-missing": -0.753,
}
