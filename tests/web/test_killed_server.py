"""The web server is killed while a meeting is recorded, and a worker makes a pack while people read on."""

from __future__ import annotations

import time
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from pypdf import PdfReader

from tests import factories
from tests.browser import WIDE, assert_accessible, assert_no_overflow, enter, look, open_page
from tests.factories import checked
from tests.files.making import checked_file, plain_pdf
from tests.personas import as_actor, participant, secretary
from tests.processes import web_server, worker
from verder.deliberation.actor import Intent
from verder.deliberation.models import AgendaItem, ItemKind, ItemRecord, Meeting, MeetingPack, PackState
from verder.deliberation.operations import agenda, papers
from verder.network.models import BodyKind, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
NOW = timezone.now()
DAY = timedelta(days=1)
SAVED = "Bewaard om"
CUT = "Geen verbinding"
LONG = 30_000
ITEMS, PAPERS = 40, 25
QUICK = 2.0
"""Seconds in which a page comes, also while a pack is made beside it and on a machine with much else to do."""


def kept_by_browser(page, item: AgendaItem) -> str:
    """Return what the browser itself holds of the words at an item."""
    return page.evaluate(f"localStorage.getItem('verder-keep-{item.key}') ?? ''")


def wait_until_acknowledged(page, item: AgendaItem) -> None:
    """Wait until the server has all that was typed, so that the browser lets go of it."""
    limit = time.monotonic() + LONG / 1000
    while kept_by_browser(page, item):
        assert time.monotonic() < limit, "what was typed is still only in the browser"
        page.wait_for_timeout(100)


def minutes_of(item: AgendaItem) -> str:
    """Return what stands in the database."""
    return ItemRecord.objects.get(item=item).minutes


def test_a_server_that_is_killed_while_two_people_type_loses_nothing(browser, page):
    clerk, colleague = secretary(), secretary()
    _, meeting = factories.at_platform(clerk, at=NOW - 7 * DAY)
    first = meeting.items.get()
    second = agenda.add_item(
        meeting, title=checked("Rondvraag"), kind=ItemKind.DISCUSSION, actor=as_actor(clerk, NOW), at=NOW
    )
    with web_server() as server, open_page(browser, size=WIDE) as other:
        writing = {page: (clerk, first), other: (colleague, second)}
        for writer, (person, item) in writing.items():
            enter(writer, person, server.address)
            writer.goto(f"{server.address}/vergaderingen/{meeting.key}/leiden?punt={item.key}")
            writer.get_by_role("textbox", name="Verslag").press_sequentially("Wat er eerst")
            writer.get_by_text(SAVED).wait_for(timeout=LONG)

        for writer in writing:
            writer.get_by_role("textbox", name="Verslag").press_sequentially(" is gezegd")
        server.kill()
        for writer in writing:
            writer.get_by_role("textbox", name="Verslag").press_sequentially(" en daarna")
            writer.get_by_text(CUT).wait_for(timeout=LONG)

        for writer, (_person, item) in writing.items():
            assert minutes_of(item).startswith("Wat er eerst")
            assert "Wat er eerst is gezegd en daarna" in kept_by_browser(writer, item)

        server.start()
        for writer, (_person, item) in writing.items():
            wait_until_acknowledged(writer, item)
            assert minutes_of(item) == "Wat er eerst is gezegd en daarna"


def test_words_whose_receipt_was_lost_are_saved_with_what_was_typed_after_them(page, live_server):
    clerk = secretary()
    _, meeting = factories.at_platform(clerk, at=NOW - 7 * DAY)
    enter(page, clerk, live_server.url)
    page.goto(f"{live_server.url}/vergaderingen/{meeting.key}/leiden")
    lost = []

    def lose_the_first(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch().status)  # it arrives, and its answer does not
        return route.abort()

    page.route("**/verslag", lose_the_first)
    page.get_by_role("textbox", name="Verslag").fill("Er is gestemd")
    page.get_by_text(CUT).wait_for(timeout=LONG)
    page.get_by_role("textbox", name="Verslag").fill("Er is gestemd, en besloten.")
    wait_until_acknowledged(page, meeting.items.get())

    kept = ItemRecord.objects.get()
    assert lost == [200]
    assert (kept.minutes, kept.version) == ("Er is gestemd, en besloten.", 2)


def with_many_papers(clerk: Person) -> Meeting:
    """Return a meeting next week with a hundred pages of papers."""
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    file = checked_file(plain_pdf("Een notitie over de regie die wij samen willen voeren.", pages=4), "notitie.pdf")
    for number in range(1, ITEMS + 1):
        found, actor = Meeting.objects.get(pk=meeting.pk), as_actor(clerk, NOW)
        title = checked(f"Onderwerp {number}")
        item = agenda.add_item(found, title=title, kind=ItemKind.DISCUSSION, actor=actor, at=NOW, intent=Intent())
        if number <= PAPERS:
            papers.add_paper(item.key, file=file, title=checked("Notitie"), actor=actor, at=NOW, intent=Intent())
    return meeting


def test_a_worker_makes_the_pack_while_its_progress_shows_and_pages_stay_quick(browser, page):
    clerk, member = secretary(), participant()
    meeting = with_many_papers(clerk)
    with web_server() as server, open_page(browser, size=WIDE) as reading:
        here = f"{server.address}/vergaderingen/{meeting.key}"
        enter(page, clerk, server.address)
        enter(reading, member, server.address)
        page.goto(f"{here}/stukken")
        page.get_by_role("button", name="Maak het bestand").click()
        page.get_by_text("Het bestand staat klaar om gemaakt te worden.").wait_for()

        with worker() as making:
            wait_until_begun(meeting)
            making.pause()
            page.get_by_text("Wij maken het bestand.").wait_for()
            step = page.get_by_role("progressbar")
            assert 0 < int(step.get_attribute("value")) < int(step.get_attribute("max"))
            assert_accessible(page)
            assert_no_overflow(page)
            look(page, "pack-being-made")
            making.go_on()
            slowest = max(_seconds(reading, here) for _visit in range(10))
            page.get_by_text("Het bestand is klaar.").wait_for(timeout=LONG)
            with page.expect_download() as coming:
                page.get_by_role("link", name="Haal het bestand op").click()

    pages = PdfReader(BytesIO(Path(coming.value.path()).read_bytes())).pages
    assert len(pages) >= PAPERS * 4
    assert slowest < QUICK


def wait_until_begun(meeting: Meeting) -> None:
    """Wait until the worker has begun to make the pack."""
    limit = time.monotonic() + LONG / 1000
    while MeetingPack.objects.only("state").get(meeting=meeting).state == PackState.QUEUED:
        assert time.monotonic() < limit, "nobody makes the pack"
        time.sleep(0.005)


def _seconds(reading, address: str) -> float:
    """Return how long somebody else waits for a page of the same meeting."""
    began = time.perf_counter()
    reading.goto(address)
    return time.perf_counter() - began
