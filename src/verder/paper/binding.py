"""A pack: our documents and the papers that people handed in, one PDF with one row of page numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from verder.domain.tlp import Tlp, strictest
from verder.paper.document import Block, Document, Facts, Heading, ItemList, Notice, Paragraph, Small, Span
from verder.paper.imposing import STRIP, lay, size_of
from verder.paper.papers import Opened, Paper, opened
from verder.paper.press import printed
from verder.paper.sheets import (
    BOUND,
    Data,
    bound_sheet_of,
    contents_sheet_of,
    paper_sheet_of,
    picture_sheet_of,
    sheet_of,
)

PROMISE = "Onze eigen bladzijden zijn gemaakt om voor iedereen leesbaar te zijn (PDF/UA-1)."
AS_THEY_ARE = (
    "Bijlagen zijn meegebonden zoals ze zijn ingeleverd. Of ze voor iedereen leesbaar zijn, is niet nagegaan; "
    "elke bijlage begint met een blad dat dit zegt."
)
HANDED_IN = "Wat volgt is meegebonden zoals het is ingeleverd. Of het voor iedereen leesbaar is, is niet nagegaan."
CLAIMS = re.compile(rb"<(pdfuaid:part|pdfaid:part|pdfaid:conformance)>[^<]*</\1>")


@dataclass(frozen=True, slots=True)
class Part:
    """A document of our own, with the papers that belong to it right behind it."""

    document: Document
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """What a body gets for one meeting; its label is the strictest of all that is in it."""

    title: str
    kind: str
    date: date
    parts: tuple[Part, ...]
    issuer: str = ""


Told = Callable[[int, int], None]
"""Is told how many of how many steps are done."""
PRINT_AND_LAY = 2


def bind(pack: Pack, told: Told | None = None) -> bytes:
    """Bind a pack: contents, then every part with its papers, with bookmarks and the label on every page.

    PDFs and pictures are bound in as they are; what cannot be printed (office files, locked or damaged PDFs) is listed
    as handed out apart. The pack says which pages are ours, and so made to be accessible. Each paper that is opened is
    a step, and so are printing and laying the pages.
    """
    steps = _Steps(sum(len(part.papers) for part in pack.parts) + PRINT_AND_LAY, told)
    ours = [part.document.tlp for part in pack.parts]
    label = strictest([*ours, *(paper.tlp for part in pack.parts for paper in part.papers)])
    parts = [
        (
            replace(part.document, tlp=label),
            [opened(replace(paper, tlp=label)) for paper in steps.after_each(part.papers)],
        )
        for part in pack.parts
    ]
    papers = [paper for _, handed_in in parts for paper in handed_in]
    sheets = [contents_sheet_of(_cover(pack, label, papers))]
    for document, handed_in in parts:
        sheets += [sheet_of(document), *(sheet for paper in handed_in for sheet in _sheets_of(paper, document))]
    pictures = {_name(paper): paper.picture.encode() for paper in papers if paper.picture}
    content = printed(pack.title, pack.date, sheets, language="nl", pictures=pictures)
    steps.take()
    pages = [page for paper in papers for page in paper.pages]
    bound = _with_pages(content, pages) if pages else content
    steps.take()
    return bound


@dataclass(slots=True)
class _Steps:
    """Counts the steps of binding, and tells of each."""

    total: int
    told: Told | None
    done: int = 0

    def take(self) -> None:
        self.done += 1
        if self.told:
            self.told(self.done, self.total)

    def after_each(self, papers: Sequence[Paper]) -> Iterator[Paper]:
        for paper in papers:
            yield paper
            self.take()


def _cover(pack: Pack, label: Tlp, papers: Sequence[Opened]) -> Document:
    gone = [paper.paper.title for paper in papers if not paper.paper.content]
    loose = [paper for paper in papers if paper.loose and paper.paper.content]
    blocks: list[Block] = []
    if len(gone) + len(loose) < len(papers):
        blocks.append(Notice(f"{PROMISE} {AS_THEY_ARE}"))
    if loose:
        blocks += [
            Heading(2, "Los bijgevoegd"),
            Paragraph("Deze bijlagen konden niet worden meegebonden. U krijgt ze apart."),
            ItemList(tuple((Span(paper.paper.title, strong=True), Span(f": {paper.loose}")) for paper in loose)),
        ]
    if gone:
        blocks += [
            Heading(2, "Weggehaald"),
            Paragraph("Deze bijlagen zijn weggehaald terwijl de stukken werden gemaakt. Ze staan er daarom niet bij."),
            ItemList(tuple((Span(title, strong=True),) for title in gone)),
        ]
    blocks.append(Heading(2, "Inhoud"))
    return Document(pack.title, pack.kind, pack.date, label, tuple(blocks), pack.issuer)


def _sheets_of(paper: Opened, document: Document) -> list[Data]:
    """Return the cover of a paper with its pages or its picture; nothing for a paper that comes apart."""
    if paper.loose:
        return []
    about = replace(document, title=paper.paper.title, kind=f"Bijlage bij {document.title}", mark="")
    if paper.picture:
        return [picture_sheet_of(replace(about, blocks=(Small(HANDED_IN),)), _name(paper))]
    count = len(paper.pages)
    facts = Facts((("Omvang", "1 bladzijde" if count == 1 else f"{count} bladzijden"),))
    cover = paper_sheet_of(replace(about, blocks=(facts, Paragraph(HANDED_IN))))
    return [cover, *(bound_sheet_of(about, *size_of(page), STRIP) for page in paper.pages)]


def _name(paper: Opened) -> str:
    return f"{sha256(paper.picture.encode()).hexdigest()}.svg"


def _with_pages(content: bytes, pages: Sequence[PageObject]) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(content))
    labels = writer.page_labels
    sheets = [sheet for sheet, label in zip(writer.pages, labels, strict=True) if label.startswith(BOUND)]
    for sheet, page in zip(sheets, pages, strict=True):
        lay(writer, sheet, page)
    _claim_no_more(writer)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _claim_no_more(writer: PdfWriter) -> None:
    """Take away what no longer holds for the whole: its accessibility, and labels that only marked the sheets."""
    root: Any = writer.root_object
    root.pop("/PageLabels")
    about = DecodedStreamObject()
    about.set_data(CLAIMS.sub(b"", root["/Metadata"].get_object().get_data()))
    about.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    root[NameObject("/Metadata")] = writer._add_object(about)  # noqa: SLF001 -- pypdf offers no other way
