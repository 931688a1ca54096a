"""The figures of the map on the home page: how many dilemmas are where, and how they ended this year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.domain.rungs import Rung

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import Promise

SMALLEST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that may be shown to anyone: exact from five up, so that nobody can be traced by it."""

    number: int

    @property
    def words(self) -> Promise | str:
        """The number in words that fit a table or a sentence."""
        return str(self.number) if self.number >= SMALLEST_SHOWN else _("minder dan 5")

    @property
    def sign(self) -> str:
        """The number as it fits a station."""
        return str(self.number) if self.number >= SMALLEST_SHOWN else "<5"


@dataclass(frozen=True, slots=True)
class Halt:
    """A halt of the map: where dilemmas are now, and below it how those ended that went no further."""

    position: int
    anchor: str
    title: Promise
    note: Promise
    now: Figure
    end_anchor: str
    end_title: Promise
    end_note: Promise
    ended: Figure

    @property
    def x(self) -> int:
        """Where its centre lies on the wide map."""
        return 280 + 250 * self.position

    @property
    def label_x(self) -> int:
        """Where its words begin on the wide map."""
        return self.x + 20

    @property
    def y(self) -> int:
        """Where its centre lies on the narrow map."""
        return 150 + 120 * self.position

    @property
    def title_y(self) -> int:
        """Where its title stands on the narrow map."""
        return self.y - 12

    @property
    def note_y(self) -> int:
        """Where the words about its end stand on the narrow map."""
        return self.y + 24


@dataclass(frozen=True, slots=True)
class _Kind:
    rungs: tuple[Rung, ...]
    anchor: Rung
    title: Promise
    note: Promise
    steps: tuple[str, ...]
    end_anchor: Rung
    end_title: Promise
    end_note: Promise


_KINDS = (
    _Kind(
        (Rung.INTAKE, Rung.AWAITING_SUBMITTER),
        Rung.INTAKE,
        _("Intake"),
        _("eerste controle"),
        ("answer", "refer", "merge"),
        Rung.ANSWERED,
        _("Beantwoord"),
        _("er was al kennis"),
    ),
    _Kind(
        (Rung.AWAITING_PLATFORM, Rung.PLATFORM),
        Rung.PLATFORM,
        _("Landelijk Platform"),
        _("samen wegen"),
        ("resolve",),
        Rung.RESOLVED,
        _("Opgelost"),
        _("in het Platform"),
    ),
    _Kind(
        (Rung.AWAITING_WORKING_GROUP, Rung.WORKING_GROUP),
        Rung.WORKING_GROUP,
        _("Werkgroepen"),
        _("verder uitzoeken"),
        ("deliver",),
        Rung.RESOLVED,
        _("Opgelost"),
        _("door een werkgroep"),
    ),
    _Kind(
        (Rung.AWAITING_COUNCIL, Rung.COUNCIL, Rung.FOLLOW_UP),
        Rung.COUNCIL,
        _("Strategisch Beraad"),
        _("bestuurders aan zet"),
        ("settle", "conclude"),
        Rung.RESOLVED,
        _("Opgelost"),
        _("door bestuurders"),
    ),
)


def make_map(on_rungs: Mapping[str, int], by_last_step: Mapping[str, int]) -> tuple[Halt, ...]:
    """Make the map from the dilemmas on each rung now, and those that ended this year by each step of the ladder."""
    return tuple(
        Halt(
            position=position,
            anchor=kind.anchor,
            title=kind.title,
            note=kind.note,
            now=Figure(sum(on_rungs.get(rung, 0) for rung in kind.rungs)),
            end_anchor=kind.end_anchor,
            end_title=kind.end_title,
            end_note=kind.end_note,
            ended=Figure(sum(by_last_step.get(step, 0) for step in kind.steps)),
        )
        for position, kind in enumerate(_KINDS)
    )
