"""All reads of the letters."""

from __future__ import annotations

from django.db.models import QuerySet

from verder.post.models import NEEDS_A_HAND, Delivery, LocalLetter


def letters_that_need_a_hand() -> QuerySet[Delivery]:
    """Return the letters that were refused, or of which nobody can tell whether they arrived."""
    return Delivery.objects.filter(state__in=NEEDS_A_HAND).order_by("-pk")


def mailbox(limit: int = 50) -> QuerySet[LocalLetter]:
    """Return the newest letters in the demo's mailbox."""
    return LocalLetter.objects.all()[:limit]
