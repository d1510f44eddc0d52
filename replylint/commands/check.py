"""replylint check: lint drafts against the customer's email."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from replylint.model import SEVERITIES, Message, Problem, Report

FORMATS = ("terminal", "concise", "json")


@click.command("check", short_help="Lint drafts against the customer's email.")
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@click.option("-c", "--customer", metavar="FILE", help="The customer's email, for one draft.")
@click.option("--now", metavar="ISO", help="What “now” is, for a draft with no Date.")
@click.option("--config", "configs", multiple=True, metavar="FILE|KEY=VALUE", help="Configuration file, or one setting.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--profile", metavar="NAME", help="default, strict, anglo, es-law, template, or your own.")
@click.option("--language", metavar="LANG", help="The drafts' language: en, es, ca or auto.")
@click.option("--select", multiple=True, metavar="RULES", help="Run only these: names, principles or ALL.")
@click.option("--extend-select", multiple=True, metavar="RULES", help="Run these as well.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these.")
@click.option("--fail-on", metavar="LEVEL", help="Fail on findings of this level: error, warning, info or never.")
@click.option("--fail-under", type=int, metavar="N", help="Fail when the score is below N.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever was found.")
@click.option("-v", "--verbose", is_flag=True, help="Show info findings and what did not apply.")
@click.option("-f", "--format", "formats", multiple=True, metavar="FORMAT", help=f"{', '.join(FORMATS)}.")
@click.option("--ui", metavar="LANG", help="The report's language: en, es, ca or auto.")
def command(**options: object) -> int:
    """Lint DRAFTs (.eml, .txt, .md, .html, or - for stdin) against the customer's email."""
    from replylint import config
    from replylint.engine import lint
    from replylint.exchanges import exchange
    from replylint.mail import newest_from_outside, read, read_bytes
    from replylint.report import json as json_report
    from replylint.report.ui import language as ui_language
    from replylint.selection import selected

    overrides: dict[str, object] = {}
    file = None
    for text in options["configs"]:  # type: ignore[attr-defined]
        if "=" in text and not Path(text).exists():
            overrides.update(config.option(text))
        else:
            file = Path(text)
    drafts = options["drafts"]
    reports: list[Report] = []
    worst = 0
    for name in drafts:  # type: ignore[attr-defined]
        draft = read_bytes(sys.stdin.buffer.read(), "-") if name == "-" else read(name)
        settings = config.load(Path(name).parent if name != "-" else Path(), file=file, isolated=bool(options["isolated"]), overrides=overrides)
        customer: Message | None = None
        if options["customer"]:
            customer = newest_from_outside(str(options["customer"]), settings.company.domains)
        now = datetime.fromisoformat(str(options["now"])) if options["now"] else None
        report = lint(exchange(draft, customer, settings, now=now), selected(settings))
        reports.append(report)
        levels = [SEVERITIES.index(f.severity) for f in report.findings if not f.suppressed]
        least = SEVERITIES.index(settings["fail-on"]) if settings["fail-on"] in SEVERITIES else 9
        if any(level >= least for level in levels) or report.score.overall < settings["fail-under"]:
            worst = 1
    json_report.write(reports, sys.stdout, ui_language(str(options["ui"] or "auto")))
    return 0 if options["exit_zero"] else worst
