"""The whole scheme of a decision aid: a picture, and the same in words beside it."""

from __future__ import annotations

import pytest

from tests.browser import assert_accessible, assert_no_overflow, look
from tests.web.aid_help import LOOP, STEPS, draft_with, published_with

pytestmark = pytest.mark.django_db


def test_every_step_and_answer_stands_in_the_picture_and_in_words(client, django_assert_num_queries):
    publication = published_with(STEPS)

    with django_assert_num_queries(3):
        page = client.get(f"/kennis/{publication.slug}/schema").text

    assert page.count("<rect ") == 5
    assert page.count('class="label"') == 4
    assert '<a href="#stap-bel">Bel 112</a>' in page


def test_a_loop_is_drawn_as_one_that_goes_back(client):
    publication = published_with(LOOP)

    page = client.get(f"/kennis/{publication.slug}/schema").text

    assert page.count('class="line back"') == 1


def test_there_is_no_scheme_of_a_draft(client):
    assert client.get(f"/kennis/{draft_with(STEPS).slug}/schema").status_code == 404


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_scheme_is_read_by_everyone_and_fits_a_phone(page, live_server):
    publication = published_with(STEPS)
    page.goto(f"{live_server.url}/kennis/{publication.slug}/stappen")
    page.get_by_role("link", name="Zie het hele schema").click()
    page.get_by_role("img", name="Schema van de keuzehulp").wait_for()
    look(page, "aid-scheme")
    assert_no_overflow(page)
    assert_accessible(page)
