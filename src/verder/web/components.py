"""What pages hand to the pieces in `templates/web/ui/`: small values, already in the words that people read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StationState(StrEnum):
    """Where a station lies on a journey: behind us, here, ahead, or here and the last."""

    PAST = "past"
    PRESENT = "present"
    NEXT = "next"
    END = "end"


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that may come next, as a branch of a fork."""

    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """Something that was said in a conversation; `by` says who and how: "Secretariaat vroeg"."""

    by: str
    when: date | None
    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Station:
    """One stop on the journey of a dilemma.

    `when` is a date, or words where a date alone would not do ("8 tot 10 september").
    `template` names a template that is shown inside the station, with everything that the page knows.
    """

    state: StationState
    title: str
    when: date | str = ""
    text: str = ""
    fork: tuple[Way, ...] = ()
    messages: tuple[Message, ...] = ()
    template: str = ""

    @property
    def is_now(self) -> bool:
        """Tell whether the dilemma is here."""
        return self.state in {StationState.PRESENT, StationState.END}

    @property
    def is_dated(self) -> bool:
        """Tell whether `when` is a date."""
        return isinstance(self.when, date)


@dataclass(frozen=True, slots=True)
class Stop:
    """One choice of a filter that looks like the line: what it shows, how many, and how many are late.

    Both are text, so that they may say "99+"; no late ones is an empty text.
    """

    title: str
    address: str
    count: str
    late: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a long form, as an entry in its table of contents."""

    title: str
    anchor: str
    is_filled: bool = False
    is_wrong: bool = False
