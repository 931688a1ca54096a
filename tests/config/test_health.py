"""Whoever watches over an installation learns whether the database answers, and no more."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection


@pytest.mark.django_db
def test_a_healthy_installation_says_so(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/gezond")

    assert response.status_code == 200
    assert response.content == b"gezond\n"
    assert "no-cache" in response.headers["Cache-Control"]


def test_a_database_that_is_away_is_told_without_detail(client, monkeypatch):
    def fail() -> None:
        raise DatabaseError("password of verder at 10.0.0.1")

    monkeypatch.setattr(connection, "cursor", fail)

    response = client.get("/gezond")

    assert response.status_code == 503
    assert response.content == b"niet gezond\n"


@pytest.mark.django_db
def test_health_is_told_without_a_secure_connection(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    response = client.get("/gezond")

    assert response.status_code == 200
