"""The owner of a piece is reminded a month before its date, once for each date."""

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
TITLE = "Klopt dit stuk nog?"
ALMOST_A_YEAR = timedelta(days=335)


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

    assert letters_to(piece.owner.email) == [TITLE]
