"""When the audit fails, nothing has changed: for every operation of this room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps

from tests import personas
from tests.factories import checked
from tests.network.acting_help import NOW, TODAY
from verder.domain.calendar import Term
from verder.network.acting import INSTALLATION
from verder.network.models import (
    AllowedWord,
    Body,
    BodyKind,
    Membership,
    OrganisationKind,
    Profession,
    Seat,
    Theme,
    UrgentRoute,
)
from verder.network.operations import bodies, organisations, people, routes, seats, terms, words

pytestmark = pytest.mark.django_db
ACTING = {"actor": INSTALLATION, "at": NOW}
OPERATIONS: dict[str, Callable[..., object]] = {
    "add_kind": lambda **_have: organisations.add_organisation_kind("nieuw", **ACTING),
    "add_organisation": lambda kind, **_have: organisations.add_organisation(_organisation(kind), **ACTING),
    "change_organisation": lambda kind, organisation, **_have: organisations.change_organisation(
        organisation, _organisation(kind), **ACTING
    ),
    "found_body": lambda **_have: bodies.found_body(BodyKind.COUNCIL, bodies.BodyEntry("nieuw"), **ACTING),
    "change_body": lambda group, **_have: bodies.change_body(group, bodies.BodyEntry("nieuw"), **ACTING),
    "set_term": lambda **_have: terms.set_term("intake", Term(9), **ACTING),
    "save_route": lambda route, **_have: routes.save_urgent_route(routes.RouteEntry("a", "b"), route=route, **ACTING),
    "check_route": lambda route, **_have: routes.mark_route_checked(route, **ACTING),
    "remove_route": lambda route, **_have: routes.remove_urgent_route(route, **ACTING),
    "add_theme": lambda **_have: words.add_theme("nieuw", **ACTING),
    "rename_theme": lambda theme, **_have: words.rename_theme(theme, "nieuw", **ACTING),
    "add_profession": lambda **_have: words.add_profession("nieuw", **ACTING),
    "rename_profession": lambda profession, **_have: words.rename_profession(profession, "nieuw", **ACTING),
    "allow_word": lambda **_have: words.allow_word("nieuw", reason=checked("Een plaats."), **ACTING),
    "disallow_word": lambda word, **_have: words.disallow_word(word, **ACTING),
    "invite": lambda group, **_have: people.invite_person(
        people.PersonEntry("nieuw", "n@voorbeeld.example"), _seat(group), **ACTING
    ),
    "change_person": lambda person, **_have: people.change_person(
        person, people.PersonEntry("nieuw", "n@voorbeeld.example"), **ACTING
    ),
    "deactivate": lambda person, **_have: people.deactivate_person(person, **ACTING),
    "reset_second_factor": lambda person, **_have: people.reset_second_factor(person, **ACTING),
    "end_sessions": lambda person, **_have: people.end_sessions(person, **ACTING),
    "change_own_name": lambda person, **_have: people.change_own_name(person, name="a", function="b", **ACTING),
    "seat": lambda person, group, **_have: seats.seat(person, _seat(group), **ACTING),
    "end_seat": lambda held, **_have: seats.end_seat(held, ends_on=TODAY, **ACTING),
}


def _organisation(kind: OrganisationKind) -> organisations.OrganisationEntry:
    return organisations.OrganisationEntry("nieuw", kind)


def _seat(group: Body) -> seats.SeatEntry:
    return seats.SeatEntry(group, Seat.MEMBER, TODAY)


def everything() -> dict[str, list[dict[str, object]]]:
    models = [*apps.get_app_config("network").get_models(), *apps.get_app_config("post").get_models()]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


@pytest.mark.parametrize("name", OPERATIONS)
def test_without_its_event_an_operation_changes_nothing(name, monkeypatch):
    person = personas.participant(organisation=personas.organisation())
    have = {
        "person": person,
        "organisation": person.organisation,
        "kind": OrganisationKind.objects.get(),
        "held": Membership.objects.get(person=person),
        "group": Body.objects.create(kind=BodyKind.WORKING_GROUP, name="groep"),
        "route": UrgentRoute.objects.create(situation="nu", name="route", last_checked_on=date(2026, 1, 1)),
        "theme": Theme.objects.create(name="thema"),
        "profession": Profession.objects.create(name="beroepsgroep"),
        "word": AllowedWord.objects.create(text="woord"),
    }
    before = everything()
    monkeypatch.setattr("verder.network.operations.noting.record", _fail)

    with pytest.raises(RuntimeError):
        OPERATIONS[name](**have)

    assert everything() == before


def _fail(*_given: object, **_named: object) -> None:
    raise RuntimeError
