"""What somebody is called in a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.network.models import Seat

if TYPE_CHECKING:
    from django.utils.functional import Promise

SEAT_WORDS: dict[Seat, Promise] = {
    Seat.MEMBER: _("lid"),
    Seat.CHAIR: _("voorzitter"),
    Seat.DEPUTY: _("plaatsvervangend voorzitter"),
    Seat.LEAD: _("trekker"),
    Seat.SPECIALIST: _("specialist"),
}
