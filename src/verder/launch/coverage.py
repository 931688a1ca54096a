"""How much of the house the tests must reach: all of the core and of what writes, nearly all of the rest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

REST = 95
_WHOLE_ROOMS = {"domain", "textcheck"}


@dataclass(frozen=True, slots=True)
class Reach:
    """What the tests reached of one file: lines and branches together."""

    file: str
    reached: int
    whole: int

    @property
    def must_be_whole(self) -> bool:
        """Tell whether nothing in this file may go untested."""
        parts = PurePath(self.file).with_suffix("").parts
        return "operations" in parts or bool(_WHOLE_ROOMS.intersection(parts))


def read(report: Path) -> list[Reach]:
    """Read coverage's own report in JSON."""
    files = json.loads(report.read_text())["files"]
    return [_reach(file, entry["summary"]) for file, entry in files.items()]


def _reach(file: str, summary: dict[str, int]) -> Reach:
    reached = summary["covered_lines"] + summary["covered_branches"]
    return Reach(file, reached, summary["num_statements"] + summary["num_branches"])


def shortfalls(reaches: list[Reach]) -> list[str]:
    """Say in sentences where the tests reach too little; nothing when they reach enough."""
    said = [
        f"{each.file}: {each.whole - each.reached} lines or branches are not tested; this file must be tested whole."
        for each in reaches
        if each.must_be_whole and each.reached < each.whole
    ]
    rest = [each for each in reaches if not each.must_be_whole]
    reached, whole = sum(each.reached for each in rest), sum(each.whole for each in rest)
    if 100 * reached < REST * whole:
        said.append(f"The rest of the house is tested for {100 * reached / whole:.1f} %; it must be at least {REST} %.")
    return said
