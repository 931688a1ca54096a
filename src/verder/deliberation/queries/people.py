"""Whom a letter about a dilemma goes to."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from verder.deliberation.models import Dilemma, Submitter
from verder.domain.rungs import Party
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person, Seat

CHAIRS = (Seat.CHAIR, Seat.DEPUTY)


def submitters_to_tell(dilemma: Dilemma) -> QuerySet[Submitter]:
    """Return who put this dilemma in, or one that joined it, and wants mail at a confirmed address."""
    follows = Q(dilemma=dilemma) | Q(dilemma__merged_into=dilemma)
    reachable = Submitter.objects.filter(follows, email_confirmed_at__isnull=False, wants_mail=True)
    return reachable.select_related("dilemma")


def people_responsible(dilemma: Dilemma, *, on: date) -> QuerySet[Person]:
    """Return the people with an account who have to move this dilemma on; under TLP:RED only those named."""
    people = _holders(dilemma, on)
    if dilemma.tlp == Tlp.RED:
        people = people.filter(pk__in=dilemma.named_readers.values("person"))
    return people


def _holders(dilemma: Dilemma, on: date) -> QuerySet[Person]:
    if dilemma.responsible == Party.PLATFORM:
        return seated(on, memberships__body__kind=BodyKind.PLATFORM, memberships__seat__in=CHAIRS)
    if dilemma.responsible == Party.COUNCIL:
        return seated(on, memberships__body__kind=BodyKind.COUNCIL, memberships__seat__in=CHAIRS)
    if dilemma.responsible == Party.WORKING_GROUP:
        leads = seated(
            on,
            memberships__seat=Seat.LEAD,
            memberships__body__working_group__served__dilemma=dilemma,
            memberships__body__working_group__served__until__isnull=True,
        )
        return leads if leads.exists() else secretariat_for(dilemma, on)
    if dilemma.responsible == Party.SECRETARIAT:
        return secretariat_for(dilemma, on)
    return Person.objects.none()


def secretariat_for(dilemma: Dilemma, on: date) -> QuerySet[Person]:
    """Return the handler of a dilemma, or the whole secretariat while nobody handles it."""
    members = seated(on, memberships__body__kind=BodyKind.SECRETARIAT)
    return members.filter(pk=dilemma.handler_id) if dilemma.handler_id else members


def seated(on: date, **seat: object) -> QuerySet[Person]:
    """Return the active people who hold such a seat on a day."""
    held = Q(memberships__ends_on__isnull=True) | Q(memberships__ends_on__gte=on)
    people = Person.objects.filter(held, memberships__starts_on__lte=on, is_active=True, **seat)
    return people.order_by("pk").distinct()
