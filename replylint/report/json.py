"""The JSON report: the public contract, see replylint/report/schema.json."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TextIO

from replylint import __version__
from replylint.model import Language, Report
from replylint.report.view import draft_view


def write(reports: Sequence[Report], stream: TextIO, ui: Language, *, excerpts: bool = True) -> None:
    """Write all drafts as one JSON document."""
    drafts = [draft_view(report, ui, excerpts=excerpts) for report in reports]
    document = {"schema": 1, "tool": "replylint", "version": __version__, "drafts": drafts}
    json.dump(document, stream, ensure_ascii=False, indent=1)
    stream.write("\n")
