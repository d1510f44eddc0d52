"""Weights of the verdict; made by `python scripts/fit_answers.py`."""

BIAS = -1.007
WEIGHTS: dict[str, float] = {
    "anchored": 0.111,
    "bare": 0.234,
    "best-fit": 0.179,
    "elsewhere": -0.054,
    "empty": -1.453,
    "evasive": -0.377,
    "finding": 0.182,
    "fits": 0.233,
    "no-terms": 0.465,
    "offer": -1.271,
    "open": 0.183,
    "open-missing": -0.252,
    "polar": 0.117,
    "rare": 0.340,
    "request": -0.259,
    "request-missing": -0.032,
    "rival": -2.114,
    "score": 1.765,
    "short": 0.177,
    "taken": -0.554,
    "topic": 0.051,
    "typed": -0.155,
    "typed-missing": -0.834,
}
