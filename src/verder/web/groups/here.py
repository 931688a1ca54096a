"""What the pages for looking after a group share: the group that is meant, what is asked, and refusals in words."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations import group_seats, groups
from verder.deliberation.operations.group_keeping import GroupHasEnded
from verder.deliberation.queries.groups import group_to_work_for
from verder.network.operations.people import PersonRefused
from verder.network.operations.seats import SeatRefused
from verder.web.asking import Asked
from verder.web.refusals import words_of
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest


class NobodyThere(Exception):
    """Nobody with an account has this address."""


REFUSALS: dict[type[Exception], Promise | Callable[[Any], str]] = {
    NobodyThere: _(
        "Er is niemand uitgenodigd: dit adres heeft nog geen account. Vraag het secretariaat om een uitnodiging, of "
        "kijk of het adres klopt."
    ),
    GroupHasEnded: _(
        "Er is niets veranderd: deze werkgroep is klaar. Moet er toch iets anders? Vraag het secretariaat."
    ),
    group_seats.InvitedForTooLong: _(
        "Er is niets veranderd: een specialist heeft ten hoogste een jaar toegang. Kies een eerdere datum."
    ),
    group_seats.LastDayHasPassed: _(
        "Er is niets veranderd: deze dag is voorbij. Kies een latere dag, of beëindig de toegang meteen."
    ),
    group_seats.CameIn: _(
        "Er is niets gestuurd: de specialist is al ingelogd. Ga terug naar de werkgroep; daar staat wie meedoet."
    ),
    groups.DateHasPassed: _("Er is niets veranderd: deze dag is voorbij. Kies een dag die nog komt."),
    groups.StaysTooLong: _(
        "Er is niets veranderd: een werkgroep blijft ten hoogste een jaar. Kies een eerdere dag, en kijk dan opnieuw."
    ),
    PersonRefused: _(
        "Er is niemand uitgenodigd: het account met dit adres is gesloten. Vraag het secretariaat om het te openen."
    ),
    SeatRefused: words_of,
}


def group_here(request: HttpRequest, key: uuid.UUID) -> WorkingGroup:
    """Find the group that the reader looks after; to others it does not exist."""
    try:
        return group_to_work_for(key, standing(request))
    except WorkingGroup.DoesNotExist as unknown:
        raise Http404 from unknown


def asked_about(group: WorkingGroup, title: str, button: str, done: str, *, lead: str = "") -> Asked:
    """Say what a page about a group asks, and lead back to the group."""
    back = reverse("group", args=[group.body.key])
    return Asked(title, button, done, back, lead=lead or group.body.name, refusals=REFUSALS)
