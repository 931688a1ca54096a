"""Each operation is whole or did not happen: without its audit, sent twice, too late, or by a stranger."""

from __future__ import annotations

import inspect
import pkgutil
import uuid
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.deliberation.acts import ACTS, BY_FORM, ON_A_DILEMMA, Act, Scene
from tests.deliberation.tables import all_tables
from tests.personas import as_actor, participant
from verder.audit.models import Event
from verder.deliberation import operations
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst, StepRefused
from verder.deliberation.operations.exchange import NotInConversation
from verder.deliberation.operations.sharing import NotAllowed
from verder.deliberation.operations.submitter import NotTheSubmitter
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.domain.tlp import Tlp

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NOT_ON_THEIR_OWN = {
    "take_hold": "holds a dilemma for an operation",
    "hold_for_secretariat": "holds a dilemma for an operation",
    "hold_agenda": "holds an agenda for an operation",
    "hold_item": "holds an item of an agenda for an operation",
    "changed": "counts a change for an operation",
    "record_on": "records an event for an operation",
    "record_signing": "records an event for an operation",
    "withdraw_sign_offs": "belongs to every change of an agenda",
    "withdraw_sign_offs_over": "belongs to every step off an agenda",
    "hold_group": "holds a group for an operation",
    "refuse_others": "writes nothing",
    "in_network": "writes nothing",
    "note_group": "writes nothing but one event",
    "end_specialists": "belongs to the verdict with which a group ends",
    "note_reading": "writes nothing but one event",
    "note_readings": "writes nothing but events",
    "note_meeting": "writes nothing but one event",
    "find_other_dates": "belongs to closing a meeting",
    "mark_read": "notes on messages that they were read, without an event",
}
REFUSALS = (StepRefused, NotAllowed, NotInConversation, NotTheSubmitter, Dilemma.DoesNotExist)


class AuditIsBroken(Exception):
    """The event could not be written."""


@pytest.fixture(scope="module")
def staged(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[Act, Scene]]:
    """Set the scene of an act once for all tests of it, which each undo what they did."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield request.param, request.param.set_scene()
        transaction.set_rollback(True)


@pytest.mark.parametrize("staged", ACTS, ids=str, indirect=True)
def test_when_an_event_cannot_be_written_nothing_has_changed(
    staged: tuple[Act, Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    act, scene = staged
    before = all_tables()

    for place in range(1, _events_of(act, scene) + 1):
        _break_audit_at(place, monkeypatch)
        with pytest.raises(AuditIsBroken), transaction.atomic():
            act.perform(scene)
        monkeypatch.undo()

        assert all_tables() == before


@pytest.mark.parametrize("staged", BY_FORM, ids=str, indirect=True)
def test_the_same_form_sent_twice_counts_once(staged: tuple[Act, Scene]) -> None:
    act, scene = staged
    intent = Intent(request_key=uuid.uuid4())
    act.perform(scene, intent)
    after_once = all_tables()

    with pytest.raises(AlreadyTaken), transaction.atomic():
        act.perform(scene, intent)

    assert all_tables() == after_once


@pytest.mark.parametrize("staged", ON_A_DILEMMA, ids=str, indirect=True)
def test_when_a_colleague_was_first_nothing_is_done(staged: tuple[Act, Scene]) -> None:
    act, scene = staged
    seen = scene.dilemma.version
    Dilemma.objects.filter(pk=scene.dilemma.pk).update(version=seen + 1)
    before = all_tables()

    with pytest.raises(SomeoneWasFirst), transaction.atomic():
        act.perform(scene, Intent(seen, uuid.uuid4()))

    assert all_tables() == before


@pytest.mark.parametrize("staged", ON_A_DILEMMA, ids=str, indirect=True)
def test_with_the_version_that_stands_it_is_done(staged: tuple[Act, Scene]) -> None:
    act, scene = staged
    version = Dilemma.objects.get(pk=scene.dilemma.pk).version
    before = all_tables()

    act.perform(scene, Intent(version, uuid.uuid4()))

    assert all_tables() != before


@pytest.mark.parametrize("staged", ON_A_DILEMMA, ids=str, indirect=True)
def test_for_a_stranger_the_dilemma_does_not_exist(staged: tuple[Act, Scene]) -> None:
    act, scene = staged
    before = all_tables()
    stranger = replace(scene, actor=Actor())

    with pytest.raises(Dilemma.DoesNotExist), transaction.atomic():
        act.perform(stranger)

    assert all_tables() == before


@pytest.mark.parametrize("staged", ON_A_DILEMMA, ids=str, indirect=True)
def test_who_may_read_a_dilemma_but_has_no_part_in_it_changes_nothing(staged: tuple[Act, Scene]) -> None:
    act, scene = staged
    Dilemma.objects.filter(pk=scene.dilemma.pk).update(tlp=Tlp.GREEN, admitted_at=scene.at)
    reader = replace(scene, actor=as_actor(participant(), scene.at))
    before = all_tables()

    with pytest.raises(REFUSALS), transaction.atomic():
        act.perform(reader)

    assert dilemmas_visible_to(reader.actor.standing).filter(pk=scene.dilemma.pk).exists()
    assert all_tables() == before


def test_every_operation_is_held_to_this() -> None:
    modules = [
        import_module(f"{operations.__name__}.{found.name}") for found in pkgutil.iter_modules(operations.__path__)
    ]
    writing = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and name not in NOT_ON_THEIR_OWN
        and {"actor", "at"} <= set(inspect.signature(function).parameters)
    }

    assert {act.operation for act in ACTS} >= writing
    assert len(writing) > 40


def _events_of(act: Act, scene: Scene) -> int:
    before = Event.objects.count()
    with transaction.atomic():
        act.perform(scene)
        written = Event.objects.count() - before
        transaction.set_rollback(True)
    assert written
    return written


def _break_audit_at(place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    save, left = Event.save, iter(range(place - 1))

    def fail_at_its_turn(event: Event, **options: object) -> None:
        if next(left, None) is None:
            raise AuditIsBroken
        save(event, **options)

    monkeypatch.setattr(Event, "save", fail_at_its_turn)
