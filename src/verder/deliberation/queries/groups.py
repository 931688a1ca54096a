"""Working groups, and what they work on."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone

from verder.deliberation.models import AccessChange, Dilemma, GroupProduct, ServedDilemma, WorkingGroup
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.lines import Line, lines
from verder.guidance.models import Publication
from verder.guidance.queries import pieces_to_offer, published
from verder.network.models import Membership, Person
from verder.network.standing import Standing

OFFERED = 200
SHOWN = 50


def group_at_work_on(dilemma: Dilemma) -> WorkingGroup | None:
    """Return the group that works on a dilemma now."""
    served = ServedDilemma.objects.filter(dilemma=dilemma, until__isnull=True).select_related("group__body").first()
    return served.group if served else None


def group_formed_for(number: str) -> WorkingGroup | None:
    """Return the group that works on the dilemma with a number now."""
    served = ServedDilemma.objects.filter(dilemma__number=number, until__isnull=True)
    found = served.select_related("group__body").first()
    return found.group if found else None


def running_groups() -> QuerySet[WorkingGroup]:
    """Return the groups that run, soonest first meeting first; their public question may be shown to anyone."""
    return WorkingGroup.objects.filter(ended_at__isnull=True).select_related("body").order_by("first_meeting_on", "pk")


def groups_for_everyone() -> QuerySet[WorkingGroup]:
    """Return the groups that run and were given a question for the public; their name may then be shown as well."""
    return running_groups().exclude(public_question="")


def groups_open_to(standing: Standing, *, ended: bool) -> QuerySet[WorkingGroup]:
    """Return the groups whose page somebody may open, that run or have ended, with the products to show at hand."""
    groups = _open_to(standing).filter(ended_at__isnull=not ended)
    made = GroupProduct.objects.filter(publication__in=published(standing).order_by())
    products = made.select_related("publication").order_by("pk")
    return groups.prefetch_related(Prefetch("products", products, to_attr="shown_products"))


def group_for(standing: Standing, key: uuid.UUID) -> WorkingGroup:
    """Find a group whose page somebody may open; raise WorkingGroup.DoesNotExist."""
    return _open_to(standing).get(body__key=key)


def _open_to(standing: Standing) -> QuerySet[WorkingGroup]:
    groups = WorkingGroup.objects.select_related("body")
    if standing.is_secretariat:
        return groups
    return groups.filter(~Q(public_question="") | Q(body__in=standing.bodies))


def products_of(group: WorkingGroup, standing: Standing) -> QuerySet[Publication]:
    """Return what a group made: to itself and the secretariat also its drafts, to others what they may read."""
    shown = Publication.objects.all() if may_enter(standing, group) else published(standing).order_by()
    return shown.filter(_is_product_of(group)).order_by("pk")


def publications_to_tie(group: WorkingGroup, standing: Standing) -> QuerySet[Publication]:
    """Return the guidance that is not of a group yet and that somebody may tie to it, newest first."""
    return pieces_to_offer(standing).exclude(_is_product_of(group)).order_by("-pk")[:OFFERED]


def _is_product_of(group: WorkingGroup) -> Exists:
    return Exists(GroupProduct.objects.filter(group=group, publication=OuterRef("pk")))


def members_of(group: WorkingGroup, *, on: date) -> QuerySet[Membership]:
    """Return who sits in a group on a day, its lead first, each with why their last day was changed."""
    held = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    changes = AccessChange.objects.filter(group=group, person=OuterRef("person"), until=OuterRef("ends_on"))
    why = Subquery(changes.order_by("-pk").values("reason")[:1])
    seats = Membership.objects.filter(held, body=group.body_id, starts_on__lte=on).annotate(why_this_day=why)
    return seats.select_related("person__organisation").order_by("seat", "person__name")


def own_seat_in(group: WorkingGroup, person: Person | None, *, on: date) -> Membership | None:
    """Return somebody's seat in a group on a day."""
    return next((one for one in members_of(group, on=on) if one.person == person), None)


def shown_members_of(group: WorkingGroup, *, on: date) -> QuerySet[Membership]:
    """Return the seats whose role and organisation outsiders may read, as those who hold them agreed."""
    return members_of(group, on=on).filter(shown_since__isnull=False)


@dataclass(frozen=True, slots=True)
class PastAccess:
    """Access to a group that somebody had: until when, and why it ended then."""

    group: WorkingGroup
    ended_on: date
    reason: str


def past_access(person: Person | None, *, key: uuid.UUID | None = None) -> PastAccess | None:
    """Return the access that somebody had to a group, or last had to any, as far as it was ended or ran out."""
    if person is None:
        return None
    about = Q(group__body__key=key) if key else Q()
    ended = AccessChange.objects.filter(about, person=person, until__isnull=True).select_related("group__body").last()
    if ended:
        return PastAccess(ended.group, timezone.localdate(ended.at), ended.reason)
    about = Q(body__key=key) if key else Q()
    seats = Membership.objects.filter(about, person=person, body__working_group__isnull=False, ends_on__isnull=False)
    ran_out = seats.select_related("body__working_group").order_by("ends_on").last()
    return PastAccess(ran_out.body.working_group, ran_out.ends_on, "") if ran_out and ran_out.ends_on else None


def groups_of(standing: Standing) -> QuerySet[WorkingGroup]:
    """Return the running groups that somebody sits in, soonest first meeting first."""
    return running_groups().filter(body__in=standing.groups)


@dataclass(frozen=True, slots=True)
class Served:
    """A dilemma that a group works on, or has worked on; `line` is None where the reader may not read it."""

    line: Line | None
    is_under_way: bool


def dilemmas_served(group: WorkingGroup, standing: Standing) -> list[Served]:
    """Read the dilemmas that a group serves or served, oldest first, with what this reader may know of them."""
    rows = list(group.served.order_by("pk").values_list("dilemma", "until")[:SHOWN])
    readable = dilemmas_visible_to(standing).filter(pk__in=[dilemma for dilemma, _until in rows])
    found = {line.pk: line for line in lines(readable, standing, limit=SHOWN)}
    return [Served(found.get(dilemma), until is None) for dilemma, until in rows]


def may_enter(standing: Standing, group: WorkingGroup) -> bool:
    """Tell whether someone sits in a group, or looks after it."""
    return standing.is_secretariat or group.body_id in standing.bodies


def group_to_work_for(key: uuid.UUID, standing: Standing) -> WorkingGroup:
    """Find the group that somebody leads or looks after; raise WorkingGroup.DoesNotExist for others."""
    groups = WorkingGroup.objects.select_related("body")
    if not standing.is_secretariat:
        groups = groups.filter(body__in=standing.led_groups)
    return groups.get(body__key=key)
