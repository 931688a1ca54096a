"""Sending a signal, seeing what became of it, and closing one with words back."""

from __future__ import annotations

import uuid
from datetime import datetime

import pytest
from django.utils import timezone

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.deliberation.agenda_acts import signal
from tests.personas import administrator, director, participant, platform_chair, secretary
from tests.signing_in import signed_in
from verder.deliberation.models import Signal
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Theme

pytestmark = pytest.mark.django_db
NOW: datetime = timezone.now()
SAID = {
    "kind": "insight",
    "title": "Samen kijken scheelt werk",
    "text": "Waar men vroeg samen kijkt, loopt het minder vaak vast.",
    "reach": "national",
    "theme": "",
    "dilemma": "",
    "tlp": "TLP:GREEN",
}


def once(**values: object) -> dict[str, object]:
    """Return what a fresh form sends."""
    return {"request_key": uuid.uuid4(), **values}


def test_signals_are_for_who_sits_where_they_are_seen() -> None:
    paths = ("/signalen", "/signalen/nieuw")

    seen = {
        persona: [signed_in(persona()).get(path).status_code for path in paths]
        for persona in (secretary, participant, platform_chair, director, administrator)
    }

    assert list(seen.values()) == [[200, 200], [200, 200], [200, 200], [404, 404], [404, 404]]


def test_a_participant_sends_one_once_and_reads_what_became_of_it() -> None:
    sender, clerk, theme = participant(), secretary(), Theme.objects.create(name="Samenwerken")
    body = factories.body_of(BodyKind.PLATFORM)
    form = once(**SAID | {"body": body.key, "theme": theme.pk})
    client = signed_in(sender)

    answers = [client.post("/signalen/nieuw", form) for _ in range(2)]
    sent = Signal.objects.get()
    close = f"/signalen/{sent.key}/afronden"
    signed_in(clerk).get(close)
    closed = signed_in(clerk).post(close, once(version=0, reply="Het staat in het verslag."))
    late = signed_in(clerk).post(close, once(version=0, reply="Nog eens."))
    page = client.get(f"/signalen/{sent.key}").text

    assert [answer["Location"] for answer in answers] == ["/signalen"] * 2
    assert (sent.kind, sent.reach, sent.theme, sent.tlp) == ("insight", "national", theme, "TLP:GREEN")
    assert (closed.status_code, late.status_code) == (302, 409)
    assert "Nog eens." in late.text
    assert "Het staat in het verslag." in page
    assert signed_in(sender).get(close).status_code == 404


def test_a_number_that_is_of_no_dilemma_is_refused_with_everything_typed() -> None:
    form = once(**SAID | {"body": factories.body_of(BodyKind.PLATFORM).key, "dilemma": "2026-999"})

    answer = signed_in(participant()).post("/signalen/nieuw", form)

    assert answer.status_code == 409
    assert "van geen dilemma" in answer.text
    assert "Samen kijken scheelt werk" in answer.text


def test_a_signal_names_its_dilemma_and_sender_only_to_who_may_know() -> None:
    clerk, sender = secretary(), participant()
    sent = signal(sender, tlp=Tlp.GREEN)
    dilemma = factories.dilemma_at_intake()
    Signal.objects.update(dilemma=dilemma)

    of_clerk, of_other = (signed_in(who).get(f"/signalen/{sent.key}").text for who in (clerk, participant()))

    assert dilemma.number in of_clerk
    assert sender.name in of_clerk
    assert dilemma.number not in of_other
    assert sender.name not in of_other


def test_a_signal_one_may_not_read_does_not_exist() -> None:
    sent = signal()

    assert signed_in(participant()).get(f"/signalen/{sent.key}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_as_much_for_many_as_for_one(django_assert_num_queries, number: int) -> None:
    client = signed_in(secretary())
    for _ in range(number):
        signal()

    with django_assert_num_queries(4):
        page = client.get("/signalen?stand=new").text

    assert page.count("<li><div>") == number


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_signals_are_fit_for_everyone(page, live_server) -> None:
    clerk, sent = secretary(), signal(at=NOW)
    signal(at=NOW, tlp=Tlp.GREEN, title="In drie regio’s is de opvang vol")
    enter(page, clerk, live_server.url)

    for name, where in (
        ("list", ""),
        ("none", "?stand=closed"),
        ("send", "/nieuw"),
        ("signal", f"/{sent.key}"),
        ("close", f"/{sent.key}/afronden"),
    ):
        page.goto(f"{live_server.url}/signalen{where}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"signal-{name}")
