"""Django's name for this room."""

from django.apps import AppConfig

from verder.web.forms import ask_plainly


class WebConfig(AppConfig):
    """See the room's own description."""

    name = "verder.web"

    def ready(self) -> None:
        """Say our own words to whoever leaves a field empty, in every form."""
        ask_plainly()
