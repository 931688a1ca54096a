"""The second look at a cleaned file: another way of reading it, that finds what the cleaning may have left."""

from __future__ import annotations

import io
import re
import zipfile

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from verder.files import pdf
from verder.files.kinds import PICTURES, FileKind
from verder.files.pictures import is_bare
from verder.files.refusal import FileRefused, Reason

_DOCX_NAMES = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/(?:_rels/)?[a-z]+\d*\.xml(?:\.rels)?|word/theme/theme\d*\.xml"
    r"|word/theme/_rels/theme\d*\.xml\.rels|word/media/image\d+\.(?:png|jpg)"
)
_ODT_NAMES = re.compile(r"mimetype|META-INF/manifest\.xml|content\.xml|styles\.xml|Pictures/\d+\.(?:png|jpg)")
_TRACES = re.compile(
    rb"(?i)[\s:](?:rsid\w*|author|initials|paraId)=|TargetMode=|<!--|<!DOCTYPE|<\w+:(?:del|ins|moveFrom|moveTo"
    rb"|comment\w+|instrText|tracked-changes|annotation|initial-creator|creator|author-\w+|vanish|script\w*)[\s/>]"
)
"""What no part of a package may still hold, written as bytes: no parser stands between this and what is stored."""


def prove_bare(content: bytes, kind: FileKind) -> None:
    """Raise FileRefused when a cleaned file still says something about who made it."""
    if kind in PICTURES:
        bare = is_bare(content, kind)
    elif kind is FileKind.PDF:
        bare = _is_bare_pdf(content)
    else:
        bare = _is_bare_package(content, _DOCX_NAMES if kind is FileKind.DOCX else _ODT_NAMES)
    if not bare:
        raise FileRefused(Reason.NOT_STRIPPED)


def _is_bare_package(content: bytes, names: re.Pattern[str]) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        if package.comment or not content.startswith(b"PK"):
            return False
        return all(
            names.fullmatch(part.filename)
            and part.date_time[0] == 1980  # noqa: PLR2004 -- the first year that a package can name
            and not part.extra
            and not part.comment
            and _is_bare_part(part.filename, package.read(part))
            for part in parts
        )


def _is_bare_part(name: str, written: bytes) -> bool:
    ending = name.rpartition(".")[2]
    if ending in set(PICTURES):
        return is_bare(written, FileKind(ending))
    return not _TRACES.search(written)


def _is_bare_pdf(content: bytes) -> bool:
    reader = PdfReader(io.BytesIO(content))
    whole = content.count(b"%%EOF") == 1 and content.rstrip().endswith(b"%%EOF")
    trailer = set(reader.trailer) <= pdf.TRAILER_KEYS and set(reader.root_object) <= pdf.CATALOG_KEYS
    return whole and trailer and all(_is_bare_thing(reader, number) for number in range(1, _size(reader)))


def _size(reader: PdfReader) -> int:
    return int(str(reader.trailer["/Size"]))


def _is_bare_thing(reader: PdfReader, number: int) -> bool:
    thing = reader.get_object(IndirectObject(number, 0, reader))
    if not isinstance(thing, DictionaryObject):
        return True
    if pdf.NEVER & set(thing) or (thing.get("/Type") == "/Page" and set(thing) - pdf.PAGE_KEYS):
        return False
    if isinstance(thing, StreamObject) and pdf.filters_of(thing) == ["/DCTDecode"]:
        return is_bare(thing._data, FileKind.JPEG)  # noqa: SLF001 -- as it is stored
    return True
