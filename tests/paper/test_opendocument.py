"""OpenDocument: read by a library and by a word processor, with headings that are headings."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_STORED, ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from odfdo import Document as OpenDocument

from tests.paper.reading_pdf import read
from tests.paper.samples import ALL, DAY, WILD, agenda, brief, decisions, minutes
from verder.domain.tlp import Tlp
from verder.paper.document import Document, Heading, ItemList, Paragraph, Quote, Small, Span
from verder.paper.opendocument import odf

EACH = pytest.mark.parametrize("sample", ALL.values(), ids=ALL)


def opened(document):
    return OpenDocument(BytesIO(odf(document)))


def part(document, name):
    with ZipFile(BytesIO(odf(document))) as archive:
        return archive.read(name).decode()


@EACH
def test_headings_are_headings_in_order(sample):
    found = opened(sample()).body.get_headers()

    levels = [int(heading.level) for heading in found]
    assert levels[0] == 1
    assert [heading.style for heading in found] == [f"Heading_20_{level}" for level in levels]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@EACH
def test_the_file_says_what_it_is_before_anything_else(sample):
    with ZipFile(BytesIO(odf(sample()))) as archive:
        first = archive.infolist()[0]

        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        for name in archive.namelist()[1:]:
            fromstring(archive.read(name))


def test_every_style_that_is_used_exists():
    for sample in ALL.values():
        content, styles = part(sample(), "content.xml"), part(sample(), "styles.xml")
        used = {found.split('"')[0] for found in content.split('text:style-name="')[1:]}

        assert [name for name in used if f'style:name="{name}"' not in styles] == []


@pytest.mark.parametrize("label", Tlp)
def test_the_label_stands_in_head_and_foot(label):
    styles = part(Document("Titel", "Proef", DAY, label), "styles.xml")

    head, foot = styles.split("<style:footer>")
    assert f"\xa0{label.value}\xa0" in head.split("<style:header>")[1]
    assert f"\xa0{label.value}\xa0" in foot


def test_the_file_knows_title_and_language_and_nobody():
    meta = opened(minutes()).get_part("meta.xml")

    assert meta.title == "Verslag van het Landelijk Platform"
    assert meta.language == "nl-NL"
    assert meta.creator is None
    assert meta.initial_creator is None


def test_a_draft_and_its_issuer_stand_at_the_head():
    assert '>concept</text:span><text:s text:c="1" />· Landelijk Platform<' in part(minutes(), "styles.xml")


def test_a_label_of_a_part_stands_behind_its_heading():
    assert 'text:style-name="Tlp_RED">\xa0TLP:RED\xa0<' in part(agenda(), "content.xml")


def test_lists_keep_their_order_and_depth():
    lists = opened(brief()).body.get_lists()

    assert [found.style for found in lists] == ["Bullets", "Bullets", "Numbers"]
    assert [len(found.get_items()) for found in lists] == [3, 2, 2]


def test_tables_have_a_head_that_returns():
    content = part(decisions(), "content.xml")

    assert content.count("<table:table-header-rows>") == 2
    assert content.count("<table:table-row>") == 9


def test_spaces_breaks_and_tabs_are_kept_and_control_characters_are_not():
    document = Document("Titel", "Proef", DAY, Tlp.CLEAR, (Paragraph("  a   b\nc\td\x00\x0be"),))

    content = part(document, "content.xml")

    assert '<text:s text:c="2" />a <text:s text:c="2" />b<text:line-break />c<text:tab />de</text:p>' in content


def test_words_keep_their_style_and_only_addresses_are_links():
    words = (
        Span("vet", strong=True),
        Span("schuin", emphasis=True),
        Span("hier", link="https://verder.example/?a=1&b=2"),
        Span("daar", link="javascript:alert(1)"),
    )

    content = part(Document("Titel", "Proef", DAY, Tlp.CLEAR, (Paragraph(words),)), "content.xml")

    assert '<text:span text:style-name="Strong_20_Emphasis">vet</text:span>' in content
    assert '<text:span text:style-name="Emphasis">schuin</text:span>' in content
    assert 'xlink:href="https://verder.example/?a=1&amp;b=2"' in content
    assert "javascript" not in content


def test_an_ordered_list_may_start_later():
    document = Document("Titel", "Proef", DAY, Tlp.CLEAR, (ItemList(("c", "d"), ordered=True, start=3),))

    assert part(document, "content.xml").count('text:start-value="3"') == 1


def test_a_line_under_a_heading_stays_with_what_follows_but_never_holds_on_to_the_next_heading():
    blocks = (
        Heading(2, "Een"),
        Small("besloten"),
        Quote("Zo."),
        Heading(2, "Twee"),
        Small("besproken"),
        Heading(2, "Drie"),
    )
    content = part(Document("Titel", "Proef", DAY, Tlp.CLEAR, (*blocks, Small("einde"))), "content.xml")

    kept = re.findall(r'style-name="(Small[^"]*)">([^<]+)<', content)

    assert kept == [("Small_20_before", "besloten"), ("Small", "besproken"), ("Small", "einde")]


def test_the_same_document_gives_the_same_bytes():
    assert odf(agenda()) == odf(agenda())


class Headings(HTMLParser):
    """The headings in a page that a word processor made."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.cells = []
        self.at = ""

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 -- as its parent asks
        self.at = tag if tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else self.at
        if tag in {"thead", "th"}:
            self.cells.append(tag)

    def handle_endtag(self, tag):
        self.at = "" if tag == self.at else self.at

    def handle_data(self, data):
        if self.at and data.strip():
            self.found.append((self.at, " ".join(data.split())))


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Every sample as a word processor makes PDF and a page of it, at one start of the program."""
    folder = tmp_path_factory.mktemp("office")
    for name, sample in ALL.items():
        (folder / f"{name}.odt").write_bytes(odf(sample()))
    for kind in ("pdf", "html"):
        files = [str(folder / f"{name}.odt") for name in ALL]
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind]
        subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=120)
    return folder


needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="needs libreoffice-writer-nogui")


@pytest.mark.slow
@needs_office
def test_a_word_processor_finds_the_headings(converted):
    headings = Headings()
    headings.feed((converted / "minutes.html").read_text())

    assert headings.found == [
        ("h1", "Verslag van het Landelijk Platform"),
        ("h2", "1 Opening"),
        ("h2", "2 Mag de school de ouders bellen?"),
        ("h3", "Afspraken"),
    ]


@pytest.mark.slow
@needs_office
def test_a_word_processor_finds_the_heads_of_tables(converted):
    headings = Headings()
    headings.feed((converted / "decisions.html").read_text())

    assert headings.cells.count("thead") == 2


@pytest.mark.slow
@needs_office
@EACH
def test_a_word_processor_prints_the_label_on_every_page(converted, sample):
    document = sample()
    name = next(name for name, each in ALL.items() if each is sample)

    found = read((converted / f"{name}.pdf").read_bytes())

    assert [text.count(document.tlp.value) >= 2 for text in found.texts] == [True] * len(found.texts)


@pytest.mark.slow
@needs_office
def test_a_word_processor_reads_what_was_typed_as_it_was_typed(converted):
    text = "".join(read((converted / "wild.pdf").read_bytes()).text.split())

    assert text.count("".join(WILD.split())[:30]) >= 10
