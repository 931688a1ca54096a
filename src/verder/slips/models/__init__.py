"""The tables of this room, one noun a file."""

from verder.slips.models.erasure import JournalledErasure
from verder.slips.models.slip import WHOLE_FILE, HiddenPlace, Slip, SlipState

__all__ = ["WHOLE_FILE", "HiddenPlace", "JournalledErasure", "Slip", "SlipState"]
