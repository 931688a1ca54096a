"""A PDF as a program for blind readers meets it: tags, language, title, letters, bookmarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader


@dataclass(frozen=True)
class Read:
    """What is in a PDF."""

    reader: PdfReader

    @property
    def root(self) -> Any:
        return self.reader.trailer["/Root"]

    @property
    def tags(self) -> list[str]:
        return list(_tags(self.root["/StructTreeRoot"]))

    @property
    def headings(self) -> list[str]:
        return [tag for tag in self.tags if tag in {"/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}]

    @property
    def alternatives(self) -> list[str]:
        """What is said instead of each picture."""
        return [str(node["/Alt"]) for node in _nodes(self.root["/StructTreeRoot"]) if "/Alt" in node]

    @property
    def about(self) -> str:
        return self.root["/Metadata"].get_data().decode()

    @property
    def texts(self) -> list[str]:
        return [" ".join(page.extract_text().split()) for page in self.reader.pages]

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    @property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Depth, words and page of every bookmark."""
        return list(_bookmarks(self.reader, self.reader.outline, 1))


def read(content: bytes) -> Read:
    return Read(PdfReader(BytesIO(content), strict=True))


def _tags(root: Any) -> Iterator[str]:
    return (str(node["/S"]) for node in _nodes(root) if "/S" in node)


def _nodes(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from _nodes(child)
    elif hasattr(node, "get"):
        yield node
        if "/K" in node:
            yield from _nodes(node["/K"])


def _bookmarks(reader: PdfReader, entries: Any, depth: int) -> Iterator[tuple[int, str, int]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _bookmarks(reader, entry, depth + 1)
        else:
            yield depth, entry.title, reader.get_destination_page_number(entry) + 1


def fonts(reader: PdfReader) -> list[Any]:
    found = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            for inner in font.get_object()["/DescendantFonts"]:
                found[inner.get_object()["/BaseFont"]] = inner.get_object()["/FontDescriptor"].get_object()
    return list(found.values())
