"""PDFs: accessible by all that can be checked in them, in our own letters, labelled on each page, whatever is typed."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.paper.reading_pdf import fonts, read
from tests.paper.samples import ALL, DAY, DRAWING, WILD, actions, agenda, brief, decisions, factsheet, minutes, wild
from verder.domain.tlp import Tlp
from verder.paper.characters import UNPRINTABLE
from verder.paper.document import Document, Heading, Layout, Paragraph, Picture, Small, Span, Table
from verder.paper.printing import pdf

pytestmark = pytest.mark.slow
EACH = pytest.mark.parametrize("sample", ALL.values(), ids=ALL)


@EACH
def test_every_document_is_tagged_and_says_its_language_and_title(sample):
    document = sample()

    found = read(pdf(document))

    assert found.root["/MarkInfo"]["/Marked"]
    assert found.root["/Lang"] == "nl-NL"
    assert found.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert found.reader.metadata.title == document.title
    assert found.reader.metadata.author is None


@EACH
def test_every_document_claims_what_the_press_has_checked(sample):
    about = read(pdf(sample())).about

    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about


@EACH
def test_headings_come_in_order(sample):
    levels = [int(tag[2]) for tag in read(pdf(sample())).headings]

    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@EACH
def test_all_letters_are_in_the_file(sample):
    found = fonts(read(pdf(sample())).reader)

    assert found
    assert all("/FontFile2" in font or "/FontFile3" in font for font in found)


@pytest.mark.parametrize("label", Tlp)
def test_the_label_stands_at_the_head_and_foot_of_every_page(label):
    texts = read(pdf(replace(actions(), tlp=label))).texts

    assert len(texts) == 2
    assert [text.count(label.value) for text in texts] == [2, 2]


def test_every_page_says_which_of_how_many_it_is():
    texts = read(pdf(actions())).texts

    assert "Bladzijde 1 van 2" in texts[0]
    assert "Bladzijde 2 van 2" in texts[1]


def test_the_head_of_a_table_is_one_and_returns_on_the_next_page():
    found = read(pdf(actions()))

    assert found.tags.count("/TH") == 5
    assert found.tags.count("/TR") == 60
    assert "/Caption" in found.tags
    assert all("Nr. Actie Wie Uiterlijk Stand" in text for text in found.texts)


def test_lists_quotes_and_links_are_what_they_are():
    briefs, minute, invitation = (set(read(pdf(each())).tags) for each in (brief, minutes, agenda))

    assert {"/L", "/LI", "/Lbl", "/LBody"} <= briefs
    assert "/BlockQuote" in minute
    assert "/Link" in invitation


def test_a_draft_says_so_on_every_page():
    text = read(pdf(replace(actions(), mark="concept"))).texts

    assert all("CONCEPT" in page for page in text)


def test_numbered_parts_are_bookmarks_with_their_numbers():
    bookmarks = read(pdf(minutes())).bookmarks

    assert [(depth, title) for depth, title, _ in bookmarks] == [
        (1, "Verslag van het Landelijk Platform"),
        (2, "1 Opening"),
        (2, "2 Mag de school de ouders bellen?"),
        (3, "Afspraken"),
    ]


def test_what_somebody_types_is_never_read_as_markup():
    found = read(pdf(wild()))

    assert found.reader.metadata.title == WILD
    assert found.text.count("#include") >= 10
    assert found.text.count("*niet") >= 10


def test_only_addresses_of_web_and_mail_are_links():
    addresses = ("https://verder.example/", "mailto:post@verder.example", "javascript:alert(1)", "file:///etc/passwd")
    words = tuple(Span(f"{address} ", link=address) for address in addresses)

    found = read(pdf(Document("Links", "Proef", DAY, Tlp.CLEAR, (Paragraph(words),)))).reader.pages[0]["/Annots"]

    assert [str(link.get_object()["/A"]["/URI"]) for link in found] == [
        "https://verder.example/",
        "mailto:post@verder.example",
    ]


def test_characters_without_a_letter_become_a_box_and_stop_nothing():
    text = "Ελληνικά Русский العربية ş ğ ı İ ő ≥ → ✓ 漢字 עברית 😀 \x00\x07"

    found = read(pdf(Document("Tekens", "Proef", DAY, Tlp.CLEAR, (Paragraph(text), Small(text))))).text

    assert "Русский" in found
    assert "ş ğ ı İ ő ≥" in found
    assert "□□" in found


def test_every_character_that_counts_as_printable_can_be_printed():
    covered = [chr(code) for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000]
    text = " ".join(character for character in covered if not UNPRINTABLE.match(character))

    content = pdf(Document("Alle tekens", "Proef", DAY, Tlp.CLEAR, (Paragraph(text),)))

    assert len(text) > 5000
    assert content.startswith(b"%PDF-")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_no_text_stops_the_press(typed):
    blocks = (Heading(2, typed, number=typed[:2]), Paragraph(typed), Table(typed, (typed,), ((typed,),)))

    content = pdf(Document("Titel", typed, DAY, Tlp.CLEAR, blocks, typed, typed))

    assert content.startswith(b"%PDF-")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="measuring words needs poppler-utils")
@EACH
def test_no_word_runs_off_the_sheet(sample, tmp_path):
    file = tmp_path / "sample.pdf"
    file.write_bytes(pdf(sample()))

    told = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True)

    xhtml = "{http://www.w3.org/1999/xhtml}"
    margin = 70 if sample().layout is Layout.LETTER else 45
    pages = list(fromstring(told.stdout.decode(errors="replace")).iter(f"{xhtml}page"))
    assert pages
    for page in pages:
        width, height = float(page.get("width")), float(page.get("height"))
        words = list(page.iter(f"{xhtml}word"))
        assert [word.text for word in words if float(word.get("xMax")) > width - margin] == []
        assert [word.text for word in words if float(word.get("yMax")) > height - 30] == []


def test_a_factsheet_hangs_its_headings_in_the_margin_and_numbers_within_numbers_are_letters():
    found = read(pdf(factsheet()))

    assert found.headings == ["/H1", *["/H2"] * 3, *["/H3"] * 4, *["/H2"] * 4]
    assert "a. Thuis. b. Op school." in found.text
    assert found.tags.count("/TH") == 2


def test_a_wide_picture_stands_on_a_sheet_on_its_side_with_words_for_who_does_not_see_it():
    found = read(pdf(factsheet()))

    turned = [page.mediabox.width > page.mediabox.height for page in found.reader.pages]
    assert turned == [False, False, True, False]
    assert "/Figure" in found.tags
    assert found.alternatives == ["Schema van de keuzehulp"]


def test_a_picture_in_a_letter_stays_within_its_margins():
    picture = Picture(DRAWING, "Schema", 1200, 300, 14)

    found = read(pdf(Document("Brief", "Proef", DAY, Tlp.CLEAR, (Paragraph("Zie het schema."), picture))))

    assert [page.mediabox.width < page.mediabox.height for page in found.reader.pages] == [True]
    assert "/Figure" in found.tags


def test_a_word_that_no_dictionary_breaks_runs_on_at_the_next_line_and_is_read_as_it_was_typed():
    address = "https://verder.example/kennis/" + "een-heel-lang-adres-" * 8

    lines = read(pdf(Document("Lang", "Proef", DAY, Tlp.CLEAR, (Paragraph(address),)))).reader.pages[0].extract_text()

    assert address not in lines
    assert address in lines.replace("\n", "")


def test_the_same_document_gives_the_same_bytes():
    assert pdf(decisions()) == pdf(decisions())


def test_long_dutch_words_are_broken_as_dutch():
    words = (
        "De verantwoordingsinformatie van samenwerkingspartners en aansprakelijkheidsverzekeringsmaatschappijen. " * 9
    )

    lines = read(pdf(Document("Woorden", "Proef", DAY, Tlp.CLEAR, (Paragraph(words),)))).reader.pages[0].extract_text()

    assert any(line.rstrip().endswith(("-", "\xad", "‐")) for line in lines.splitlines())
