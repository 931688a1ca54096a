"""What of the example's meetings goes out on paper: every document in every form, printed and looked at."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import uuid
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from tests.paper.reading_pdf import read
from tests.paper.test_opendocument import Headings
from tests.personas import secretary
from tests.signing_in import signed_in
from verder.deliberation.models import AgendaItem, Meeting, MeetingState
from verder.deliberation.starter.load import load
from verder.network.models import BodyKind
from verder.web import jobs

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FORMS = ("pdf", "odt")
WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
LABEL = r"TLP:(CLEAR|GREEN|AMBER)"
XHTML = ' xmlns="http://www.w3.org/1999/xhtml"'
SIDES = ("xMin", "yMin", "xMax", "yMax")
FOOT = 0.9
"""From where on a page nothing but its foot stands."""


def sent_to_members(kind: BodyKind) -> Meeting:
    """Return the first meeting of a body whose agenda is out."""
    return Meeting.objects.filter(state=MeetingState.PLANNED, agenda_sent_at__isnull=False, body__kind=kind)[0]


def documents() -> dict[str, str]:
    """Return where the documents of a meeting to come and of one that was held are, by name, without their form."""
    coming = sent_to_members(BodyKind.PLATFORM)
    held = Meeting.objects.filter(state=MeetingState.HELD, body__kind=BodyKind.PLATFORM).last()
    to_brief = AgendaItem.objects.filter(dilemma__isnull=False, meeting__body__kind=BodyKind.COUNCIL)
    item = to_brief.select_related("meeting").exclude(dilemma__tlp="TLP:RED").last()
    return {
        "uitnodiging": f"/vergaderingen/{coming.key}/uitnodiging",
        "agenda": f"/vergaderingen/{coming.key}/agenda",
        "kort": f"/vergaderingen/{item.meeting.key}/punten/{item.key}/kort",
        "besluitenlijst": f"/vergaderingen/{held.key}/stukken/besluitenlijst",
        "actielijst": f"/vergaderingen/{held.key}/stukken/actielijst",
        "verslag": f"/vergaderingen/{held.key}/stukken/verslag",
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder in which documents are laid: one to look at, when somebody asked for it."""
    asked = os.environ.get("VERDER_SCREENSHOTS")
    chosen = Path(asked) / "papier" if asked else tmp_path
    chosen.mkdir(parents=True, exist_ok=True)
    return chosen


@pytest.fixture
def laid(folder: Path) -> dict[str, Path]:
    """Lay every document of the example in the folder, in both its forms."""
    load(at=WEDNESDAY)
    client = signed_in(secretary())
    files = {}
    for name, address in documents().items():
        for form in FORMS:
            answer = client.get(f"{address}.{form}")
            assert answer.status_code == 200, (name, form)
            files[f"{name}.{form}"] = folder / f"{name}.{form}"
            files[f"{name}.{form}"].write_bytes(answer.content)
    return files


def test_every_page_on_paper_has_its_label_and_is_whole(laid):
    for name, file in laid.items():
        if file.suffix == ".pdf":
            found = read(file.read_bytes())
            levels = [int(tag[2]) for tag in found.headings]
            assert all(len(re.findall(LABEL, text)) >= 2 for text in found.texts), name
            assert levels[0] == 1, name
            assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), name
            assert found.about.count("pdfuaid:part") >= 1, name
            assert_pages_are_filled(file)
    written = read(laid["besluitenlijst.pdf"].read_bytes()).text
    assert "Een werkgroep zoekt uit wanneer een gesprek met de ouders helpt" in written
    step = "Het Platform vroeg een werkgroep dit uit te zoeken."
    assert step in written, "a decision that nobody put in words is the step that was taken"


def assert_pages_are_filled(file: Path) -> None:
    """Find every word on its page, and no page but the last of which the lower half is empty."""
    *before_last, (_width, _height, last) = words_by_page(file)
    assert last
    for width, height, boxes in before_last:
        assert all(0 <= left < right <= width for left, _top, right, _bottom in boxes), file.name
        assert max(bottom for *_rest, bottom in boxes if bottom < FOOT * height) > height / 2, file.name


def words_by_page(file: Path) -> list[tuple[float, float, list[tuple[float, ...]]]]:
    """Return of each page its width, its height, and where each word stands."""
    command = ["pdftotext", "-bbox", str(file), "-"]
    told = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 -- our own words
    pages = []
    for page in fromstring(told.stdout.replace(XHTML, "")).iter("page"):
        boxes = [tuple(float(word.get(side)) for side in SIDES) for word in page.iter("word")]
        pages.append((float(page.get("width")), float(page.get("height")), boxes))
    return pages


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs libreoffice-writer-nogui")
def test_a_word_processor_opens_every_document_with_headings_that_are_headings(laid, tmp_path):
    files = [str(file) for file in laid.values() if file.suffix == ".odt"]
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "html"]
    command += ["--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 -- our own words

    found = {name: headings_in(tmp_path / f"{name}.html") for name in documents()}

    assert all(headings[0][0] == "h1" for headings in found.values())
    assert [words for _level, words in found["uitnodiging"]][1:3] == [
        "1 Opening en mededelingen",
        "2 Verslag, besluiten en acties van de vorige vergadering",
    ]
    assert ("h3", "Wat is geprobeerd") in found["agenda"]
    assert ("h2", "Wat loopt vast?") in found["kort"]
    for name in ("besluitenlijst", "verslag"):
        assert [level for level, _words in found[name]].count("h2") >= 5


def headings_in(page: Path) -> list[tuple[str, str]]:
    """Return the headings of a page that a word processor made."""
    headings = Headings()
    headings.feed(page.read_text())
    return headings.found


def test_the_cover_of_a_pack_says_what_is_in_it(folder):
    load(at=WEDNESDAY)
    clerk = secretary()
    meeting = sent_to_members(BodyKind.PLATFORM)
    signed_in(clerk).post(f"/vergaderingen/{meeting.key}/stukken", {"request_key": uuid.uuid4()})
    jobs.make_pack(str(meeting.key))
    content = signed_in(clerk).get(f"/vergaderingen/{meeting.key}/stukken.pdf").content
    (folder / "stukken.pdf").write_bytes(content)

    found = read(content)

    assert "Inhoud" in found.texts[0]
    assert "Agenda Landelijk Platform" in found.texts[0]
    assert all(re.search(LABEL, text) for text in found.texts)
