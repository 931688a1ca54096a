"""Notices that a colleague was first: a form carries the version of what its sender saw."""

from __future__ import annotations

from hashlib import sha256

from django.db.models import Model

LENGTH = 16
NOT_ON_FORMS = frozenset({"password", "last_login"})


class ChangedMeanwhile(Exception):
    """A colleague changed the row since the sender of the form saw it; nothing was done."""


def version_of(row: Model) -> str:
    """Return a short mark that changes whenever a value of the row does that stands on a form."""
    names = [field.attname for field in type(row)._meta.concrete_fields if field.attname not in NOT_ON_FORMS]  # noqa: SLF001 -- Django's own way to list fields
    values = [(name, str(getattr(row, name))) for name in names]
    return sha256(repr(values).encode()).hexdigest()[:LENGTH]


def check_version(row: Model, seen: str | None) -> None:
    """Raise ChangedMeanwhile unless the row still is what the sender saw; None means that nobody looked before."""
    if seen is not None and seen != version_of(row):
        raise ChangedMeanwhile
