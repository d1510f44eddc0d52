"""The review of one draft from files to report: its settings, the customer's email, the rules, the
engine.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from replylint import config, drafts
from replylint.engine import lint
from replylint.exchanges import exchange
from replylint.selection import selected

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from replylint.config import Settings
    from replylint.model import Message, Report, Rule


class Review:
    """What is the same for all drafts of a run; `report` reviews one of them.

    `search` is whether configuration is looked for near each draft.
    """

    def __init__(
        self,
        overrides: Mapping[str, Any] = MappingProxyType({}),
        *,
        file: Path | None = None,
        isolated: bool = False,
        search: bool = True,
        now: datetime | None = None,
    ) -> None:
        self.overrides, self.file, self.isolated = overrides, file, isolated
        self.search, self.now = search, now
        self._settings: dict[Path, Settings] = {}
        self._rules: dict[tuple[Path, tuple[str, ...]], tuple[Rule, ...]] = {}

    def settings(self, folder: Path) -> Settings:
        """The settings for drafts in a folder."""
        if folder not in self._settings:
            self._settings[folder] = config.load(
                folder if self.search else None,
                file=self.file,
                isolated=self.isolated,
                overrides=self.overrides,
            )
        return self._settings[folder]

    def rules(self, folder: Path, silenced: tuple[str, ...] = ()) -> tuple[Rule, ...]:
        """The rules for drafts in a folder, without those that per-file ignores silence."""
        key = (folder, silenced)
        if key not in self._rules:
            self._rules[key] = selected(self.settings(folder), silenced)
        return self._rules[key]

    def report(
        self, draft: Message, customer: str | Message | None = None, *, path: str = "-"
    ) -> Report:
        """Review a draft; `path` is where it lies, "-" for nowhere. `customer` is a path or a
        message.

        Without a customer's email, the one named by front matter, the one beside the draft, or the
        one that the draft quotes.
        """
        folder = Path(path).parent
        settings = self.settings(folder)
        if customer is None:
            customer = drafts.customer_path(draft, path)
        if isinstance(customer, str):
            from replylint.mail import newest_from_outside

            customer = newest_from_outside(customer, settings.company.domains)
        silenced: tuple[str, ...] = ()
        if settings["per-file-ignores"] and path != drafts.STDIN:
            from replylint.suppress import silenced as of_path

            silenced = of_path(path, settings["per-file-ignores"], settings.root)
        return lint(exchange(draft, customer, settings, now=self.now), self.rules(folder, silenced))
