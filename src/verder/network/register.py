"""Reads for the pages of accounts and of the office."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from verder.network.models import Person

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_last_second_factor(person: Person, pk: int) -> bool:
    """Tell whether a person could not log in any more without this one; recovery codes alone do not count."""
    factors = Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS)
    return not factors.exclude(pk=pk).exists()


def second_factors_of(person: Person) -> list[Authenticator]:
    """List what a person can take the second step with, in the order in which it came."""
    return list(Authenticator.objects.filter(user=person).order_by("pk"))


def person_with_key(pk: int) -> Person:
    """Return a person as stored now; raise Person.DoesNotExist."""
    return Person.objects.select_related("organisation").get(pk=pk)
