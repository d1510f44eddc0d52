"""Weights of the verdict; made by `python scripts/fit_answers.py`."""

BIAS = -0.986
WEIGHTS: dict[str, float] = {
    "anchored": 0.432,
    "bare": 0.464,
    "best-fit": 0.701,
    "elsewhere": -0.379,
    "empty": -1.358,
    "finding": 0.214,
    "gap": -1.638,
    "here": 0.243,
    "no-terms": 0.402,
    "offer": -0.574,
    "open": 0.407,
    "open-missing": -0.296,
    "polar": 0.335,
    "polar-missing": -0.202,
    "rare": 0.092,
    "request": -0.277,
    "rival": -1.812,
    "score": 1.811,
    "short": 0.486,
    "taken": -0.562,
    "topic": 0.011,
    "typed": -0.580,
    "typed-missing": -0.722,
}
