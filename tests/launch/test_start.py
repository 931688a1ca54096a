"""A start says plainly what stands in its way."""

from __future__ import annotations

import http.server
import os
import signal
import threading
from types import SimpleNamespace

import pytest

from tests.launch.installation import environment
from verder.launch import start as starts
from verder.launch.folder import DataFolder
from verder.launch.refusal import CannotGoOn
from verder.launch.start import Wish, claim_port, is_healthy, last_line, set_environment, start, wait_until_it_answers
from verder.launch.supervisor import Part, Stopped


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch):
    """Keep signals and the environment of the tests as they are."""
    monkeypatch.setattr(starts, "stop_on_signals", lambda: None)
    monkeypatch.setattr("verder.launch.supervisor.ignore_signals", lambda: None)
    monkeypatch.setattr(os, "environ", environment())


@pytest.mark.parametrize(
    ("free", "told"), [(0, "It fell. The disk is full at {}: make some room."), (10**9, "It fell.")]
)
def test_a_part_that_falls_while_the_disk_is_full_is_told_of_with_the_disk(tmp_path, monkeypatch, capsys, free, told):
    monkeypatch.setattr(starts.shutil, "disk_usage", lambda _: SimpleNamespace(free=free))

    starts.say_of(DataFolder(tmp_path), "It fell.")

    assert capsys.readouterr().out.strip() == told.format(tmp_path)


def test_a_free_port_is_claimed(free_port):
    assert claim_port(free_port, seconds=0) is None


def test_a_taken_port_is_refused_with_what_to_do(taken_port):
    with pytest.raises(CannotGoOn, match=f"Port {taken_port} is taken by another program. .* --port {taken_port + 1}"):
        claim_port(taken_port, seconds=0)


def test_after_a_kill_the_port_gets_a_moment_to_come_free(monkeypatch):
    answers = iter([False, False, True])
    monkeypatch.setattr(starts, "port_is_free", lambda *_: next(answers))

    claim_port(8000, seconds=60)

    assert list(answers) == []


def test_the_demo_is_what_one_gets_without_settings(tmp_path):
    set_environment(Wish(tmp_path, 8001))

    assert os.environ["VERDER_DEMO"] == "yes"
    assert os.environ["VERDER_BASE_URL"] == "http://127.0.0.1:8001"


def test_a_production_keeps_its_own_settings(tmp_path):
    os.environ["VERDER_DEMO"] = "no"

    set_environment(Wish(tmp_path, 8001))

    assert "VERDER_BASE_URL" not in os.environ


def test_a_start_in_a_folder_of_somebody_else_says_so(tmp_path):
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(OSError, match="file"):
        start(Wish(tmp_path / "file"))


def test_parts_that_were_started_are_stopped_when_a_later_one_fails(tmp_path, monkeypatch, free_port):
    stopped = []
    part = Part("database", lambda: None)
    monkeypatch.setattr(starts, "stop_all", stopped.extend)

    def bring_up(_wish, _folder, parts):
        parts.append(part)
        raise CannotGoOn("The disk is full.")

    monkeypatch.setattr(starts, "bring_up", bring_up)

    with pytest.raises(CannotGoOn):
        start(Wish(tmp_path, free_port))

    assert stopped == [part]


def test_being_asked_to_stop_is_a_good_end(tmp_path, monkeypatch, free_port, capsys):
    monkeypatch.setattr(starts, "bring_up", lambda *_: None)
    monkeypatch.setattr(starts, "watch", lambda *_: _raise(Stopped()))

    start(Wish(tmp_path, free_port))

    assert capsys.readouterr().out.endswith("Verder has stopped; its data is kept.\n")


def test_a_web_server_that_gives_up_is_reported_with_its_last_words(tmp_path, free_port):
    data = DataFolder(tmp_path)
    data.make()
    data.log("web").write_text("first\nThe database holds demo accounts.\n")
    os.environ["VERDER_BASE_URL"] = f"http://127.0.0.1:{free_port}"

    with pytest.raises(CannotGoOn, match="The database holds demo accounts"):
        wait_until_it_answers(free_port, Part("web", lambda: None), data)


def test_a_part_that_said_nothing_gave_no_reason(tmp_path):
    (tmp_path / "log").touch()

    assert last_line(tmp_path / "log") == "It gave no reason."


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False)])
def test_health_is_what_the_page_says(status, healthy, free_port):
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(status if self.path == "/gezond" and self.headers["Host"] == "verder.example" else 404)
            self.end_headers()

        def log_message(self, *_):
            pass

    os.environ["VERDER_BASE_URL"] = "https://verder.example"
    with http.server.HTTPServer(("127.0.0.1", free_port), Page) as server:
        asked = threading.Thread(target=server.handle_request)
        asked.start()

        told = is_healthy(free_port)

        asked.join()
    assert told is healthy


def test_nobody_who_answers_is_not_healthy(free_port):
    os.environ["VERDER_BASE_URL"] = "https://verder.example"

    assert not is_healthy(free_port)


def test_the_database_gets_the_quick_and_clean_stop(tmp_path):
    part = starts.database_part(None, DataFolder(tmp_path))

    assert part.stop_with == signal.SIGINT


def _raise(error: BaseException) -> None:
    raise error
