"""A failed review, a repair and a second review: the whole way of a draft to its page, with and without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import enter
from tests.guidance.pieces import made_ready
from tests.personas import secretary
from tests.web.guidance_help import TODAY, YEAR, written
from verder.guidance.models import Publication, PublicationState


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("kind_of_page", ["page", "page_without_js"])
@pytest.mark.django_db(transaction=True)
def test_a_draft_that_was_sent_back_is_published_only_after_it_was_mended_and_read_again(
    kind_of_page, request, live_server
):
    page = request.getfixturevalue(kind_of_page)
    writer, reader = secretary(), secretary()
    draft = made_ready(written("Delen mag vaak", by=writer))
    desk = f"{live_server.url}/concepten/{draft.key}"

    enter(page, reader, live_server.url)
    page.goto(desk)
    page.get_by_role("link", name="Geef terug aan de schrijver").click()
    page.get_by_label("Wat moet er anders?").fill("Zeg ook wat iemand doet als er haast is.")
    page.get_by_role("button", name="Geef terug").click()
    page.goto(f"{desk}/publiceer")
    refused = page.get_by_role("heading", name="Dit kan nog niet worden gepubliceerd").count()
    offered = page.get_by_role("button", name="Publiceer").count()

    enter(page, writer, live_server.url)
    page.goto(desk)
    told = page.get_by_text("Zeg ook wat iemand doet als er haast is.").count()
    page.get_by_role("link", name="Bewerk de opening").click()
    page.get_by_label("Samenvatting").fill("Dit kader helpt u beslissen, ook als er haast is.")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_url(desk)
    by_writer = page.get_by_role("link", name="Lees na en publiceer").count()

    enter(page, reader, live_server.url)
    page.goto(desk)
    page.get_by_role("link", name="Lees na en publiceer").click()
    page.get_by_label("Iedereen", exact=False).first.check()
    page.get_by_label("Geldig tot").fill((TODAY + YEAR).isoformat())
    page.get_by_label("Ik heb alles gelezen", exact=False).check()
    page.get_by_label("Ik heb het stuk getoetst", exact=False).check()
    page.get_by_role("button", name="Publiceer").click()
    page.wait_for_url(f"{live_server.url}/kennis/delen-mag-vaak")

    assert (refused, offered, told, by_writer) == (1, 0, 1, 0)
    expect(page.get_by_text("ook als er haast is.")).to_have_count(1)
    piece = Publication.objects.get(key=draft.key)
    assert piece.state == PublicationState.PUBLISHED
    assert [review.holds for review in piece.reviews.all()] == [True, False]
