"""How far an approach came, from what organisations told of it: new, being tried, proven, and back again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

WHOLE = 100


class Evidence(StrEnum):
    """What is known of whether an approach works."""

    NEW = "new"
    TRIED = "tried"
    PROVEN = "proven"


@dataclass(frozen=True, slots=True)
class Heard:
    """How many organisations used an approach, and how many of them said that it helped, or that it did not."""

    used: int = 0
    helped: int = 0
    did_not_help: int = 0

    def share_is(self, percent: int) -> bool:
        """Tell whether it helped at least this share of those that know whether it did."""
        return WHOLE * self.helped >= percent * (self.helped + self.did_not_help)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when an approach is being tried and from when it is proven; the Platform sets them.

    `percent` of those that know must have been helped to make it proven, `percent_to_stay` to keep it so: a gap between
    the two keeps a piece from going up and down with each single answer.
    """

    used: int
    helped: int
    percent: int
    percent_to_stay: int


def evidence_after(now: Evidence, heard: Heard, thresholds: Thresholds | None) -> Evidence:
    """Tell how far an approach that stood at `now` is, given all that was heard; without thresholds it is new."""
    if thresholds is None:
        return Evidence.NEW
    percent = thresholds.percent_to_stay if now is Evidence.PROVEN else thresholds.percent
    if heard.helped >= thresholds.helped and heard.share_is(percent):
        return Evidence.PROVEN
    return Evidence.TRIED if heard.used >= thresholds.used else Evidence.NEW
