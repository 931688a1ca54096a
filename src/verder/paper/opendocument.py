"""A document as OpenDocument text, for who wants to work on in it."""

from __future__ import annotations

from verder.paper.document import Document


def odf(document: Document) -> bytes:
    """Write a document as ODT, with real headings, lists and table heads."""
    raise NotImplementedError
