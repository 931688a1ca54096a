"""A pack: our documents and the papers that people handed in, one PDF with one row of page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verder.domain.tlp import Tlp
from verder.paper.document import Document


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that somebody handed in, to be bound as it is; `title` says what it is, `filename` how it was called."""

    title: str
    filename: str
    content: bytes
    tlp: Tlp


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


def bind(pack: Pack) -> bytes:
    """Bind a pack: contents, then every part with its papers, with bookmarks and the label on every page.

    PDFs and pictures are bound in as they are; what cannot be printed (office files, locked or damaged PDFs) is listed
    as handed out apart. The pack says which pages are ours, and so made to be accessible.
    """
    raise NotImplementedError
