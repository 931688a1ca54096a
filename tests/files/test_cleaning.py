"""What becomes of real files: recognised by content, freed of what their makers left behind, and read."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from tests.files import making
from verder.files.cleaning import clean
from verder.files.kinds import FileKind
from verder.files.refusal import FileRefused, Reason

WITH_TRACES = {
    "jpeg": (making.jpeg, FileKind.JPEG),
    "png": (making.png, FileKind.PNG),
    "pdf": (making.pdf, FileKind.PDF),
    "scan": (making.scan_pdf, FileKind.PDF),
    "docx": (lambda: making.docx(picture=making.jpeg()), FileKind.DOCX),
    "odt": (lambda: making.odt(picture=making.jpeg()), FileKind.ODT),
}
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def traces_in(content: bytes) -> set[str]:
    """Name the planted words that stand anywhere in a file, packed or not."""
    everything = making.everything_in(content)
    return {word for word in making.PLANTED if any(word.encode(one) in everything for one in ENCODINGS)}


def reason_for(content: bytes) -> Reason:
    """Return why a file is refused."""
    with pytest.raises(FileRefused) as refused:
        clean(content)
    return refused.value.reason


@pytest.mark.parametrize("name", WITH_TRACES)
def test_nothing_of_its_maker_is_left_in_a_file(name):
    make, kind = WITH_TRACES[name]
    original = make()

    cleaned = clean(original)

    assert traces_in(original)
    assert traces_in(cleaned.content) == set()
    assert cleaned.kind is kind


@pytest.mark.parametrize("make", [making.pdf, making.docx, making.odt])
def test_the_words_of_a_document_are_read(make):
    cleaned = clean(make())

    assert making.SAID in " ".join(cleaned.text.split())
    assert not cleaned.needs_look


def test_changes_in_a_docx_are_accepted_and_every_place_is_read():
    text = clean(making.docx(picture=making.png())).text

    for said in (
        "Dit kwam erbij.",
        "een verwijzing",
        "In een vak.",
        "Boven aan de bladzijde",
        "Een tekening van de keuze",
    ):
        assert said in text
    assert "Eigen stijl" in text


def test_a_word_in_two_pieces_is_read_as_one():
    runs = "<w:p><w:r><w:t>06-123</w:t></w:r><w:r><w:t>45678</w:t></w:r><w:r><w:tab/><w:t>daarna</w:t></w:r></w:p>"

    text = clean(making.docx(body=runs)).text

    assert "06-12345678 daarna" in text


def test_words_that_were_hidden_in_a_docx_are_shown_and_read():
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r></w:p>"

    cleaned = clean(making.docx(body=hidden))

    assert "verborgen" in cleaned.text
    assert b"vanish" not in making.everything_in(cleaned.content)


def test_a_docx_keeps_one_of_two_drawings_of_the_same_and_no_drawing_without_its_picture():
    markup = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<mc:AlternateContent xmlns:mc="{markup}"><mc:Choice Requires="wps"><w:p><w:r><w:t>nieuw</w:t></w:r></w:p>'
        "</mc:Choice><mc:Fallback><w:p><w:r><w:t>oud</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="rIdX"/></v:shape>'
        "</w:pict></w:r></w:p>"
    )

    cleaned = clean(making.docx(body=body))

    assert "oud" in cleaned.text
    assert "nieuw" not in cleaned.text
    assert b"imagedata" not in making.everything_in(cleaned.content)


def test_a_docx_still_opens_as_one():
    cleaned = clean(making.docx(picture=making.jpeg()))

    with zipfile.ZipFile(io.BytesIO(cleaned.content)) as package:
        names = set(package.namelist())
    assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/media/image1.jpg"} <= names
    assert not any(name.startswith(("docProps", "customXml")) for name in names)
    assert clean(cleaned.content).text == cleaned.text


def test_an_odt_still_opens_as_one():
    cleaned = clean(making.odt(picture=making.png()))

    with zipfile.ZipFile(io.BytesIO(cleaned.content)) as package:
        first = package.infolist()[0]
        names = package.namelist()
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert {"content.xml", "styles.xml", "META-INF/manifest.xml", "Pictures/1.png"} <= set(names)
    assert "meta.xml" not in names
    assert clean(cleaned.content).text == cleaned.text


def test_the_words_of_an_odt_keep_their_spaces():
    assert "Daarna nog een verwijzing." in clean(making.odt()).text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (making.png, "a picture"),
        (making.scan_pdf, "a scan"),
        (lambda: making.plain_pdf("Kort."), "hardly any text"),
        (lambda: making.docx(picture=making.png()), "a picture in a document"),
        (lambda: making.odt(picture=making.png()), "a picture in a document"),
    ],
)
def test_what_a_computer_cannot_read_waits_for_a_person(content, why):
    assert clean(content()).needs_look, why


def test_a_picture_is_turned_upright_before_its_traces_go():
    cleaned = clean(making.jpeg(size=(60, 30), turned=True))

    with Image.open(io.BytesIO(cleaned.content)) as picture:
        assert picture.size == (30, 60)
        assert not picture.getexif()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_colours_is_drawn_anew(mode):
    assert clean(making.png(mode=mode)).kind is FileKind.PNG


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_of_any_colours_is_drawn_anew(mode):
    assert clean(making.jpeg(mode=mode)).kind is FileKind.JPEG


def test_what_hangs_behind_a_picture_is_gone():
    both = making.png() + making.docx()

    cleaned = clean(both)

    assert cleaned.kind is FileKind.PNG
    assert b"word/document.xml" not in cleaned.content


def test_what_hangs_before_a_document_makes_it_unknown():
    assert reason_for(b"GIF89a" + making.docx()) is Reason.UNKNOWN_KIND


REFUSED = {
    "a text": (lambda: b"Gewoon tekst", Reason.UNKNOWN_KIND),
    "a spreadsheet": (lambda: making.packed({"[Content_Types].xml": "<x/>", "xl/x.xml": "<x/>"}), Reason.UNKNOWN_KIND),
    "an old Word document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Reason.UNKNOWN_KIND),
    "a locked Word document": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        Reason.ENCRYPTED,
    ),
    "a locked PDF": (making.locked_pdf, Reason.ENCRYPTED),
    "a PDF with a form": (making.form_pdf, Reason.FORM),
    "half a PDF": (lambda: making.plain_pdf()[:300], Reason.BROKEN),
    "half a JPEG": (lambda: making.jpeg()[:60], Reason.BROKEN),
    "half a PNG": (lambda: making.png()[:60], Reason.BROKEN),
    "half a DOCX": (lambda: making.docx()[:500], Reason.BROKEN),
    "a PNG bomb": (making.png_bomb, Reason.PICTURE_TOO_LARGE),
    "a rather large PNG": (lambda: making.png_bomb(8000), Reason.PICTURE_TOO_LARGE),
    "a ZIP bomb": (lambda: making.docx(word__x=bytes(5_000_000)), Reason.BOMB),
    "a package of many parts": (lambda: making.docx(**{f"word__{n}": "" for n in range(2001)}), Reason.BOMB),
    "entities that grow": (
        lambda: making.docx(word__document_dot_xml='<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'),
        Reason.BOMB,
    ),
    "a part nested beyond reason": (lambda: making.docx(body="<w:p>" * 5000 + "</w:p>" * 5000), Reason.BOMB),
    "a DOCX with a macro": (lambda: making.docx(word__vbaProject_dot_bin="x"), Reason.MACROS),
    "a DOCX with a spreadsheet in it": (lambda: making.docx(word__embeddings__a_dot_xlsx="x"), Reason.EMBEDDED),
    "a DOCX with a drawing of another kind": (lambda: making.docx(picture=b"GIF89a"), Reason.ODD_PICTURE),
    "a DOCX without a page": (lambda: making.docx(_rels___dot_rels="<x/>"), Reason.BROKEN),
    "a DOCX of another standard": (lambda: making.docx(word__document_dot_xml="<x:y xmlns:x='urn:z'/>"), Reason.BROKEN),
    "a DOCX that is no XML": (lambda: making.docx(word__document_dot_xml="<w:"), Reason.BROKEN),
    "an ODT with a macro": (lambda: making.odt(Basic__a_dot_xml="<x/>"), Reason.MACROS),
    "an ODT with another file in it": (
        lambda: making.odt(body='<text:p><draw:object xlink:href="./Object 1"/></text:p>'),
        Reason.EMBEDDED,
    ),
    "a locked ODT": (
        lambda: making.odt(**{"META-INF__manifest_dot_xml": '<m xmlns:x="urn:x"><x:encryption-data/></m>'}),
        Reason.ENCRYPTED,
    ),
    "an ODT without a page": (
        lambda: making.packed({"mimetype": "application/vnd.oasis.opendocument.text"}),
        Reason.BROKEN,
    ),
    "very much text": (lambda: making.docx("a" * 200_001), Reason.TOO_MUCH_TEXT),
    "very many pages": (lambda: making.plain_pdf(pages=201), Reason.TOO_MANY_PAGES),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_in_is_refused_with_its_reason(name):
    make, reason = REFUSED[name]

    assert reason_for(make()) is reason
