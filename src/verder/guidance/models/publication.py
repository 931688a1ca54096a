"""A publication: an insight, a course of action, a factsheet or an action framework."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.domain.evidence import Evidence
from verder.domain.guidance_parts import PublicationKind
from verder.domain.tlp import Tlp
from verder.network.models import Person, Profession, Theme, UrgentRoute


class PublicationState(StrEnum):
    """Whether readers can see it."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    EARLIER = "earlier"


class Publication(models.Model):
    """One piece of guidance, with a label of its own and a date on which it is looked at again.

    `written_by` wrote the latest version. `reviewed_by` reads it second: asked to while it is a draft, done with it
    once it is published. `owner` answers for it afterwards. `text` is its first part, the others are rows of their
    own. `returned` is the review that sent the latest version back to its writer. It is found under its `themes`, and
    by its `professions`; without those it is for everyone.

    A draft that `succeeds` a published piece is its next edition. Once that is published, the published piece keeps
    its key and address, and the row of the draft becomes an earlier `edition_of` it. `change` tells what an edition
    changed, and why. `evidence` is what is known of whether it works, over all its editions.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(_("titel"), max_length=150)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in PublicationKind])
    summary = models.TextField(_("samenvatting"))
    text = models.TextField(_("tekst"), blank=True)
    themes = models.ManyToManyField(Theme, related_name="+")
    professions = models.ManyToManyField(Profession, related_name="+")
    contacts = models.ManyToManyField(UrgentRoute, related_name="+")
    experts_heard = models.BooleanField(null=True)
    experts = models.TextField(_("hoe ervaringsdeskundigen zijn gehoord"), blank=True)
    tlp = models.CharField(max_length=20, choices=[(label, label) for label in Tlp], default=Tlp.AMBER_STRICT)
    state = models.CharField(max_length=20, default=PublicationState.DRAFT)
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reviewed_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    returned = models.ForeignKey("Review", models.SET_NULL, related_name="+", null=True)
    succeeds = models.OneToOneField("self", models.CASCADE, related_name="+", null=True)
    edition_of = models.ForeignKey("self", models.CASCADE, related_name="editions", null=True)
    edition = models.PositiveIntegerField(default=0)
    change = models.TextField(_("wat er veranderde"), blank=True)
    evidence = models.CharField(
        max_length=10, choices=[(evidence, evidence) for evidence in Evidence], default=Evidence.NEW
    )
    withdrawn_because = models.TextField(_("waarom ingetrokken"), blank=True)
    replaced_by = models.ForeignKey("self", models.SET_NULL, related_name="+", null=True)
    published_at = models.DateTimeField(null=True)
    review_on = models.DateField(_("opnieuw bekijken op"), null=True)

    class Meta:
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="publication_published_has_date_reviewer_and_review_date",
                condition=Q(state=PublicationState.DRAFT)
                | Q(published_at__isnull=False, reviewed_by__isnull=False, review_on__isnull=False),
            ),
            models.CheckConstraint(
                name="publication_is_reviewed_by_a_second_person",
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=models.F("written_by")),
            ),
            models.CheckConstraint(
                name="publication_label_is_known", condition=Q(tlp__in=[str(label) for label in Tlp])
            ),
            models.CheckConstraint(
                name="publication_evidence_is_known", condition=Q(evidence__in=[str(one) for one in Evidence])
            ),
        ]
        indexes = [
            models.Index(fields=["state", "tlp", "-published_at"], name="publication_by_label"),
            GinIndex(SearchVector("title", "summary", config="dutch"), name="publication_by_words"),
            GinIndex(SearchVector("text", config="dutch"), name="publication_text_by_words"),
            GinIndex(
                fields=["title", "summary"],
                opclasses=["gin_trgm_ops", "gin_trgm_ops"],
                name="publication_by_letters",
            ),
            GinIndex(fields=["text"], opclasses=["gin_trgm_ops"], name="publication_text_by_letters"),
        ]

    def __str__(self) -> str:
        return self.title
