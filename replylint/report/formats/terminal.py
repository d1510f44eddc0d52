"""The report for people at a terminal."""

from __future__ import annotations

from replylint.report.formats.json import write

__all__ = ["write"]
