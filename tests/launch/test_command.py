"""The `verder` command understands its own words, and hands the others to Django."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import pytest

from verder.launch import command
from verder.launch.command import data_folder, run
from verder.launch.refusal import CannotGoOn
from verder.launch.surroundings import surroundings

GIVEN = "postgres://verder:secret@127.0.0.1:5432/given"


@pytest.fixture(autouse=True)
def given(monkeypatch, tmp_path):
    """Let nothing of the machine's own settings in, and give a database that is not asked for anything."""
    monkeypatch.setenv("VERDER_DATA", str(tmp_path))
    monkeypatch.setenv("VERDER_DEMO", "yes")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(command, "database", lambda _: contextlib.nullcontext(GIVEN))
    monkeypatch.setattr(command, "running_database", lambda _: GIVEN)


@pytest.fixture
def started(monkeypatch):
    wishes = []
    monkeypatch.setattr(command, "start", wishes.append)
    return wishes


@pytest.fixture
def modules(monkeypatch):
    """Gather the modules that would be run, each with its arguments."""
    gathered = []
    monkeypatch.setattr(command, "python", lambda *words, url: gathered.append((*words, url)) or 0)
    return gathered


@pytest.fixture
def becomes(monkeypatch):
    gathered = []
    monkeypatch.setattr(command.os, "execve", lambda _, words, environment: gathered.append((words[2:], environment)))
    return gathered


def test_without_a_word_it_starts(started, tmp_path):
    run([])

    assert started == [command.Wish(tmp_path, 8000, empty=False)]


def test_options_alone_start_it_too(started, tmp_path):
    run(["--port", "8001", "--empty", "--data", str(tmp_path / "other")])

    assert started == [command.Wish(tmp_path / "other", 8001, empty=True)]


def test_the_data_folder_is_beside_us_when_nobody_says_otherwise(monkeypatch):
    monkeypatch.delenv("VERDER_DATA")

    assert data_folder().root == Path("data").resolve()


def test_help_lists_the_words(capsys):
    with pytest.raises(SystemExit) as end:
        run(["--help"])

    assert end.value.code == 0
    assert "write the database to a file" in capsys.readouterr().out


def test_django_gets_what_is_not_ours(modules):
    run(["migrate", "--check"])

    assert modules == [("django", "migrate", "--check", GIVEN)]


def test_words_with_a_dash_reach_django_with_a_line(modules):
    run(["starter-content"])

    assert modules == [("django", "starter_content", GIVEN)]


def test_the_web_server_takes_over_the_process(becomes):
    run(["web", "--port", "8001"])

    assert list(becomes[0][0]) == ["verder.launch.web", "--port", "8001"]
    assert becomes[0][1]["DATABASE_URL"] == GIVEN


def test_the_worker_takes_over_the_process(becomes):
    run(["worker"])

    assert becomes[0][0][:3] == ("django", "procrastinate", "worker")


def test_a_missing_setting_is_a_refusal(monkeypatch):
    monkeypatch.setenv("VERDER_DEMO", "no")
    monkeypatch.delenv("VERDER_BASE_URL", raising=False)

    with pytest.raises(CannotGoOn, match="Set VERDER_BASE_URL"):
        surroundings(GIVEN)


def test_a_command_beside_a_demo_is_of_that_demo(monkeypatch):
    monkeypatch.delenv("VERDER_DEMO")

    assert surroundings(GIVEN)["VERDER_DEMO"] == "yes"


def test_a_command_on_a_given_database_must_be_told_what_it_is(monkeypatch):
    monkeypatch.delenv("VERDER_DEMO")
    monkeypatch.delenv("VERDER_BASE_URL", raising=False)
    monkeypatch.setenv("DATABASE_URL", GIVEN)

    with pytest.raises(CannotGoOn, match="Set VERDER_BASE_URL"):
        surroundings(GIVEN)


def test_a_module_runs_against_the_database_and_tells_how_it_ended(monkeypatch):
    monkeypatch.setattr(command.subprocess, "run", lambda _, env, **__: Done(env["DATABASE_URL"] == GIVEN))

    assert command.python("django", "migrate", url=GIVEN) == 1


class Done:
    """What a finished process leaves."""

    def __init__(self, returncode: int) -> None:
        self.returncode = int(returncode)


def test_a_backup_is_made_of_the_installations_database(monkeypatch, tmp_path):
    made = []
    monkeypatch.setattr(command.backup, "backup", lambda *given: made.append(given))

    run(["backup", str(tmp_path / "file")])

    assert made == [(GIVEN, tmp_path / "file")]


def test_a_restored_backup_is_brought_up_to_this_version(monkeypatch, tmp_path, modules):
    monkeypatch.setattr(command.backup, "restore", lambda *_: None)

    run(["restore", str(tmp_path / "file")])

    assert modules == [
        ("django", "journal_erasures", GIVEN),
        ("django", "migrate", "--verbosity=0", GIVEN),
        ("django", "replay_erasures", GIVEN),
    ]


def test_nothing_is_restored_under_a_running_installation(monkeypatch, tmp_path):
    monkeypatch.setattr(command, "is_in_use", lambda _: True)

    with pytest.raises(CannotGoOn, match="Stop it first"):
        run(["restore", str(tmp_path / "file")])


def test_test_hands_everything_to_pytest(monkeypatch):
    handed = []
    monkeypatch.setattr(command.testing, "run", lambda rest: handed.append(rest) or 0)

    run(["test", "tests/domain", "-x", "--lf"])

    assert handed == [["tests/domain", "-x", "--lf"]]


def test_texts_are_checked_by_a_process_that_knows_nothing_of_django(monkeypatch):
    becomes = []
    monkeypatch.setattr(command.os, "execv", lambda program, words: becomes.append((program, *words)))

    assert run(["check-text", "--privacy"]) == 0

    assert becomes == [(sys.executable, sys.executable, "-m", "verder.textcheck", "--privacy")]


def test_check_gives_the_number_of_parts_that_failed(monkeypatch):
    monkeypatch.setattr(command.check, "run", lambda: 2)

    assert run(["check"]) == 2


def test_requirements_are_written_on_request(monkeypatch):
    written = []
    monkeypatch.setattr(command.requirements, "write", lambda: written.append(True))

    run(["requirements"])

    assert written == [True]


def test_the_exit_code_is_that_of_the_word(monkeypatch):
    monkeypatch.setattr(command.sys, "argv", ["verder", "check"])
    monkeypatch.setattr(command.check, "run", lambda: 1)

    with pytest.raises(SystemExit) as end:
        command.main()

    assert end.value.code == 1
