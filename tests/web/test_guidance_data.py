"""Guidance as data, made from the same parts as its page."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.personas import secretary
from tests.signing_in import signed_in
from tests.web.aid_help import published_with
from tests.web.editions_help import form
from tests.web.guidance_help import NOW, TODAY, YEAR, published
from tests.web.schema import wrong_in
from verder.domain.tlp import Tlp
from verder.guidance.models import PublicationKind

pytestmark = pytest.mark.django_db


def test_a_piece_as_data_tells_its_parts_its_contacts_and_its_decision_aid(client, django_assert_num_queries):
    piece = published_with()

    with django_assert_num_queries(8):
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


SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "guidance.schema.json").read_text())


def test_every_piece_is_as_its_schema_describes_it(client):
    old, new = published("Oud stuk"), published_with()
    sheet = published("Een factsheet", kind=PublicationKind.FACTSHEET)
    for piece, replacement in ((old, new), (sheet, None)):
        sent = form(piece, reason="Anders.", replaced_by=str(replacement.key) if replacement else "")
        before = client.get(f"/kennis/{piece.slug}.json").json()
        signed_in(secretary()).post(f"/kennis/{piece.slug}/trek-in", sent)
        assert list(wrong_in(before, SCHEMA)) == []

    told = [client.get(f"/kennis/{piece.slug}.json").json() for piece in (old, new, sheet)]

    assert [fault for one in told for fault in wrong_in(one, SCHEMA)] == []
    assert [one["state"] for one in told] == ["withdrawn", "published", "withdrawn"]
    assert told[0]["replacedBy"].endswith(f"/kennis/{new.slug}")
    assert "parts" not in told[0]
    assert told[2]["replacedBy"] is None


def test_the_schema_finds_what_is_not_as_it_describes(client):
    told = client.get(f"/kennis/{published_with().slug}.json").json()

    spoiled = {**told, "edition": "1", "kind": "gedicht", "validUntil": "morgen", "contacts": [{}]}
    spoiled.pop("decisionAid")

    faults = " ".join(wrong_in(spoiled, SCHEMA))
    assert "$.edition is no integer" in faults
    assert "$.kind is not one of" in faults
    assert "$.validUntil is no date" in faults
    assert "$.contacts[0].name is missing" in faults
    assert "$ is not exactly one of 2" in faults
