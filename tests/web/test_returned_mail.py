"""The office reads whether mail that comes back is read, and what is wrong when it is not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.personas import secretary
from tests.signing_in import signed_in
from tests.web.filling import text_of
from verder.post.imap import Trouble, place_of
from verder.post.models import ReturnBox

pytestmark = pytest.mark.django_db
URL = "imaps://verder:geheim@mail.example"


def office(settings, *, hours: int | None, trouble: str = "") -> str:
    """Read the page of the office, some hours after the mailbox was read."""
    settings.BOUNCE_IMAP = URL
    if hours is not None:
        tried = timezone.now() - timedelta(hours=hours)
        ReturnBox.objects.create(place=place_of(URL).hash, tried_at=tried, trouble=trouble)
    return text_of(signed_in(secretary()).get("/beheer"))


def test_without_a_mailbox_the_office_says_what_is_not_seen():
    assert "Er is geen mailbox voor mail" in text_of(signed_in(secretary()).get("/beheer"))


@pytest.mark.parametrize(
    ("hours", "says"),
    [(None, "nog niet gelezen"), (1, "het laatst op"), (4, "Kijk of het werkproces")],
)
def test_the_office_says_when_the_mailbox_was_read(settings, hours, says):
    assert says in office(settings, hours=hours)


@pytest.mark.parametrize("trouble", list(Trouble))
def test_the_office_says_why_the_mailbox_cannot_be_read(settings, trouble):
    page = office(settings, hours=1, trouble=trouble)

    assert "De mailbox kan niet worden gelezen." in page
    assert "geheim" not in page
