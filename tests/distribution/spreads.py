"""Guidance and organisations, ready to be spread."""

from __future__ import annotations

import itertools
from datetime import date, datetime

from tests import factories
from tests.factories import MONDAY
from tests.personas import secretary
from verder.distribution.handing_out import owe_next
from verder.distribution.models import Distribution, Recipient
from verder.distribution.operations.spreading import spread
from verder.distribution.queries import Selection, recipients_of
from verder.guidance.models import Publication
from verder.network.models import Organisation, OrganisationKind
from verder.network.standing import Standing, standing_of

_serial = itertools.count(1)


def kind(name: str = "gemeente") -> OrganisationKind:
    """Return a kind of organisation, made on first use."""
    return OrganisationKind.objects.get_or_create(name=name)[0]


def organisation(*, email: str | None = None, region: str = "VR09", of: str = "gemeente") -> Organisation:
    """Make an organisation with an address of its own, unless told otherwise."""
    number = next(_serial)
    address = f"postbus{number}@voorbeeld.example" if email is None else email
    return Organisation.objects.create(name=f"Organisatie {number:05}", kind=kind(of), email=address, region=region)


def everyone() -> Selection:
    """Choose every organisation that there is."""
    kinds = OrganisationKind.objects.values_list("pk", flat=True)
    return Selection(frozenset(kinds), frozenset(Organisation.objects.values_list("region", flat=True)))


def clerk() -> Standing:
    """Return somebody of the secretariat."""
    return standing_of(secretary(), date(2026, 3, 2))


def spread_to_all(piece: Publication | None = None, *, at: datetime = MONDAY) -> Distribution:
    """Spread a piece to every organisation, and owe all letters."""
    known = {"days_to_respond": 14, "standing": clerk(), "at": at}
    distribution = spread((piece or factories.published_guidance()).key, everyone(), **known)
    owe_everything(distribution, at=at)
    return distribution


def owe_everything(distribution: Distribution, *, at: datetime) -> int:
    """Owe portion after portion; return how many letters that were."""
    total = 0
    while portion := owe_next(distribution.key, at=at):
        total += portion
    return total


def only(distribution: Distribution) -> Recipient:
    """Return the one organisation of a distribution, with its reach."""
    return recipients_of(distribution).get()
