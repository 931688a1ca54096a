"""The one table of events: it feeds the audit log, the journey page and the figures."""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q


class Event(models.Model):
    """One thing that happened. Rows are added, never changed; words stand elsewhere, where they can be erased."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    party = models.CharField(max_length=20)
    action = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=20, default="")
    subject = models.UUIDField(null=True)
    result = models.CharField(max_length=20, default="done")
    from_rung = models.CharField(max_length=30, default="")
    to_rung = models.CharField(max_length=30, default="")
    body = models.UUIDField(null=True)
    origin = models.GenericIPAddressField(null=True)
    request_key = models.UUIDField(null=True, unique=True)
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["subject", "id"], name="event_by_subject"),
            models.Index(fields=["actor", "id"], name="event_by_actor"),
            models.Index(fields=["action", "id"], name="event_by_action"),
        ]
        constraints = [
            models.CheckConstraint(
                name="event_of_a_submitter_has_no_origin",
                condition=~Q(party="submitter") | Q(origin__isnull=True),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="never_emptied",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func="RAISE EXCEPTION 'events are kept';",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject_kind}"
