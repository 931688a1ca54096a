"""Events say from where somebody with an account acted, and never from where a submitter did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.deliberation.acts import ACTS, Act
from tests.factories import MONDAY, dilemma_at_intake
from tests.personas import as_actor, participant, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor
from verder.deliberation.operations.reading import note_reading

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ADDRESS = "192.0.2.7"


def from_address(actor: Actor) -> Actor:
    """Let somebody act from the address."""
    return replace(actor, standing=replace(actor.standing, origin=ADDRESS))


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_every_event_of_an_account_says_from_where(act: Act) -> None:
    scene = act.set_scene()
    known = set(Event.objects.values_list("pk", flat=True))

    act.perform(replace(scene, actor=from_address(scene.actor)) if scene.actor else scene)

    caused = Event.objects.exclude(pk__in=known)
    by_account = {event for event in caused if scene.actor and event.actor and event.party != "submitter"}
    assert caused
    assert {event.origin for event in by_account} <= {ADDRESS}
    assert {event.origin for event in set(caused) - by_account} <= {None}


def test_reading_says_from_where_a_secretary_read() -> None:
    dilemma = dilemma_at_intake()

    note_reading(dilemma, actor=from_address(as_actor(secretary(), MONDAY)), at=MONDAY)

    assert Event.objects.get(action="dilemma.read").origin == ADDRESS


def test_reading_does_not_say_from_where_somebody_read_their_own_dilemma() -> None:
    reader = participant()
    dilemma = dilemma_at_intake()
    dilemma.submitter.person = reader

    note_reading(dilemma, actor=from_address(as_actor(reader, MONDAY)), at=MONDAY)

    assert Event.objects.get(action="dilemma.read").origin is None
