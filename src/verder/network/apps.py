"""Django's name for this room."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """People, organisations and bodies."""

    name = "verder.network"
