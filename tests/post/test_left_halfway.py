"""Jobs that a killed worker left halfway are taken up again."""

from __future__ import annotations

import uuid

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from verder.post.jobs import send_event, sweep_post, take_up_again

pytestmark = pytest.mark.django_db


def leave_halfway(*, is_alive: bool = False) -> None:
    """Let every job have been begun by a worker that was killed, or that still lives."""
    with connection.cursor() as cursor:
        worker = None
        if is_alive:
            cursor.execute("SELECT worker_id FROM procrastinate_register_worker_v1()")
            (worker,) = cursor.fetchone()
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [worker])


def take_up() -> list[str]:
    """Run the job and return what became of the others."""
    async_to_sync(take_up_again.func)(timestamp=0)
    return list(ProcrastinateJob.objects.values_list("status", flat=True))


def test_letters_that_were_being_sent_are_taken_up_again():
    send_event.defer(event=str(uuid.uuid4()))
    leave_halfway()

    assert take_up() == ["todo"]


def test_a_job_that_recurs_is_cleared_for_its_next_turn():
    sweep_post.defer(timestamp=0)
    leave_halfway()
    sweep_post.defer(timestamp=1)

    assert take_up() == ["todo"]


def test_what_a_worker_that_lives_is_doing_is_left_alone():
    send_event.defer(event=str(uuid.uuid4()))
    leave_halfway(is_alive=True)

    assert take_up() == ["doing"]
