"""What a page leaves behind in a browser that others use after you, and in search engines."""

from __future__ import annotations

import pytest

from tests.factories import dilemma_at_intake
from tests.personas import secretary
from tests.signing_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/werkvoorraad", "/dilemmas", "/acties", "/beheer/mensen", "/kennis", "/bestaat-niet"]
)
def test_a_browser_keeps_nothing_of_what_one_reads_while_logged_in(path):
    answer = signed_in(secretary()).get(path)

    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_browser_keeps_nothing_of_a_dossier():
    dilemma = dilemma_at_intake()

    answer = signed_in(secretary()).get(f"/dilemmas/{dilemma.number}")

    assert "no-store" in answer.headers["Cache-Control"]


def test_whoever_did_not_log_in_may_keep_what_everyone_reads(client):
    answer = client.get("/kennis")

    assert "Cache-Control" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/antwoord/x",
        "/datumprikker/x",
        "/ontvangen/x",
        "/ontvangen/x/gebruikt",
        "/toezegging-per-mail/x",
        "/volgen/open/x",
        "/volgen/bevestig/x",
        "/uitkomsten/bericht/ja/x",
        "/uitkomsten/bericht/stop/x",
    ],
)
def test_no_search_engine_lists_a_link_that_was_meant_for_one_reader(client, path):
    answer = client.get(path)

    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer.headers["Cache-Control"]


def test_robots_find_pages_but_not_every_walk_and_filter_of_them(client):
    answer = client.get("/robots.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text == "User-agent: *\nDisallow: /*?\n"
    assert "X-Robots-Tag" not in client.get("/kennis").headers
