"""Inviting people to a meeting: members with an introduction, guests for an item, and reminders."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Actor
from verder.deliberation.models import AgendaItem, Invitation, ItemState, MeetingState
from verder.deliberation.operations import invitations, meetings
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst
from verder.deliberation.queries.agenda import item_of, starts_of_items
from verder.deliberation.queries.invitations import members_to_invite, possible_guests, presenting_submitter
from verder.web.asking import Asked, VersionForm, answer
from verder.web.meetings.attendance import letter_to_come
from verder.web.meetings.finding import NOT_THEIRS, find_here, find_kept, title_of_meeting
from verder.web.meetings.inviting_forms import SUBMITTER, GuestForm, InviteForm
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable
    from datetime import time

    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

REFUSALS = {
    meetings.NotTheirMeeting: NOT_THEIRS,
    meetings.NoSuchMeeting: gettext_lazy(
        "Er is niets verstuurd: de vergadering is al afgesloten of afgezegd. Kies een andere vergadering."
    ),
    meetings.MeetingHasPassed: gettext_lazy(
        "Er is niets verstuurd: de vergadering is al begonnen. Verplaats haar als dat niet klopt."
    ),
    invitations.NobodyToInvite: gettext_lazy(
        "Er is niets verstuurd: iedereen met een plek in dit overleg is al uitgenodigd, of er zijn nog geen "
        "leden. Geef eerst iemand een plek in dit overleg."
    ),
    invitations.NobodyToRemind: gettext_lazy(
        "Er is geen herinnering verstuurd: iedereen heeft geantwoord. U hoeft niets te doen."
    ),
    invitations.CannotBeGuest: gettext_lazy(
        "De gast is niet uitgenodigd. Kijk of de tijd binnen de vergadering valt, en of de gast niet al uitgenodigd is."
    ),
    SomeoneWasFirst: gettext_lazy(
        "Er is niets verstuurd: een collega veranderde deze vergadering net. Kijk wat er nu staat, en probeer het "
        "opnieuw."
    ),
}


@for_signed_in
def invite(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Invite the members; the introduction can be changed, and the rest of the letter is shown as it goes out."""
    meeting = find_kept(request, key)
    if request.method != "POST" and meeting.state != MeetingState.PLANNED:
        return redirect("meeting", key)
    number = members_to_invite(meeting).count()
    asked = Asked(
        _("Leden uitnodigen"),
        ngettext("Nodig 1 lid uit", "Nodig %(number)s leden uit", number) % {"number": number},
        _("De uitnodigingen gaan de deur uit."),
        reverse("meeting", args=[key]),
        lead=title_of_meeting(meeting),
        template="web/meetings/invite.html",
        refusals=REFUSALS,
        version_now=lambda: find_here(request, key).version,
        words={"letter": letter_to_come(meeting), "number": number, "is_in_writing": meeting.is_in_writing},
    )

    def do(form: InviteForm, checked: CheckedForm) -> str:
        invitations.invite(
            key,
            introduction=checked.words["introduction"],
            actor=Actor(standing(request)),
            at=timezone.now(),
            intent=form.intent,
        )
        return asked.back

    stands = {"introduction": meeting.introduction, "version": meeting.version}
    return answer(request, asked, partial(InviteForm, initial=stands), do=do)


@for_signed_in
def invite_guest(request: HttpRequest, key: uuid.UUID, number: int) -> HttpResponse:
    """Invite somebody for one item of the agenda."""
    meeting = find_kept(request, key)
    item = item_of(meeting, number)
    if item is None or item.state != ItemState.OPEN or meeting.is_in_writing:
        raise Http404
    if request.method != "POST" and meeting.state != MeetingState.PLANNED:
        return redirect("meeting", key)
    people = {str(one.opaque_id): one for one in possible_guests(meeting)}
    back = reverse("meeting", args=[key]) + f"?punt={number}"
    asked = Asked(
        _("Een gast uitnodigen bij punt %(number)s") % {"number": number},
        _("Nodig de gast uit"),
        _("De uitnodiging gaat de deur uit."),
        back,
        lead=_("De gast leest alleen datum, plaats en eigen tijd. De agenda en de stukken blijven dicht."),
        refusals=REFUSALS,
        version_now=lambda: find_here(request, key).version,
    )

    def do(form: GuestForm, _checked: CheckedForm) -> str:
        chosen = form.cleaned_data["guest"]
        invitations.invite_guest(
            key,
            number,
            guest=None if chosen == SUBMITTER else people[chosen],
            slot=form.slot_on(timezone.localdate(meeting.starts_at)),
            actor=Actor(standing(request)),
            at=timezone.now(),
            intent=form.intent,
        )
        return back

    presents = presenting_submitter(item) is not None
    known = {"version": meeting.version, **_hours_of(item)}
    new_form = partial(GuestForm, people=people.values(), submitter=presents, initial=known)
    return answer(request, asked, new_form, do=do)


def _hours_of(item: AgendaItem) -> dict[str, time]:
    """Return from when until when an item is dealt with, as the agenda stands; no end while it has no minutes."""
    begin = timezone.localtime(starts_of_items(item.meeting)[item.pk])
    if not item.minutes:
        return {"begin": begin.time()}
    return {"begin": begin.time(), "end": (begin + timedelta(minutes=item.minutes)).time()}


@require_POST
@for_signed_in
def withdraw_guest(request: HttpRequest, key: uuid.UUID, guest: uuid.UUID) -> HttpResponse:
    """Tell a guest that there is no need to come."""
    operation = partial(_withdraw, guest=guest)
    return _press(request, key, operation, _("De gast krijgt bericht dat komen niet meer nodig is."))


def _withdraw(key: uuid.UUID, *, guest: uuid.UUID, **how: object) -> None:
    try:
        invitations.withdraw_guest(key, guest, **how)  # type: ignore[arg-type]
    except Invitation.DoesNotExist as gone:
        raise Http404 from gone


@require_POST
@for_signed_in
def remind(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Remind those who did not reply."""
    return _press(request, key, invitations.remind_now, _("De herinnering gaat naar wie nog niet antwoordde."))


def _press(request: HttpRequest, key: uuid.UUID, operation: Callable[..., object], done: str) -> HttpResponse:
    meeting, form = find_kept(request, key), VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        operation(meeting.key, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
    except AlreadyTaken:
        return redirect("meeting", key)
    except tuple(REFUSALS) as refused:
        messages.error(request, str(REFUSALS[type(refused)]))
    else:
        messages.success(request, done)
    return redirect("meeting", key)
