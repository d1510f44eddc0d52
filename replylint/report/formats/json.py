"""The JSON report: the public contract, see replylint/report/schema.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from replylint import __version__
from replylint.output import can_write
from replylint.report.view import draft_view
from replylint.text.safe import escaped_in_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replylint.model import Report
    from replylint.report import Style


def write(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write all drafts as one JSON document."""
    drafts = [draft_view(report, style) for report in reports]
    stream.write(document({"drafts": drafts}, stream))


def document(content: dict[str, Any], stream: TextIO) -> str:
    """A JSON text with our heading; what a terminal would obey, or the stream cannot write, is
    escaped.
    """
    head = {"schema": 1, "tool": "replylint", "version": __version__}
    text = json.dumps({**head, **content}, ensure_ascii=False, indent=1) + "\n"
    if not can_write(stream, text):
        return json.dumps({**head, **content}, indent=1) + "\n"
    return escaped_in_json(text)
