"""Runs the measurements at each size and prints them as tables with ratios.

Processor time is compared with that of a bare list, which takes turns with every page: what else the machine does
then weighs on both, and the ratios stand also on a busy machine.
"""

from __future__ import annotations

import http.client
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from bench.fill import fill  # noqa: E402
from bench.load import Call, Timing, once, send  # noqa: E402
from bench.models import BareRow  # noqa: E402
from bench.pages import Page, fonts_of, pages, parts_of, secretary, session_of  # noqa: E402
from bench.server import Server, memory_megabytes, processor_milliseconds  # noqa: E402

TURNS = 20
"""How often a page and the bare list take turns."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor time in milliseconds for one request."""

    application: float
    database: float

    @property
    def together(self) -> float:
        """What application and database spend."""
        return self.application + self.database


@dataclass(frozen=True, slots=True)
class Cost:
    """What one request for a page costs."""

    name: str
    statements: int
    spent: Spent
    bare: Spent
    """What the bare list spent at the same time."""
    alone: Timing
    eight: Timing
    bytes: int

    @property
    def ratio(self) -> float:
        """How many bare lists it costs."""
        return self.spent.together / self.bare.together


BARE_LIST = Page("bare list, 50 rows", Call(lambda: ("/list", "")))
BARE_PAGES = (BARE_LIST, Page("bare row", Call(lambda: ("/one", ""))))


def measure(sizes: Sequence[int], *, requests: int, port: int, bare_port: int) -> int:
    """Measure every page at every size and print the tables."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    person = secretary()
    cookie = session_of(person)
    _fill_bare()
    costs: dict[int, list[Cost]] = {}
    yardstick = Server("bench.bare_server", bare_port)
    try:
        yardstick.wait("/one")
        for size in sizes:
            fill(size, prepared_by=person.pk)
            costs[size] = _measure_size(cookie, requests, port, yardstick)
        bare = [_cost(page, yardstick, yardstick, requests, "") for page in BARE_PAGES]
    finally:
        yardstick.stop()
    _print_size(0, bare)
    for size, rows in costs.items():
        _print_size(size, rows)
    _print_ratios(costs)
    return 0


def _measure_size(cookie: str, requests: int, port: int, yardstick: Server) -> list[Cost]:
    server = Server("verder.launch.web", port)
    try:
        server.wait("/gezond")
        asked = pages(cookie)
        for page in asked:
            send(port, page.call, 40, connections=4)
        send(yardstick.port, BARE_LIST.call, 40, connections=4)
        before = memory_megabytes(server.workers)
        costs = [_cost(page, server, yardstick, requests, cookie) for page in asked]
        after = memory_megabytes(server.workers)
        print(f"two web workers: {before:.0f} MB before, {after:.0f} MB after")
        _print_first_visit(port)
    finally:
        server.stop()
    return costs


def _cost(page: Page, server: Server, yardstick: Server, requests: int, cookie: str) -> Cost:
    statements = _statements(page.call, cookie) if server is not yardstick else 1
    spent, bare = _in_turns(page.call, server, yardstick, requests // TURNS)
    alone = send(server.port, page.call, requests)
    eight = send(server.port, page.call, requests, connections=8)
    wire = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    size = once(wire, page.call)[1]
    wire.close()
    return Cost(page.name, statements, spent, bare, alone, eight, size)


def _in_turns(call: Call, server: Server, yardstick: Server, requests: int) -> tuple[Spent, Spent]:
    turns = [(_spend(call, server, requests), _spend(BARE_LIST.call, yardstick, requests)) for _ in range(TURNS)]
    return _mean([ours for ours, _bare in turns]), _mean([bare for _ours, bare in turns])


def _spend(call: Call, server: Server, requests: int) -> Spent:
    backends = _backends()
    application, database = processor_milliseconds(server.workers), processor_milliseconds(backends)
    send(server.port, call, requests)
    application = processor_milliseconds(server.workers) - application
    return Spent(application / requests, (processor_milliseconds(backends) - database) / requests)


def _mean(spent: Sequence[Spent]) -> Spent:
    return Spent(mean(one.application for one in spent), mean(one.database for one in spent))


def _statements(call: Call, cookie: str) -> int:
    client = Client(headers={"host": "127.0.0.1"})
    if call.headers:
        for pair in cookie.split("; "):
            name, value = pair.split("=", 1)
            client.cookies[name] = value
    with CaptureQueriesContext(connection) as seen:
        path, body = call.make()
        if body:
            client.post(path, body, content_type="application/x-www-form-urlencoded")
        else:
            client.get(path)
    return len(seen)


def _backends() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
        return [pid for (pid,) in cursor.fetchall()]


def _fill_bare() -> None:
    with connection.schema_editor() as editor:
        if "bench_bare_row" not in connection.introspection.table_names():
            editor.create_model(BareRow)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE bench_bare_row RESTART IDENTITY")
        cursor.execute(
            "INSERT INTO bench_bare_row (number, question, rung, next_date) SELECT 'B-' || n,"
            " 'Mag ik dit delen met een andere organisatie als niemand anders iets doet?', 'working_group',"
            " current_date + n FROM generate_series(1, 1000) AS n"
        )


def _print_first_visit(port: int) -> None:
    wire = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    sizes = {"/": once(wire, Call(lambda: ("/", "")))[1]}
    parts = parts_of(_text(wire, "/"))
    fonts = [font for sheet in parts if sheet.endswith(".css") for font in fonts_of(sheet, _text(wire, sheet))]
    for link in [*parts, *fonts]:
        sizes[link] = once(wire, Call(lambda link=link: (link, "")))[1]
    heavy, total = sum(sizes[font] for font in fonts), sum(sizes.values())
    print(f"first visit: {len(sizes)} requests, {total / 1000:.1f} kB, {(total - heavy) / 1000:.1f} kB without fonts")


def _text(wire: http.client.HTTPConnection, path: str) -> str:
    wire.request("GET", path, headers={"Host": f"127.0.0.1:{wire.port}"})
    return wire.getresponse().read().decode()


def _print_size(size: int, rows: Sequence[Cost]) -> None:
    print(f"\n{size:,} dilemmas" if size else "\nbare Django, same server and run")
    head = ("page", "stmts", "app ms", "db ms", "x bare", "median", "p95", "1 conn/s", "8 conn/s", "bytes")
    print("{:<22}{:>6}{:>9}{:>8}{:>8}{:>9}{:>8}{:>10}{:>10}{:>9}".format(*head))
    for row in rows:
        print(
            f"{row.name:<22}{row.statements:>6}{row.spent.application:>9.2f}{row.spent.database:>8.2f}{row.ratio:>8.2f}"
            f"{row.alone.median:>9.1f}{row.alone.p95:>8.1f}{row.alone.per_second:>10.0f}{row.eight.per_second:>10.0f}{row.bytes:>9}"
        )


def _print_ratios(costs: dict[int, list[Cost]]) -> None:
    first, last = min(costs), max(costs)
    print(f"\nprocessor time at {last:,} against {first:,}, each measured in bare lists")
    for small, large in zip(costs[first], costs[last], strict=True):
        print(f"{small.name:<22}{large.ratio / small.ratio:>6.2f}")
    for size, rows in costs.items():
        listed = next(row for row in rows if row.name.startswith("list"))
        print(f"list against bare list at {size:,}: {listed.ratio:.2f}")
