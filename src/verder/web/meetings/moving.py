"""Why somebody is asked again whether they come: when the meeting was, when it is now, and what they said before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import Reply
from verder.deliberation.operations.calling import moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from django.utils.functional import Promise

    from verder.deliberation.models import Invitation

SAID_BEFORE: dict[Reply, Promise] = {
    Reply.COMING: gettext_lazy("U liet eerder weten: u komt."),
    Reply.NOT_COMING: gettext_lazy("U liet eerder weten: u komt niet."),
}


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move means for somebody who did not reply since; `said` is empty when they never replied."""

    was: str
    now: str
    said: str

    @property
    def is_back(self) -> bool:
        """Whether the meeting stands again where it stood."""
        return self.was == self.now


def moved(invited: Invitation | None) -> Moved | None:
    """Say what moved since somebody was asked to come; None when nothing did, or they replied to it."""
    if invited is None or invited.moved_from is None or invited.moved_until is None:
        return None
    now = moment_of(invited)
    return Moved(
        _moment(invited.moved_from, invited.moved_until),
        _moment(now.starts_at, now.until),
        str(SAID_BEFORE.get(Reply(invited.earlier_reply), "")),
    )


def _moment(begins: datetime, ends: datetime) -> str:
    begin, end = timezone.localtime(begins), timezone.localtime(ends)
    hours = {"begin": date_format(begin, "H.i"), "end": date_format(end, "H.i")}
    return _("%(day)s van %(begin)s tot %(end)s uur") % {"day": date_format(begin, "l j F Y"), **hours}
