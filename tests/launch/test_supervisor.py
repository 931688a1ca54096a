"""A part that dies is started again, with growing patience, and all parts stop in order."""

from __future__ import annotations

import signal
import subprocess

import pytest

from verder.launch import supervisor
from verder.launch.refusal import CannotGoOn
from verder.launch.supervisor import LONGEST_WAIT, Part, Stopped, stop_all, stop_on_signals, watch


class Child:
    """A child that is dead from the start, or lives until it is stopped."""

    def __init__(self, returncode: int | None, stopped: list[object]) -> None:
        self.returncode = returncode
        self.stopped = stopped

    def poll(self):
        return self.returncode

    def send_signal(self, number):
        self.stopped.append((self, number))

    def wait(self, _seconds=None):
        return self.returncode


@pytest.fixture
def said():
    return []


@pytest.fixture
def clock(monkeypatch):
    """Let the test say what time it is."""
    now = [1000.0]
    monkeypatch.setattr(supervisor.time, "monotonic", lambda: now[0])
    return now


def part_of(*children: Child | Exception) -> Part:
    waiting = iter(children)

    def launch() -> Child:
        child = next(waiting)
        if isinstance(child, Exception):
            raise child
        return child

    return Part("web", launch)


def test_a_part_that_lives_is_left_alone(said):
    part = part_of(Child(None, []))
    part.start()

    part.look_after(said.append)

    assert said == []


def test_a_part_that_died_starts_again_after_a_moment(said, clock):
    second = Child(None, [])
    part = part_of(Child(-9, []), second)
    part.start()

    part.look_after(said.append)
    clock[0] += 0.6
    part.look_after(said.append)

    assert said == ["The part 'web' stopped by itself (exit -9); it starts again in 0.5 s."]
    assert part.process is second


def test_patience_grows_with_each_death_up_to_a_limit(said, clock):
    part = part_of(*[Child(1, []) for _ in range(12)])
    part.start()

    for _ in range(10):
        part.look_after(said.append)
        clock[0] += LONGEST_WAIT
        part.look_after(said.append)

    assert "in 1 s" in said[1]
    assert "in 30 s" in said[-1]


def test_a_part_that_was_steady_for_long_is_started_at_once(said, clock):
    part = part_of(Child(1, []), Child(1, []), Child(1, []))
    part.start()
    part.deaths = 7
    clock[0] += 3600

    part.look_after(said.append)

    assert "in 0.5 s" in said[0]


@pytest.mark.parametrize("trouble", [CannotGoOn("The disk is full."), OSError("no memory")])
def test_a_part_that_cannot_start_is_tried_again_later(said, clock, trouble):
    last = Child(None, [])
    part = part_of(Child(1, []), trouble, last)
    part.start()

    part.look_after(said.append)
    clock[0] += 1
    part.look_after(said.append)
    clock[0] += LONGEST_WAIT
    part.look_after(said.append)

    assert said[1] == f"The part 'web' does not start yet: {trouble}"
    assert part.process is last


def test_the_last_part_stops_first(monkeypatch):
    monkeypatch.setattr(supervisor, "ignore_signals", lambda: None)
    stopped = []
    parts = [Part(name, lambda: Child(0, stopped)) for name in ("database", "web")]
    for part in parts:
        part.start()
    children = [part.process for part in parts]

    stop_all([*parts, Part("never started", lambda: Child(0, stopped))])

    assert [child for child, _ in stopped] == children[::-1]


def test_watching_ends_when_someone_asks_to_stop(monkeypatch):
    monkeypatch.setattr(supervisor.time, "sleep", lambda _: supervisor._raise_stopped(signal.SIGTERM, None))

    with pytest.raises(Stopped, match="SIGTERM"):
        watch([part_of(Child(None, []))], print)


def test_signals_stop_and_are_ignored_while_stopping(monkeypatch):
    handlers = {}
    monkeypatch.setattr(supervisor.signal, "signal", handlers.__setitem__)

    stop_on_signals()
    asked = dict(handlers)
    supervisor.ignore_signals()

    assert set(asked) == {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    assert set(handlers.values()) == {signal.SIG_IGN}


def test_a_real_child_is_stopped(tmp_path):
    part = Part("sleep", lambda: subprocess.Popen(["sleep", "600"]))
    part.start()
    process = part.process

    part.stop()

    assert process.returncode == -signal.SIGTERM
