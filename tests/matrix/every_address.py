"""Every address of the product, with every thing in the house that it can be about."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from verder.deliberation.models import (
    Action,
    AgendaItem,
    Commitment,
    DatePoll,
    Dilemma,
    Invitation,
    ItemPaper,
    Meeting,
    PublicOutcomes,
    Signal,
)
from verder.domain.rungs import Rung
from verder.files.models import StoredFile
from verder.guidance.models import Publication
from verder.network.models import Body, Membership, Organisation, Person, Theme, UrgentRoute
from verder.post.models import Delivery
from verder.workspace.models import Contribution, GroupPaper, GroupText, OpenPoint, Remark, Section

NOBODYS = str(uuid.uuid4())
TRIED_STEPS = ("admit", "extend", "deliver")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Address:
    """A path with the name of its page, and what its parameters were filled in with."""

    name: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()

    def about(self, parameter: str) -> str:
        """Return what a parameter of the route was filled in with; empty when the route has none of that name."""
        return dict(self.parameters).get(parameter, "")


def addresses() -> list[Address]:
    """Fill every route in with everything there is; fail on one that nothing here can fill in."""
    things = _things()
    return [address for name, route in routes(get_resolver()) for address in _filled(name, route, things)]


def routes(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield every route of the product with its name."""
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield one.name or route, route
        else:
            yield from routes(one, route)


def _filled(name: str, route: str, things: Mapping[str, list[dict[str, str]]]) -> Iterator[Address]:
    if not PARAMETER.search(route):
        yield Address(name, f"/{route}")
        return
    kind = max((kind for kind in things if PARAMETER.sub("<>", route).startswith(kind)), key=len, default=None)
    assert kind, f"Say in tests/matrix/every_address.py what /{route} can be about."
    wanted = set(PARAMETER.findall(route))
    seen = set()
    for thing in things[kind]:
        about = {key: thing.get(key, NOBODYS) for key in wanted}
        path = PARAMETER.sub(lambda found, about=about: about[found[1]], route)
        if path not in seen:
            seen.add(path)
            yield Address(name, f"/{path}", tuple(about.items()))


