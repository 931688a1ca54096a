"""What no installation can do without: its bodies, its terms, and where someone goes who cannot wait."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from verder.deliberation.starter import reading
from verder.domain.calendar import STANDARD_TERMS
from verder.network.acting import INSTALLATION
from verder.network.models import Body, BodyKind, Organisation, Term, UrgentRoute
from verder.network.operations.bodies import BodyEntry, found_body
from verder.network.operations.routes import RouteEntry, bring_urgent_route
from verder.network.operations.terms import set_term


@transaction.atomic
def lay_basics(*, at: datetime) -> None:
    """Make what is missing of the bodies, the terms and the urgent routes; what is there stays as it is."""
    found_bodies(at=at)
    set_terms(at=at)
    add_routes(at=at)


def found_bodies(*, at: datetime, chair: Organisation | None = None) -> None:
    """Found every body that there is one of, unless it exists; `chair` is who chairs Platform and council."""
    for text in reading.bodies():
        kind = BodyKind(text.kind)
        if Body.objects.filter(kind=kind).exists():
            continue
        chairing = chair if kind in {BodyKind.PLATFORM, BodyKind.COUNCIL} else None
        entry = BodyEntry(text.name, chairing, meetings_per_year=text.meetings_per_year)
        found_body(kind, entry, actor=INSTALLATION, at=at)


def set_terms(*, at: datetime) -> None:
    """Set the standard term of every rung that has none."""
    there = set(Term.objects.values_list("rung", flat=True))
    for rung, term in STANDARD_TERMS.items():
        if rung not in there:
            set_term(rung, term, actor=INSTALLATION, at=at)


def add_routes(*, at: datetime) -> None:
    """Add the urgent routes, unless there are any."""
    if UrgentRoute.objects.exists():
        return
    for text in reading.routes():
        entry = RouteEntry(text.situation, text.name, text.telephone, text.address)
        bring_urgent_route(entry, actor=INSTALLATION, at=at)
