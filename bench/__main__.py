"""`python -m bench`: what the pages cost at 1,000, 10,000 and 100,000 dilemmas, beside a bare Django page."""

from __future__ import annotations

import sys

from bench.own_database import own_database

SIZES = (1_000, 10_000, 100_000)
PORT, BARE_PORT = 8931, 8932
REQUESTS = 200


def main() -> int:
    """Measure and print; needs DATABASE_URL of a database that may be filled, or makes one."""
    with own_database():
        from bench.report import measure  # noqa: PLC0415 -- the environment comes first

        return measure(SIZES, requests=REQUESTS, port=PORT, bare_port=BARE_PORT)


if __name__ == "__main__":
    sys.exit(main())
