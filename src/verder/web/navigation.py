"""The menu: which entries stand in it for whom, and which of them is the page one is on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from verder.deliberation.queries.signalling import may_send_signals
from verder.network.models import BodyKind
from verder.network.standing import Standing
from verder.web.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that may stand in the menu: its words, the name of its page, and whose pages count as its own."""

    title: Promise
    page: str
    prefix: str
    is_for: Callable[[Standing], bool]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as it stands on a page; `current` is the value of `aria-current`, or empty."""

    title: Promise
    address: str
    current: str


def _everyone(_visitor: Standing) -> bool:
    return True


def _outsider(visitor: Standing) -> bool:
    return not visitor.is_signed_in


def _reader_of_content(visitor: Standing) -> bool:
    return bool(visitor.seats) and not visitor.is_administrator


def _follows_the_council(visitor: Standing) -> bool:
    return visitor.is_secretariat or visitor.sits_in(BodyKind.COUNCIL)


def _submitter(visitor: Standing) -> bool:
    return not visitor.is_signed_in or (visitor.is_in_the_community and not visitor.is_secretariat)


ENTRIES = (
    Entry(_("Werkvoorraad"), "work", "work", _reader_of_content),
    Entry(_("Dilemma’s"), "dilemma-list", "dilemma", _reader_of_content),
    Entry(_("Vergaderingen"), "meeting-list", "meeting", _reader_of_content),
    Entry(_("Beraad"), "council", "council", _follows_the_council),
    Entry(_("Signalen"), "signal-list", "signal", may_send_signals),
    Entry(_("Dilemma inbrengen"), "intake", "intake", _submitter),
    Entry(_("Kennis"), "guidance-list", "guidance", _everyone),
    Entry(_("Werkgroepen"), "group-list", "group", _everyone),
    Entry(_("Volg uw dilemma"), "follow", "follow", _outsider),
    Entry(_("Mijn dilemma’s"), "follow-mine", "follow", lambda visitor: visitor.is_signed_in and _submitter(visitor)),
    Entry(_("Beheer"), "office", "office", lambda visitor: visitor.is_office),
    Entry(_("Inloggen"), "account_login", "account_login", _outsider),
)


def menu(visitor: Standing, page: str) -> tuple[Item, ...]:
    """List the entries for `visitor` on the page with URL name `page`."""
    return tuple(
        Item(entry.title, address, _current(entry, page))
        for entry in ENTRIES
        if entry.is_for(visitor) and (address := _address(entry.page))
    )


def for_templates(request: HttpRequest) -> dict[str, Callable[[], tuple[Item, ...]]]:
    """Offer `menu` to every template, made once and only where a template asks for it."""

    @cache
    def menu_here() -> tuple[Item, ...]:
        match = request.resolver_match
        return menu(standing(request), (match and match.url_name) or "")

    return {"menu": menu_here}


def _current(entry: Entry, page: str) -> str:
    if page == entry.page:
        return "page"
    return "true" if page.startswith(entry.prefix) else ""


def _address(page: str) -> str:
    # Goes with the last page of the menu: until then a page that is still being built is left out.
    try:
        return reverse(page)
    except NoReverseMatch:
        return ""
