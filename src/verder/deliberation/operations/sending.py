"""Sending an agenda: its numbers are fixed, what went out is kept, and the members are told."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import (
    AgendaItem,
    AgendaSending,
    Dilemma,
    ItemPurpose,
    ItemState,
    Meeting,
    SentItem,
    SentOverview,
    SignOff,
    SignOffRole,
)
from verder.deliberation.operations.invitations import let_guests_follow
from verder.deliberation.operations.items import AgendaHold, carry_always, give_numbers, hold_agenda, tell_of
from verder.deliberation.operations.naming import which_meeting
from verder.deliberation.queries.agenda import items_that_stand, people_to_tell
from verder.deliberation.queries.overview import signals_since, unsolved_dilemmas
from verder.deliberation.queries.sendings import changes_to_send
from verder.deliberation.queries.sign_offs import needs_sign_offs
from verder.post.owe import Letter, owe


class NothingToSend(Exception):
    """The agenda is empty, or is what was sent last."""


class NotSignedOff(Exception):
    """The agenda of the council goes out when all three have signed; `missing` says who did not."""

    def __init__(self, missing: frozenset[SignOffRole]) -> None:
        super().__init__(sorted(missing))
        self.missing = missing


@transaction.atomic
def send_agenda(meeting: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> AgendaSending:
    """Send an agenda to the members, or what became different in one that they have.

    Raise NothingToSend, NotSignedOff, and what `hold_agenda` raises.
    """
    hold = hold_agenda(meeting, actor=actor, at=at, intent=intent)
    if needs_sign_offs(hold.meeting.body):
        _require_sign_offs(hold.meeting)
        carry_always(hold.meeting)
    _lock_dilemmas(hold.meeting)
    is_first = hold.meeting.agenda_sent_at is None
    if not _has_news(hold.meeting):
        raise NothingToSend
    give_numbers(hold.meeting)
    sending = _keep(hold)
    hold.meeting.agenda_sent_at = hold.meeting.agenda_sent_at or at
    hold.meeting.agenda_version += 1
    hold.meeting.save()
    event = tell_of(hold, "agenda.sent" if is_first else "agenda.amended", ordinal=sending.ordinal)
    let_guests_follow(hold.meeting, event, at=at)
    people = people_to_tell(hold.meeting, at=at, besides=actor.standing.person)
    owe(_letter(hold.meeting, is_first=is_first), event=event, to=people.values_list("email", flat=True), at=at)
    return sending


def _lock_dilemmas(meeting: Meeting) -> None:
    """Lock the dilemmas to be decided on before their items: who takes one off the agenda locks in that order."""
    on_it = Dilemma.objects.filter(agenda_items__meeting=meeting, agenda_items__state=ItemState.OPEN)
    list(on_it.select_for_update(of=("self",)).order_by("number"))


def _require_sign_offs(meeting: Meeting) -> None:
    """Lock the signatures, so that none lapses while the agenda goes out."""
    rows = SignOff.objects.select_for_update().filter(meeting=meeting, withdrawn_at__isnull=True).order_by("pk")
    missing = frozenset(SignOffRole) - {SignOffRole(role) for role in rows.values_list("role", flat=True)}
    if missing:
        raise NotSignedOff(missing)


def _has_news(meeting: Meeting) -> bool:
    if meeting.agenda_sent_at is None:
        return meeting.items.filter(state=ItemState.OPEN).exists()
    return bool(changes_to_send(meeting))


def _keep(hold: AgendaHold) -> AgendaSending:
    meeting = hold.meeting
    ordinal = meeting.sendings.count() + 1
    sent = {"by": hold.actor.standing.person, "at": hold.at}
    sending = AgendaSending.objects.create(meeting=meeting, ordinal=ordinal, **sent)
    items = list(items_that_stand(meeting))
    SentItem.objects.bulk_create(_as_it_is(item, sending) for item in items)
    purposes = {item.purpose for item in items if item.state == ItemState.OPEN}
    if ItemPurpose.UNSOLVED in purposes:
        SentOverview.objects.bulk_create(
            SentOverview(sending=sending, dilemma=dilemma, rung=dilemma.rung) for dilemma in unsolved_dilemmas()
        )
    if ItemPurpose.FIELD in purposes:
        SentOverview.objects.bulk_create(
            SentOverview(sending=sending, signal=signal) for signal in signals_since(meeting)
        )
    return sending


def _as_it_is(item: AgendaItem, sending: AgendaSending) -> SentItem:
    said = {field: getattr(item, field) for field in ("number", "position", "kind", "minutes", "title", "state")}
    return SentItem(sending=sending, item=item, **said)


def _letter(meeting: Meeting, *, is_first: bool) -> Letter:
    words = {
        "meeting": which_meeting(meeting),
        "link": settings.BASE_URL + reverse("meeting", args=[meeting.key]),
    }
    if is_first:
        return Letter(
            subject=_("De agenda staat klaar"),
            body=_("De agenda staat klaar.\n\n%(meeting)s\n\nLees hem hier (u logt eerst in):\n\n%(link)s\n") % words,
        )
    return Letter(
        subject=_("Een agenda is gewijzigd"),
        body=_("De agenda is gewijzigd.\n\n%(meeting)s\n\nLees hier wat er anders is (u logt eerst in):\n\n%(link)s\n")
        % words,
    )
