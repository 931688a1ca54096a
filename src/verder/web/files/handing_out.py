"""Handing a file out: as an attachment, for its reader alone, and with nothing in it that a browser would run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from verder.files.kinds import MEDIA_TYPES, FileKind
from verder.files.models import FileContent
from verder.files.queries import content_of

if TYPE_CHECKING:
    from verder.files.models import StoredFile


def hand_out(file: StoredFile) -> HttpResponse:
    """Answer with a file; whoever calls this has asked the query that holds who may see it.

    A file that was hidden or destroyed since that query is not there any more.
    """
    try:
        content = content_of(file)
    except FileContent.DoesNotExist as gone:
        raise Http404 from gone
    answer = HttpResponse(content, content_type=MEDIA_TYPES[FileKind(file.kind)])
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name)
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "no-store"
    return answer
