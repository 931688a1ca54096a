"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ConfigConfig(AppConfig):
    """Wires everything."""

    name = "verder.config"

    def ready(self) -> None:
        """Let every room with a module `checks` register what it refuses."""
        autodiscover_modules("checks")
