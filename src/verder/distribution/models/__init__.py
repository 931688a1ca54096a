"""The tables of this room, one noun a file."""

from verder.distribution.models.distribution import Distribution
from verder.distribution.models.recipient import Recipient

__all__ = ["Distribution", "Recipient"]
