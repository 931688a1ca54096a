"""Django's name for this room."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """See the room's own description."""

    name = "verder.audit"
