"""The shapes of what stands in the content file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

CONTENT = resources.files("verder.workspace.starter") / "content.toml"
OUTCOMES = ("taken_over", "answered")


@dataclass(frozen=True, slots=True)
class RoomText:
    """Whose workspace it is, and the worksheet that somebody began there on a day."""

    group: str
    dilemma: str
    title: str
    by: str
    on: int


@dataclass(frozen=True, slots=True)
class WriteText:
    """What somebody wrote in a section on a day."""

    on: int
    by: str
    section: str
    words: str


@dataclass(frozen=True, slots=True)
class OutcomeText:
    """What became of a remark."""

    on: int
    by: str
    reply: str = ""


@dataclass(frozen=True, slots=True)
class RemarkText:
    """A comment or a proposal; without an outcome it is still open."""

    on: int
    by: str
    section: str
    words: str
    proposal: str = ""
    taken_over: OutcomeText | None = None
    answered: OutcomeText | None = None


@dataclass(frozen=True, slots=True)
class SaidText:
    """A contribution to the discussion, and the day on which it became a decision; 0 for none."""

    on: int
    by: str
    words: str
    decided: int = 0


@dataclass(frozen=True, slots=True)
class PointText:
    """Something to do, and the day on which it was done; 0 for not yet."""

    on: int
    by: str
    owner: str
    due: int
    words: str
    done: int = 0


@dataclass(frozen=True, slots=True)
class WorkspaceText:
    """All of it."""

    room: RoomText
    writes: tuple[WriteText, ...]
    remarks: tuple[RemarkText, ...]
    said: tuple[SaidText, ...]
    points: tuple[PointText, ...]


def workspace_text() -> WorkspaceText:
    """Read what the group of the example did in its workspace."""
    tables = tomllib.loads(CONTENT.read_text(encoding="utf-8"))
    return WorkspaceText(
        RoomText(**tables["room"]),
        tuple(WriteText(**one) for one in tables["write"]),
        tuple(_remark(one) for one in tables["remark"]),
        tuple(SaidText(**one) for one in tables["said"]),
        tuple(PointText(**one) for one in tables["point"]),
    )


def _remark(said: dict[str, Any]) -> RemarkText:
    outcomes = {name: OutcomeText(**said[name]) for name in OUTCOMES if name in said}
    return RemarkText(**{**said, **outcomes})
