"""Sends requests over connections that stay open, and times each."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Call:
    """One request: `make()` gives its path anew each time, and for a form what is sent."""

    make: Callable[[], tuple[str, str]]
    headers: dict[str, str] = field(default_factory=dict)
    expects: int = 200


@dataclass(frozen=True, slots=True)
class Timing:
    """How long requests took, in milliseconds, and how many were answered a second."""

    median: float
    p95: float
    per_second: float


def send(port: int, call: Call, times: int, *, connections: int = 1) -> Timing:
    """Send a request `times` times, spread over a number of connections; raise when an answer is not as expected."""
    taken: list[float] = []
    wrong: list[int] = []
    share = times // connections

    def visit() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(share):
            start = time.perf_counter()
            status = once(connection, call)[0]
            taken.append((time.perf_counter() - start) * 1000)
            if status != call.expects:
                wrong.append(status)
        connection.close()

    began = time.perf_counter()
    run_together([visit] * connections)
    seconds = time.perf_counter() - began
    if wrong:
        message = f"{call.make()[0]} answered {sorted(set(wrong))} instead of {call.expects}"
        raise RuntimeError(message)
    return Timing(statistics.median(taken), statistics.quantiles(taken, n=20)[-1], len(taken) / seconds)


def once(connection: http.client.HTTPConnection, call: Call) -> tuple[int, int]:
    """Send one request; return status and the bytes of the answer over the wire, headers included."""
    headers = {"Accept-Encoding": "gzip", "Host": f"127.0.0.1:{connection.port}", **call.headers}
    path, body = call.make()
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request("POST" if body else "GET", path, body=body or None, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    head = sum(len(name) + len(value) + 4 for name, value in answer.getheaders())
    return answer.status, len(content) + head


def run_together(jobs: Sequence[Callable[[], None]]) -> None:
    """Run jobs side by side and wait for all of them."""
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
