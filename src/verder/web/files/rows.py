"""A file as a line on a page: its name, what it is, how it was checked, and where it is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from verder.domain.rungs import Party
from verder.files.models import LookState
from verder.files.scanner import Scan
from verder.web.files.words import KINDS, SCANS, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verder.deliberation.models import Dilemma, DilemmaFile
    from verder.files.models import StoredFile

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file, ready to read."""

    key: str
    name: str
    what: str
    checked: str
    by_submitter: bool
    on: date
    is_shared: bool
    must_look: bool
    address: str


def rows_of(links: Iterable[DilemmaFile], dilemma: Dilemma, *, route: str) -> tuple[FileRow, ...]:
    """Lay the files of a dilemma out; `route` names the address where one is fetched."""
    return tuple(_row(link, reverse(route, args=[dilemma.number, link.file.key])) for link in links)


def _row(link: DilemmaFile, address: str) -> FileRow:
    file = link.file
    return FileRow(
        key=str(file.key),
        name=file.name,
        what=what_it_is(file),
        checked=how_checked(file),
        by_submitter=link.party == Party.SUBMITTER,
        on=timezone.localdate(link.at),
        is_shared=link.shared_at is not None,
        must_look=file.state == LookState.TO_LOOK_AT,
        address=address,
    )


def what_it_is(file: StoredFile) -> str:
    """Say what kind of file it is, and how large."""
    return _("%(kind)s, %(size)s") % {"kind": KINDS[file.kind], "size": size_in_words(file.size)}


def how_checked(file: StoredFile) -> str:
    """Say how a file was checked, and by what."""
    scanned = f" {SCANS[file.scan]}" if file.scan == Scan.CLEAN else ""
    return f"{STATES[file.state]}{scanned}"


def size_in_words(size: int) -> str:
    """Say how large a file is."""
    if size < MEGABYTE:
        return _("%(size)s kB") % {"size": max(1, size // 1024)}
    return _("%(size)s MB") % {"size": number_format(size / MEGABYTE, 1)}
