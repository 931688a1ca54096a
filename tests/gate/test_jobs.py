"""Old knocks are forgotten every hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from verder.gate.jobs import forget_old_knocks
from verder.gate.models import Count
from verder.gate.operations import knock

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_the_hourly_job_forgets_what_is_over():
    knock("intake", "192.0.2.7", at=NOON, limit=3, per=timedelta(minutes=10))

    forget_old_knocks(timestamp=int((NOON + timedelta(hours=1)).timestamp()))

    assert not Count.objects.exists()
