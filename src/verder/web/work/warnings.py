"""What the secretariat is warned of before it goes wrong: too few meetings, work that stayed behind, no principle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verder.deliberation.queries.work import Cadence
from verder.guidance.models import Principle
from verder.network.models import BodyKind, Person

AT_LEAST = 2
"""How often the Platform meets in person in a calendar year, unless more was agreed."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Caution:
    """Something that goes wrong if nobody does anything."""

    about: str
    text: str
    address: str
    action: str
    """What one does about it, at that address."""


def warnings(cadences: Mapping[BodyKind, Cadence], *, today: date) -> tuple[Caution, ...]:
    """Return a warning for each year in which the Platform meets less than it should."""
    platform = cadences.get(BodyKind.PLATFORM)
    if platform is None:
        return ()
    years = {today.year: platform.this_year}
    if today.month > MONTHS - platform.looks_ahead:
        years[today.year + 1] = platform.next_year
    least = platform.asked or AT_LEAST
    return tuple(
        _caution(platform, year, f"{_so_far(met, least)} {_time_left(year, today)}")
        for year, met in years.items()
        if met < least
    )


def _so_far(met: int, least: int) -> str:
    if not met:
        return _("er is nog geen fysieke vergadering gepland. Het minimum is %(least)s.") % {"least": least}
    text = ngettext(
        "er is 1 fysieke vergadering gehouden of gepland. Het minimum is %(least)s.",
        "er zijn %(met)s fysieke vergaderingen gehouden of gepland. Het minimum is %(least)s.",
        met,
    )
    return text % {"met": met, "least": least}


def _time_left(year: int, today: date) -> str:
    if year > today.year:
        months = MONTHS - today.month + 1
        return ngettext("Dat jaar begint over 1 maand.", "Dat jaar begint over %(months)s maanden.", months) % {
            "months": months
        }
    left = MONTHS - today.month
    if not left:
        return _("Dit is de laatste maand van het jaar.")
    return ngettext("Er is nog 1 maand over.", "Er zijn nog %(left)s maanden over.", left) % {"left": left}


def _caution(platform: Cadence, year: int, text: str) -> Caution:
    return Caution(f"{platform.name} {year}", text, reverse("meeting-plan"), _("Plan een vergadering"))


def warnings_of_leavers(people: Iterable[Person]) -> tuple[Caution, ...]:
    """Return a warning for each person who left the secretariat and still carries dilemmas."""
    text = _("zit niet meer in het secretariaat, maar behandelt nog dilemma’s of kan ze als enige lezen.")
    action = _("Draag over")
    return tuple(
        Caution(person.name, text, reverse("office-hand-over", args=[person.opaque_id]), action) for person in people
    )


def warning_of_no_principle(principle: Principle | None) -> tuple[Caution, ...]:
    """Return a warning as long as there is no shared principle, without which nothing is published."""
    if principle is not None:
        return ()
    text = _("het Platform stelde er nog geen vast. Zolang dat zo is, kan niemand een stuk publiceren.")
    return (Caution(_("Gedeeld uitgangspunt"), text, reverse("guidance-principle-set"), _("Leg het vast")),)
