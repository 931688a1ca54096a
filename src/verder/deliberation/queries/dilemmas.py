"""Which dilemmas somebody may read, and how one is found."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from verder.deliberation.actor import Actor
from verder.deliberation.models import Brought, Dilemma, NamedReader
from verder.domain.rungs import Rung
from verder.network.standing import Standing
from verder.network.visibility import visible

FIT_TO_SHARE = Q(admitted_at__isnull=False) & ~Q(rung=Rung.WITHDRAWN)


def dilemmas_visible_to(standing: Standing) -> QuerySet[Dilemma]:
    """Return the dilemmas that somebody of this standing may read; before it is admitted only the secretariat may."""
    return Dilemma.objects.filter(
        visible(
            standing,
            shared=FIT_TO_SHARE,
            brought=Brought.objects.all(),
            named=NamedReader.objects.all(),
            link="dilemma",
        )
    )


def find_to_change(number: str, *, actor: Actor) -> Dilemma:
    """Find a dilemma and lock it; raise Dilemma.DoesNotExist when the actor may not read it."""
    locked = Dilemma.objects.select_for_update(of=("self",)).select_related("submitter")
    dilemma = locked.get(number=number)
    if is_submitter(actor, dilemma) or dilemmas_visible_to(actor.standing).filter(pk=dilemma.pk).exists():
        return dilemma
    raise Dilemma.DoesNotExist


def numbers_that_joined(dilemma: Dilemma) -> list[str]:
    """Return the numbers of the dilemmas that travel along with this one."""
    return list(Dilemma.objects.filter(merged_into=dilemma).order_by("pk").values_list("number", flat=True))


def is_submitter(actor: Actor, dilemma: Dilemma) -> bool:
    """Tell whether the actor put this dilemma in: by its code or link, or signed in."""
    person = actor.standing.person
    by_account = person is not None and dilemma.submitter.person_id == person.pk
    return actor.submitter_of == dilemma.key or by_account