def _things() -> dict[str, list[dict[str, str]]]:
    """Say what the parameters of a route can be, by how the route begins; what is not given is nobody's key."""
    numbers = Dilemma.objects.values_list("number", flat=True)
    meetings = _keys(Meeting.objects.all())
    items = [{"key": str(meeting), "item": str(item)} for meeting, item in _pairs(AgendaItem, "meeting__key", "key")]
    papers = [
        {"key": str(meeting), "item": str(item), "file": str(file)}
        for meeting, item, file in _pairs(ItemPaper, "item__meeting__key", "item__key", "file__key")
    ]
    guests = [
        {"key": str(meeting), "guest": str(guest)} for meeting, guest in _pairs(Invitation, "meeting__key", "key")
    ]
    forms = [{"form": form} for form in ("pdf", "odt")]
    kinds = [{"kind": kind, **form} for kind in ("besluitenlijst", "actielijst", "verslag") for form in forms]
    return {
        "mijn-account/passkeys/<>": [{"pk": "1"}],
        "beheer/mensen/<>": [{"person": str(key)} for (key,) in _pairs(Person, "opaque_id")],
        "beheer/plekken/<>": [{"seat": str(pk)} for (pk,) in _pairs(Membership, "pk")],
        "beheer/organisaties/<>": _pks(Organisation.objects.all()),
        "beheer/overleggen/<>": [{"body": str(key)} for (key,) in _pairs(Body, "key")],
        "beheer/termijnen/<>": [{"rung": rung} for rung in Rung],
        "beheer/spoedroutes/<>": _pks(UrgentRoute.objects.all()),
        "beheer/themas/<>": _pks(Theme.objects.all()),
        "beheer/beroepsgroepen/<>": [{"pk": "1"}],
        "beheer/woorden/<>": [{"pk": "1"}],
        "volgen/": [{"token": "geen"}],
        "mijn-dilemma/<>": [{"number": number} for number in numbers],
        "werkvoorraad/post/<>": _keys(Delivery.objects.all()[:3]),
        "dilemmas/<>": [{"number": number} for number in numbers],
        "dilemmas/<>/stap/<>": [{"number": number, "name": name} for number in numbers for name in TRIED_STEPS],
        "hoort-hier-niet/<>/<>": [
            {"kind": kind, **key}
            for kind, about in (
                ("vergadering", Meeting.objects.all()),
                ("werkgroep", Body.objects.all()),
                ("handreiking", Publication.objects.all()),
                ("bestand", StoredFile.objects.all()),
            )
            for key in _keys(about)
        ],
        "verborgen/<>": [{"key": NOBODYS}],
        "vergaderingen/datumprikker/<>": _keys(DatePoll.objects.all()),
        "vergaderingen/<>": meetings,
        "vergaderingen/<>/gast/<>": [{**key, "number": "1"} for key in meetings] + guests,
        "vergaderingen/<>/inbreng/<>": [{**key, "number": "1"} for key in meetings],
        "vergaderingen/<>/naar/<>": items,
        "vergaderingen/<>/punten/<>": items,
        "vergaderingen/<>/punten/<>/kort.<>": [{**item, **form} for item in items for form in forms],
        "vergaderingen/<>/punten/<>/bijlagen/<>": papers,
        "vergaderingen/<>/agenda.<>": [{**key, **form} for key in meetings for form in forms],
        "vergaderingen/<>/uitnodiging.<>": [{**key, **form} for key in meetings for form in forms],
        "vergaderingen/<>/stukken/<>": [{**key, **kind} for key in meetings for kind in kinds],
        "acties/<>": _keys(Action.objects.all()),
        "antwoord/<>": [{"token": "geen"}],
        "datumprikker/<>": [{"token": "geen"}],
        "beraad/voorbereiding/<>": meetings,
        "signalen/<>": _keys(Signal.objects.all()),
        "werkgroepen/<>": [
            {"key": str(key), "seat": str(seat)} for key, seat in _pairs(Body, "key", "memberships__pk")
        ],
        "werkgroepen/<>/werkruimte/gesprek/<>": _in_room(Contribution, said="key"),
        "werkgroepen/<>/werkruimte/te-doen/<>": _in_room(OpenPoint, point="key"),
        "werkgroepen/<>/werkruimte/stukken/<>": _in_room(GroupPaper, file="file__key"),
        "werkgroepen/<>/werkruimte/teksten/<>": _in_room(GroupText, text="key", section="sections__key"),
        "werkgroepen/<>/werkruimte/delen/<>": [
            {"key": str(key), "section": str(section), "number": "1"}
            for key, section in _pairs(Section, "text__group__body__key", "key")
        ],
        "werkgroepen/<>/werkruimte/delen/<>/opmerkingen/<>": [
            {"key": str(key), "section": str(section), "remark": str(remark)}
            for key, section, remark in _pairs(Remark, "section__text__group__body__key", "section__key", "key")
        ],
        "toezeggingen/<>": _keys(Commitment.objects.all()),
        "toezegging-per-mail/<>": [{"token": "geen"}],
        "kennis/<>": [{"slug": slug} for (slug,) in _pairs(Publication, "slug")],
        "kennis/<>/versie/<>": [{"slug": slug, "number": "1"} for (slug,) in _pairs(Publication, "slug")],
        "concepten/<>": _keys(Publication.objects.all()),
        "kennis/<>/bereik/<>": [{"slug": slug} for (slug,) in _pairs(Publication, "slug")],
        "ontvangen/<>": [{"token": "geen"}],
        "uitkomsten/bericht/": [{"token": "geen"}],
        "uitkomsten/<>": _keys(PublicOutcomes.objects.all()),
    }


def _in_room(model, **parameters: str) -> list[dict[str, str]]:
    """Return what stands in workspaces, each with the key of its group."""
    rows = _pairs(model, "group__body__key", *parameters.values())
    return [dict(zip(("key", *parameters), map(str, row), strict=True)) for row in rows]


def _pairs(model, *fields: str) -> list[tuple]:
    return list(model.objects.values_list(*fields))


def _keys(rows) -> list[dict[str, str]]:
    return [{"key": str(key)} for key in rows.values_list("key", flat=True)]


def _pks(rows) -> list[dict[str, str]]:
    return [{"pk": str(pk)} for pk in rows.values_list("pk", flat=True)]
