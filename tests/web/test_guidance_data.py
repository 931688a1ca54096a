"""Guidance as data, made from the same parts as its page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.personas import secretary
from tests.signing_in import signed_in
from tests.web.aid_help import published_with
from tests.web.guidance_help import NOW, TODAY, YEAR, published
from verder.domain.tlp import Tlp

pytestmark = pytest.mark.django_db


def test_a_piece_as_data_tells_its_parts_its_contacts_and_its_decision_aid(client, django_assert_num_queries):
    piece = published_with()

    with django_assert_num_queries(7):
        answer = client.get(f"/kennis/{piece.slug}.json")

    told = answer.json()
    assert answer["Content-Type"] == "application/json"
    assert (told["title"], told["tlp"], told["edition"], told["isExpired"]) == (piece.title, "TLP:CLEAR", 1, False)
    code = next(part for part in told["parts"] if part["code"] == "reporting_code")
    assert [row["heading"] for row in code["rows"]][4] == "Stap 5: beslis"
    assert told["contacts"][0]["lastCheckedOn"] == "2026-03-01"
    assert told["experts"] == {"heard": True, "told": "In een gesprek."}
    assert told["decisionAid"][0]["answers"][0]["leadsTo"] == "bel"


def test_data_says_that_a_piece_has_expired(client):
    piece = published(at=NOW - YEAR, until=timedelta(days=30))

    told = client.get(f"/kennis/{piece.slug}.json").json()

    assert told["isExpired"]
    assert told["validUntil"] < TODAY.isoformat()


def test_what_not_everybody_may_read_is_never_data():
    green = published(tlp=Tlp.GREEN)

    assert signed_in(secretary()).get(f"/kennis/{green.slug}.json").status_code == 404
