"""The owner of a piece is reminded a month before its date and once more after it, each once for each date."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY
from tests.personas import secretary
from verder.audit.models import Event
from verder.guidance.jobs import remind_owners_of_guidance
from verder.guidance.models import Publication
from verder.guidance.operations.reminding import remind_owners
from verder.network.models import Person

pytestmark = pytest.mark.django_db
TITLE, PASSED = "Klopt dit stuk nog?", "Een stuk van u is verlopen"
ALMOST_A_YEAR, A_YEAR = timedelta(days=335), timedelta(days=365)


def test_an_owner_is_reminded_a_month_before_and_once():
    piece = factories.published_guidance()

    remind_owners(at=MONDAY + ALMOST_A_YEAR - timedelta(days=1))
    too_early = letters_to(piece.owner.email)
    remind_owners(at=MONDAY + ALMOST_A_YEAR)
    remind_owners(at=MONDAY + ALMOST_A_YEAR + timedelta(days=1))

    assert too_early == []
    assert letters_to(piece.owner.email) == [TITLE]
    (body,) = letters_to(piece.owner.email, what="body")
    assert f"/concepten/{piece.key}" in body
    assert piece.slug not in body
    assert Event.objects.filter(action="reminder.publication", subject=piece.key).count() == 1


def test_an_owner_hears_once_more_when_the_date_has_passed_and_not_on_the_day_itself():
    piece = factories.published_guidance()
    remind_owners(at=MONDAY + ALMOST_A_YEAR)

    remind_owners(at=MONDAY + A_YEAR)
    on_the_day = letters_to(piece.owner.email)
    for days in (1, 2, 40):
        remind_owners(at=MONDAY + A_YEAR + timedelta(days=days))

    assert on_the_day == [TITLE]
    assert letters_to(piece.owner.email) == [TITLE, PASSED]
    assert "staat nu dat het verlopen is" in letters_to(piece.owner.email, what="body")[1]


def test_a_new_date_is_reminded_of_anew():
    piece = factories.published_guidance()
    remind_owners(at=MONDAY + ALMOST_A_YEAR)
    Publication.objects.update(review_on=MONDAY.date() + 2 * ALMOST_A_YEAR)

    remind_owners(at=MONDAY + 2 * ALMOST_A_YEAR)

    assert letters_to(piece.owner.email) == [TITLE, TITLE]


def test_the_secretariat_hears_of_what_has_no_owner_any_more():
    piece, clerk = factories.published_guidance(), secretary()
    Person.objects.filter(pk=piece.owner.pk).update(is_active=False)

    remind_owners(at=MONDAY + ALMOST_A_YEAR)

    assert letters_to(piece.owner.email) == []
    assert letters_to(clerk.email) == [TITLE]


def test_nobody_is_reminded_of_what_was_withdrawn():
    piece = factories.published_guidance()
    Publication.objects.update(state="withdrawn")

    remind_owners(at=MONDAY + ALMOST_A_YEAR)

    assert letters_to(piece.owner.email) == []


def test_the_worker_reminds():
    piece = factories.published_guidance(at=MONDAY - 3 * ALMOST_A_YEAR)

    remind_owners_of_guidance(timestamp=0)

    assert letters_to(piece.owner.email) == [PASSED]
