"""A document as OpenDocument text (ODF 1.3), for who wants to work on in it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from verder.paper.document import Document, day_in_words
from verder.paper.odf_blocks import Place, add_blocks
from verder.paper.odf_elements import VERSION, add_label, add_text, element, qualified

MIME = "application/vnd.oasis.opendocument.text"
STYLES = Path(__file__).parent / "paper.styles.xml"
PARTS = ("content.xml", "styles.xml", "meta.xml")


def odf(document: Document) -> bytes:
    """Write a document as ODT, with real headings, lists and table heads. The same document gives the same bytes."""
    parts = {
        "META-INF/manifest.xml": _manifest(),
        "content.xml": _content(document),
        "styles.xml": _styles(document),
        "meta.xml": _meta(document),
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        _put(archive, "mimetype", MIME.encode("ascii"), ZIP_STORED)
        for name, root in parts.items():
            _put(archive, name, ET.tostring(root, encoding="UTF-8", xml_declaration=True), ZIP_DEFLATED)
    return file.getvalue()


def _put(archive: ZipFile, name: str, content: bytes, how: int) -> None:
    archive.writestr(ZipInfo(name), content, compress_type=how)


def _manifest() -> ET.Element:
    root = ET.Element(qualified("manifest:manifest"), {qualified("manifest:version"): VERSION})
    for path, kind in (("/", MIME), *((part, "text/xml") for part in PARTS)):
        element(root, "manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind})
    return root


def _content(document: Document) -> ET.Element:
    root = ET.Element(qualified("office:document-content"), {qualified("office:version"): VERSION})
    automatic = element(root, "office:automatic-styles")
    body = element(element(root, "office:body"), "office:text")
    kind = element(body, "text:p", {"text:style-name": "Kind"})
    add_text(kind, f"{document.kind} · {day_in_words(document.date)}")
    title = element(body, "text:h", {"text:style-name": "Heading_20_1", "text:outline-level": "1"})
    add_text(title, document.title)
    add_blocks(Place(body, automatic), document.blocks)
    return root


def _styles(document: Document) -> ET.Element:
    root = ET.parse(STYLES).getroot()  # noqa: S314 -- a file of our own
    page = root.find(f".//{qualified('style:master-page')}")
    assert page is not None  # noqa: S101 -- it stands in that file
    head = element(page[0], "text:p", {"text:style-name": "Header"})
    if document.mark:
        add_text(element(head, "text:span", {"text:style-name": "Mark"}), document.mark)
        add_text(head, " · ")
    add_text(head, document.issuer)
    foot = element(page[1], "text:p", {"text:style-name": "Footer"})
    add_text(foot, "Bladzijde ")
    element(foot, "text:page-number", {"text:select-page": "current"}).text = "1"
    add_text(foot, " van ")
    element(foot, "text:page-count").text = "1"
    add_text(foot, f" · {document.kind}, {day_in_words(document.date)}")
    for line in (head, foot):
        add_text(line, "\t")
        add_label(line, document.tlp)
    return root


def _meta(document: Document) -> ET.Element:
    root = ET.Element(qualified("office:document-meta"), {qualified("office:version"): VERSION})
    meta = element(root, "office:meta")
    element(meta, "meta:generator").text = "Verder"
    add_text(element(meta, "dc:title"), document.title.replace("\n", " "))
    element(meta, "dc:language").text = "nl-NL"
    element(meta, "meta:creation-date").text = datetime.combine(document.date, time(12), UTC).strftime(
        "%Y-%m-%dT%H:%M:%SZ"
    )
    return root
