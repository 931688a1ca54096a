"""Owes the letters that call people to a meeting, tell them that it moved, or that it is off.

A letter names the body, the day, the hour and the place, and never what the meeting is about.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from verder.deliberation.links import Asks, answer_link
from verder.deliberation.models import Invitation, InvitedAs, Manner, Meeting, Reply
from verder.deliberation.operations.meetings import Plan, plan_of
from verder.deliberation.operations.naming import meeting_in_mail, name_in_mail
from verder.deliberation.queries.invitations import invitations_to
from verder.paper.calendars import Appointment, invitation
from verder.post.owe import Letter, owe_each


def tell_moved(meeting: Meeting, was: Plan, event: uuid.UUID, *, at: datetime) -> None:
    """Owe everyone invited a letter that says what it was and what it becomes."""
    owe_letters(invitations_to(meeting), event, lambda invited: _moved(invited, was, at=at), at=at)


def tell_cancelled(meeting: Meeting, event: uuid.UUID, *, at: datetime) -> None:
    """Owe everyone invited a letter that says that the meeting is off."""
    owe_letters(invitations_to(meeting), event, lambda invited: letter_of_cancelling(invited, at=at), at=at)


def owe_letters(
    invited: Iterable[Invitation], event: uuid.UUID, write: Callable[[Invitation], Letter], *, at: datetime
) -> None:
    """Owe everyone in a list of invitations a letter of their own."""
    owe_each([(address_of(one), write(one)) for one in invited], event=event, at=at)


def address_of(invited: Invitation) -> str:
    """Return the mail address of who is invited, with an account or without."""
    return invited.person.email if invited.person else str(invited.submitter and invited.submitter.email)


def letter_of_inviting(invited: Invitation, *, at: datetime) -> Letter:
    """Write the letter that asks somebody to come, or to write."""
    meeting = invited.meeting
    said = f"{meeting.introduction}\n\n" if meeting.introduction and invited.invited_as != InvitedAs.GUEST else ""
    return Letter(
        _subject(_("Uitnodiging"), meeting),
        f"{_opening(invited)}\n\n{_expected(invited)}\n\n{said}{_what_to_do(invited)}",
        _calendar(invited, at=at),
    )


def letter_of_reminding(invited: Invitation, *, at: datetime) -> Letter:
    """Write the letter to somebody who did not reply yet."""
    opening = _("Wij hoorden nog niets van u.") + " " + _opening(invited)
    return Letter(
        _subject(_("Herinnering"), invited.meeting),
        f"{opening}\n\n{_expected(invited)}\n\n{_what_to_do(invited)}",
        _calendar(invited, at=at),
    )


def letter_of_cancelling(invited: Invitation, *, at: datetime) -> Letter:
    """Write the letter that says that a meeting is off, or that somebody need not come any more."""
    if invited.withdrawn_at:
        opening = _("U hoeft niet meer te komen naar deze vergadering.")
    else:
        opening = _("Deze vergadering gaat niet door.")
    return Letter(
        _subject(_("Afgezegd"), invited.meeting),
        f"{opening}\n\n{_expected(invited)}\n\n" + _("U hoeft niets te doen.") + "\n",
        _calendar(invited, at=at, cancelled=True),
    )


def letter_of_another_time(invited: Invitation, was: Plan, *, at: datetime) -> Letter:
    """Write the letter that tells a guest that their item has another time by now."""
    return _changed(invited, was, _("Uw tijd bij deze vergadering is veranderd."), at=at)


def _moved(invited: Invitation, was: Plan, *, at: datetime) -> Letter:
    return _changed(invited, _was_for(invited, was), _("Deze vergadering is veranderd."), at=at)


def _was_for(invited: Invitation, was: Plan) -> Plan:
    """Return when somebody was expected before; the hours of a guest moved along with the meeting."""
    if invited.slot_starts_at is None or invited.slot_ends_at is None:
        return was
    by = invited.meeting.starts_at - was.starts_at
    return replace(was, starts_at=invited.slot_starts_at - by, ends_at=invited.slot_ends_at - by)


def _changed(invited: Invitation, was: Plan, said: str, *, at: datetime) -> Letter:
    meeting = invited.meeting
    before = _("Was:") + f"\n{describe(was)}"
    now = _("Wordt:") + f"\n{when_and_where(invited)}"
    return Letter(
        _subject(_("Veranderd"), meeting),
        f"{said}\n\n{_body_line(meeting)}\n\n{before}\n\n{now}\n\n{_what_to_do(invited)}",
        _calendar(invited, at=at) or _out_of_calendar(invited, was, at=at),
    )


def _subject(word: str, meeting: Meeting) -> str:
    return f"{word}: {meeting_in_mail(meeting)}"


def _opening(invited: Invitation) -> str:
    if invited.meeting.is_in_writing:
        return _("Deze vergadering is schriftelijk.")
    if invited.invited_as == InvitedAs.GUEST:
        return _("U bent uitgenodigd als gast bij één onderdeel van een vergadering.")
    if invited.invited_as == InvitedAs.SUBSTITUTE:
        return _("U bent gevraagd om iemand te vervangen bij een vergadering.")
    return _("U bent uitgenodigd voor een vergadering.")


def _expected(invited: Invitation) -> str:
    return f"{_body_line(invited.meeting)}\n{when_and_where(invited)}"


def _body_line(meeting: Meeting) -> str:
    return _("Vergadering: %(body)s") % {"body": name_in_mail(meeting.body)}


def when_and_where(invited: Invitation) -> str:
    """Say when, where and how somebody is expected; a guest at their own time."""
    return describe(moment_of(invited))


def moment_of(invited: Invitation) -> Plan:
    """Return when and where somebody is expected; a guest at their own time."""
    meeting = invited.meeting
    if invited.slot_starts_at:
        return Plan(invited.slot_starts_at, meeting.place, Manner(meeting.manner), invited.slot_ends_at)
    return plan_of(meeting)


def describe(plan: Plan) -> str:
    """Say when, where and how, a line for each."""
    if plan.manner is Manner.IN_WRITING:
        closes = Meeting(starts_at=plan.starts_at).closes_on
        return _("Reageren kan tot en met %(day)s.") % {"day": date_format(closes, "l j F Y")}
    begin, end = timezone.localtime(plan.starts_at), timezone.localtime(plan.until)
    hours = {"begin": date_format(begin, "H.i"), "end": date_format(end, "H.i")}
    return "\n".join(
        [
            _("Datum: %(day)s") % {"day": date_format(begin, "l j F Y")},
            _("Tijd: %(begin)s tot %(end)s uur") % hours,
            _PLACE[plan.manner]() % {"place": plan.place},
        ]
    )


_PLACE: dict[Manner, Callable[[], str]] = {
    Manner.IN_PERSON: lambda: _("Plaats: %(place)s"),
    Manner.ONLINE: lambda: _("Online: %(place)s"),
    Manner.BOTH: lambda: _("Plaats, of online: %(place)s"),
}


def _what_to_do(invited: Invitation) -> str:
    if invited.meeting.is_in_writing:
        page = {"link": _page_of(invited.meeting)}
        return _("Schrijf uw mening bij elk punt (u logt eerst in):\n\n%(link)s\n") % page
    if invited.reply == Reply.SUBSTITUTE:
        asked = _("U liet weten dat iemand anders komt. Verandert dat? Laat het hier weten:")
    elif invited.earlier_reply == Reply.COMING:
        asked = _("U liet weten dat u komt. Dat was voor het eerdere moment. Komt u nu ook? Laat het hier weten:")
    elif invited.earlier_reply == Reply.NOT_COMING:
        asked = _("U liet weten dat u niet komt. Dat was voor het eerdere moment. Komt u nu? Laat het hier weten:")
    else:
        asked = _("Komt u? Laat het hier weten:")
    link = {"link": answer_link(Asks.REPLY, invited.key)}
    rest = _("%(link)s\n\nDe link is alleen voor u en alleen voor dit antwoord. Hij werkt tot de vergadering begint.\n")
    return f"{asked}\n\n{rest % link}"


def _page_of(meeting: Meeting) -> str:
    return settings.BASE_URL + reverse("meeting", args=[meeting.key])


def _calendar(invited: Invitation, *, at: datetime, cancelled: bool = False) -> str:
    """Write the appointment that a letter carries; in writing there is none."""
    if invited.meeting.is_in_writing:
        return ""
    return _appointment(invited, moment_of(invited), at=at, cancelled=cancelled)


def _out_of_calendar(invited: Invitation, was: Plan, *, at: datetime) -> str:
    """Take the appointment back of a meeting that goes on in writing; there is none when it was so already."""
    return "" if was.manner is Manner.IN_WRITING else _appointment(invited, was, at=at, cancelled=True)


def _appointment(invited: Invitation, moment: Plan, *, at: datetime, cancelled: bool) -> str:
    meeting = invited.meeting
    is_guest = invited.invited_as == InvitedAs.GUEST
    appointment = Appointment(
        uid=f"{invited.key if is_guest else meeting.key}@{urlsplit(settings.BASE_URL).hostname}",
        sequence=meeting.sequence,
        body=name_in_mail(meeting.body),
        starts=moment.starts_at,
        ends=moment.until,
        location=moment.place,
        url=answer_link(Asks.REPLY, invited.key) if invited.invited_as != InvitedAs.MEMBER else _page_of(meeting),
        cancelled=cancelled,
    )
    organizer = parseaddr(settings.MAIL_FROM)[1]
    return invitation(appointment, organizer=organizer, attendee=address_of(invited), at=at).decode()
