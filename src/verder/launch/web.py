"""The web server: gunicorn around our application, loaded once and shared by the workers."""

from __future__ import annotations

import argparse
import gc
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connections
from django.urls import get_resolver
from django.utils.module_loading import import_string
from gunicorn.app.base import BaseApplication

from verder.config.logs import JsonFormatter
from verder.launch.address import ADDRESS, PORT, WORKERS
from verder.launch.process import tie_to_parent
from verder.launch.refusal import CannotGoOn, end_with
from verder.textcheck import check

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Our application as gunicorn runs it; the settings are in gunicorn's own words."""

    def __init__(self, *, address: str, port: int, workers: int) -> None:
        self.options = {
            "bind": f"{address}:{port}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": 4,
            "preload_app": True,
            "timeout": 30,
            "graceful_timeout": 10,
            "keepalive": 5,
            "control_socket_disable": True,
            # The workers' heartbeat, in memory where possible: a slow disk would look like a dead worker.
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108 -- holds no data
            "on_starting": silence,
            "when_ready": share_memory,
            "post_fork": go_with_the_master,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand our settings to gunicorn."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        """Load the application with all its pages and lists of words, so that no worker loads them for itself."""
        application: WSGIHandler = import_string(settings.WSGI_APPLICATION)
        _ = get_resolver().url_patterns
        _ = check("Onderzoek.", allowed=frozenset())
        return application


def read(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="verder web", description="The web server alone.")
    parser.add_argument("--address", default=ADDRESS, help="where to listen (default: %(default)s)")
    parser.add_argument("--port", type=int, default=PORT, help="(default: %(default)s)")
    parser.add_argument("--workers", type=int, default=WORKERS, help="(default: %(default)s)")
    parser.add_argument("--prepare", action="store_true", help="first do what `verder prepare` does")
    parser.add_argument("--empty", action="store_true", help="prepare without starter content")
    return parser.parse_args(arguments)


def run(arguments: list[str]) -> int:
    """Serve the pages, unless what they would show the world is unsafe."""
    wish = read(arguments)
    django.setup()
    if settings.DEMO and wish.address != ADDRESS:
        raise CannotGoOn(f"The demo listens on {ADDRESS} only. Set VERDER_DEMO=no for production.")
    try:
        if wish.prepare:
            call_command("prepare", empty=wish.empty)
        elif not settings.DEMO:
            call_command("check", deploy=True, databases=["default"])
    except SystemCheckError as unsafe:
        raise CannotGoOn(str(unsafe)) from None
    serve(address=wish.address, port=wish.port, workers=wish.workers)
    return 0


def serve(*, address: str, port: int, workers: int) -> None:
    """Serve the pages until asked to stop; Django is set up already."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's; workers must not share its connections
    Server(address=address, port=port, workers=workers).run()


def silence(server: Any) -> None:
    """Let gunicorn's own lines follow the rule for logs: no address, path or text of a visitor."""
    for handler in server.log.error_log.handlers:
        handler.setFormatter(JsonFormatter())


def share_memory(server: Any) -> None:  # noqa: ARG001 -- gunicorn's signature
    """Keep what is loaded before the workers part out of the collector, so that they go on sharing it."""
    gc.collect()
    gc.freeze()


def go_with_the_master(server: Any, worker: Any) -> None:  # noqa: ARG001 -- gunicorn's signature
    """Let a worker go when its master is killed, so that nobody keeps the port."""
    tie_to_parent(server.pid, signal.SIGTERM)


if __name__ == "__main__":
    end_with(lambda: run(sys.argv[1:]))
