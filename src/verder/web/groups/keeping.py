"""Looking after a group: who joins, who leaves, and what it made."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.actor import Actor
from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations import groups
from verder.deliberation.queries.groups import group_to_work_for, members_of, publications_to_tie
from verder.network.models import Person, Seat
from verder.network.operations.seats import SeatRefused
from verder.network.queries import person_at
from verder.web.asking import Asked, answer
from verder.web.groups.forms import EndForm, InviteForm, ProductForm, StayForm
from verder.web.refusals import words_of
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm


class NobodyThere(Exception):
    """Nobody with an account has this address."""


REFUSALS: dict[type[Exception], Promise | Callable[[Any], str]] = {
    NobodyThere: gettext_lazy(
        "Er is niemand uitgenodigd: dit adres heeft nog geen account. Vraag het secretariaat om een uitnodiging, of "
        "kijk of het adres klopt."
    ),
    groups.GroupHasEnded: gettext_lazy("Er is niets veranderd: deze werkgroep is klaar."),
    groups.InvitedForTooLong: gettext_lazy(
        "Er is niemand uitgenodigd: een specialist heeft ten hoogste een jaar toegang. Kies een eerdere datum."
    ),
    groups.DateHasPassed: gettext_lazy("Er is niets veranderd: deze dag is voorbij. Kies een dag die nog komt."),
    groups.StaysTooLong: gettext_lazy(
        "Er is niets veranderd: een werkgroep blijft ten hoogste een jaar. Kies een eerdere dag, en kijk dan opnieuw."
    ),
    SeatRefused: words_of,
}


@for_signed_in
def invite(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let somebody join a group."""
    group = _group_here(request, key)
    asked = _asked(group, _("Iemand erbij vragen"), _("Vraag erbij"), _("De uitnodiging is onderweg."))

    def do(form: InviteForm, _checked: CheckedForm) -> str:
        said = form.cleaned_data
        person, until = _person(said["address"]), said["ends_on"]
        who = Actor(standing(request))
        groups.join_group(
            group, person, as_seat=Seat(said["seat"]), ends_on=until, actor=who, at=timezone.now(), intent=form.intent
        )
        return asked.back

    return answer(request, asked, InviteForm, do=do)


def _person(address: str) -> Person:
    person = person_at(address)
    if person is None:
        raise NobodyThere
    return person


@for_signed_in
def end(request: HttpRequest, key: uuid.UUID, seat: int) -> HttpResponse:
    """End somebody's seat in a group."""
    group = _group_here(request, key)
    membership = next((one for one in members_of(group, on=timezone.localdate()) if one.pk == seat), None)
    if membership is None:  # ended meanwhile, perhaps by the first of two clicks
        return redirect("group", key)
    title = _("Toegang van %(name)s beëindigen") % {"name": membership.person.name}
    asked = _asked(group, title, _("Beëindig de toegang"), _("De toegang is beëindigd."))

    def do(_form: EndForm, _checked: CheckedForm) -> str:
        groups.leave_group(group, membership, actor=Actor(standing(request)), at=timezone.now())
        return asked.back

    return answer(request, asked, EndForm, do=do)


@for_signed_in
def let_stay(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let a group meet more than once, for a reason and until a day."""
    group = _group_here(request, key)
    lead = _("Een werkgroep komt één keer bijeen. Blijft zij langer? Dan staat hier waarom, voor wie meedoet.")
    asked = _asked(group, _("De werkgroep laten blijven"), _("Laat blijven"), _("De werkgroep blijft."), lead=lead)

    def do(form: StayForm, checked: CheckedForm) -> str:
        who, until = Actor(standing(request)), form.cleaned_data["until"]
        groups.let_stay(
            group, reason=checked.words["reason"], until=until, actor=who, at=timezone.now(), intent=form.intent
        )
        return asked.back

    now = {"reason": group.structural_reason, "until": group.structural_until}
    return answer(request, asked, partial(StayForm, initial=now), do=do)


@for_signed_in
def tie_product(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Name guidance that the group made."""
    group = _group_here(request, key)
    offered = {str(one.key): one for one in publications_to_tie(group, standing(request))}
    if not offered:
        return redirect(f"{reverse('guidance-write')}?werkgroep={key}")
    asked = _asked(group, _("Een product van de groep"), _("Voeg toe"), _("Het stuk staat bij de groep."))

    def do(form: ProductForm, _checked: CheckedForm) -> str:
        chosen = offered[form.cleaned_data["publication"]]
        groups.add_product(group, chosen, actor=Actor(standing(request)), at=timezone.now())
        return asked.back

    return answer(request, asked, partial(ProductForm, publications=offered.values()), do=do)


def _group_here(request: HttpRequest, key: uuid.UUID) -> WorkingGroup:
    try:
        return group_to_work_for(key, standing(request))
    except WorkingGroup.DoesNotExist as unknown:
        raise Http404 from unknown


def _asked(group: WorkingGroup, title: str, button: str, done: str, *, lead: str = "") -> Asked:
    back = reverse("group", args=[group.body.key])
    return Asked(title, button, done, back, lead=lead or group.body.name, refusals=REFUSALS)
