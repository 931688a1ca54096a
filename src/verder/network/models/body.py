"""Bodies that people sit in: the secretariat, the Platform, the council, the groups, and the administrators."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verder.network.models.organisation import Organisation
from verder.network.models.person import Person


class BodyKind(StrEnum):
    """What a body does in the house."""

    SECRETARIAT = "secretariat"
    PLATFORM = "platform"
    COUNCIL = "council"
    WORKING_GROUP = "working_group"
    ADMINISTRATION = "administration"


class Seat(StrEnum):
    """What someone is in a body."""

    MEMBER = "member"
    CHAIR = "chair"
    DEPUTY = "deputy"
    LEAD = "lead"
    SPECIALIST = "specialist"


class Body(models.Model):
    """A group of people with a task; its name, chair and frequency are data."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in BodyKind])
    name = models.CharField(_("naam"), max_length=150)
    chairing_organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="chaired_bodies"
    )
    meetings_per_year = models.PositiveSmallIntegerField(_("vergaderingen per jaar"), default=0)
    warns_months_ahead = models.PositiveSmallIntegerField(_("waarschuwt maanden vooruit"), default=3)
    reply_reminder_days = models.PositiveSmallIntegerField(_("herinnert dagen voor de vergadering"), default=7)
    poll_reminder_days = models.PositiveSmallIntegerField(_("herinnert dagen voor een datumprikker sluit"), default=2)
    confidential = models.BooleanField(_("samenstelling is vertrouwelijk"), default=False)
    dates_are_public = models.BooleanField(_("vergaderdata zijn openbaar"), default=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind"],
                condition=~Q(kind=BodyKind.WORKING_GROUP),
                name="body_of_a_kind_exists_once_but_for_working_groups",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A seat of one person in one body, from a date until a date (the last day it counts).

    `on_behalf_of` names an organisation that does not take part; `shown_since` is set while the person agrees that
    outsiders read their role and organisation.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    seat = models.CharField(max_length=20, choices=[(seat, seat) for seat in Seat], default=Seat.MEMBER)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    on_behalf_of = models.CharField(_("namens"), max_length=150, blank=True, default="")
    shown_since = models.DateTimeField(null=True)

    class Meta:
        ordering = ["body", "starts_on"]
        constraints = [
            models.CheckConstraint(
                name="membership_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="membership_of_a_specialist_has_an_end",
                condition=~Q(seat=Seat.SPECIALIST) | Q(ends_on__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["body", "person"],
                condition=Q(ends_on__isnull=True),
                name="membership_without_end_exists_once",
            ),
        ]
        indexes = [models.Index(fields=["person", "body"], name="membership_by_person")]

    def __str__(self) -> str:
        return f"{self.body_id}/{self.seat}"
