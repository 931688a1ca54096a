"""Owing a letter: in the transaction of the change, and once for each event and recipient."""

from __future__ import annotations

import uuid

import pytest
from django.db import IntegrityError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.post.letters import LETTER, NOON, owed
from verder.post.addresses import recipient_hash
from verder.post.models import Delivery
from verder.post.owe import owe

pytestmark = pytest.mark.django_db


def test_a_letter_is_owed_to_each_recipient_with_a_job_for_the_event():
    event = uuid.uuid4()

    owe(LETTER, event=event, to=["een@voorbeeld.example", "twee@voorbeeld.example"], at=NOON)

    assert Delivery.objects.filter(event=event, state="owed").count() == 2
    assert list(ProcrastinateJob.objects.values_list("task_name", "args")) == [
        ("verder.post.jobs.send_event", {"event": str(event)})
    ]


def test_the_same_event_owes_the_same_recipient_one_letter_whatever_the_capitals():
    event = uuid.uuid4()

    owe(LETTER, event=event, to=["lezer@voorbeeld.example", " Lezer@Voorbeeld.example"], at=NOON)
    owe(LETTER, event=event, to=["LEZER@voorbeeld.example"], at=NOON)

    assert list(Delivery.objects.values_list("recipient", flat=True)) == ["lezer@voorbeeld.example"]


def test_the_database_refuses_a_second_letter_to_the_same_recipient():
    delivery = owed()
    second = Delivery(
        event=delivery.event, recipient_hash=delivery.recipient_hash, recipient="x@y.example", owed_at=NOON, try_at=NOON
    )

    with pytest.raises(IntegrityError, match="delivery_once_per_event_and_recipient"), transaction.atomic():
        second.save()

    assert Delivery.objects.count() == 1


def test_nothing_is_owed_to_nobody():
    owe(LETTER, event=uuid.uuid4(), to=[], at=NOON)

    assert not Delivery.objects.exists()
    assert not ProcrastinateJob.objects.exists()


def test_a_change_that_is_undone_owes_nothing():
    with transaction.atomic():
        owed()
        transaction.set_rollback(True)

    assert not Delivery.objects.exists()
    assert not ProcrastinateJob.objects.exists()


def test_a_recipient_is_known_by_a_keyed_mark_alone(settings):
    mark = recipient_hash("Lezer@voorbeeld.example ")

    settings.SECRET_KEY = "another"

    assert len(mark) == 64
    assert mark != recipient_hash("lezer@voorbeeld.example")


def test_the_database_keeps_no_words_of_what_was_sent():
    delivery = owed()

    with (
        pytest.raises(IntegrityError, match="delivery_sent_has_time_and_no_words"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("update post_delivery set state = 'sent' where id = %s", [delivery.pk])

    assert Delivery.objects.get().state == "owed"
