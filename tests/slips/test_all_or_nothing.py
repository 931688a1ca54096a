"""What is done about a slip is whole or did not happen, and counts once."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from django.db import transaction

from tests.deliberation.tables import all_tables
from tests.factories import MONDAY, checked
from tests.personas import as_actor, secretary
from tests.slips.scenes import TEXT, hidden, wanted, with_a_slip
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Note
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst
from verder.slips.models import HiddenPlace, Slip
from verder.slips.operations import hide, settle
from verder.slips.operations.journal import write_what_is_owed
from verder.slips.operations.replay import replay

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
Act = Callable[[Intent], object]


class AuditIsBroken(Exception):
    """The event could not be written."""


@pytest.fixture(autouse=True)
def own_journal(tmp_path, settings) -> None:
    """Keep the journal of one test apart."""
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


def hiding() -> Act:
    """Stage hiding a word, with a colleague asked and a text of the submitter among the places."""
    dilemma, clerk = with_a_slip()
    type(dilemma.original).objects.filter(pk=dilemma.original.pk).update(question=TEXT)
    actor, what = as_actor(clerk, MONDAY), wanted(dilemma, second=secretary())
    return lambda intent: hide.hide(dilemma.number, wanted=what, actor=actor, at=MONDAY, intent=intent)


def pointing() -> Act:
    """Stage pointing at a dilemma."""
    dilemma, clerk = with_a_slip()
    actor = as_actor(clerk, MONDAY)
    return lambda intent: hide.flag(dilemma.number, actor=actor, at=MONDAY, intent=intent)


def destroying() -> Act:
    """Stage destroying by a second person."""
    key, actor = hidden(*with_a_slip()).key, as_actor(secretary(), MONDAY)
    return lambda _intent: settle.destroy(key, actor=actor, at=MONDAY)


def putting_back() -> Act:
    """Stage putting back by a second person."""
    key, actor = hidden(*with_a_slip()).key, as_actor(secretary(), MONDAY)
    return lambda _intent: settle.put_back(key, reason=checked("Dit mag."), actor=actor, at=MONDAY)


def replaying() -> Act:
    """Stage a database that comes out of an older backup."""
    hidden(*with_a_slip())
    write_what_is_owed()
    HiddenPlace.objects.all().delete()
    Slip.objects.all().delete()
    Note.objects.update(text=TEXT)
    return lambda _intent: replay(at=MONDAY)


@pytest.mark.parametrize("stage", [hiding, pointing, destroying, putting_back, replaying])
def test_when_the_event_cannot_be_written_nothing_has_changed(
    stage: Callable[[], Act], monkeypatch: pytest.MonkeyPatch
) -> None:
    act = stage()
    before = all_tables()
    monkeypatch.setattr(Event, "save", _fail)

    with pytest.raises(AuditIsBroken), transaction.atomic():
        act(Intent(request_key=uuid.uuid4()))

    monkeypatch.undo()
    assert all_tables() == before
    act(Intent(request_key=uuid.uuid4()))
    assert all_tables() != before


@pytest.mark.parametrize(
    ("stage", "refusal"),
    [
        (hiding, AlreadyTaken),
        (pointing, AlreadyTaken),
        (destroying, settle.SettledAlready),
        (putting_back, settle.SettledAlready),
    ],
)
def test_the_same_form_sent_twice_counts_once(stage: Callable[[], Act], refusal: type[Exception]) -> None:
    act, intent = stage(), Intent(request_key=uuid.uuid4())
    act(intent)
    after_once = all_tables()

    with pytest.raises(refusal), transaction.atomic():
        act(intent)

    assert all_tables() == after_once


def test_when_a_colleague_was_first_nothing_is_hidden() -> None:
    act, before = hiding(), all_tables()

    with pytest.raises(SomeoneWasFirst), transaction.atomic():
        act(Intent(99, uuid.uuid4()))

    assert all_tables() == before


def _fail(_event: Event, **_options: object) -> None:
    raise AuditIsBroken
