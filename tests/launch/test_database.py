"""A command works with the database that is given, the one that runs, or one of its own."""

from __future__ import annotations

import os

import psycopg
import pytest

from verder.launch import database as databases
from verder.launch.database import check_reachable, database, passing_database, running_database
from verder.launch.folder import DataFolder, locked
from verder.launch.refusal import CannotGoOn


@pytest.fixture
def nothing_given(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)


def asks(url: str) -> bool:
    with psycopg.connect(url) as connection:
        return connection.execute("select 1").fetchone() == (1,)


@pytest.mark.slow
def test_a_given_database_is_used(tmp_path):
    given = os.environ["DATABASE_URL"]

    with database(DataFolder(tmp_path)) as url, passing_database() as passing:
        assert (url, passing) == (given, given)

    assert running_database(DataFolder(tmp_path)) == given


@pytest.mark.slow
def test_a_command_starts_the_installations_database_for_as_long_as_it_takes(folder, nothing_given):
    with database(DataFolder(folder)) as url:
        assert asks(url)

    with pytest.raises(psycopg.OperationalError):
        asks(url)


@pytest.mark.slow
def test_a_command_joins_the_database_that_runs(folder, nothing_given):
    data = DataFolder(folder)

    with database(data) as running:
        with database(data) as joined:
            assert joined == running
        assert running_database(data) == running
        assert asks(running)


def test_what_needs_a_running_database_says_so(tmp_path, nothing_given):
    with pytest.raises(CannotGoOn, match="No database is running"):
        running_database(DataFolder(tmp_path))


@pytest.mark.slow
def test_tests_get_a_database_that_is_thrown_away(nothing_given):
    with passing_database() as url, psycopg.connect(url) as connection:
        careless = connection.execute("show fsync").fetchone()

    assert careless == ("off",)
    with pytest.raises(psycopg.OperationalError):
        asks(url)


def test_a_database_that_does_not_answer_is_named_without_its_password():
    with pytest.raises(CannotGoOn) as refusal:
        check_reachable("postgres://verder:geheim@127.0.0.1:1/elders")

    assert "127.0.0.1:1/elders" in str(refusal.value)
    assert "geheim" not in str(refusal.value)
    assert "refused" in str(refusal.value)
    assert "?" not in str(refusal.value)


def test_an_address_that_is_no_postgresql_is_refused_with_what_one_looks_like():
    with pytest.raises(CannotGoOn, match="postgres://name:password@host:5432/database"):
        check_reachable("mysql://verder:geheim@127.0.0.1/elders")


def test_a_held_folder_without_a_database_is_not_started_twice(tmp_path, nothing_given, monkeypatch):
    data = DataFolder(tmp_path)
    monkeypatch.setattr(databases, "open_cluster", lambda _: type("Cluster", (), {"url": "running"}))

    with locked(data), database(data) as url:
        assert url == "running"
