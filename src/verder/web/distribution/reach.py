"""How far an edition came: in all, by region and by kind, and at each organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import gettext as _

from verder.distribution.queries import (
    ASKS_FOR_A_HAND,
    CAN_BE_CORRECTED,
    Reach,
    Tally,
    distribution_of,
    reach_of,
    recipients_of,
    tallies_by_kind,
    tallies_by_region,
    tally_of,
)
from verder.domain.regions import REGIONS
from verder.web.distribution.map import map_of
from verder.web.distribution.pieces import piece_at
from verder.web.distribution.words import REACH_WORDS
from verder.web.leafing import leaf
from verder.web.standing import for_secretariat

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

    from verder.distribution.models import Recipient

SIZE = 50


@for_secretariat
def reach(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how far the edition that holds now came."""
    piece = piece_at(request, slug)
    distribution = distribution_of(piece)
    if distribution is None:
        return render(request, "web/distribution/reach.html", {"publication": piece})
    chosen = _chosen(request.GET.get("stand", ""))
    tally, by_region = tally_of(distribution), tallies_by_region(distribution)
    page = leaf(request, recipients_of(distribution, chosen), "organisation__name", size=SIZE)
    known = {
        "publication": piece,
        "distribution": distribution,
        "tally": tally,
        "states": [(one, words, tally.of(one)) for one, words in REACH_WORDS.items()],
        "sees_returns": bool(settings.BOUNCE_IMAP),
        "chosen": chosen,
        "map": map_of(by_region),
        "tables": [
            (_("Bereik per regio"), _("Regio"), _by_region(by_region)),
            (_("Bereik per soort organisatie"), _("Soort"), sorted(tallies_by_kind(distribution).items())),
        ],
        "page": page,
        "rows": [_row(one, reach_of(one)) for one in page.rows],
    }
    return render(request, "web/distribution/reach.html", known)


def _row(one: Recipient, came: Reach) -> tuple[Recipient, Promise, bool, bool]:
    return one, REACH_WORDS[came], came in ASKS_FOR_A_HAND, came in CAN_BE_CORRECTED


def _by_region(tallies: dict[str, Tally]) -> list[tuple[str, Tally]]:
    named = [(name, tallies[code]) for code, name in REGIONS.items() if code in tallies]
    return [*named, *((_("Het hele land"), tally) for code, tally in tallies.items() if code not in REGIONS)]


def _chosen(said: str) -> Reach | None:
    return Reach(said) if said in set(Reach) else None
