"""`python -m bench`: what the pages cost at 1,000, 10,000 and 100,000 dilemmas, beside a bare Django page."""

from __future__ import annotations

import os
import sys

SIZES = (1_000, 10_000, 100_000)
PORT, BARE_PORT = 8931, 8932
REQUESTS = 200


def main() -> int:
    """Measure and print; needs DATABASE_URL of a database that may be filled, or makes one."""
    os.environ.update(VERDER_DEMO="yes", VERDER_SECOND_FACTOR="no", DJANGO_SETTINGS_MODULE="verder.config.settings")
    os.environ["VERDER_DATA"] = os.environ.get("VERDER_DATA", "/tmp/verder-bench")  # noqa: S108
    from verder.launch.database import passing_database  # noqa: PLC0415 -- the environment above comes first

    with passing_database() as url:
        os.environ["DATABASE_URL"] = url
        from bench.report import measure  # noqa: PLC0415

        return measure(SIZES, requests=REQUESTS, port=PORT, bare_port=BARE_PORT)


if __name__ == "__main__":
    sys.exit(main())
