"""Correcting the address of an organisation that did not tell that it has it, and sending to that one again."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.distribution.jobs import hand_out
from verder.distribution.links import token_of
from verder.distribution.models import Recipient
from verder.distribution.operations.noting import note
from verder.distribution.queries import ARRIVED, CAN_BE_CORRECTED, reach_of, recipient_of
from verder.gate.tokens import hash_of
from verder.guidance.models import Publication
from verder.guidance.operations.pen import MayNotWrite, refuse_second_click
from verder.network.acting import Capacity, Principal
from verder.network.models import Person
from verder.network.operations.organisations import change_address
from verder.network.standing import Standing
from verder.post.models import NEEDS_A_HAND
from verder.post.operations import drop


class StillOnItsWay(Exception):
    """The letter waits or is being handed over; nobody knows yet whether it arrives."""


class ArrivedAlready(Exception):
    """The organisation told that it has it."""


@transaction.atomic
def send_to(
    publication: uuid.UUID,
    recipient: uuid.UUID,
    *,
    address: str,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> None:
    """Give an organisation another address, and owe it a letter there with a new link; the old link dies.

    Raise MayNotWrite, ArrivedAlready, StillOnItsWay, and DoneAlready for a form that came in before.
    """
    if standing.person is None or not standing.is_secretariat:
        raise MayNotWrite
    held = Recipient.objects.select_for_update(of=("self",)).get(key=recipient)
    refuse_second_click(request_key)
    seen = recipient_of(Publication.objects.get(key=publication), held.key)
    if reach_of(seen) in ARRIVED:
        raise ArrivedAlready
    if reach_of(seen) not in CAN_BE_CORRECTED:
        raise StillOnItsWay
    _give_up_letters_of(seen, standing.person, at=at)
    actor = Principal(standing.person, Capacity.SECRETARIAT, standing.origin)
    change_address(seen.organisation, address, actor=actor, at=at)
    _begin_anew(held)
    piece = seen.distribution.publication
    note(piece, "distribution.sent_again", standing, at=at, request_key=request_key, recipient=str(seen.key))
    hand_out.defer(distribution=str(seen.distribution.key))


def _give_up_letters_of(recipient: Recipient, person: Person, *, at: datetime) -> None:
    """See to it that nobody sends the old letters once more."""
    for letter in (recipient.letter, recipient.reminder):
        if letter is not None and letter.state in NEEDS_A_HAND:
            drop(letter.key, actor=person.opaque_id, at=at)


def _begin_anew(recipient: Recipient) -> None:
    recipient.secret = uuid.uuid4()
    recipient.token_hash = hash_of(token_of(recipient.secret))
    recipient.letter = recipient.reminder = None
    recipient.save()
