"""The tables of this room, one noun a file."""

from verder.slips.models.slip import HiddenPlace, Slip, SlipState

__all__ = ["HiddenPlace", "Slip", "SlipState"]
