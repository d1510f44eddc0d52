"""What the build adds to a wheel: the rules parsed once, so that no start-up pays for it."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface[Any]):
    """Puts rules/compiled.json into a wheel; an editable install reads the TOML files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the file and say where it goes."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from replylint.rulebook import COMPILED, compiled

        sys.path.pop(0)
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / COMPILED
        path.write_text(json.dumps(compiled(), ensure_ascii=False), encoding="utf-8")
        build_data["force_include"][str(path)] = f"replylint/rules/{COMPILED}"
