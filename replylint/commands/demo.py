"""replylint demo: lint a shipped example."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from replylint.model import Problem
from replylint.options import Command, OneOf, option, output

HERE = Path(__file__).resolve().parent.parent
# As with the rules: inside the package in a wheel, beside it in a checkout.
EXAMPLES = HERE / "examples" if (HERE / "examples").is_dir() else HERE.parent / "examples"


@click.command("demo", cls=Command, short_help="Lint a shipped example.")
@click.argument("name", required=False, metavar="[NAME]")
@option("Example", "--good", is_flag=True, help="The good draft in place of the bad one.")
@output(OneOf(("terminal", "concise", "json")))
def command(name: str | None, good: bool, **asked: Any) -> None:
    """Lint a shipped example: without NAME one in the report's language."""
    from replylint import mail
    from replylint.report import Style, publish
    from replylint.report.ui import language
    from replylint.report.words import words
    from replylint.review import Review
    from replylint.rulebook import nearest

    ui = language(asked["ui"] or "auto")
    known = (
        sorted(p.name for p in EXAMPLES.iterdir() if (p / "customer.eml").is_file())
        if EXAMPLES.is_dir()
        else []
    )
    if name is None:
        name = next((n for n in known if n.startswith(f"{ui}-")), known[0] if known else "")
    if name not in known:
        raise Problem(f"there is no example “{name}”", hint=nearest(name, known))
    folder = EXAMPLES / name
    draft, customer = (
        folder / ("reply-good.eml" if good else "reply-bad.eml"),
        folder / "customer.eml",
    )
    review = Review(file=folder / "replylint.toml", isolated=True)
    report = review.report(mail.read(_near(draft)), _near(customer), path=str(draft))
    if asked["format"] == "terminal":
        sys.stdout.write(
            f"{words(ui)['demo']}\n$ replylint check {_near(draft)} --customer "
            f"{_near(customer)}\n\n"
        )
    publish([report], [asked["format"]], Style(ui=ui, color=asked["color"]))


def _near(path: Path) -> str:
    """A path as short as it can be typed here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
