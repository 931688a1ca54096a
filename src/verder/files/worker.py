"""The process that reads unknown bytes: `python -m verder.files.worker`, one file on standard input, then it ends.

It answers with one line of JSON and then the bytes of the cleaned file. Before it reads anything it gives up what it
does not need: memory, time, and writing to disk. It is started without the environment, so it knows no secrets.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import IO

from verder.files.cleaning import clean
from verder.files.limits import MEMORY, PROCESSOR_SECONDS
from verder.files.refusal import FileRefused, Reason

LIMITS = {
    resource.RLIMIT_AS: MEMORY,
    resource.RLIMIT_CPU: PROCESSOR_SECONDS,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}


def answer(content: bytes, target: IO[bytes]) -> None:
    """Clean one file and write the answer; whatever goes wrong in foreign bytes is a refusal, never a stack trace."""
    try:
        cleaned = clean(content)
    except FileRefused as refused:
        _say(target, refused=refused.reason)
    except MemoryError:
        _say(target, refused=Reason.BOMB)
    except Exception:  # noqa: BLE001 -- parsers fail on foreign bytes in any way they like
        _say(target, refused=Reason.BROKEN)
    else:
        _say(target, kind=cleaned.kind, text=cleaned.text, needs_look=cleaned.needs_look)
        target.write(cleaned.content)


def _say(target: IO[bytes], **facts: str | bool) -> None:
    target.write(json.dumps(facts).encode() + b"\n")


def limit() -> None:
    """Take no more memory and time than one file may cost, and write nothing to disk."""
    for kind, most in LIMITS.items():
        resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    limit()
    answer(sys.stdin.buffer.read(), sys.stdout.buffer)
