"""Guidance that has all that it needs, so that a test can take away the one thing that it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.personas import secretary
from verder.domain.guidance_parts import PartCode, PublicationKind, Shape, rules_of
from verder.domain.tlp import Tlp
from verder.guidance.models import Principle, Publication, PublicationPart
from verder.guidance.operations.publish import Release
from verder.network.models import UrgentRoute

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
PRINCIPLE = "Wij kijken naar wat iemand doet, bij iedereen op dezelfde manier."
ROWS = {Shape.ONE: 1, Shape.ROWS: 2, Shape.FIVE: 5}


def shared_principle(number: int = 1) -> Principle:
    """Return the shared principle as it holds now, set on first use."""
    latest = Principle.objects.first()
    if latest is not None:
        return latest
    return Principle.objects.create(
        number=number, text=PRINCIPLE, reason="Om te beginnen.", set_by=secretary(), set_at=NOON
    )


def route() -> UrgentRoute:
    """Return a route of the directory, made on first use."""
    known = {"situation": "U maakt zich zorgen", "telephone": "0800-2000", "last_checked_on": date(2026, 3, 1)}
    return UrgentRoute.objects.get_or_create(name="Veilig Thuis", defaults=known)[0]


def made_ready(publication: Publication) -> Publication:
    """Fill in whatever a draft of this kind is not published without."""
    shared_principle()
    kind = PublicationKind(publication.kind)
    PublicationPart.objects.bulk_create(
        PublicationPart(publication=publication, code=rule.code, number=number, text="Zo.", heading=f"Kop {number}")
        for rule in rules_of(kind)
        if kind in rule.needed_in and rule.shape in ROWS and rule.code is not PartCode.TEXT
        for number in range(1, ROWS[rule.shape] + 1)
    )
    if kind is PublicationKind.ACTION_FRAMEWORK:
        publication.contacts.add(route())
    Publication.objects.filter(pk=publication.pk).update(experts_heard=True, experts="In een gesprek.")
    publication.refresh_from_db()
    return publication


def decided(review_on: date, tlp: Tlp = Tlp.CLEAR, **changes: bool | int) -> Release:
    """Return what a second reader decides who finds nothing wrong."""
    return Release(
        tlp=tlp,
        review_on=review_on,
        principle=int(changes["principle"]) if "principle" in changes else shared_principle().number,
        repeats_nothing=bool(changes.get("repeats_nothing", True)),
        keeps_to_principle=bool(changes.get("keeps_to_principle", True)),
        words_may_stand=bool(changes.get("words_may_stand", False)),
    )
