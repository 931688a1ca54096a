"""Sessions that are over are forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from tests import personas
from tests.signing_in import signed_in
from verder.network.jobs import forget_sessions


@pytest.mark.django_db
def test_the_hourly_job_forgets_sessions_that_are_over_and_keeps_the_others():
    signed_in(personas.participant())
    kept = Session.objects.get()
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now() - timedelta(days=1))

    forget_sessions(timestamp=0)

    assert list(Session.objects.all()) == [kept]
