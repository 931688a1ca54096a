"""Of a request, the log keeps route, status and time."""

from __future__ import annotations

import logging

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def facts(caplog, path: str, **headers: str) -> dict[str, object]:
    with caplog.at_level(logging.INFO, logger="verder.access"):
        Client().get(path, headers=headers)
    return next(record.facts for record in caplog.records if record.name == "verder.access")


def test_a_page_is_known_by_its_route(caplog):
    kept = facts(caplog, "/gezond")

    assert (kept["route"], kept["status"]) == ("health", 200)
    assert set(kept) == {"route", "status", "ms"}


def test_a_page_that_is_not_there_has_no_route(caplog):
    kept = facts(caplog, "/bestaat-niet/geheim?zoek=woord", user_agent="Netscape")

    assert (kept["route"], kept["status"]) == ("-", 404)
    assert "geheim" not in caplog.text
    assert "Netscape" not in caplog.text
