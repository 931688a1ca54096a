"""Files with a dilemma in a real browser: choosing, findings, a look by a person, sharing, taking away and refusing."""

from __future__ import annotations

import pytest

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.deliberation.doing import do
from tests.files import making
from tests.personas import secretary
from tests.web.filling import PHONE
from verder.deliberation.links import Purpose, link_to
from verder.deliberation.models import Dilemma, DilemmaFile, Submitter
from verder.deliberation.operations import sharing
from verder.files.models import FileContent

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ADDRESS = "inbrenger@voorbeeld.example"


@pytest.fixture(params=["page", "page_without_js"])
def visitor(request):
    """Give a browser with scripts, and one without."""
    opened = request.getfixturevalue(request.param)
    opened.set_default_timeout(10_000)
    return opened


def hold(page, name: str) -> None:
    """Save what a page looks like, and hold it against what is asked of every page; axe needs scripts itself."""
    look(page, name)
    assert_no_overflow(page)
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        assert_accessible(page)


def a_dilemma() -> Dilemma:
    """Return a dilemma whose submitter has a confirmed address."""
    dilemma = factories.dilemma_at_intake()
    Submitter.objects.filter(dilemma=dilemma).update(email=ADDRESS, email_confirmed_at=factories.MONDAY)
    return dilemma


def follow(page, dilemma: Dilemma, url: str) -> None:
    """Open a dilemma by the link of a letter, and go on to its files."""
    page.goto(link_to(dilemma.key, Purpose.OPEN, address=ADDRESS).replace("http://127.0.0.1:8000", url))
    page.get_by_role("button", name="Open").click()
    page.goto(f"{url}/mijn-dilemma/{dilemma.number}/bestanden")


def choose(page, content: bytes, name: str, kind: str = WORD) -> None:
    """Choose a file and send it."""
    page.get_by_label("Bestanden").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    page.get_by_role("button", name="Controleer en voeg toe").click()


def test_a_submitter_corrects_a_file_adds_it_and_takes_it_away(visitor, live_server) -> None:
    dilemma = a_dilemma()
    follow(visitor, dilemma, live_server.url)
    choose(visitor, making.docx(f"Bel gerust {PHONE}, of mail morgen."), "verslag.docx")
    visitor.get_by_text("‘verslag.docx’ is nog niet toegevoegd.").wait_for()
    hold(visitor, "files-finding")
    assert not FileContent.objects.exists()

    choose(visitor, making.docx("Bel gerust."), "verslag.docx")
    visitor.get_by_role("link", name="verslag.docx", exact=True).wait_for()
    hold(visitor, "files-own")

    visitor.get_by_role("link", name="Haal weg").click()
    hold(visitor, "files-remove")
    visitor.get_by_role("button", name="Ja, vernietig het").dblclick()
    visitor.get_by_text("Er zijn nog geen bestanden.").wait_for()
    assert not FileContent.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("op-slot.pdf", making.locked_pdf()),
        ("bom.png", making.png_bomb()),
        ("kapot.docx", b"PK\x03\x04 en niets meer"),
        ("programma.exe", b"MZ niets"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(page, live_server, name, content) -> None:
    dilemma = a_dilemma()
    follow(page, dilemma, live_server.url)

    choose(page, content, name)

    page.get_by_text("Kies uw bestand opnieuw.").or_(page.get_by_text("Niet toegevoegd")).first.wait_for()
    hold(page, f"files-refused-{name}")
    assert not DilemmaFile.objects.exists()


def test_a_file_that_is_too_large_is_refused_with_what_may_be_sent(visitor, live_server, settings) -> None:
    settings.FILE_MOST_BYTES = 1024 * 1024
    follow(visitor, a_dilemma(), live_server.url)

    choose(visitor, bytes(settings.FILE_MOST_BYTES + 1), "verslag.docx")

    visitor.get_by_text("Kies uw bestand opnieuw.").wait_for()
    hold(visitor, "files-too-large")
    assert visitor.get_by_text("Een bestand mag 1 MB groot zijn.").count() > 0
    assert not DilemmaFile.objects.exists()


def test_a_secretary_looks_at_a_picture_and_shares_it(visitor, live_server) -> None:
    dilemma, clerk = factories.dilemma_at_intake(), secretary()
    do(sharing.prepare_shared_version, dilemma, clerk, words=factories.words())
    enter(visitor, clerk, live_server.url)
    visitor.goto(f"{live_server.url}/dilemmas/{dilemma.number}/bestanden")
    choose(visitor, making.png(), "schema.png", "image/png")
    visitor.get_by_role("link", name="schema.png", exact=True).wait_for()
    hold(visitor, "files-to-look-at")

    visitor.get_by_role("link", name="Leg vast dat u keek").click()
    hold(visitor, "files-looked-at")
    visitor.get_by_role("button", name="Ik keek: niemand is te herkennen").click()
    visitor.get_by_role("link", name="Deel dit bestand").click()
    visitor.get_by_role("button", name="Deel en toon aan de inbrenger").click()
    visitor.get_by_text("Hoort bij de gedeelde versie.").wait_for()
    hold(visitor, "files-shared")

    assert DilemmaFile.objects.get().shared_at is not None
