"""What a process of ours needs around it to work with Django and a database."""

from __future__ import annotations

import os
import sys

from verder.config.environment import MissingSetting, read_environment
from verder.launch.refusal import CannotGoOn

WEB = (sys.executable, "-m", "verder.launch.web")
WORKER = (
    *(sys.executable, "-m", "django", "procrastinate", "worker"),
    *("--concurrency=2", "--shutdown-graceful-timeout=10", "--delete-jobs=successful"),
)


def surroundings(url: str) -> dict[str, str]:
    """Give the environment of such a process; raise CannotGoOn when a setting is missing."""
    if not os.environ.get("DATABASE_URL"):
        os.environ.setdefault("VERDER_DEMO", "yes")  # who brings no database is trying Verder out
    try:
        read_environment()
    except MissingSetting as missing:
        raise CannotGoOn(str(missing)) from None
    return {"DJANGO_SETTINGS_MODULE": "verder.config.settings", **os.environ, "DATABASE_URL": url}
