"""What somebody of the secretariat carries, and who still carries something without sitting there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from verder.deliberation.models import Commitment, CommitmentState, Dilemma, NamedReader
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.people import secretariat_on
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Membership, Person
from verder.network.standing import Standing

CAP = 100
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Burden:
    """How many dilemmas somebody handles, and how many nobody else in the secretariat may read: up to the cap."""

    handles: int
    knows_alone: int


def burden_of(person: Person, *, on: date) -> Burden:
    """Count what would be left behind if this person left the secretariat."""
    handled = Dilemma.objects.filter(_under_way_with(person))
    return Burden(handled[:CAP].count(), known_to_alone(person, on=on)[:CAP].count())


def handled_by(person: Person, standing: Standing) -> QuerySet[Dilemma]:
    """Return what somebody handles and the reader may see, soonest first."""
    return dilemmas_visible_to(standing).filter(_under_way_with(person)).order_by("next_date", "pk")


def promised_by(person: Person, standing: Standing) -> QuerySet[Commitment]:
    """Return what somebody promised and has still to do, where the reader may see the dilemma; soonest first."""
    open_ones = Commitment.objects.filter(owner=person, state=CommitmentState.OPEN)
    readable = Exists(dilemmas_visible_to(standing).filter(pk=OuterRef("dilemma")))
    return open_ones.filter(readable).select_related("dilemma").order_by("due_on", "pk")


def known_to_alone(person: Person, *, on: date) -> QuerySet[Dilemma]:
    """Return the dilemmas under TLP:RED that nobody in the secretariat may read but this person, who sits or sat there.

    Those that have ended count as well: only who may read one can take it up again.
    """
    others = NamedReader.objects.filter(dilemma=OuterRef("pk"), person__in=secretariat_on(on)).exclude(person=person)
    own = NamedReader.objects.filter(person=person).values("dilemma")
    seats = Membership.objects.filter(person=person, body__kind=BodyKind.SECRETARIAT)
    return Dilemma.objects.filter(~Exists(others), Exists(seats), tlp=Tlp.RED, pk__in=own)


def left_behind(*, on: date) -> list[Person]:
    """Return the people outside the secretariat who handle dilemmas, or are the last there was to read one."""
    secretariat = secretariat_on(on)
    named = NamedReader.objects.filter(dilemma=OuterRef("dilemma"), person__in=secretariat)
    alone = NamedReader.objects.filter(~Exists(named), person=OuterRef("pk"), dilemma__tlp=Tlp.RED)
    seats = Membership.objects.filter(person=OuterRef("pk"), body__kind=BodyKind.SECRETARIAT)
    handled = Dilemma.objects.filter(_under_way_with(OuterRef("pk")))
    carries = Q(Exists(handled)) | Q(Exists(alone), Exists(seats))
    return list(Person.objects.filter(carries).exclude(pk__in=secretariat.values("pk")).order_by("name", "pk")[:SHOWN])


def _under_way_with(person: Person | OuterRef) -> Q:
    return Q(handler=person, next_date__isnull=False)
