"""Watching over the parts of a running installation: one that dies is started again, with growing patience."""

from __future__ import annotations

import signal
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verder.launch.process import stop
from verder.launch.refusal import CannotGoOn

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Sequence
    from types import FrameType

LONGEST_WAIT = 30.0
STEADY_AFTER = 60.0
_GLANCE = 0.2


class Stopped(BaseException):
    """Someone asked us to stop; not an Exception, so that no handler of errors swallows it."""


def stop_on_signals() -> None:
    """Turn Ctrl-C, a polite kill and a closed terminal into Stopped."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _raise_stopped)


def _raise_stopped(number: int, _frame: FrameType | None) -> None:
    raise Stopped(signal.Signals(number).name)


def ignore_signals() -> None:
    """Let nothing come between the stops of the parts, which each have a limit of their own."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


@dataclass(slots=True)
class Part:
    """One child: how it starts, how it is stopped, and how often it died of late."""

    name: str
    launch: Callable[[], subprocess.Popen[bytes]]
    stop_with: signal.Signals = signal.SIGTERM
    patience: float = 15.0
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    deaths: int = 0
    again_at: float = field(default=0.0)

    def start(self) -> None:
        """Start the child."""
        self.started = time.monotonic()
        self.process = self.launch()

    def stop(self) -> None:
        """Stop the child when it runs."""
        if self.process is not None:
            stop(self.process, self.stop_with, seconds=self.patience)
            self.process = None

    def look_after(self, say: Callable[[str], None]) -> None:
        """Start the child again when it died and its waiting time is over."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            self._note_death(now, say)
        if self.process is None and now >= self.again_at:
            self._try_again(now, say)

    def _note_death(self, now: float, say: Callable[[str], None]) -> None:
        code = self.process.returncode if self.process else None
        self.deaths = 1 if now - self.started > STEADY_AFTER else self.deaths + 1
        wait = min(LONGEST_WAIT, 0.5 * 2 ** (self.deaths - 1))
        self.process, self.again_at = None, now + wait
        say(f"The part '{self.name}' stopped by itself (exit {code}); it starts again in {wait:g} s.")

    def _try_again(self, now: float, say: Callable[[str], None]) -> None:
        try:
            self.start()
        except (CannotGoOn, OSError) as error:
            self.deaths += 1
            self.again_at = now + min(LONGEST_WAIT, 2.0**self.deaths)
            say(f"The part '{self.name}' does not start yet: {error}")


def watch(parts: Sequence[Part], say: Callable[[str], None]) -> None:
    """Look after the parts until someone asks us to stop."""
    while True:
        for part in parts:
            part.look_after(say)
        time.sleep(_GLANCE)


def stop_all(parts: Sequence[Part]) -> None:
    """Stop the parts, the last one first."""
    ignore_signals()
    for part in reversed(parts):
        part.stop()
