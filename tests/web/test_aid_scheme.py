"""The whole scheme of a decision aid: a picture, and the same in words beside it."""

from __future__ import annotations

import pytest

from tests.browser import assert_accessible, assert_no_overflow, look
from tests.web.aid_help import LOOP, STEPS, draft_with, outcome, published_with, question

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


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_scheme_that_is_wider_than_paper_is_printed_whole(page, live_server):
    ends = ("bel", "praat", "vraag", "wacht", "meld", "lees")
    steps = (question("begin", "Wat ziet u?", **dict(zip(("A", "B", "C", "D", "E", "F"), ends, strict=True))),)
    publication = published_with(steps + tuple(outcome(end, f"Dan {end} u") for end in ends))
    page.set_viewport_size({"width": 794, "height": 1123})
    page.goto(f"{live_server.url}/kennis/{publication.slug}/schema")
    picture = page.get_by_role("img", name="Schema van de keuzehulp")
    on_screen = picture.bounding_box()

    page.emulate_media(media="print")
    on_paper = picture.bounding_box()

    assert on_screen["width"] > 794
    assert on_paper["x"] + on_paper["width"] <= 794
    assert on_paper["width"] / on_paper["height"] == pytest.approx(on_screen["width"] / on_screen["height"], rel=0.02)
    look(page, "aid-scheme-wide")
