"""Who does something to people, roles and settings, in which capacity, and from where."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum

from verder.network.models import Person


class Capacity(StrEnum):
    """In what capacity someone acts; the audit log calls it the party."""

    SECRETARIAT = "secretariat"
    ADMINISTRATION = "administration"
    ACCOUNT = "account"
    INSTALLATION = "installation"


@dataclass(frozen=True, slots=True)
class Principal:
    """A person who acts, or the installation itself when it loads its first content."""

    person: Person | None = None
    capacity: Capacity = Capacity.INSTALLATION
    origin: str | None = None

    @property
    def opaque_id(self) -> uuid.UUID | None:
        """The id under which events know this person."""
        return self.person.opaque_id if self.person else None


INSTALLATION = Principal()
