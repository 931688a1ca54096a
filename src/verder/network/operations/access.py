"""Writes about coming in: login codes, logins, refused logins, logouts and second factors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from verder.network import letters
from verder.network.acting import Actor, Capacity
from verder.network.models import Person
from verder.network.operations.noting import note, note_person
from verder.post.owe import owe


@transaction.atomic
def send_login_code(address: str, code: str, *, at: datetime) -> None:
    """Owe someone the letter with their login code."""
    event = note("login_code.send", actor=Actor(capacity=Capacity.ACCOUNT), at=at)
    owe(letters.login_code(code), event=event.key, to=[address], at=at)


@transaction.atomic
def pretend_to_send_login_code(address: str, *, at: datetime) -> None:
    """Do the same work for an address without account and undo it, so that the time it takes tells nothing."""
    send_login_code(address, "", at=at)
    transaction.set_rollback(True)


def record_login(person: Person, *, actor: Actor, at: datetime) -> None:
    """Write down that someone logged in."""
    note_person("login", person, actor=actor, at=at)


def record_logout(person: Person, *, actor: Actor, at: datetime) -> None:
    """Write down that someone logged out."""
    note_person("logout", person, actor=actor, at=at)


def record_refused_login(person: Person | None, step: str, *, actor: Actor, at: datetime) -> None:
    """Write down that a login was refused at a step; of who has no account only that it happened."""
    if person is None:
        note("login", actor=replace(actor, origin=None), at=at, result="refused", details={"step": step})
    else:
        note_person("login", person, actor=actor, at=at, result="refused", details={"step": step})


@contextmanager
def second_factors_watched(person: Person, *, actor: Actor, at: datetime) -> Iterator[None]:
    """Record which second factors come and go meanwhile, in the same transaction as the change itself."""
    with transaction.atomic():
        before = _second_factors(person)
        yield
        after = _second_factors(person)
        changes = [("second_factor.add", after.items() - before.items())]
        changes += [("second_factor.remove", before.items() - after.items())]
        for action, factors in changes:
            for _, kind in sorted(factors):
                event = note_person(action, person, actor=actor, at=at, details={"kind": kind})
                owe(letters.account_changed(), event=event.key, to=[person.email], at=at)


def _second_factors(person: Person) -> dict[int, str]:
    return dict(Authenticator.objects.filter(user=person).values_list("pk", "type"))
