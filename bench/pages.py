"""The pages under measurement, and what a request for each looks like."""

from __future__ import annotations

import itertools
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode, urljoin

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from bench.load import Call
from verder.deliberation.models import Dilemma
from verder.network.models import Body, BodyKind, Membership, Person, Seat

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
CSRF = "b" * 32
MOVED_BY_SECRETARIAT = ("intake", "awaiting_platform", "awaiting_working_group")
STEPS_IN_TURN = 90
"""How many dilemmas take the step in turn: there are as many in the smallest database, and few are held at once."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the call that asks for it."""

    name: str
    call: Call


def secretary() -> Person:
    """Find or make the secretary who looks at the pages."""
    person, _ = Person.objects.get_or_create(email="meting@voorbeeld.example", defaults={"name": "Secretariaat"})
    for kind in (BodyKind.SECRETARIAT, BodyKind.PLATFORM, BodyKind.COUNCIL):
        Body.objects.get_or_create(kind=kind, defaults={"name": str(kind)})
    body = Body.objects.get(kind=BodyKind.SECRETARIAT)
    Membership.objects.get_or_create(
        body=body, person=person, defaults={"seat": Seat.MEMBER, "starts_on": timezone.localdate()}
    )
    return person


def session_of(person: Person) -> str:
    """Open a session and return the cookie header that goes with it."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return f"sessionid={session.session_key}; csrftoken={CSRF}"


def pages(cookie: str) -> list[Page]:
    """List the pages of the issue: public home, intake, secretariat screen, list, dilemma, and a step."""
    signed_in = {"Cookie": cookie}
    numbers = itertools.cycle(Dilemma.objects.filter(rung="platform").values_list("number", flat=True)[:200])
    return [
        Page("public home", Call(lambda: ("/", ""))),
        Page("intake", Call(lambda: ("/inbrengen", ""))),
        Page("secretariat screen", Call(lambda: ("/werkvoorraad", ""), signed_in)),
        Page("list, 50 rows", Call(lambda: ("/dilemmas?halte=working_group", ""), signed_in)),
        Page("dilemma", Call(lambda: (f"/dilemmas/{next(numbers)}", ""), signed_in)),
        Page("taking a step", Call(_steps(), signed_in, expects=302)),
    ]


def _steps() -> Callable[[], tuple[str, str]]:
    waiting = Dilemma.objects.filter(rung__in=MOVED_BY_SECRETARIAT).order_by("-pk").values_list("number", "version")
    versions = dict(waiting[:STEPS_IN_TURN])
    turns = itertools.cycle(versions)
    day = timezone.localdate() + timedelta(days=30)
    words = {"reason": "Wij wachten op een jurist.", "new_date": day.isoformat(), "csrfmiddlewaretoken": CSRF}

    def make() -> tuple[str, str]:
        number = next(turns)
        body = urlencode({"version": versions[number], "request_key": uuid.uuid4(), **words})
        versions[number] += 1
        return f"/dilemmas/{number}/stap/extend", body

    return make


def parts_of(html: str) -> list[str]:
    """List the style sheets, scripts and icons that a page asks for."""
    links = re.findall(r'<(?:link|script)[^>]+(?:href|src)="(/static/[^"]+)"', html)
    return sorted({link for link in links if not link.endswith(".woff2")})


def fonts_of(sheet: str, css: str) -> list[str]:
    """List the fonts that a style sheet asks for, as addresses."""
    return [urljoin(sheet, link) for link in re.findall(r'url\("?([^")]+\.woff2)"?\)', css)]
