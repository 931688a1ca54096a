"""For which parties somebody can act on a dilemma."""

from __future__ import annotations

from verder.deliberation.actor import Actor
from verder.deliberation.models import Dilemma, ServedDilemma
from verder.deliberation.queries.dilemmas import is_submitter
from verder.domain.rungs import Party
from verder.network.models import BodyKind

SECRETARIAT_RECORDS_FOR = frozenset({Party.SECRETARIAT, Party.PLATFORM, Party.WORKING_GROUP, Party.COUNCIL})


def parties_of(actor: Actor, dilemma: Dilemma) -> frozenset[Party]:
    """Name the parties for which the actor can take steps; the secretariat records for the bodies."""
    led_groups = actor.standing.led_groups
    return parties_when(actor, dilemma, leads_it=bool(led_groups) and leads(led_groups, dilemma))


def parties_when(actor: Actor, dilemma: Dilemma, *, leads_it: bool) -> frozenset[Party]:
    """Name the parties for which the actor can take steps, knowing whether they lead the group that works on it."""
    standing, parties = actor.standing, set[Party]()
    if is_submitter(actor, dilemma):
        parties.add(Party.SUBMITTER)
    if standing.is_secretariat:
        parties |= SECRETARIAT_RECORDS_FOR
    if standing.chairs(BodyKind.PLATFORM):
        parties.add(Party.PLATFORM)
    if standing.chairs(BodyKind.COUNCIL):
        parties.add(Party.COUNCIL)
    if leads_it:
        parties.add(Party.WORKING_GROUP)
    return frozenset(parties)


def leads(led_groups: frozenset[int], dilemma: Dilemma) -> bool:
    """Tell whether one of these groups works on the dilemma now."""
    return ServedDilemma.objects.filter(dilemma=dilemma, until__isnull=True, group__body__in=led_groups).exists()
