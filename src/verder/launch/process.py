"""Starting a child process that does not outlive us, and stopping it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from verder.launch.account import Account

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def tie_to_parent(parent: int, at_its_death: signal.Signals) -> None:
    """Ask the kernel to send this process a signal once its parent is gone, however it went."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(at_its_death))
        if os.getppid() != parent:
            os.kill(os.getpid(), at_its_death)


def _tie(at_parents_death: signal.Signals) -> Callable[[], None]:
    parent = os.getpid()
    return lambda: tie_to_parent(parent, at_parents_death)


def spawn(
    command: Sequence[str | Path],
    *,
    log: Path,
    show: bool = False,
    at_parents_death: signal.Signals,
    account: Account | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child in a process group of its own, so that Ctrl-C reaches only us and we choose the order.

    All it says goes to the log, except what it says to the terminal when we `show` that.
    """
    with log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603 -- our own commands
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=None if show else output,
            stderr=output,
            env=None if environment is None else dict(environment),
            process_group=0,
            preexec_fn=_tie(at_parents_death),  # noqa: PLW1509 -- this process has one thread
            user=account.user if account else None,
            group=account.group if account else None,
            extra_groups=[] if account else None,
        )


def stop(process: subprocess.Popen[bytes], how: signal.Signals, *, seconds: float) -> None:
    """Ask a child to stop, and end it when it has not done so in time."""
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(how)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
