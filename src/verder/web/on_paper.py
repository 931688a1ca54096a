"""A document as a file: in each of the forms that it can have, for its reader alone."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from verder.paper.document import Document
from verder.paper.opendocument import MIME, odf
from verder.paper.printing import pdf

PDF = "application/pdf"
FORMS: dict[str, tuple[str, Callable[[Document], bytes]]] = {"pdf": (PDF, pdf), "odt": (MIME, odf)}


def give(document: Document, *, form: str, name: str) -> HttpResponse:
    """Give a document in one of its forms; an unknown form is a 404."""
    if form not in FORMS:
        raise Http404
    media_type, make = FORMS[form]
    return attach(make(document), media_type=media_type, name=f"{name}.{form}")


def attach(content: bytes, *, media_type: str, name: str) -> HttpResponse:
    """Answer with a file to keep, of which no proxy keeps a copy."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    headers = {"Content-Disposition": disposition, "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=media_type, headers=headers)
