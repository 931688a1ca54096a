"""What waits beside an agenda, ready to read: as what it can come, or why it cannot come yet and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import ItemKind
from verder.deliberation.queries.backlog import Source
from verder.domain.rungs import Need
from verder.web.words.meetings import ITEM_KIND_WORDS

if TYPE_CHECKING:
    from datetime import date

    from django.utils.functional import _StrPromise

    from verder.deliberation.models import Meeting
    from verder.deliberation.queries.backlog import Waiting

WHAT_TO_DO: dict[Need, tuple[_StrPromise, str, _StrPromise]] = {
    Need.SHARED_VERSION: (
        gettext_lazy("Er is nog geen gedeelde versie: de tekst die de leden lezen."),
        "dilemma-shared",
        gettext_lazy("Schrijf de gedeelde versie"),
    ),
    Need.SEEN_BY_SUBMITTER: (
        gettext_lazy(
            "De inbrenger heeft de gedeelde versie nog niet gezien. Dat gebeurt op de eigen pagina van de inbrenger. "
            "Of u leest haar voor, en legt dat vast."
        ),
        "dilemma-seen",
        gettext_lazy("Leg vast hoe de inbrenger haar zag"),
    ),
}
"""Why a dilemma cannot come yet, and where that is mended."""


@dataclass(frozen=True, slots=True)
class Way:
    """A button that puts something on the agenda: what it says, and what it sends."""

    words: str
    name: str
    value: str
    address: str


@dataclass(frozen=True, slots=True)
class Hurdle:
    """Why something cannot come on an agenda yet, and the page where somebody can do something about it."""

    why: str
    address: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class Row:
    """Something that waits, as it is read."""

    title: str
    address: str
    since: date
    due: date | None
    note: str
    ways: tuple[Way, ...]
    hurdle: Hurdle | None


def row_of(waiting: Waiting, meeting: Meeting) -> Row:
    """Lay out one thing that waits for the agenda of a meeting."""
    return Row(
        waiting.title,
        _page_of(waiting),
        waiting.since,
        waiting.due,
        _note(waiting),
        tuple(_way(waiting, kind, meeting) for kind in waiting.kinds),
        _hurdle(waiting),
    )


def _page_of(waiting: Waiting) -> str:
    pages = {
        Source.DILEMMA: ("dilemma", waiting.reference),
        Source.SIGNAL: ("signal", waiting.reference),
        Source.GUIDANCE: ("guidance", waiting.slug),
        Source.ACTION: ("meeting-action", waiting.reference),
    }
    if waiting.source not in pages:
        return ""
    name, reference = pages[waiting.source]
    return reverse(name, args=[reference])


def _note(waiting: Waiting) -> str:
    if waiting.spoken_of_on is None:
        return ""
    day = date_format(waiting.spoken_of_on, "j F Y")
    return _("Staat al op de agenda van %(day)s, zonder dat er een besluit wordt gevraagd") % {"day": day}


def _way(waiting: Waiting, kind: ItemKind, meeting: Meeting) -> Way:
    words = capfirst(str(ITEM_KIND_WORDS[kind]))
    if waiting.source is Source.DILEMMA and kind is ItemKind.DECISION:
        return Way(words, "number", waiting.reference, reverse("meeting-place", args=[meeting.key]))
    address = reverse("meeting-put-on", args=[meeting.key])
    return Way(words, "put", f"{waiting.source}:{waiting.reference}:{kind}", address)


def _hurdle(waiting: Waiting) -> Hurdle | None:
    if waiting.lacks is None:
        return None
    why, page, what_to_do = WHAT_TO_DO[waiting.lacks]
    return Hurdle(str(why), reverse(page, args=[waiting.reference]), str(what_to_do))
