"""Each operation in a workspace is whole or did not happen: without its audit, sent twice, too late, by a stranger."""

from __future__ import annotations

import inspect
import pkgutil
import uuid
from importlib import import_module

import pytest
from django.db import transaction

from tests.deliberation.tables import all_tables
from tests.personas import participant
from tests.workspace.acts import BY_BUTTON, BY_FORM
from tests.workspace.scenes import do, end, press
from verder.audit.models import Event
from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.group_keeping import GroupHasEnded
from verder.workspace import operations

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ALL = [*((one, do) for one in BY_FORM), *((one, press) for one in BY_BUTTON)]
NOT_AMONG_THEM = {
    "hold_room": "holds a workspace for an operation",
    "hold_section": "holds a section for an operation",
    "take_up": "a mark that expires, without an event",
    "put_down": "takes that mark away",
    "note_text_read": "writes nothing but one event",
    "note_room_read": "writes nothing but one event",
}


class AuditIsBroken(Exception):
    """The event could not be written."""


def _name(case: object) -> str:
    return case[0].__name__ if isinstance(case, tuple) and callable(case[0]) else getattr(case, "__name__", str(case))


@pytest.mark.parametrize(("case", "carry_out"), ALL, ids=_name)
def test_without_its_event_nothing_has_changed(case, carry_out, monkeypatch):
    operation, set_scene = case
    ready = set_scene()
    before = all_tables()
    monkeypatch.setattr(Event, "save", _broken)

    with pytest.raises(AuditIsBroken), transaction.atomic():
        carry_out(operation, ready.scene, ready.by, **ready.needs)

    assert all_tables() == before


@pytest.mark.parametrize("case", BY_FORM, ids=_name)
def test_the_same_form_sent_twice_counts_once(case):
    operation, set_scene = case
    ready, key = set_scene(), uuid.uuid4()
    do(operation, ready.scene, ready.by, key=key, **ready.needs)
    after_once = all_tables()

    with pytest.raises(AlreadyTaken), transaction.atomic():
        do(operation, ready.scene, ready.by, key=key, **ready.needs)

    assert all_tables() == after_once


@pytest.mark.parametrize(("case", "carry_out"), ALL, ids=_name)
def test_once_the_group_has_ended_everything_stays_as_it_is(case, carry_out):
    operation, set_scene = case
    ready = set_scene()
    end(ready.scene)
    before = all_tables()
    refusal = WorkingGroup.DoesNotExist if ready.by == ready.scene.outsider else GroupHasEnded

    with pytest.raises(refusal), transaction.atomic():
        carry_out(operation, ready.scene, ready.by, **ready.needs)

    assert all_tables() == before


@pytest.mark.parametrize(("case", "carry_out"), ALL, ids=_name)
def test_for_who_is_not_in_the_group_there_is_no_workspace(case, carry_out):
    operation, set_scene = case
    ready = set_scene()
    before = all_tables()

    with pytest.raises(WorkingGroup.DoesNotExist), transaction.atomic():
        carry_out(operation, ready.scene, participant(), **ready.needs)

    assert all_tables() == before


def test_every_operation_is_held_to_this():
    modules = [import_module(f"{operations.__name__}.{one.name}") for one in pkgutil.iter_modules(operations.__path__)]
    writing = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and name not in NOT_AMONG_THEM
        and {"actor", "at"} <= set(inspect.signature(function).parameters)
    }

    assert {case[0] for case in (*BY_FORM, *BY_BUTTON)} == writing


def _broken(event: Event, **options: object) -> None:
    raise AuditIsBroken
