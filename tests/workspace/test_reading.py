"""Reading what may not travel is written down, once a day for each reader; reading the rest is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.personas import as_actor
from tests.workspace.scenes import NOW, at_work, worksheet
from verder.audit.models import Event
from verder.domain.tlp import Tlp
from verder.workspace.operations.reading import note_room_read, note_text_read
from verder.workspace.queries.rooms import find_room

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("label", "days", "events"), [(Tlp.AMBER_STRICT, 0, 1), (Tlp.AMBER_STRICT, 1, 2), (Tlp.AMBER, 1, 0)]
)
def test_a_reading_is_written_down_once_a_day_where_the_label_asks_for_it(label, days, events):
    scene = at_work(tlp=label)
    text, actor = worksheet(scene), as_actor(scene.outsider, NOW)
    room = find_room(scene.key, actor.standing)

    for at in (NOW, NOW, NOW + timedelta(days=days)):
        note_text_read(room, text, actor=actor, at=at)
        note_room_read(room, actor=actor, at=at)

    assert Event.objects.filter(action="text.read").count() == events
    assert Event.objects.filter(action="group.read").count() == events
