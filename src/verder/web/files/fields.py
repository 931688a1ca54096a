"""The field of a form with which files are chosen. A browser cannot refill it, so it always comes back empty."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from verder.deliberation.queries.attachments import MOST_AT_ONCE

ACCEPTED = ".pdf,.docx,.odt,.png,.jpg,.jpeg"
TOO_MANY = _("U koos %(chosen)s bestanden. Kies er ten hoogste %(most)s tegelijk.")


def _how_to_choose(most: int) -> str:
    if most == 1:
        return gettext(
            "Een PDF, Word-document, ODT, PNG of JPEG, tot %(size)s MB. Voordat wij iets bewaren, lezen wij de tekst "
            "en halen wij gegevens over de maker eruit."
        ) % {"size": settings.FILE_MOST_BYTES // 1024 // 1024}
    return gettext(
        "Een PDF, Word-document, ODT, PNG of JPEG. Kies er hoogstens %(most)s tegelijk, elk tot %(size)s MB. Voordat "
        "wij iets bewaren, lezen wij de tekst en halen wij gegevens over de maker eruit."
    ) % {"most": most, "size": settings.FILE_MOST_BYTES // 1024 // 1024}


HOW_TO_CHOOSE = lazy(_how_to_choose, str)


class FilesInput(forms.FileInput):
    """Lets several files be chosen."""

    allow_multiple_selected = True


class FilesField(forms.Field):
    """Asks for one or a few files; what it gives is how they came in, unchecked and in memory."""

    widget = FilesInput(attrs={"accept": ACCEPTED})

    def __init__(self, *, most: int = MOST_AT_ONCE, **options: Any) -> None:
        self.most = most
        messages = {"required": _("Kies eerst een bestand."), **options.pop("error_messages", {})}
        if most == 1:
            options.setdefault("widget", FilesInput(attrs={"accept": ACCEPTED, "multiple": False}))
        super().__init__(error_messages=messages, help_text=HOW_TO_CHOOSE(most), **options)

    def to_python(self, value: Any) -> list[UploadedFile[Any]]:
        """Return the files that were chosen."""
        return list(value or ())

    def validate(self, value: Any) -> None:
        """Refuse none where one is needed, and too many."""
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(value) > self.most:
            raise forms.ValidationError(TOO_MANY, params={"chosen": len(value), "most": self.most}, code="too_many")

    def bound_data(self, data: Any, initial: Any) -> None:
        """Show nothing: the files were never kept."""
