"""A document as PDF: tagged, accessible (PDF/UA-1, PDF/A-2a), in our own letters."""

from __future__ import annotations

from verder.paper.document import Document


def pdf(document: Document) -> bytes:
    """Print a document on A4. The same document gives the same bytes."""
    raise NotImplementedError
