"""Preparing the council: secretariat, Platform and council chair each agree with the agenda before it goes out."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import ItemState, Meeting, SignOff, SignOffRole
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.items import AgendaHold, carry_always, check_hold, lock_meeting
from verder.deliberation.operations.lapsing import record_signing, words_of
from verder.deliberation.queries.people import secretariat_on
from verder.deliberation.queries.sign_offs import (
    may_sign_for,
    needs_sign_offs,
    people_who_sign,
    roles_never_signed,
    standing_sign_offs,
)
from verder.post.owe import Letter, owe


class NotTheirsToSign(Exception):
    """Somebody else signs in this role, or this agenda needs no signatures."""


class NothingToSign(Exception):
    """There is nothing on the agenda yet."""


@transaction.atomic
def sign_off(meeting: uuid.UUID, *, role: SignOffRole, actor: Actor, at: datetime, intent: Intent) -> SignOff:
    """Sign the agenda of the council as it stands; the secretariat is told when all three have.

    Once the secretariat has signed, the others are asked to, unless a change asked them already.

    Raise NotTheirsToSign, NothingToSign, AlreadyTaken when the role has signed, AgendaChanged when this is not the
    agenda that was read, and NoSuchMeeting once the meeting is over.
    """
    found = lock_meeting(meeting)
    person = actor.standing.person
    if person is None or not (needs_sign_offs(found.body) and may_sign_for(actor.standing, role)):
        raise NotTheirsToSign
    check_hold(AgendaHold(found, actor, at, intent))
    if standing_sign_offs(found).filter(role=role).exists():
        raise AlreadyTaken
    if not found.items.filter(state=ItemState.OPEN).exists():
        raise NothingToSign
    carry_always(found)
    signed = SignOff.objects.create(meeting=found, role=role, person=person, at=at)
    event = record_signing(found, "sign_off.given", {"role": role}, actor=actor, at=at, intent=intent)
    if role is SignOffRole.SECRETARIAT:
        _ask_the_others(found, event, at=at)
    if standing_sign_offs(found).count() == len(SignOffRole):
        _tell_that_it_can_go(found, event, at=at)
    return signed


def _ask_the_others(meeting: Meeting, event: uuid.UUID, *, at: datetime) -> None:
    letter = Letter(
        subject=_("Een agenda wacht op uw akkoord"),
        body=_(
            "Het secretariaat gaf akkoord op een agenda. Nu is uw akkoord nodig.\n\n%(meeting)s"
            "\n\nLees hem en geef akkoord (u logt eerst in):\n\n%(link)s\n"
        )
        % words_of(meeting),
    )
    for role in roles_never_signed(meeting):
        people = people_who_sign(role, on=timezone.localdate(at))
        owe(letter, event=event, to=people.values_list("email", flat=True), at=at)


def _tell_that_it_can_go(meeting: Meeting, event: uuid.UUID, *, at: datetime) -> None:
    letter = Letter(
        subject=_("Een agenda kan verstuurd worden"),
        body=_(
            "Alle drie gaven akkoord op de agenda.\n\n%(meeting)s\n\nU kunt hem versturen (u logt eerst in):"
            "\n\n%(link)s\n"
        )
        % words_of(meeting),
    )
    people = secretariat_on(timezone.localdate(at))
    owe(letter, event=event, to=people.values_list("email", flat=True), at=at)
