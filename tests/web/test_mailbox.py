"""The mailbox of the demo: the newcomer finds the code to log in, and what each role receives."""

from __future__ import annotations

import uuid

import pytest

from tests import personas
from tests.browser import assert_accessible, assert_no_overflow, look
from tests.factories import MONDAY
from verder.post import sending
from verder.post.owe import Letter, owe
from verder.post.queries import letters_due


def _mail(to: str, subject: str) -> None:
    owe(Letter(subject, "Lees hier:\n\nhttp://127.0.0.1:8000/volgen\n"), event=uuid.uuid4(), to=[to], at=MONDAY)
    for key in letters_due(at=MONDAY):
        sending.send(key, at=MONDAY)


@pytest.mark.django_db
@pytest.mark.parametrize("letters", [1, 3])
def test_the_mailbox_shows_letters_newest_first_in_two_statements(client, django_assert_num_queries, letters):
    for number in range(letters):
        _mail("iemand@voorbeeld.example", f"Bericht {number}")

    with django_assert_num_queries(2):
        page = client.get("/postvak").content.decode()

    assert page.index(f"Bericht {letters - 1}") <= page.index("Bericht 0")
    assert 'href="http://127.0.0.1:8000/volgen"' in page


@pytest.mark.django_db
def test_a_newcomer_reads_what_one_role_account_received(client):
    clerk = personas.secretary()
    clerk.is_demo = True
    clerk.save()
    _mail(clerk.email, "Voor het secretariaat")
    _mail("ander@voorbeeld.example", "Voor een ander")

    page = client.get("/postvak", {"wie": str(clerk.opaque_id)}).content.decode()

    assert "Voor het secretariaat" in page
    assert "Voor een ander" not in page


@pytest.mark.django_db
def test_an_empty_mailbox_says_how_it_gets_filled(client):
    page = client.get("/postvak").content.decode()

    assert "Er is nog geen post" in page


@pytest.mark.django_db
def test_turning_pages_keeps_whose_post_it_is(client):
    clerk = personas.secretary()
    clerk.is_demo = True
    clerk.save()
    for number in range(21):
        _mail(clerk.email, f"Bericht {number}")
    _mail("ander@voorbeeld.example", "Voor een ander")

    first = client.get("/postvak", {"wie": str(clerk.opaque_id)})
    second = client.get("/postvak" + first.context["page"].next)
    back = client.get("/postvak" + second.context["page"].previous)

    assert [len(page.context["page"].rows) for page in (first, second, back)] == [20, 1, 20]
    assert second.context["chosen"] == clerk


@pytest.mark.django_db
def test_an_account_without_post_says_so(client):
    clerk = personas.secretary()
    clerk.is_demo = True
    clerk.save()

    page = client.get("/postvak", {"wie": str(clerk.opaque_id)}).content.decode()

    assert f"Er is geen post voor {clerk.name}." in page


@pytest.mark.django_db
def test_outside_the_demo_the_mailbox_does_not_exist(client, settings):
    settings.DEMO = False

    assert client.get("/postvak").status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_mailbox_is_fit_for_everyone(page, live_server):
    _mail("iemand@voorbeeld.example", "Er is nieuws over uw dilemma")

    page.goto(f"{live_server.url}/postvak")

    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "mailbox")
