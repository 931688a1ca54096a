"""What became different in an agenda, in words: what it was, and what it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import ItemKind
from verder.deliberation.queries.sendings import Difference
from verder.web.words.meetings import ITEM_KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.utils.functional import Promise

    from verder.deliberation.queries.sendings import Change, Said

DIFFERENCE_WORDS: dict[Difference, Promise] = {
    Difference.ADDED: gettext_lazy("toegevoegd"),
    Difference.WITHDRAWN: gettext_lazy("ingetrokken"),
    Difference.CARRIED_OVER: gettext_lazy("doorgeschoven"),
}


def difference_in_words(change: Change) -> str:
    """Say what became different in an item: where it went, or what it was and is now."""
    if change.difference is Difference.MOVED:
        return _("staat nu na punt %(number)s") % {"number": change.behind} if change.behind else _("staat nu vooraan")
    if change.before and change.now:
        return ", ".join(_pairs(change.before, change.now))
    return str(DIFFERENCE_WORDS[change.difference])


def _pairs(before: Said, now: Said) -> Iterator[str]:
    """Tell kind and minutes as they were; an earlier title may have been changed for good reason and stays unsaid."""
    if before.title != now.title:
        yield _("heet nu anders")
    if before.kind != now.kind:
        kinds = {"now": ITEM_KIND_WORDS[ItemKind(now.kind)], "was": ITEM_KIND_WORDS[ItemKind(before.kind)]}
        yield _("nu %(now)s (was %(was)s)") % kinds
    if before.minutes != now.minutes:
        yield _minutes(before.minutes, now.minutes)


def _minutes(before: int, now: int) -> str:
    if not now:
        return _("zonder vaste tijd (was %(was)s minuten)") % {"was": before}
    if not before:
        return _("nu %(now)s minuten (had nog geen tijd)") % {"now": now}
    return _("nu %(now)s minuten (was %(was)s)") % {"now": now, "was": before}
