"""A child does not outlive its parent, and stops when asked to or else is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.launch.installation import wait_until
from verder.launch.process import spawn, stop, tie_to_parent

PARENT = """
import signal, sys, pathlib
from verder.launch.process import spawn
child = spawn(["sleep", "600"], log=pathlib.Path(sys.argv[1]), at_parents_death=signal.SIGTERM)
print(child.pid, flush=True)
signal.pause()
"""
STUBBORN = "import signal, time; signal.signal(15, signal.SIG_IGN); print('ready', flush=True); time.sleep(600)"


def runs(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.slow
def test_a_child_goes_with_a_killed_parent(tmp_path):
    parent = subprocess.Popen([sys.executable, "-c", PARENT, tmp_path / "log"], stdout=subprocess.PIPE, text=True)
    with parent.stdout as said:
        child = int(said.readline())

    parent.kill()
    parent.wait()

    wait_until(lambda: not runs(child))
    assert not runs(child)


def test_a_child_whose_parent_is_gone_already_ends_itself(monkeypatch):
    sent = []
    monkeypatch.setattr("verder.launch.process._LIBC", type("LibC", (), {"prctl": staticmethod(lambda *_: 0)}))
    monkeypatch.setattr("verder.launch.process.os.kill", lambda *given: sent.append(given))

    tie_to_parent(1, signal.SIGTERM)

    assert sent == [(os.getpid(), signal.SIGTERM)]


def test_elsewhere_than_on_linux_nothing_is_tied(monkeypatch):
    monkeypatch.setattr("verder.launch.process._LIBC", None)

    assert tie_to_parent(1, signal.SIGTERM) is None


def test_a_polite_child_stops(tmp_path):
    child = spawn(["sleep", "600"], log=tmp_path / "log", at_parents_death=signal.SIGKILL)

    stop(child, signal.SIGTERM, seconds=30)

    assert child.returncode == -signal.SIGTERM


def test_a_stubborn_child_is_ended(tmp_path):
    child = spawn([sys.executable, "-c", STUBBORN], log=tmp_path / "log", at_parents_death=signal.SIGKILL)
    wait_until(lambda: (tmp_path / "log").read_text() == "ready\n")

    stop(child, signal.SIGTERM, seconds=0.05)

    assert child.returncode == -signal.SIGKILL


def test_a_child_that_is_gone_is_no_trouble(tmp_path):
    child = spawn(["true"], log=tmp_path / "log", at_parents_death=signal.SIGKILL)
    child.wait()

    stop(child, signal.SIGTERM, seconds=1)

    assert child.returncode == 0


def test_what_a_child_says_is_in_its_log(tmp_path):
    child = spawn(["echo", "hello"], log=tmp_path / "log", at_parents_death=signal.SIGKILL)
    child.wait()

    assert (tmp_path / "log").read_text() == "hello\n"


def test_what_is_meant_for_the_terminal_goes_there(tmp_path, capfd):
    child = spawn(["echo", "hello"], log=tmp_path / "log", show=True, at_parents_death=signal.SIGKILL)
    child.wait()

    assert capfd.readouterr().out == "hello\n"
    assert (tmp_path / "log").read_text() == ""
