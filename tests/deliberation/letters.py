"""What somebody was written, as tests see it before anything is sent."""

from __future__ import annotations

from verder.post.addresses import recipient_hash
from verder.post.models import Delivery


def letters_to(address: str, *, what: str = "subject", forget: bool = False) -> list[str]:
    """List the letters that are owed to an address, oldest first; `forget` throws them away."""
    letters = Delivery.objects.filter(recipient_hash=recipient_hash(address)).order_by("pk")
    listed = list(letters.values_list(what, flat=True))
    if forget:
        letters.delete()
    return listed
