"""What anybody may send is counted: every page that takes a form without an account, tried through its address."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.matrix.every_address import PARAMETER, routes
from verder.gate.operations import TooManyKnocks

UNCOUNTED = {
    "account_logout": "it ends a session, or finds none",
    "coach": "it is counted, and says nothing where it was asked too often",
    "follow-close": "it forgets on this browser alone",
    "outcomes-feed": "it only shows, with the time at which it was asked",
    "outcomes-stop": "whoever wants no letters any more can always stop, and mail programs press it from one address",
}
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
FILLED_IN = {"uuid": str(uuid.uuid4()), "int": "1"}


@pytest.fixture
def everybody_waits(monkeypatch):
    """Let every counted door say that it was knocked on too often."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise TooManyKnocks(timedelta(minutes=5))

    monkeypatch.setattr("verder.web.limits.knock", refuse)


def paths() -> dict[str, str]:
    """Fill in every route of the product with something that is not there."""
    return {
        name: "/" + PARAMETER.sub(lambda found: FILLED_IN.get(found[0][1:].partition(":")[0], "x"), route)
        for name, route in routes(get_resolver())
    }


def takes(outsider: Client, path: str) -> bool:
    """Tell whether an address does something else with a form than it does when it is merely opened."""
    sent = outsider.post(path)
    if sent.status_code in {404, 405, 429} or sent.headers.get("Location", "").startswith("/inloggen"):
        return False
    return TOKEN.sub(b"", sent.content) != TOKEN.sub(b"", outsider.get(path).content)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.usefixtures("everybody_waits")
def test_what_an_outsider_sends_is_counted_at_every_address_that_takes_it():
    """A page that only shows something does the same with a form as without; that needs no count."""
    outsider = Client()

    taken = [name for name, path in paths().items() if takes(outsider, path)]

    assert set(taken) <= UNCOUNTED.keys()


@pytest.mark.django_db
@pytest.mark.usefixtures("everybody_waits")
@pytest.mark.parametrize(
    "path",
    [
        "/antwoord/x",
        "/datumprikker/x",
        "/ontvangen/x",
        "/toezegging-per-mail/x",
        "/volgen/open/x",
        "/volgen/bevestig/x",
        "/uitkomsten/bericht/ja/x",
        "/mijn-dilemma/2026-001/hielp",
        "/mijn-dilemma/2026-001/wissen",
        "/mijn-dilemma/2026-001/intrekken",
    ],
)
def test_what_comes_by_a_link_or_a_receipt_code_is_counted_before_it_is_read(client, path):
    answer = client.post(path, {"text": "Wij komen met twee mensen."})

    assert answer.status_code == 429
    assert "Wij komen met twee mensen." in answer.text
