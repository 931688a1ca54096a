"""Hands over what somebody of the secretariat carries, before or after they leave."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma
from verder.deliberation.operations.climb import Hold
from verder.deliberation.operations.secretariat import name_handler
from verder.deliberation.operations.sharing import NotAllowed, note_reader
from verder.deliberation.queries.carrying import handled_by, known_to_alone
from verder.deliberation.queries.people import secretariat_on
from verder.domain.rungs import Party
from verder.domain.tlp import Tlp
from verder.network.models import Person


class NotAColleague(Exception):
    """What somebody carries goes to somebody else who sits in the secretariat."""


@transaction.atomic
def hand_over(from_person: Person, *, to: Person, actor: Actor, at: datetime) -> int:
    """Give a colleague every dilemma that somebody handles, as far as the actor may read it; return how many went.

    Under TLP:RED the colleague is named as reader. What nobody else in the secretariat may read goes along when its
    reader hands it over, or has left: else it would be lost. Raise NotAllowed outside the secretariat, NotAColleague.
    """
    if not actor.standing.is_secretariat:
        raise NotAllowed
    secretariat = secretariat_on(timezone.localdate(at))
    if to == from_person or not secretariat.filter(pk=to.pk).exists():
        raise NotAColleague
    has_left = not secretariat.filter(pk=from_person.pk).exists()
    dilemmas = _carried(from_person, actor, at, with_last_ones=has_left or from_person == actor.standing.person)
    for dilemma in dilemmas:
        _hand(Hold(dilemma, actor, frozenset({Party.SECRETARIAT}), at, Intent()), from_person, to)
    return len(dilemmas)


def _carried(from_person: Person, actor: Actor, at: datetime, *, with_last_ones: bool) -> list[Dilemma]:
    carried = Q(pk__in=handled_by(from_person, actor.standing).values("pk"))
    if with_last_ones:
        carried |= Q(pk__in=known_to_alone(from_person, on=timezone.localdate(at)).values("pk"))
    return list(Dilemma.objects.filter(carried).select_for_update().order_by("number"))


def _hand(hold: Hold, from_person: Person, to: Person) -> None:
    if hold.dilemma.tlp == Tlp.RED:
        note_reader(hold, to)
    if hold.dilemma.handler_id == from_person.pk and hold.dilemma.next_date is not None:
        name_handler(hold, to)
