"""Who is asked to a meeting, what they replied, who still has to be asked, and what people wrote beforehand."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from verder.deliberation.models import (
    AgendaItem,
    Invitation,
    InvitedAs,
    ItemState,
    Meeting,
    MeetingState,
    Presenter,
    Reply,
    Submitter,
    WrittenInput,
)
from verder.deliberation.queries.agenda import agenda_is_open_to
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.people import people_at_work, seated
from verder.domain.tlp import Tlp
from verder.gate.tokens import hash_of
from verder.network.models import Membership, Person
from verder.network.standing import Standing


def invitations_to(meeting: Meeting) -> QuerySet[Invitation]:
    """Return the invitations that stand: of members who have a seat on the day, of substitutes and of guests."""
    day = timezone.localdate(meeting.starts_at)
    seats = Membership.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)
    seated_there = Exists(seats.filter(body=meeting.body_id, person=OuterRef("person")))
    standing = Invitation.objects.filter(meeting=meeting, withdrawn_at__isnull=True)
    standing = standing.filter(~Q(invited_as=InvitedAs.MEMBER) | seated_there)
    reachable = standing.filter(Q(person__isnull=True) | Q(person__is_active=True))
    return reachable.select_related("meeting__body", "person__organisation", "submitter", "item").order_by("pk")


def without_reply(meeting: Meeting) -> QuerySet[Invitation]:
    """Return the invitations that nobody replied to: in writing, those of members who wrote nothing yet."""
    invited = invitations_to(meeting)
    if meeting.is_in_writing:
        return invited.exclude(person__in=WrittenInput.objects.filter(item__meeting=meeting).values("person"))
    return invited.filter(reply=Reply.NONE)


def members_to_invite(meeting: Meeting) -> QuerySet[Person]:
    """Return who has a seat in the body on the day and was not invited yet."""
    invited = Invitation.objects.filter(meeting=meeting, withdrawn_at__isnull=True, person__isnull=False)
    members = seated(timezone.localdate(meeting.starts_at), memberships__body=meeting.body)
    return members.exclude(pk__in=invited.values("person"))


def invitation_of_token(token: str) -> Invitation:
    """Find the invitation that a link stands for; raise Invitation.DoesNotExist once it was withdrawn."""
    found = Invitation.objects.select_related("meeting__body", "person", "submitter")
    return found.get(token_hash=hash_of(token), withdrawn_at__isnull=True)


def own_invitation(meeting: Meeting, standing: Standing) -> Invitation | None:
    """Find the invitation of somebody who is signed in."""
    return invitations_to(meeting).filter(person=standing.person).first() if standing.person else None


def can_reply(meeting: Meeting, *, at: datetime) -> bool:
    """Tell whether people can still say if they come, or write about an item: until the meeting begins."""
    return meeting.state == MeetingState.PLANNED and at < meeting.starts_at


def possible_substitutes(invitation: Invitation) -> QuerySet[Person]:
    """Return the colleagues with an account in the same organisation who could come instead."""
    if invitation.person is None or invitation.person.organisation_id is None:
        return Person.objects.none()
    others = invitations_to(invitation.meeting).filter(person__isnull=False).exclude(stands_in_for=invitation)
    colleagues = people_at_work(timezone.localdate(invitation.meeting.starts_at))
    colleagues = colleagues.filter(organisation=invitation.person.organisation_id)
    return colleagues.exclude(pk__in=others.values("person")).exclude(pk=invitation.person.pk)


def possible_guests(meeting: Meeting) -> QuerySet[Person]:
    """Return who could come as a guest: people with an account who are not invited and have no seat in the body."""
    day = timezone.localdate(meeting.starts_at)
    members = seated(day, memberships__body=meeting.body)
    guests = people_at_work(day).exclude(pk__in=members.values("pk"))
    return guests.exclude(pk__in=invitations_to(meeting).filter(person__isnull=False).values("person"))


def presenting_submitter(item: AgendaItem) -> Submitter | None:
    """Find who put the dilemma of an item in, if they present it themselves and can be written to."""
    presenting = Submitter.objects.filter(dilemma=item.dilemma_id, dilemma__presenter=Presenter.SUBMITTER)
    return presenting.filter(email_confirmed_at__isnull=False).first()


def meetings_to_remind(*, at: datetime, rest: timedelta) -> QuerySet[Meeting]:
    """Return the meetings whose body reminds by now of replies that are missing, and that were called before."""
    coming = Meeting.objects.filter(state=MeetingState.PLANNED, starts_at__gt=at, invited_at__lte=at - rest)
    begins = F("body__reply_reminder_days") * timedelta(days=1)
    return coming.filter(starts_at__lte=at + begins).select_related("body").order_by("pk")


def inputs_to(item: AgendaItem, standing: Standing) -> QuerySet[WrittenInput]:
    """Return what was written about an item, for whoever may read the item; under TLP:RED there is nothing here."""
    inputs = WrittenInput.objects.filter(item=item).select_related("person__organisation")
    if item.dilemma_id is None:
        return inputs
    readable = dilemmas_visible_to(standing).exclude(tlp=Tlp.RED).filter(pk=item.dilemma_id)
    return inputs.filter(Exists(readable))


def may_be_written_about(item: AgendaItem, standing: Standing) -> bool:
    """Tell whether somebody may write about an item: it is open and sent to them; under TLP:RED never here."""
    if item.state != ItemState.OPEN or not agenda_is_open_to(item.meeting, standing):
        return False
    dilemma = item.dilemma
    return dilemma is None or dilemmas_visible_to(standing).exclude(tlp=Tlp.RED).filter(pk=dilemma.pk).exists()


def find_guest(meeting: Meeting, key: uuid.UUID) -> Invitation:
    """Find the invitation of a guest; raise Invitation.DoesNotExist."""
    return invitations_to(meeting).get(key=key, invited_as=InvitedAs.GUEST)
