"""Packages (DOCX and ODT are ZIP files): opened within bounds, and written anew without any trace of their making."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Protocol
from xml.etree import ElementTree as ET

import defusedxml
from defusedxml.ElementTree import fromstring

from verder.files.kinds import JPEG_START, PNG_START, FileKind
from verder.files.limits import MEGABYTE, MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, MOST_XML
from verder.files.pictures import redraw
from verder.files.refusal import FileRefused, Reason

_ENCRYPTED = 0x1
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
StartsLine = Callable[[str], bool]
Speaks = Callable[[ET.Element], Iterator[str]]


class Package:
    """The parts of a package by name, each unpacked only when asked for and never beyond the bounds."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise FileRefused(Reason.BROKEN) from None
        parts = self._zip.infolist()
        self._refuse(parts)
        self.names = frozenset(part.filename for part in parts)

    @staticmethod
    def _refuse(parts: list[zipfile.ZipInfo]) -> None:
        if len({part.filename for part in parts}) != len(parts):
            raise FileRefused(Reason.BROKEN)
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise FileRefused(Reason.ENCRYPTED)
        if len(parts) > MOST_ENTRIES or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise FileRefused(Reason.BOMB)
        if any(part.file_size > max(MEGABYTE, MOST_RATIO * part.compress_size) for part in parts):
            raise FileRefused(Reason.BOMB)

    def read(self, name: str) -> bytes:
        """Unpack one part."""
        try:
            with self._zip.open(name) as part:
                written: bytes = part.read(MOST_UNPACKED)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError):
            raise FileRefused(Reason.BROKEN) from None
        return written

    def parse(self, name: str) -> ET.Element:
        """Unpack one part and parse it; a part that declares entities is refused."""
        written = self.read(name)
        if len(written) > MOST_XML:
            raise FileRefused(Reason.BOMB)
        return parse(written)

    def picture(self, name: str) -> tuple[bytes, FileKind]:
        """Return a picture of the package, drawn anew; raise FileRefused for any kind but PNG and JPEG."""
        written = self.read(name)
        for start, kind in ((PNG_START, FileKind.PNG), (JPEG_START, FileKind.JPEG)):
            if written.startswith(start):
                return redraw(written, kind), kind
        raise FileRefused(Reason.ODD_PICTURE)


def parse(written: bytes) -> ET.Element:
    """Parse XML without entities, outside references or comments."""
    try:
        root: ET.Element = fromstring(written, forbid_dtd=True)
    except defusedxml.DefusedXmlException:
        raise FileRefused(Reason.BOMB) from None
    except (ET.ParseError, ValueError, LookupError):
        raise FileRefused(Reason.BROKEN) from None
    return root


def write(root: ET.Element) -> bytes:
    """Write an element as a document of its own."""
    try:
        written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    except RecursionError:
        raise FileRefused(Reason.BOMB) from None
    return written


def pack(parts: Mapping[str, bytes], *, stored: str = "") -> bytes:
    """Pack parts in the order given, all at the same moment long ago; `stored` names one that is not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, written in parts.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            package.writestr(entry, written)
    return target.getvalue()


def namespace(tag: str) -> str:
    """Return the namespace of a tag or attribute; empty when it has none."""
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def local(tag: str) -> str:
    """Return the name of a tag or attribute without its namespace."""
    return tag.rpartition("}")[2]


class Fate(StrEnum):
    """What becomes of an element."""

    KEEP = "keep"
    DROP = "drop"
    """It goes with everything in it."""
    UNWRAP = "unwrap"
    """It goes, and what is in it stays."""


class Judge(Protocol):
    """Says what may stay in a document."""

    def fate(self, element: ET.Element) -> Fate:
        """Say what becomes of an element."""

    def attributes(self, element: ET.Element) -> dict[str, str]:
        """Return what is left of the attributes of an element that stays."""

    def text(self, element: ET.Element) -> str:
        """Return what is left of the text at the start of an element that stays."""

    def tail(self, element: ET.Element) -> str:
        """Return what is left of the text behind an element."""


def rebuild(element: ET.Element, judge: Judge) -> ET.Element:
    """Make an element anew out of what may stay; raise FileRefused when it is nested beyond reason."""
    try:
        return _made(element, judge)
    except RecursionError:
        raise FileRefused(Reason.BOMB) from None


def _made(element: ET.Element, judge: Judge) -> ET.Element:
    fresh = ET.Element(element.tag, judge.attributes(element))
    fresh.text = judge.text(element)
    _fill(fresh, element, judge)
    return fresh


def _fill(target: ET.Element, source: ET.Element, judge: Judge) -> None:
    for child in source:
        fate = judge.fate(child)
        if fate is Fate.KEEP:
            target.append(_made(child, judge))
        elif fate is Fate.UNWRAP:
            _add_text(target, judge.text(child))
            _fill(target, child, judge)
        _add_text(target, judge.tail(child))


def _add_text(target: ET.Element, text: str) -> None:
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text


def words_in(
    root: ET.Element, starts_line: Callable[[str], bool], speaks: Callable[[ET.Element], Iterator[str]]
) -> str:
    """Return the words of a document, in order; `speaks` gives those of one element, without what is inside it."""
    try:
        return "".join(_words_in(root, starts_line, speaks))
    except RecursionError:
        raise FileRefused(Reason.BOMB) from None


def _words_in(element: ET.Element, starts_line: StartsLine, speaks: Speaks) -> Iterator[str]:
    if starts_line(element.tag):
        yield "\n"
    yield from speaks(element)
    for child in element:
        yield from _words_in(child, starts_line, speaks)
        yield child.tail or ""
