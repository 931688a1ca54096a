"""Telling by a personal link whether guidance helped, in two clicks and without an account."""

from __future__ import annotations

import uuid

import pytest
from django.utils import timezone

from tests.distribution.spreads import only, organisation, spread_to_all
from verder.distribution.links import token_of
from verder.guidance.models import Feedback, Publication, PublicationState

pytestmark = pytest.mark.django_db


def personal() -> str:
    """Return the personal page of one organisation."""
    organisation()
    return f"/ontvangen/{token_of(only(spread_to_all(at=timezone.now())).secret)}"


def said(verdict: str = "helped", why: str = "") -> dict[str, str]:
    return {"verdict": verdict, "why": why, "request_key": str(uuid.uuid4())}


def test_an_organisation_tells_it_from_its_own_page_and_is_thanked_there(client):
    address = personal()
    assert f'href="{address}/gebruikt"' in client.get(address).text
    assert "niet welke organisatie het gaf" in client.get(f"{address}/gebruikt").text

    answer = client.post(f"{address}/gebruikt", said(why="Het gesprek lukte."), follow=True)

    assert answer.redirect_chain == [(address, 302)]
    assert "Wie dit stuk maakte, leest uw antwoord." in answer.text
    assert list(Feedback.objects.values_list("verdict", "why")) == [("helped", "Het gesprek lukte.")]


def test_the_same_form_sent_twice_leads_to_the_same_page(client):
    address, form = f"{personal()}/gebruikt", said()

    answers = [client.post(address, form) for _ in range(2)]

    assert answers[0]["Location"] == answers[1]["Location"]
    assert Feedback.objects.count() == 1


def test_words_that_may_not_stand_come_back_with_everything_typed(client):
    words = "Bel mij op 06 12345678, het lukte."

    answer = client.post(f"{personal()}/gebruikt", said(why=words))

    assert answer.status_code == 422
    assert words in answer.text
    assert not Feedback.objects.exists()


def test_of_a_piece_that_does_not_hold_the_personal_page_says_so(client):
    address = personal()
    Publication.objects.update(state=PublicationState.WITHDRAWN)

    answer = client.post(f"{address}/gebruikt", said(), follow=True)

    assert answer.redirect_chain == [(address, 302)]
    assert "Dit stuk geldt nu niet meer." in answer.text
    assert "gebruikt" not in answer.text
    assert not Feedback.objects.exists()


def test_a_piece_that_is_taken_back_meanwhile_is_told_of_on_the_personal_page(client, monkeypatch):
    address = personal()

    def gone(*_arguments: object, **_options: object) -> None:
        raise Publication.DoesNotExist

    monkeypatch.setattr("verder.web.distribution.telling.tell_how_it_went", gone)

    assert client.post(f"{address}/gebruikt", said())["Location"] == address


def test_a_link_that_is_over_asks_nothing(client):
    answer = client.get("/ontvangen/geen/gebruikt")

    assert answer.status_code == 410
    assert "Deze link werkt niet meer" in answer.text


def test_asking_costs_one_statement(client, django_assert_num_queries):
    address = f"{personal()}/gebruikt"
    client.get(address)

    with django_assert_num_queries(1):
        client.get(address)
