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
from tests.browser import WIDE, enter, open_page
from tests.factories import checked
from tests.files.making import checked_file, plain_pdf
from tests.personas import as_actor, participant, secretary
from tests.processes import web_server, worker
from verder.deliberation.actor import Intent
from verder.deliberation.models import AgendaItem, ItemKind, ItemRecord, Meeting
from verder.deliberation.operations import agenda, papers
from verder.network.models import BodyKind, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
NOW = timezone.now()
DAY = timedelta(days=1)
SAVED = "Bewaard om"
CUT = "Geen verbinding"
LONG = 30_000
QUICK = 2.0


def kept_by_browser(page, item: AgendaItem) -> str:
    """Return what the browser itself holds of the words at an item."""
    return page.evaluate(f"localStorage.getItem('verder-keep-{item.key}') ?? ''")


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
            writer.get_by_text(SAVED).wait_for(timeout=LONG)
            writer.wait_for_function(f"localStorage.getItem('verder-keep-{item.key}') === null", timeout=LONG)
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
    page.wait_for_function("!Object.keys(localStorage).some((one) => one.startsWith('verder-keep-'))", timeout=LONG)

    kept = ItemRecord.objects.get()
    assert lost == [200]
    assert (kept.minutes, kept.version) == ("Er is gestemd, en besloten.", 2)


def with_many_papers(clerk: Person) -> Meeting:
    """Return a meeting next week with papers at many items."""
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    file = checked_file(plain_pdf("Een notitie over de regie die wij samen willen voeren.", pages=4), "notitie.pdf")
    for number in range(1, 13):
        found, actor = Meeting.objects.get(pk=meeting.pk), as_actor(clerk, NOW)
        title = checked(f"Onderwerp {number}")
        item = agenda.add_item(found, title=title, kind=ItemKind.DISCUSSION, actor=actor, at=NOW, intent=Intent())
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
        seen = page.evaluate_handle(WATCH)

        with worker():
            slowest = max(_seconds(reading, here) for _visit in range(10))
            page.get_by_text("Het bestand is klaar.").wait_for(timeout=60_000)
            with page.expect_download() as coming:
                page.get_by_role("link", name="Haal het bestand op").click()

    pages = PdfReader(BytesIO(Path(coming.value.path()).read_bytes())).pages
    assert len(pages) >= 12 * 4
    assert slowest < QUICK
    assert any("Stap" in one for one in seen.json_value())


WATCH = """() => {
  const seen = [];
  const shown = document.querySelector("#stukken");
  new MutationObserver(() => seen.push(shown.textContent)).observe(shown, {childList: true, subtree: true});
  return seen;
}"""


def _seconds(reading, address: str) -> float:
    """Return how long somebody else waits for a page of the same meeting."""
    began = time.perf_counter()
    reading.goto(address)
    return time.perf_counter() - began
