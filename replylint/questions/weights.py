"""Weights of the verdict; made by `python scripts/fit_answers.py`."""

BIAS = -0.975
WEIGHTS: dict[str, float] = {
    "action-missing": -0.071,
    "anchored": 0.359,
    "anchored-missing": -0.067,
    "bare": 0.187,
    "best-fit": 0.959,
    "elsewhere": -0.391,
    "empty": -1.507,
    "finding": 0.235,
    "gap": -1.675,
    "here": 0.247,
    "in-order": 0.105,
    "no-terms": 0.431,
    "offer": -1.051,
    "open": 0.379,
    "open-missing": -0.202,
    "polar": 0.169,
    "request": -0.205,
    "rival": -1.829,
    "score": 1.886,
    "short": 0.524,
    "taken": -0.539,
    "typed": -0.455,
    "typed-missing": -0.737,
    "typed-missing-topic": -0.048,
}
