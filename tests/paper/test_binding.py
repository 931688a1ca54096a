"""Packs: our documents and what people handed in, one row of numbers, one label, bookmarks to all of it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)

from tests.paper.reading_pdf import read
from tests.paper.samples import DAY, actions, agenda, brief, decisions, minutes
from verder.domain.tlp import Tlp
from verder.paper.binding import Pack, Part, bind
from verder.paper.papers import Paper
from verder.paper.printing import pdf

pytestmark = pytest.mark.slow


def handed_in(*pages, title="Notitie over regie", tlp=Tlp.GREEN):
    """Return a paper of the first pages of documents."""
    writer = PdfWriter()
    for document in pages:
        writer.add_page(PdfReader(BytesIO(pdf(document))).pages[0])
    return paper_of(writer, title, tlp)


def paper_of(writer, title="Notitie over regie", tlp=Tlp.GREEN):
    file = BytesIO()
    writer.write(file)
    return Paper(title, file.getvalue(), tlp)


def mark(writer, subtype, appearance, **more):
    """Return a mark on a page of which only the appearance counts."""
    return writer._add_object(
        DictionaryObject(
            {
                NameObject("/Subtype"): NameObject(subtype),
                NameObject("/Rect"): RectangleObject((50, 550, 250, 650)),
                NameObject("/AP"): DictionaryObject({NameObject("/N"): appearance}),
                **{NameObject(f"/{name}"): value for name, value in more.items()},
            }
        )
    )


def drawing(writer):
    """Return a drawing of a black square."""
    square = DecodedStreamObject()
    square.set_data(b"0 0 10 10 re f")
    square[NameObject("/Subtype")] = NameObject("/Form")
    square[NameObject("/BBox")] = RectangleObject((0, 0, 10, 10))
    return writer._add_object(square)


def picture(kind="PNG", size=(400, 300), **how):
    file = BytesIO()
    Image.radial_gradient("L").resize(size).save(file, kind, **how)
    return Paper("Kaart van de keten", file.getvalue(), Tlp.CLEAR)


def bound(*papers, label=Tlp.GREEN):
    own = replace(brief(), tlp=label)
    parts = (Part(replace(minutes(), tlp=label)), Part(own, papers))
    pack = Pack("Vergaderstukken van het Landelijk Platform", "Vergaderstukken", DAY, parts, "Landelijk Platform")
    return read(bind(pack))


def test_a_pack_has_one_row_of_numbers_and_bookmarks_to_every_part():
    found = bound(handed_in(decisions(), actions()), picture())

    assert len(found.texts) == 1 + 1 + 1 + 1 + 2 + 1
    assert all(f"Bladzijde {number} van 7" in text for number, text in enumerate(found.texts, 1))
    assert [mark for mark in found.bookmarks if mark[0] == 1] == [
        (1, "Vergaderstukken van het Landelijk Platform", 1),
        (1, "Verslag van het Landelijk Platform", 2),
        (1, "Regie bij verhuizing tussen gemeenten", 3),
    ]
    assert (2, "Notitie over regie", 4) in found.bookmarks
    assert (2, "Kaart van de keten", 7) in found.bookmarks


def test_the_contents_name_every_document_and_paper():
    first = bound(handed_in(decisions())).texts[0]

    assert "Verslag van het Landelijk Platform" in first
    assert "Regie bij verhuizing tussen gemeenten" in first
    assert "Notitie over regie" in first


def test_every_page_carries_the_strictest_label_of_all():
    found = bound(handed_in(decisions(), tlp=Tlp.RED), picture())

    assert all(text.count("TLP:RED") >= 2 for text in found.texts)


def test_a_pack_of_nothing_strict_stays_as_wide_as_it_was():
    found = bound(picture(), label=Tlp.CLEAR)

    assert all(text.count("TLP:CLEAR") >= 2 for text in found.texts)


def test_papers_are_bound_as_they_are():
    found = bound(handed_in(decisions()))

    assert "Mag de school de ouders bellen als een leerling daar zelf om vraagt?" in found.texts[4]
    assert "meegebonden zoals het is ingeleverd" in found.texts[3]
    assert "1 bladzijde" in found.texts[3]


def test_a_pack_with_papers_says_what_is_accessible_and_claims_no_more():
    found = bound(handed_in(decisions()))

    assert "PDF/UA-1" in found.texts[0]
    assert "Bijlagen zijn meegebonden zoals ze zijn ingeleverd" in found.texts[0]
    assert "pdfuaid:part>" not in found.about.replace("pdfuaid:part></", "")
    assert "pdfaid:conformance>A" not in found.about
    assert "/PageLabels" not in found.root


def test_our_own_pages_in_a_pack_stay_tagged():
    found = bound(handed_in(decisions(), actions()))

    assert found.root["/MarkInfo"]["/Marked"]
    assert found.root["/Lang"] == "nl-NL"
    assert found.headings[:4] == ["/H1", "/H2", "/H1", "/H2"]
    assert "/TOC" in found.tags


def test_a_pack_of_our_own_pages_alone_keeps_its_claim():
    assert "<pdfuaid:part>1</pdfuaid:part>" in bound().about


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_stands_upright_between_our_lines(turn):
    writer = PdfWriter(clone_from=BytesIO(handed_in(decisions()).content))
    writer.pages[0].rotate(turn)

    page = bound(paper_of(writer)).reader.pages[4]

    wide, high = float(page.mediabox.width), float(page.mediabox.height) - 84
    assert (wide > high) is (turn in {90, 270})
    assert "Wat is besloten" in page.extract_text()


def test_what_was_filled_in_or_marked_is_drawn_along():
    writer = PdfWriter(clone_from=BytesIO(handed_in(brief()).content))
    states = DictionaryObject({NameObject("/Yes"): drawing(writer)})
    writer.pages[0][NameObject("/Annots")] = ArrayObject(
        [
            mark(writer, "/FreeText", drawing(writer)),
            mark(writer, "/Widget", states, AS=NameObject("/Yes")),
            mark(writer, "/Widget", states, AS=NameObject("/Off")),
            mark(writer, "/Stamp", drawing(writer), F=NumberObject(2)),
            mark(writer, "/Popup", drawing(writer)),
        ]
    )

    page = bound(paper_of(writer)).reader.pages[4]

    assert {"/Page", "/Mark0", "/Mark1"} <= set(page["/Resources"]["/XObject"])
    assert "/Mark2" not in page["/Resources"]["/XObject"]
    assert b"20.00000 0.00000 0.00000 10.00000 50.00000 550.00000 cm /Mark0 Do" in page.get_contents().get_data()


def test_links_to_the_web_stay_and_everything_that_acts_stays_behind():
    writer = PdfWriter(clone_from=BytesIO(handed_in(brief()).content))
    writer.add_annotation(0, Link(rect=(50, 50, 100, 100), url="https://verder.example/bron"))
    writer.add_annotation(0, Link(rect=(50, 50, 100, 100), url="javascript:alert(1)"))
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('hallo')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject(k): v for k, v in script.items()})
    writer.add_attachment("bijlage.txt", b"hallo")

    found = bound(paper_of(writer))

    links = [link.get_object() for link in found.reader.pages[4]["/Annots"]]
    assert [str(link["/A"]["/URI"]) for link in links] == ["https://verder.example/bron"]
    assert links[0]["/Rect"] == [50, 92, 100, 142]
    assert not {"/OpenAction", "/AcroForm"} & set(found.root)
    assert set(found.root["/Names"]) == {"/Dests"}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF", "WEBP"])
def test_a_picture_becomes_a_page_with_its_title_as_its_words(kind):
    found = bound(picture(kind))

    assert "/Figure" in found.tags
    assert "Kaart van de keten" in found.texts[3]


def test_a_picture_leaves_behind_who_made_it():
    exif = Image.Exif()
    exif[0x013B] = "Maker van de kaart"

    pack = Pack("Stukken", "Vergaderstukken", DAY, (Part(brief(), (picture("JPEG", exif=exif),)),))

    assert b"Maker van de kaart" in picture("JPEG", exif=exif).content
    assert b"Maker van de kaart" not in bind(pack)


def locked():
    writer = PdfWriter(clone_from=BytesIO(handed_in(brief()).content))
    writer.encrypt("geheim", algorithm="AES-256")
    return paper_of(writer)


def huge():
    return picture("PNG", (9_000, 9_000))


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        (lambda: Paper("Begroting", b"PK\x03\x04 geen pdf", Tlp.CLEAR), "dit soort bestand kan niet"),
        (lambda: Paper("Begroting", b"%PDF-1.7 en dan niets", Tlp.CLEAR), "het bestand is beschadigd"),
        (lambda: paper_of(PdfWriter()), "het bestand is beschadigd"),
        (locked, "met een wachtwoord beveiligd"),
        (huge, "de afbeelding is te groot"),
    ],
    ids=["office", "damaged", "no-pages", "locked", "huge"],
)
def test_what_cannot_be_printed_is_listed_as_handed_out_apart(paper, why):
    handed = paper()

    found = bound(handed)

    assert "Los bijgevoegd" in found.texts[0]
    assert f"{handed.title}: " in found.texts[0]
    assert why in found.texts[0]
    assert len(found.texts) == 3


def test_a_paper_that_opens_with_an_empty_password_is_bound():
    writer = PdfWriter(clone_from=BytesIO(handed_in(brief()).content))
    writer.encrypt("", "eigenaar", algorithm="AES-256")

    assert len(bound(paper_of(writer)).texts) == 5


def test_pages_without_anything_on_them_are_bound_too():
    writer = PdfWriter()
    writer.add_blank_page(200, 100)

    page = bound(paper_of(writer)).reader.pages[4]

    assert (float(page.mediabox.width), float(page.mediabox.height)) == (200, 184)


def test_a_large_pack_is_bound():
    parts = tuple(
        Part(replace(brief(), title=f"Punt {number}", kind=f"Oplegger bij punt {number}"), (handed_in(brief()),))
        for number in range(1, 11)
    )

    found = read(bind(Pack("Stukken", "Vergaderstukken", DAY, (Part(agenda(10)), *parts))))

    assert [title for depth, title, _ in found.bookmarks if depth == 1][2:] == [f"Punt {n}" for n in range(1, 11)]
