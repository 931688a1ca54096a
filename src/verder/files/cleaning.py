"""From unknown bytes to a cleaned file and the words in it. It trusts nothing, and is meant to run in a worker."""

from __future__ import annotations

from dataclasses import dataclass

from verder.files.docx import clean_docx, pictures_in_docx, words_of_docx
from verder.files.kinds import JPEG_START, MEDIA_TYPES, OLE_START, PDF_START, PICTURES, PNG_START, ZIP_START, FileKind
from verder.files.limits import MOST_TEXT, MOST_WRITTEN
from verder.files.odt import MIMETYPE, clean_odt, pictures_in_odt, words_of_odt
from verder.files.packages import Package
from verder.files.pdf import clean_pdf, words_of_pdf
from verder.files.pictures import redraw
from verder.files.proving import prove_bare
from verder.files.refusal import FileRefused, Reason

_STARTS = {PDF_START: FileKind.PDF, PNG_START: FileKind.PNG, JPEG_START: FileKind.JPEG}
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file without what its maker left behind, and what could be read in it."""

    kind: FileKind
    content: bytes
    text: str
    needs_look: bool
    """Whether it shows something that a computer cannot read: a picture or a scan."""


def clean(content: bytes) -> Cleaned:
    """Recognise a file by its content, clean it, prove that it is clean, and read its words.

    Raises FileRefused with the reason.
    """
    kind = recognise(content)
    cleaned = _cleaned(content, kind)
    if len(cleaned) > MOST_WRITTEN:
        raise FileRefused(Reason.TOO_LARGE)
    prove_bare(cleaned, kind)
    text, needs_look = _read(cleaned, kind)
    if len(text) > MOST_TEXT:
        raise FileRefused(Reason.TOO_MUCH_TEXT)
    return Cleaned(kind, cleaned, text, needs_look)


def recognise(content: bytes) -> FileKind:
    """Tell what a file is by what stands at its start, or in its package; raise FileRefused for any other kind."""
    for start, kind in _STARTS.items():
        if content.startswith(start):
            return kind
    if content.startswith(ZIP_START):
        return _kind_of_package(Package(content))
    if content.startswith(OLE_START) and _LOCKED in content:
        raise FileRefused(Reason.ENCRYPTED)
    raise FileRefused(Reason.UNKNOWN_KIND)


def _kind_of_package(package: Package) -> FileKind:
    if MIMETYPE in package.names and package.read(MIMETYPE).strip() == MEDIA_TYPES[FileKind.ODT].encode():
        return FileKind.ODT
    if _CONTENT_TYPES in package.names and any(name.startswith("word/") for name in package.names):
        return FileKind.DOCX
    raise FileRefused(Reason.UNKNOWN_KIND)


def _cleaned(content: bytes, kind: FileKind) -> bytes:
    if kind in PICTURES:
        return redraw(content, kind)
    return {FileKind.PDF: clean_pdf, FileKind.DOCX: clean_docx, FileKind.ODT: clean_odt}[kind](content)


def _read(content: bytes, kind: FileKind) -> tuple[str, bool]:
    """Return the words of a cleaned file, and whether a person has to look at it too."""
    if kind in PICTURES:
        return "", True
    if kind is FileKind.PDF:
        words = words_of_pdf(content)
        return words.text, words.has_pictures or words.is_scan
    if kind is FileKind.DOCX:
        return words_of_docx(content), pictures_in_docx(content)
    return words_of_odt(content), pictures_in_odt(content)
