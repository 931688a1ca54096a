"""PDF: its pages are copied into a new document, with nothing beside them and nothing hanging from them."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

from verder.files.limits import MOST_PAGES, MOST_TEXT
from verder.files.pictures import bare_jpeg
from verder.files.refusal import FileRefused, Reason

PAGE_KEYS = frozenset({
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/Resources",
    "/Contents", "/UserUnit", "/Group",
})  # fmt: skip
NEVER = frozenset({
    "/Metadata", "/PieceInfo", "/LastModified", "/Author", "/Creator", "/Producer", "/CreationDate", "/ModDate",
    "/Annots", "/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/AF", "/Thumb", "/StructParent",
    "/StructParents", "/OPI", "/Private", "/RichMedia", "/XFA", "/AcroForm", "/Names", "/Dests", "/Outlines", "/URI",
    "/ActualText", "/Alt", "/E", "/Alternates", "/Measure", "/PtData", "/Ref", "/SpiderInfo",
})  # fmt: skip
"""Keys that no dictionary keeps, wherever it hangs."""
CATALOG_KEYS = frozenset({"/Type", "/Pages"})
TRAILER_KEYS = frozenset({"/Size", "/Root", "/Prev", "/XRefStm"})
HARDLY_ANY = 20
"""Letters on a page; with fewer it is taken for a scan or a drawing."""
MOST_ODD = 20
"""One in so many signs of a page may be one that means nothing."""
_JPEG, _JPEG2000 = "/DCTDecode", "/JPXDecode"
_ASIDE = (b"uuid", b"xml ", b"uinf")
"""Boxes of JPEG 2000 in which applications write."""
_BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, EOFError, zlib.error,
    UnicodeError, AssertionError, NotImplementedError, ArithmeticError,
)  # fmt: skip


def clean_pdf(content: bytes) -> bytes:
    """Return a PDF written anew; raise FileRefused when it is locked, holds a form, or cannot be read."""
    try:
        return _copied(_stripped(content))
    except (RecursionError, LimitReachedError):
        raise FileRefused(Reason.BOMB) from None
    except _BROKEN:
        raise FileRefused(Reason.BROKEN) from None


def _stripped(content: bytes) -> bytes:
    reader = _opened(content)
    writer = PdfWriter()
    writer.metadata = None
    for page in reader.pages:
        writer.add_page(page, excluded_keys=sorted(set(page) - PAGE_KEYS))
    for thing in _dictionaries(writer):
        for key in NEVER & set(thing):
            del thing[NameObject(key)]
        if isinstance(thing, StreamObject):
            _strip_picture(thing)
    return _written(writer)


def _opened(content: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted:
        raise FileRefused(Reason.ENCRYPTED)
    form = _resolved(reader.root_object.get("/AcroForm"))
    if isinstance(form, DictionaryObject) and ("/XFA" in form or _resolved(form.get("/Fields"))):
        raise FileRefused(Reason.FORM)
    if len(reader.pages) > MOST_PAGES:
        raise FileRefused(Reason.TOO_MANY_PAGES)
    if not reader.pages:
        raise FileRefused(Reason.BROKEN)
    return reader


def _copied(content: bytes) -> bytes:
    """Copy the pages once more: only what they still lead to comes along."""
    writer = PdfWriter()
    writer.metadata = None
    for page in PdfReader(io.BytesIO(content)).pages:
        writer.add_page(page)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _dictionaries(document: PdfWriter) -> Iterator[DictionaryObject]:
    """Give every dictionary of a document, also those within others."""
    waiting: list[PdfObject] = [thing for thing in document._objects if thing is not None]  # noqa: SLF001 -- no other way
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, DictionaryObject):
            yield thing
            waiting += [inner for key in thing if isinstance(inner := thing.raw_get(key), _HOLDERS)]
        elif isinstance(thing, ArrayObject):
            waiting += [inner for inner in list.__iter__(thing) if isinstance(inner, _HOLDERS)]


_HOLDERS = (DictionaryObject, ArrayObject)


def _resolved(thing: PdfObject | None) -> PdfObject | None:
    return thing.get_object() if thing is not None else None


def filters_of(stream: StreamObject) -> list[str]:
    """List how a stream was packed, in the order in which it is unpacked."""
    named = _resolved(stream.get("/Filter"))
    if named is None:
        return []
    return [str(one.get_object()) for one in named] if isinstance(named, ArrayObject) else [str(named)]


def _strip_picture(stream: StreamObject) -> None:
    filters = filters_of(stream)
    if _JPEG2000 in filters and any(box in stream._data for box in _ASIDE):  # noqa: SLF001 -- as it is stored
        raise FileRefused(Reason.ODD_PICTURE)
    if _JPEG in filters:
        if filters != [_JPEG]:
            raise FileRefused(Reason.ODD_PICTURE)
        stream._data = bare_jpeg(stream._data)  # noqa: SLF001 -- as it is stored


@dataclass(frozen=True, slots=True)
class PdfWords:
    """What is read of a PDF, and whether there is something that cannot be read."""

    text: str
    has_pictures: bool
    is_scan: bool


def words_of_pdf(content: bytes) -> PdfWords:
    """Return every word of a PDF; raise FileRefused when there are more than can be checked."""
    try:
        return _read(PdfReader(io.BytesIO(content)))
    except (RecursionError, LimitReachedError):
        raise FileRefused(Reason.BOMB) from None
    except _BROKEN:
        raise FileRefused(Reason.BROKEN) from None


def _read(reader: PdfReader) -> PdfWords:
    pages: list[str] = []
    has_pictures = is_scan = False
    for page in reader.pages:
        shown = page.get_contents()
        if shown is not None:
            shown.get_data()  # text is read around what does not unpack within bounds; here that is refused
        pages.append(page.extract_text())
        pictured = _shows_pictures(page)
        has_pictures |= pictured
        is_scan |= not _can_be_read(pages[-1])
        if sum(map(len, pages)) > MOST_TEXT:
            raise FileRefused(Reason.TOO_MUCH_TEXT)
    return PdfWords("\n".join(pages), has_pictures, is_scan)


def _can_be_read(text: str) -> bool:
    """Tell whether a page holds letters, and signs that mean something: some fonts do not say which letter is which."""
    odd = sum(not letter.isspace() and (letter == "\ufffd" or not letter.isprintable()) for letter in text)
    return sum(letter.isalpha() for letter in text) >= HARDLY_ANY and odd * MOST_ODD <= len(text)


def _shows_pictures(page: PageObject) -> bool:
    """Tell whether a page shows a picture, in itself or in a form that it shows."""
    waiting, seen = [page.get("/Resources")], set[int]()
    while waiting:
        resources = _resolved(waiting.pop())
        if not isinstance(resources, DictionaryObject) or id(resources) in seen:
            continue
        seen.add(id(resources))
        shown = _resolved(resources.get("/XObject"))
        for key in shown if isinstance(shown, DictionaryObject) else ():
            thing = cast("DictionaryObject", shown)[key]
            if isinstance(thing, DictionaryObject):
                if thing.get("/Subtype") == "/Image":
                    return True
                waiting.append(thing.get("/Resources"))
    return False
