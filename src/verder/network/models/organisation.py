"""Organisations that take part, and their kinds."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from verder.domain.regions import NATIONWIDE, REGIONS


class OrganisationKind(models.Model):
    """A kind of organisation, such as a municipality or the police; kept as data."""

    name = models.CharField(_("naam"), max_length=100, unique=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """An organisation that takes part, or that guidance is sent to; a parent organisation may seat its directors.

    `email` is its general address, never that of a person. Without a region it works in the whole country.
    """

    name = models.CharField(_("naam"), max_length=150, unique=True)
    kind = models.ForeignKey(OrganisationKind, models.PROTECT, related_name="organisations")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    email = models.EmailField(_("algemeen e-mailadres"), blank=True, default="")
    region = models.CharField(_("regio"), max_length=4, blank=True, default=NATIONWIDE, choices=list(REGIONS.items()))

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="organisation_is_not_its_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("pk")),
            ),
            models.CheckConstraint(
                name="organisation_region_is_known", condition=models.Q(region__in=[NATIONWIDE, *REGIONS])
            ),
        ]

    def __str__(self) -> str:
        return self.name
