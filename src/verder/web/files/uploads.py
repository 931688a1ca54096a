"""How uploaded bytes reach a view: in memory alone, never on disk, and never more than a form may bring."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.shortcuts import render

from verder.deliberation.queries.attachments import MOST_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")
TAKES_FILES = "takes_files"
TOO_LARGE = 413
MOST_BODY = 100 * 1024 * 1024
"""Up to this much is read and thrown away, so that a form with a file too large comes back with all that was typed."""


def takes_files(view: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Let a view be sent files; any other view never sees them."""
    vars(view)[TAKES_FILES] = True
    return view


class Upload(InMemoryUploadedFile):
    """A file as it came in; of one that was too large, or one too many, the bytes were thrown away."""

    is_too_large = False


def was_too_large(upload: UploadedFile[Any]) -> bool:
    """Tell whether the bytes of a file were thrown away on their way in."""
    return isinstance(upload, Upload) and upload.is_too_large


class MemoryOnly(FileUploadHandler):
    """Keeps the files of a form in memory, as long as each is small enough and the view takes files at all."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.held = io.BytesIO()
        self.is_too_large = False
        self.files = 0

    def new_file(self, *arguments: Any, **options: Any) -> None:
        """Begin with an empty file."""
        super().new_file(*arguments, **options)
        self.held = io.BytesIO()
        self.files += 1
        self.is_too_large = self.files > MOST_AT_ONCE or not self._is_expected()

    def _is_expected(self) -> bool:
        match = self.request.resolver_match if self.request else None
        return match is not None and hasattr(match.func, TAKES_FILES)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold a piece, or throw away all there is once it is too much."""
        if self.is_too_large:
            return
        if start + len(raw_data) > settings.FILE_MOST_BYTES:
            self.is_too_large, self.held = True, io.BytesIO()
            return
        self.held.write(raw_data)

    def file_complete(self, file_size: int) -> Upload:
        """Hand the file over, whole or empty."""
        self.held.seek(0)
        name, kind = self.file_name or "", self.content_type or ""
        upload = Upload(self.held, self.field_name, name, kind, file_size, self.charset)
        upload.is_too_large = self.is_too_large
        return upload


def refuse_too_large(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse a request by the size that it announces, before any of it is read."""

    def middleware(request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdecimal() and int(announced) > MOST_BODY:
            most = settings.FILE_MOST_BYTES // 1024 // 1024
            return render(request, "web/files/too_large.html", {"most": most}, status=TOO_LARGE)
        return answer(request)

    return middleware
