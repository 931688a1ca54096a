"""Has unknown bytes read in a process of its own, one at a time, and never longer than a file may take."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO

from verder.files.cleaning import Cleaned
from verder.files.kinds import FileKind
from verder.files.limits import MOST_TEXT, MOST_WRITTEN, SECONDS
from verder.files.refusal import FileRefused, Reason

WORKER = (sys.executable, "-I", "-m", "verder.files.worker")
MOST_ANSWER = MOST_WRITTEN + 12 * MOST_TEXT + 1000
"""The file, its text (a letter in JSON may take twelve signs) and a line around it."""
_ONE_AT_A_TIME = threading.BoundedSemaphore(1)
"""So that the memory of all readers together stays bounded: one for each web process."""


def read(content: bytes, *, seconds: float = SECONDS) -> Cleaned:
    """Return a file cleaned, with the words in it; raise FileRefused with the reason."""
    if not _ONE_AT_A_TIME.acquire(timeout=seconds):
        raise FileRefused(Reason.BUSY)
    try:
        return _understood(_ask_worker(content, seconds))
    finally:
        _ONE_AT_A_TIME.release()


def _ask_worker(content: bytes, seconds: float) -> bytes:
    with subprocess.Popen(  # noqa: S603 -- our own module, nothing of the file in it
        WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    ) as process:
        clock = threading.Timer(seconds, process.kill)
        clock.start()
        try:
            return _talk(process, content)
        finally:
            clock.cancel()
            process.kill()


def _talk(process: subprocess.Popen[bytes], content: bytes) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise FileRefused(Reason.BROKEN)
    _tell(process.stdin, content)
    return process.stdout.read(MOST_ANSWER)


def _tell(pipe: IO[bytes], content: bytes) -> None:
    """Hand the file over; the worker reads all of it before it says anything, so nobody waits for the other."""
    with suppress(BrokenPipeError), pipe:
        pipe.write(content)


def _understood(answer: bytes) -> Cleaned:
    """Read the worker's answer; one that it could not finish took more than a file may take."""
    head, found, content = answer.partition(b"\n")
    if not found:
        raise FileRefused(Reason.BOMB)
    facts = json.loads(head)
    if "refused" in facts:
        raise FileRefused(Reason(facts["refused"]))
    return Cleaned(FileKind(facts["kind"]), content, facts["text"], facts["needs_look"])
