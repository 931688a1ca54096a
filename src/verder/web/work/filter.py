"""The ladder with counts: the secretariat's way into the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from verder.deliberation.queries.work import CAP
from verder.domain.rungs import RUNGS
from verder.web.components import Stop
from verder.web.words import RUNG_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verder.deliberation.queries.work import Crowd


def stops(crowds: Mapping[str, Crowd]) -> tuple[Stop, ...]:
    """Return a stop for each rung, and one for everything under way."""
    everything = reverse("dilemma-list")
    each = [
        Stop(str(RUNG_WORDS[rung].title), f"{everything}?halte={rung}", *_numbers(crowds.get(rung))) for rung in RUNGS
    ]
    return (*each, Stop(_("Alles"), everything, str(sum(crowd.number for crowd in crowds.values()))))


def late_in_words(late: int) -> str:
    """Say how many are late, as far as they were counted; nothing when none is."""
    return f"{CAP - 1}+" if late >= CAP else str(late or "")


def _numbers(crowd: Crowd | None) -> tuple[str, str]:
    return (str(crowd.number), late_in_words(crowd.late)) if crowd else ("0", "")
