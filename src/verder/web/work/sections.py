"""What the secretariat's screen shows: what is late, new or due, each a short list with a way to the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from verder.deliberation.queries import work
from verder.deliberation.queries.lines import lines
from verder.domain.rungs import Rung
from verder.network.models import BodyKind
from verder.web.dilemmas.rows import Row, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

    from verder.deliberation.models import Dilemma
    from verder.network.standing import Standing

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Section:
    """One list on a work screen; `more` is the address of the rest, if there is one."""

    anchor: str
    title: str
    text: str
    rows: tuple[Row, ...]
    has_more: bool = False
    more: str = ""

    @property
    def count(self) -> str:
        """Say how many there are, as far as they were read."""
        return f"{len(self.rows)}+" if self.has_more else str(len(self.rows))


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a section asks for, before it is read."""

    anchor: str
    title: str
    text: str
    dilemmas: QuerySet[Dilemma]
    rest: str = ""
    invitation: str = ""
    place: str = ""


def read_section(shelf: Shelf, standing: Standing, *, today: date) -> Section:
    """Read the first rows of a section."""
    found = lines(shelf.dilemmas, standing, limit=SHOWN + 1)
    has_more = len(found) > SHOWN
    return Section(
        anchor=shelf.anchor,
        title=shelf.title,
        text=shelf.text,
        rows=rows(found[:SHOWN], today=today, invitation=shelf.invitation, place=shelf.place),
        has_more=has_more,
        more=shelf.rest if has_more else "",
    )


def urgent_shelves(standing: Standing, *, today: date) -> list[Shelf]:
    """List what needs a hand today: late, new, answered, and due to be looked at again."""
    everything = reverse("dilemma-list")
    return [
        Shelf(
            "te-laat",
            _("Te laat"),
            _("De datum is voorbij. De inbrenger ziet dit ook."),
            work.late_ones(standing, today=today),
            f"{everything}?laat=ja",
        ),
        Shelf(
            "nieuw",
            _("Nieuw"),
            _("Nog niemand behandelt deze dilemma’s."),
            work.new_ones(standing),
            f"{everything}?halte={Rung.INTAKE}&behandelaar=niemand",
        ),
        Shelf(
            "antwoord-binnen",
            _("Antwoord binnen"),
            _("De inbrenger schreef iets dat nog niemand las."),
            work.answered_by_submitter(standing),
            invitation=_("Lees"),
            place="#gesprek",
        ),
        Shelf(
            "opnieuw-kijken",
            _("Opnieuw kijken"),
            _("Hiervoor was geen oplossing. Vandaag zouden wij opnieuw kijken."),
            work.to_look_at_again(standing, today=today),
        ),
    ]


def week_shelf(standing: Standing, *, today: date, without: frozenset[str]) -> Shelf:
    """Return what is due within a week and does not stand on the screen already."""
    due = work.due_this_week(standing, today=today).exclude(number__in=without)
    return Shelf("deze-week", _("Deze week"), _("Op volgorde van datum."), due, reverse("dilemma-list"))


def others_shelf(standing: Standing, *, today: date) -> Shelf:
    """Return what others have to move, later than this week."""
    return Shelf(
        "wacht-op-een-ander",
        _("Wacht op een ander"),
        _("U hoeft niets te doen. Wij waarschuwen als een datum nadert."),
        work.waiting_for_others(standing, today=today),
        reverse("dilemma-list"),
    )


def stranded_shelves(standing: Standing, cadences: Mapping[BodyKind, work.Cadence]) -> list[Shelf]:
    """List the dilemmas that wait for a body without a meeting to come, by body."""
    return [
        Shelf(
            f"zonder-{kind}",
            _("Zonder vergadering"),
            text,
            work.waiting_on(standing, rung),
            f"{reverse('dilemma-list')}?halte={rung}",
        )
        for rung, kind, text in (
            (
                Rung.AWAITING_PLATFORM,
                BodyKind.PLATFORM,
                _("Deze dilemma’s wachten, en het Platform heeft niets gepland."),
            ),
            (Rung.AWAITING_COUNCIL, BodyKind.COUNCIL, _("Deze dilemma’s wachten, en het Beraad heeft niets gepland.")),
        )
        if kind not in cadences or not cadences[kind].to_come
    ]


def own_shelf(standing: Standing) -> Shelf:
    """Return what waits for the bodies in which somebody sits."""
    return Shelf(
        "voor-u",
        _("Voor uw overleg"),
        _("Deze dilemma’s liggen bij een overleg waarin u zit."),
        work.waiting_for_bodies_of(standing),
        reverse("dilemma-list"),
    )
