"""Django's name for this room."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """See the room's own description."""

    name = "verder.workspace"
