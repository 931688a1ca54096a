"""Loading what an installation begins with: on any day, into any state."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection

from tests.deliberation.holding import assert_all_is_in_order
from verder.deliberation.models import Dilemma
from verder.deliberation.starter.basics import lay_basics
from verder.deliberation.starter.load import load
from verder.domain.rungs import Rung
from verder.domain.tlp import Tlp
from verder.network.models import Body, BodyKind, Person, Term, Theme, UrgentRoute

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
SUNDAY_AFTER_NEW_YEAR = datetime(2027, 1, 3, 3, 0, tzinfo=UTC)
KINGS_DAY = datetime(2026, 4, 27, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize("now", [SUNDAY_AFTER_NEW_YEAR, KINGS_DAY], ids=["weekend", "holiday"])
def test_on_any_day_there_is_a_dilemma_on_every_rung_and_at_every_end(now: datetime) -> None:
    load(at=now)

    assert_all_is_in_order()
    connection.check_constraints()
    assert set(Dilemma.objects.values_list("rung", flat=True)) == {str(rung) for rung in Rung}
    assert Dilemma.objects.filter(moved_at__gt=now).count() == 0
    assert set(Dilemma.objects.values_list("tlp", flat=True)) == {str(label) for label in Tlp}


def test_it_can_be_loaded_into_an_installation_that_began_empty() -> None:
    lay_basics(at=WEDNESDAY)

    load(at=WEDNESDAY)

    assert Body.objects.filter(kind=BodyKind.PLATFORM).count() == 1
    assert UrgentRoute.objects.count() == 4


def test_an_empty_installation_has_what_it_cannot_do_without() -> None:
    lay_basics(at=WEDNESDAY)
    lay_basics(at=WEDNESDAY)

    assert set(Body.objects.values_list("kind", flat=True)) == set(BodyKind) - {BodyKind.WORKING_GROUP}
    assert Term.objects.count() == 8
    assert UrgentRoute.objects.filter(last_checked_on=None).count() == 4
    assert [kind.objects.count() for kind in (Person, Dilemma, Theme)] == [0, 0, 0]


def test_what_is_set_already_stays_as_it_is() -> None:
    Body.objects.create(kind=BodyKind.PLATFORM, name="Ons platform")
    Term.objects.create(rung="intake", days=3)

    lay_basics(at=WEDNESDAY)

    assert Body.objects.get(kind=BodyKind.PLATFORM).name == "Ons platform"
    assert Term.objects.get(rung="intake").days == 3
