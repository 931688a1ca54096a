"""A database of its own for a benchmark: made, used and thrown away."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def own_database() -> Iterator[None]:
    """Set the environment of a demonstration, with a database of its own unless DATABASE_URL names one."""
    os.environ.update(VERDER_DEMO="yes", VERDER_SECOND_FACTOR="no", DJANGO_SETTINGS_MODULE="verder.config.settings")
    os.environ["VERDER_DATA"] = os.environ.get("VERDER_DATA", "/tmp/verder-bench")  # noqa: S108
    from verder.launch.database import passing_database  # noqa: PLC0415 -- the environment above comes first

    with passing_database() as url:
        os.environ["DATABASE_URL"] = url
        yield


def in_own_database(measure: Callable[[], int]) -> int:
    """Measure in a database of its own that has its tables."""
    with own_database():
        import django  # noqa: PLC0415

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415

        call_command("migrate", verbosity=0)
        return measure()
