"""What a log line may hold: never an address, a path, a query or a word of a visitor."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType

_OURS = "verder."


class JsonFormatter(logging.Formatter):
    """Writes one line of JSON, and of an error its kind and place, since its message may quote what was typed.

    Only our own loggers fill in their arguments: those of libraries are paths, addresses and values.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Write the record as one line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
            **getattr(record, "facts", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["at"] = places(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _message(record: logging.LogRecord) -> str:
    if record.name.startswith(_OURS):
        return record.getMessage()
    if not isinstance(record.msg, str):
        return type(record.msg).__name__
    # gunicorn fills in the visitor's address itself.
    return record.msg.partition(" from ip=")[0].partition("\n")[0]


def places(trail: TracebackType | None) -> list[str]:
    """List where an error came by: file, line and function, without the text of the line."""
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trail)]


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": JsonFormatter}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django's own set-up sends mail about errors; here errors go to the log alone.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # What was not found or not allowed stands in the access log already.
        "django.request": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
    },
}
