"""Events are added and never changed, not even in raw SQL."""

from __future__ import annotations

import uuid

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.factories import MONDAY
from verder.audit.models import Event
from verder.audit.queries import event_of_request, events_of
from verder.audit.record import Happening, record

pytestmark = pytest.mark.django_db

SUBJECT = uuid.UUID(int=7)
REQUEST = uuid.UUID(int=8)


def _happen(**more: object) -> Event:
    happening = Happening(action="step.submit", party="submitter", subject_kind="dilemma", subject=SUBJECT, **more)  # type: ignore[arg-type]
    return record(happening, at=MONDAY)


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("UPDATE audit_event SET action = 'step.decline'", "Cannot update or delete rows"),
        ("UPDATE audit_event SET details = '{}'", "Cannot update or delete rows"),
        ("DELETE FROM audit_event", "Cannot update or delete rows"),
        ("TRUNCATE audit_event", "events are kept"),
        ("TRUNCATE audit_event CASCADE", "events are kept"),
    ],
)
def test_the_database_refuses_to_change_what_happened(statement: str, complaint: str) -> None:
    event = _happen()

    with pytest.raises(DatabaseError, match=complaint), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert list(Event.objects.values_list("key", "action")) == [(event.key, "step.submit")]


def test_an_event_cannot_be_changed_by_way_of_django_either() -> None:
    event = _happen()
    event.action = "step.decline"

    with pytest.raises(DatabaseError, match="Cannot update or delete rows"), transaction.atomic():
        event.save()

    assert Event.objects.get().action == "step.submit"
    assert str(Event.objects.get()) == "step.submit dilemma"


def test_what_a_submitter_did_holds_no_network_address() -> None:
    with pytest.raises(IntegrityError, match="event_of_a_submitter_has_no_origin"), transaction.atomic():
        _happen(origin="192.0.2.7")

    assert not Event.objects.exists()


def test_what_an_account_did_holds_where_it_came_from() -> None:
    event = record(Happening(action="login", party="account", origin="192.0.2.7"), at=MONDAY)

    assert Event.objects.get(pk=event.pk).origin == "192.0.2.7"


def test_a_happening_is_written_down_whole() -> None:
    actor, body = uuid.uuid4(), uuid.uuid4()

    _happen(
        actor=actor,
        body=body,
        result="refused",
        from_rung="platform",
        to_rung="resolved",
        request_key=REQUEST,
        details={"meeting": "m", "kinds": ["totp"]},
    )

    event = Event.objects.get()
    assert (event.at, event.actor, event.body, event.result) == (MONDAY, actor, body, "refused")
    assert (event.from_rung, event.to_rung, event.request_key) == ("platform", "resolved", REQUEST)
    assert event.details == {"meeting": "m", "kinds": ["totp"]}


def test_one_form_leads_to_one_event() -> None:
    event = _happen(request_key=REQUEST)

    with pytest.raises(IntegrityError), transaction.atomic():
        _happen(request_key=REQUEST)

    assert event_of_request(REQUEST) == event
    assert event_of_request(uuid.uuid4()) is None


def test_what_happened_to_a_subject_is_read_in_its_order() -> None:
    first, second = _happen(), _happen()
    record(Happening(action="login", party="account"), at=MONDAY)

    assert list(events_of(SUBJECT)) == [first, second]
