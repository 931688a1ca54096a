"""Who was asked to come to a meeting, what they answered, and what people write about it beforehand."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.agenda import AgendaItem
from verder.deliberation.models.meeting import Meeting
from verder.deliberation.models.submitter import Submitter
from verder.network.models import Person


class InvitedAs(StrEnum):
    """Why somebody is asked to come."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    GUEST = "guest"


class Reply(StrEnum):
    """What somebody answered to an invitation."""

    NONE = ""
    COMING = "coming"
    NOT_COMING = "not_coming"
    SUBSTITUTE = "substitute"


class Invitation(models.Model):
    """One invitation of one person to one meeting; it opens no other door than its own reply.

    A guest comes for one item, at its time. Who put a dilemma in and presents it is known here by that alone.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="invitations")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="invitations")
    submitter = models.ForeignKey(Submitter, models.PROTECT, null=True, related_name="invitations")
    invited_as = models.CharField(max_length=20, default=InvitedAs.MEMBER)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="guests")
    slot_starts_at = models.DateTimeField(_("komt om"), null=True)
    slot_ends_at = models.DateTimeField(_("tot"), null=True)
    item_starts_at = models.DateTimeField(null=True)
    """When the item of a guest began by the agenda for which the guest was last given a time."""
    stands_in_for = models.ForeignKey("self", models.PROTECT, null=True, related_name="stand_ins")
    token_hash = models.CharField(max_length=64, unique=True)
    reply = models.CharField(max_length=20, blank=True, default=Reply.NONE)
    substitute_words = models.CharField(max_length=150, blank=True, default="")
    replied_at = models.DateTimeField(null=True)
    moved_from = models.DateTimeField(null=True)
    """When somebody was expected before the meeting moved, as long as they did not reply to the new moment."""
    moved_until = models.DateTimeField(null=True)
    earlier_reply = models.CharField(max_length=20, blank=True, default=Reply.NONE)
    """What they replied for that moment."""
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="invitation_is_for_a_person_or_a_submitter",
                condition=Q(person__isnull=False, submitter__isnull=True)
                | Q(person__isnull=True, submitter__isnull=False, invited_as=InvitedAs.GUEST),
            ),
            models.CheckConstraint(
                name="invitation_of_a_guest_has_an_item_and_a_time",
                condition=~Q(invited_as=InvitedAs.GUEST)
                | Q(item__isnull=False, slot_starts_at__isnull=False, slot_ends_at__gt=F("slot_starts_at")),
            ),
            models.CheckConstraint(
                name="invitation_that_moved_says_from_when_until_when",
                condition=Q(moved_from__isnull=True, moved_until__isnull=True, earlier_reply=Reply.NONE)
                | Q(moved_until__gt=F("moved_from"), reply=Reply.NONE),
            ),
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(withdrawn_at__isnull=True),
                name="invitation_of_a_person_stands_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "submitter"],
                condition=Q(withdrawn_at__isnull=True),
                name="invitation_of_a_submitter_stands_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.invited_as}"


class WrittenInput(models.Model):
    """What somebody wrote about one item before the meeting; it is read as the item is."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="inputs")
    person = models.ForeignKey(Person, models.PROTECT, related_name="inputs")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "person"], name="written_input_once_per_item_and_person")
        ]

    def __str__(self) -> str:
        return f"{self.item_id}/{self.person_id}"
