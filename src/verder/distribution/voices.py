"""The voice of an organisation: the mark under which it is heard of one piece, and by which nobody looks it up."""

from __future__ import annotations

from django.utils.crypto import salted_hmac

from verder.distribution.models import Recipient

PURPOSE = "verder.distribution.voice"


def voice_of(recipient: Recipient) -> str:
    """Return the mark of an organisation for one piece, in all its editions and whatever link it got for them.

    It differs from piece to piece, so that nobody can lay the words of one organisation side by side.
    """
    of_piece = f"{recipient.distribution.publication.key}:{recipient.organisation_id}"
    return salted_hmac(PURPOSE, of_piece, algorithm="sha256").hexdigest()
