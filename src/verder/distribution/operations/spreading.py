"""Spreading an edition to organisations: whom it goes to, and nobody twice."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from verder.distribution.jobs import hand_out
from verder.distribution.links import token_of
from verder.distribution.models import Distribution, Recipient
from verder.distribution.operations.noting import note
from verder.distribution.queries import Selection, may_be_spread, organisations_for
from verder.gate.tokens import hash_of
from verder.guidance.models import Publication
from verder.guidance.operations.pen import MayNotWrite, refuse_second_click
from verder.network.models import Organisation
from verder.network.standing import Standing


class NotForEveryone(Exception):
    """Only what is published for everybody may be sent to organisations."""


class ListChanged(Exception):
    """Other organisations would get it than those that were seen: one came, went, or got it meanwhile."""


@transaction.atomic
def spread(
    publication: uuid.UUID,
    selection: Selection,
    *,
    days_to_respond: int,
    seen: int | None = None,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Distribution:
    """Spread the edition that holds now to the organisations of a selection; who is among its recipients is left out.

    `seen` is how many new organisations the preview showed. Letters are owed by a job afterwards. Raise MayNotWrite,
    NotForEveryone, ListChanged, and DoneAlready for a form that came in before.
    """
    if standing.person is None or not standing.is_secretariat:
        raise MayNotWrite
    piece = Publication.objects.select_for_update(of=("self",), no_key=True).get(key=publication)
    refuse_second_click(request_key)
    if not may_be_spread(piece):
        raise NotForEveryone
    new = list(organisations_for(selection, piece).filter(Q(had_it=False)))
    if not new or seen not in {None, len(new)}:
        raise ListChanged
    begun = {"begun_by": standing.person, "begun_at": at}
    distribution, _is_first = Distribution.objects.get_or_create(
        publication=piece, edition=piece.edition, defaults=begun
    )
    distribution.days_to_respond = days_to_respond
    distribution.save()
    Recipient.objects.bulk_create(_recipient(distribution, organisation, at) for organisation in new)
    note(piece, "publication.spread", standing, at=at, request_key=request_key, number=len(new))
    hand_out.defer(distribution=str(distribution.key))
    return distribution


def _recipient(distribution: Distribution, organisation: Organisation, at: datetime) -> Recipient:
    secret = uuid.uuid4()
    return Recipient(
        distribution=distribution,
        organisation=organisation,
        secret=secret,
        token_hash=hash_of(token_of(secret)),
        added_at=at,
    )
