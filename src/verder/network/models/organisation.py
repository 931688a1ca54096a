"""Organisations that take part, and their kinds."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.Model):
    """A kind of organisation, such as a municipality or the police; kept as data."""

    name = models.CharField(_("naam"), max_length=100, unique=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """An organisation whose people take part; a parent organisation may seat its directors."""

    name = models.CharField(_("naam"), max_length=150, unique=True)
    kind = models.ForeignKey(OrganisationKind, models.PROTECT, related_name="organisations")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="organisation_is_not_its_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("pk")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
