"""Serves the yardstick with the web server that an installation has: `python -m bench.bare_server --port=8932`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bench.bare import application
from verder.launch import web

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


class BareServer(web.Server):
    """The same gunicorn around the bare pages."""

    def load(self) -> WSGIHandler:
        """Hand over the bare pages."""
        return application


if __name__ == "__main__":
    wish = web.read(sys.argv[1:])
    BareServer(address=wish.address, port=wish.port, workers=wish.workers).run()
