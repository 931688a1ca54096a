"""A backup is whole or not there, and a restore changes everything or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
import pytest

from verder.launch import backup as backups
from verder.launch.backup import backup, programs_for, restore
from verder.launch.postgres.programs import Programs
from verder.launch.refusal import CannotGoOn

pytestmark = pytest.mark.slow


@pytest.fixture
def url():
    """Make a database for one test."""
    server = os.environ["DATABASE_URL"]
    name = f"verder_backup_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name}")
        yield f"{server.rpartition('/')[0]}/{name}"
        connection.execute(f"drop database {name} with (force)")


def do(url: str, statement: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(statement)


def words(url: str) -> list[tuple[str]]:
    with psycopg.connect(url) as connection:
        return connection.execute("select word from kept").fetchall()


def test_what_was_there_comes_back_and_what_came_later_goes(url, tmp_path):
    do(url, "create table kept as select 'before' as word")
    backup(url, tmp_path / "backup")
    do(url, "update kept set word = 'after'")
    do(url, "create table later as select 1 as number")

    restore(url, tmp_path / "backup")

    assert words(url) == [("before",)]
    with pytest.raises(psycopg.errors.UndefinedTable):
        do(url, "select * from later")


def test_functions_and_types_are_put_back_and_rights_stay(url, tmp_path):
    do(url, "create extension pg_trgm; create type mood as enum ('fine'); create type pair as (one int, other int)")
    do(url, "create function answer() returns mood language sql as $$ select 'fine'::mood $$")
    do(url, "create table kept as select 'before' as word; create view seen as select * from kept")
    do(url, "alter default privileges in schema public grant select on tables to public")
    backup(url, tmp_path / "backup")

    restore(url, tmp_path / "backup")

    do(url, "select answer(), row(1, 2)::pair, similarity('a', 'b') from seen")
    with psycopg.connect(url) as connection:
        assert connection.execute("select count(*) from pg_default_acl").fetchone() == (1,)


def test_a_broken_backup_changes_nothing(url, tmp_path):
    do(url, "create table kept as select 'before' as word")
    backup(url, tmp_path / "backup")
    whole = (tmp_path / "backup").read_bytes()
    (tmp_path / "backup").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(CannotGoOn, match="Nothing has changed"):
        restore(url, tmp_path / "backup")

    assert words(url) == [("before",)]


def test_a_backup_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CannotGoOn, match="There is no backup at"):
        restore("postgres://nobody", tmp_path / "backup")


def test_only_we_may_read_a_backup(url, tmp_path):
    backup(url, tmp_path / "backup")

    assert (tmp_path / "backup").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["backup"]


def test_programs_older_than_the_server_are_not_used(url, monkeypatch):
    monkeypatch.setattr(backups, "available", lambda: [Programs(Path("/9"), 9)])

    with pytest.raises(CannotGoOn, match="apt install postgresql-client-"):
        programs_for(url)
