"""A document as PDF: tagged, accessible (PDF/UA-1, PDF/A-2a), in our own letters."""

from __future__ import annotations

from verder.paper.document import Document
from verder.paper.press import printed
from verder.paper.sheets import sheet_of


def pdf(document: Document) -> bytes:
    """Print a document on A4. The same document gives the same bytes."""
    return printed(document.title, document.date, [sheet_of(document)], language=document.language)
