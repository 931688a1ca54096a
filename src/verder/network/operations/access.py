"""Writes about coming in: login codes, logins, refused logins, logouts and second factors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from verder.network import letters
from verder.network.acting import Capacity, Principal
from verder.network.models import Person
from verder.network.operations.noting import note, note_person
from verder.post.owe import owe


@transaction.atomic
def answer_code_request(address: str, code: str, *, at: datetime) -> None:
    """Owe the letter with a login code; without a code, for who has no account, do all the same work in vain.

    So the time that an answer takes does not tell who has an account.
    """
    event = note("login_code.ask", actor=Principal(capacity=Capacity.ACCOUNT), at=at)
    with transaction.atomic():
        owe(letters.login_code(code), event=event.key, to=[address], at=at)
        if not code:
            transaction.set_rollback(True)


def record_login(person: Person, *, actor: Principal, at: datetime) -> None:
    """Write down that someone logged in."""
    note_person("login", person, actor=actor, at=at)


def record_logout(person: Person, *, actor: Principal, at: datetime) -> None:
    """Write down that someone logged out."""
    note_person("logout", person, actor=actor, at=at)


def record_refused_login(person: Person | None, step: str, *, actor: Principal, at: datetime) -> None:
    """Write down that a login was refused at a step; of who has no account only that it happened."""
    if person is None:
        note("login", actor=replace(actor, origin=None), at=at, result="refused", details={"step": step})
    else:
        note_person("login", person, actor=actor, at=at, result="refused", details={"step": step})


@contextmanager
def second_factors_watched(person: Person, *, actor: Principal, at: datetime) -> Iterator[list[str]]:
    """Record which second factors come and go meanwhile, in the same transaction as the change itself.

    The list that it hands out holds, afterwards, the kinds that were added.
    """
    added: list[str] = []
    with transaction.atomic():
        before = _second_factors(person)
        yield added
        after = _second_factors(person)
        added += [kind for pk, kind in after.items() if pk not in before]
        removed = [kind for pk, kind in before.items() if pk not in after]
        _note_factors("second_factor.add", added, person, actor=actor, at=at)
        _note_factors("second_factor.remove", removed, person, actor=actor, at=at)


def _note_factors(action: str, kinds: list[str], person: Person, *, actor: Principal, at: datetime) -> None:
    if kinds:
        event = note_person(action, person, actor=actor, at=at, details={"kinds": kinds})
        owe(letters.account_changed(), event=event.key, to=[person.email], at=at)


def _second_factors(person: Person) -> dict[int, str]:
    return dict(Authenticator.objects.filter(user=person).order_by("pk").values_list("pk", "type"))
