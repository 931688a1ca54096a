"""What people set themselves: terms, urgent routes, themes, professions and words the text check lets pass."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from verder.network.models.person import Person


class Term(models.Model):
    """How long a dilemma may stay on a rung before its next date."""

    rung = models.CharField(max_length=30, unique=True)
    days = models.PositiveSmallIntegerField(_("dagen"))
    working_days = models.BooleanField(_("werkdagen"), default=False)

    class Meta:
        ordering = ["rung"]

    def __str__(self) -> str:
        return f"{self.rung}: {self.days}"


class UrgentRoute(models.Model):
    """Where someone goes who cannot wait for a dilemma to travel."""

    situation = models.CharField(_("wanneer"), max_length=150)
    name = models.CharField(_("waarheen"), max_length=100)
    telephone = models.CharField(_("telefoonnummer"), max_length=20, blank=True, default="")
    address = models.URLField(_("webadres"), blank=True, default="")
    last_checked_on = models.DateField(_("laatst gecontroleerd"), null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class Theme(models.Model):
    """A phenomenon that dilemmas are about; never a group of people."""

    name = models.CharField(_("naam"), max_length=100, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Profession(models.Model):
    """A kind of professional that guidance can be for, such as youth protection; never a group that it is about."""

    name = models.CharField(_("naam"), max_length=100, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class AllowedWord(models.Model):
    """A name of an organisation or place that the text check lets pass, why it is not a person, and who said so when.

    Nobody said so of what came with the example, and nothing is known of what was there before reasons were asked.
    """

    text = models.CharField(_("woord of naam"), max_length=100, unique=True)
    reason = models.CharField(_("waarom dit geen persoon is"), max_length=200, blank=True, default="")
    allowed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    allowed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text
