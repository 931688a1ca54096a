"""Who comes to a meeting, as the secretariat and the chair read it, and the letter as it goes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from verder.deliberation.models import Invitation, InvitedAs, Meeting, Reply
from verder.deliberation.operations.calling import describe
from verder.deliberation.operations.meetings import plan_of
from verder.deliberation.operations.naming import name_in_mail
from verder.deliberation.queries.invitations import invitations_to, members_to_invite, without_reply

if TYPE_CHECKING:
    import uuid


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who was invited: who, and what they replied; `guest` is the key with which a guest is taken off."""

    who: str
    note: str
    guest: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who comes, by their replies, and how many still have to be invited."""

    coming: tuple[Invited, ...]
    silent: tuple[Invited, ...]
    away: tuple[Invited, ...]
    to_invite: int
    is_in_writing: bool

    @property
    def is_known(self) -> bool:
        """Whether anybody was invited."""
        return bool(self.coming or self.silent or self.away)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Invited, ...]], ...]:
        """The lists under their titles."""
        if self.is_in_writing:
            return ((_("Reageerden"), self.coming), (_("Nog geen antwoord"), self.silent))
        return (
            (_("Komen"), self.coming),
            (_("Nog geen antwoord"), self.silent),
            (_("Komen niet"), self.away),
        )


def described(own: Invitation | None) -> str:
    """Say what somebody replied themselves; empty where they were not invited."""
    return "" if own is None else _OWN[Reply(own.reply)]()


_OWN = {
    Reply.NONE: lambda: _("U bent uitgenodigd."),
    Reply.COMING: lambda: _("U komt."),
    Reply.NOT_COMING: lambda: _("U komt niet."),
    Reply.SUBSTITUTE: lambda: _("Iemand anders komt in uw plaats."),
}


def attendance_of(meeting: Meeting) -> Attendance:
    """Read who comes to a meeting; someone whose substitute has an account counts by that substitute.

    In writing, read who wrote.
    """
    invited, to_invite = list(invitations_to(meeting)), members_to_invite(meeting).count()
    if meeting.is_in_writing:
        silent = set(without_reply(meeting).values_list("pk", flat=True))
        wrote = [one for one in invited if one.pk not in silent]
        waiting = [one for one in invited if one.pk in silent]
        return Attendance(tuple(map(_row, wrote)), tuple(map(_row, waiting)), (), to_invite, is_in_writing=True)
    return Attendance(
        tuple(_row(one) for one in invited if one.reply in {Reply.COMING, Reply.SUBSTITUTE} and not _is_replaced(one)),
        tuple(_row(one) for one in invited if one.reply == Reply.NONE),
        tuple(_row(one) for one in invited if one.reply == Reply.NOT_COMING or _is_replaced(one)),
        to_invite,
        is_in_writing=False,
    )


def _is_replaced(invited: Invitation) -> bool:
    return invited.reply == Reply.SUBSTITUTE and not invited.substitute_words


def _row(invited: Invitation) -> Invited:
    is_guest = invited.invited_as == InvitedAs.GUEST
    note = _("vervangen door %(who)s") % {"who": invited.substitute_words} if invited.substitute_words else ""
    if _is_replaced(invited):
        note = _("een collega komt")
    return Invited(_who(invited), note, invited.key if is_guest else None)


def _who(invited: Invitation) -> str:
    name = invited.person.name if invited.person else _("Wie het dilemma inbracht")
    if invited.item is not None and invited.slot_starts_at is not None:
        hour = date_format(timezone.localtime(invited.slot_starts_at), "H.i")
        return _("%(name)s, gast bij punt %(number)s om %(hour)s uur") % {
            "name": name,
            "number": invited.item.number or invited.item.position,
            "hour": hour,
        }
    if invited.invited_as == InvitedAs.SUBSTITUTE:
        return _("%(name)s, als vervanger") % {"name": name}
    return name


def letter_to_come(meeting: Meeting) -> str:
    """Say what stands in the invitation besides the introduction."""
    return _("Vergadering: %(body)s") % {"body": name_in_mail(meeting.body)} + f"\n{describe(plan_of(meeting))}"
