"""Who acts on a dilemma, and what a form says about the dilemma that its sender had before them."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass

from verder.domain.rungs import Party
from verder.network.standing import Standing

OUTSIDER = Standing()


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with their standing, the submitter of one dilemma, or both."""

    standing: Standing = OUTSIDER
    submitter_of: uuid.UUID | None = None

    @property
    def opaque_id(self) -> uuid.UUID | None:
        """The id under which events know this person; a submitter without account has none."""
        return self.standing.opaque_id

    def origin_as(self, party: str) -> str | None:
        """Return the address that an account acts from; where a submitter acts from is never kept."""
        return None if party == Party.SUBMITTER or self.submitter_of else self.standing.origin


@dataclass(frozen=True, slots=True)
class Intent:
    """What a form carries: the version that its sender saw, and a key that makes a second click harmless."""

    version: int | None = None
    request_key: uuid.UUID | None = None

    @property
    def stored_key(self) -> uuid.UUID | None:
        """The key as it is kept: a hash, since a receipt code is derived from the key itself."""
        if self.request_key is None:
            return None
        return uuid.UUID(bytes=hashlib.sha256(self.request_key.bytes).digest()[:16])
