"""Writes about organisations and their kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Max

from verder.domain.regions import NATIONWIDE
from verder.network.acting import Principal
from verder.network.models import Organisation, OrganisationKind
from verder.network.operations.noting import note
from verder.network.versions import check_version


class OrganisationRefusal(StrEnum):
    """Why an organisation or a kind is not stored."""

    NAME_TAKEN = "name_taken"
    PART_OF_ITSELF = "part_of_itself"


class OrganisationRefused(Exception):
    """The organisation is not stored; `reason` says why."""

    def __init__(self, reason: OrganisationRefusal) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    """What is known of an organisation."""

    name: str
    kind: OrganisationKind
    parent: Organisation | None = None
    email: str = ""
    region: str = NATIONWIDE


@transaction.atomic
def add_organisation(entry: OrganisationEntry, *, actor: Principal, at: datetime) -> Organisation:
    """Add an organisation; raise OrganisationRefused when its name is taken."""
    organisation = _fill(Organisation(), entry)
    note("organisation.add", actor=actor, at=at, details={"organisation": organisation.pk})
    return organisation


@transaction.atomic
def change_organisation(
    organisation: Organisation, entry: OrganisationEntry, *, actor: Principal, at: datetime, seen: str | None = None
) -> Organisation:
    """Change an organisation; raise ChangedMeanwhile or OrganisationRefused."""
    current = Organisation.objects.select_for_update().get(pk=organisation.pk)
    check_version(current, seen)
    _refuse_circle(current, entry.parent)
    changed = _fill(current, entry)
    note("organisation.change", actor=actor, at=at, details={"organisation": changed.pk})
    return changed


@transaction.atomic
def change_address(organisation: Organisation, email: str, *, actor: Principal, at: datetime) -> None:
    """Give an organisation another general address."""
    Organisation.objects.filter(pk=organisation.pk).update(email=email.strip().lower())
    note("organisation.change", actor=actor, at=at, details={"organisation": organisation.pk})


@transaction.atomic
def add_organisation_kind(name: str, *, actor: Principal, at: datetime) -> OrganisationKind:
    """Add a kind of organisation at the end of the list; raise OrganisationRefused when its name is taken."""
    if OrganisationKind.objects.filter(name__iexact=name).exists():
        raise OrganisationRefused(OrganisationRefusal.NAME_TAKEN)
    last = OrganisationKind.objects.aggregate(last=Max("position"))["last"] or 0
    kind = OrganisationKind.objects.create(name=name, position=last + 1)
    note("organisation_kind.add", actor=actor, at=at, details={"organisation_kind": kind.pk})
    return kind


def _fill(organisation: Organisation, entry: OrganisationEntry) -> Organisation:
    if Organisation.objects.filter(name__iexact=entry.name).exclude(pk=organisation.pk).exists():
        raise OrganisationRefused(OrganisationRefusal.NAME_TAKEN)
    organisation.name, organisation.kind, organisation.parent = entry.name, entry.kind, entry.parent
    organisation.email, organisation.region = entry.email.strip().lower(), entry.region
    organisation.save()
    return organisation


def _refuse_circle(organisation: Organisation, parent: Organisation | None) -> None:
    while parent is not None:
        if parent.pk == organisation.pk:
            raise OrganisationRefused(OrganisationRefusal.PART_OF_ITSELF)
        parent = parent.parent
