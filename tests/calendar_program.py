"""A calendar program that knows nothing of ours: khal, with a calendar of its own in a folder."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

needs_calendar_program = pytest.mark.skipif(not shutil.which("khal"), reason="a second reader of calendars needs khal")
SHAPE = "{start}|{end}|{title}|{status}{nl}"
CONFIG = """
[calendars]
[[verder]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = verder
"""


@dataclass(frozen=True)
class CalendarProgram:
    """A calendar in a folder."""

    folder: Path

    def take_in(self, content: bytes, *, since: str, days: int = 365) -> list[str]:
        """Take a file in, and tell what stands in the calendar then: begin, end, title and state of each."""
        (self.folder / "calendar").mkdir(exist_ok=True)
        (self.folder / "config").write_text(CONFIG.format(folder=self.folder))
        file = self.folder / "file.ics"
        file.write_bytes(content)
        self._ask("import", "--batch", str(file))
        told = self._ask("list", "--day-format", "", "--format", SHAPE, since, f"{days}d")
        return [line.strip() for line in told.splitlines() if "|" in line]

    def _ask(self, *words: str) -> str:
        command = ["khal", "-c", str(self.folder / "config"), *words]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603 -- our own words
