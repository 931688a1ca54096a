"""Who sits in a group: asking a member or a specialist, another last day, an end, and what outsiders may read."""

from __future__ import annotations

import uuid
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor
from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations import group_seats
from verder.deliberation.queries.groups import group_for, members_of, own_seat_in
from verder.network.models import Membership, Person, Seat
from verder.network.queries import person_at
from verder.web.asking import OnceForm, answer
from verder.web.groups.forms import SHOWN, AccessForm, EndForm, MemberForm, ShownForm, SpecialistForm
from verder.web.groups.here import NobodyThere, asked_about, group_here
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

USUAL_ACCESS = timedelta(days=90)


@for_signed_in
def invite(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let somebody with an account join a group as a member."""
    group = group_here(request, key)
    asked = asked_about(group, _("Een lid erbij vragen"), _("Vraag erbij"), _("De uitnodiging is onderweg."))

    def do(form: MemberForm, _checked: CheckedForm) -> str:
        person, who = _person(form.cleaned_data["address"]), Actor(standing(request))
        group_seats.join_group(group, person, actor=who, at=timezone.now(), intent=form.intent)
        return asked.back

    return answer(request, asked, MemberForm, do=do)


def _person(address: str) -> Person:
    person = person_at(address)
    if person is None:
        raise NobodyThere
    return person


@for_signed_in
def invite_specialist(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Invite a specialist from outside by mail, with or without an account."""
    group = group_here(request, key)
    lead = _("De specialist krijgt een mail, en ziet alleen deze werkgroep. De groep ziet wie meedoet en tot wanneer.")
    title, button = _("Een specialist uitnodigen"), _("Nodig uit")
    asked = asked_about(group, title, button, _("De uitnodiging is onderweg."), lead=lead)

    def do(form: SpecialistForm, _checked: CheckedForm) -> str:
        said = form.cleaned_data
        guest = group_seats.Guest(said["name"], said["address"], said["organisation"], said["ends_on"])
        who = Actor(standing(request))
        group_seats.invite_specialist(group, guest, actor=who, at=timezone.now(), intent=form.intent)
        return asked.back

    usual = {"ends_on": timezone.localdate() + USUAL_ACCESS}
    return answer(request, asked, partial(SpecialistForm, initial=usual), do=do)


@for_signed_in
def invite_again(request: HttpRequest, key: uuid.UUID, seat: int) -> HttpResponse:
    """Send a specialist who did not log in yet the invitation once more."""
    group = group_here(request, key)
    membership = _seat_in(group, seat)
    if membership is None or membership.seat != Seat.SPECIALIST:
        return redirect("group", key)
    lead = _(
        "De mail gaat naar %(address)s. Klopt dat adres niet? Beëindig dan de toegang, en nodig de specialist opnieuw "
        "uit. De eerste mail geeft niemand toegang: inloggen kan alleen met een code, die naar dit adres gaat."
    )
    title, lead = _("De uitnodiging opnieuw sturen"), lead % {"address": membership.person.email}
    asked = asked_about(group, title, _("Stuur opnieuw"), _("De uitnodiging is opnieuw onderweg."), lead=lead)

    def do(form: OnceForm, _checked: CheckedForm) -> str:
        who = Actor(standing(request))
        group_seats.invite_again(group, membership, actor=who, at=timezone.now(), intent=form.intent)
        return asked.back

    return answer(request, asked, OnceForm, do=do)


@for_signed_in
def change_access(request: HttpRequest, key: uuid.UUID, seat: int) -> HttpResponse:
    """Give a specialist another last day."""
    group = group_here(request, key)
    membership = _seat_in(group, seat)
    if membership is None or membership.seat != Seat.SPECIALIST:
        return redirect("group", key)
    title = _("Andere datum voor %(name)s") % {"name": membership.person.name}
    asked = asked_about(group, title, _("Verander de datum"), _("De datum is veranderd."))

    def do(form: AccessForm, checked: CheckedForm) -> str:
        ends_on, reason, who = form.cleaned_data["ends_on"], checked.words["reason"], Actor(standing(request))
        now = timezone.now()
        group_seats.change_access(
            group, membership, ends_on=ends_on, reason=reason, actor=who, at=now, intent=form.intent
        )
        return asked.back

    return answer(request, asked, partial(AccessForm, initial={"ends_on": membership.ends_on}), do=do)


@for_signed_in
def end(request: HttpRequest, key: uuid.UUID, seat: int) -> HttpResponse:
    """End somebody's seat in a group at once."""
    group = group_here(request, key)
    membership = _seat_in(group, seat)
    if membership is None:  # ended meanwhile, perhaps by the first of two clicks
        return redirect("group", key)
    title = _("Toegang van %(name)s beëindigen") % {"name": membership.person.name}
    asked = asked_about(group, title, _("Beëindig de toegang"), _("De toegang is beëindigd."))

    def do(form: EndForm, checked: CheckedForm) -> str:
        reason, who = checked.words["reason"], Actor(standing(request))
        group_seats.leave_group(group, membership, reason=reason, actor=who, at=timezone.now(), intent=form.intent)
        return asked.back

    return answer(request, asked, EndForm, do=do)


@for_signed_in
def show(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let whoever sits in a group say whether outsiders read their role and organisation."""
    visitor = standing(request)
    try:
        group = group_for(visitor, key)
    except WorkingGroup.DoesNotExist as unknown:
        raise Http404 from unknown
    seat = own_seat_in(group, visitor.person, on=timezone.localdate())
    if seat is None:
        raise Http404
    lead = _("U beslist dit zelf, en u kunt het altijd veranderen. Stopt uw plek in de groep? Dan verdwijnt het ook.")
    title, button = _("Wat staat over u op de openbare pagina?"), _("Bewaar")
    asked = asked_about(group, title, button, _("Uw keuze is bewaard."), lead=lead)

    def do(form: ShownForm, _checked: CheckedForm) -> str:
        shown = form.cleaned_data["shown"] == SHOWN
        group_seats.let_be_shown(group, seat, shown=shown, actor=Actor(visitor), at=timezone.now())
        return asked.back

    now = {"shown": SHOWN if seat.shown_since else ""}
    return answer(request, asked, partial(ShownForm, initial=now), do=do)


def _seat_in(group: WorkingGroup, seat: int) -> Membership | None:
    return next((one for one in members_of(group, on=timezone.localdate()) if one.pk == seat), None)
