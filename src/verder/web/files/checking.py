"""The check of the files of a form: each is read in memory, and stored only when all is well.

    form = FilesForm(request.POST, request.FILES)
    checked = check_form(form)
    files = check_files(form)
    if not (checked.passed and files.passed):
        return render(request, template, {"form": form, "proofs": checked.proofs, "files": files}, status=422)
    attachments.attach(number, files=files.files, ...)

Bytes are kept nowhere between two requests, so whoever has to correct something chooses the files again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from verder.files.checked import CheckedFile, ReadFile, clear_file, read_file
from verder.files.refusal import FileRefused, Reason
from verder.network.queries import allowed_words
from verder.textcheck import check
from verder.web.files.findings import FileProof, judge
from verder.web.files.uploads import was_too_large
from verder.web.files.words import WHY_NOT

if TYPE_CHECKING:
    from django import forms
    from django.core.files.uploadedfile import UploadedFile

FILES = "attachments"


@dataclass(frozen=True, slots=True)
class CheckedFiles:
    """What the check made of the files of a form."""

    passed: bool = True
    files: tuple[CheckedFile, ...] = ()
    proofs: tuple[FileProof, ...] = ()
    were_chosen: bool = False
    """Whether files came along, which have to be chosen again when the form comes back."""


def check_files(form: forms.Form) -> CheckedFiles:
    """Read and check the files that a form brought; what is refused becomes an error of its field."""
    chosen = form.files.getlist(form.add_prefix(FILES)) if form.files else []
    if not form.is_valid() and form.has_error(FILES):
        return CheckedFiles(passed=False, were_chosen=bool(chosen))
    allowed = allowed_words() if chosen else frozenset()
    passed, proofs = [], []
    for number, upload in enumerate(chosen, 1):
        file = _read(form, upload, allowed)
        if file is None:
            continue
        judged = judge(file, number, form.data, allowed)
        if judged.proof:
            proofs.append(judged.proof)
        else:
            passed.append(clear_file(file, allowed=allowed, dismissals=judged.dismissals))
    all_is_well = len(passed) == len(chosen)
    return CheckedFiles(all_is_well, tuple(passed) if all_is_well else (), tuple(proofs), bool(chosen))


def _read(form: forms.Form, upload: UploadedFile[Any], allowed: frozenset[str]) -> ReadFile | None:
    name, reason = upload.name or "", Reason.TOO_LARGE
    if not was_too_large(upload):
        try:
            return read_file(name, upload.read(), most=settings.FILE_MOST_BYTES, scanner=settings.CLAMD)
        except FileRefused as refused:
            reason = refused.reason
    form.add_error(FILES, _refusal(name, reason, allowed))
    return None


def _refusal(name: str, reason: Reason, allowed: frozenset[str]) -> str:
    """Say why a file is not taken in; its name is left out where that itself would name somebody."""
    words = {"name": name, "why": WHY_NOT[reason], "most": settings.FILE_MOST_BYTES // 1024 // 1024}
    if not name or check(name, allowed=allowed):
        return _("Dit bestand is niet toegevoegd: %(why)s Een bestand mag %(most)s MB groot zijn.") % words
    return _("‘%(name)s’ is niet toegevoegd: %(why)s Een bestand mag %(most)s MB groot zijn.") % words
