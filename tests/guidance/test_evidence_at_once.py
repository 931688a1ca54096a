"""Organisations that tell at the same moment, and rules that are set meanwhile, are all weighed."""

from __future__ import annotations

from functools import partial

import pytest

from tests.deliberation.at_once import at_once
from tests.factories import checked, published_guidance
from tests.guidance.pieces import NOON
from tests.guidance.rules import rules_set
from tests.personas import secretary
from verder.audit.models import Event
from verder.domain.evidence import Evidence, Thresholds
from verder.guidance.evidence import heard_of
from verder.guidance.models import Verdict
from verder.guidance.operations.evidence import set_rules
from verder.guidance.operations.feedback import tell
from verder.network.standing import Standing, standing_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
FOUR = Thresholds(used=1, helped=4, percent=80, percent_to_stay=60)


def test_no_voice_is_lost_between_the_old_rules_and_the_new_ones():
    rules_set(Thresholds(used=5, helped=9, percent=80, percent_to_stay=60))
    pieces = [published_guidance(), published_guidance()]
    clerk = standing_of(secretary(), NOON.date())
    known = {"why": checked(""), "standing": Standing(), "at": NOON}
    telling = [
        partial(tell, piece.slug, Verdict.HELPED, voice=str(voice), **known) for voice in range(4) for piece in pieces
    ]

    met = at_once([*telling, partial(set_rules, FOUR, checked("Zo."), seen=1, standing=clerk, at=NOON)])

    assert not [one for one in met if isinstance(one, Exception)]
    for piece in pieces:
        piece.refresh_from_db()
        assert heard_of(piece).helped == 4
        assert piece.evidence == Evidence.PROVEN
    moves = Event.objects.filter(action="publication.evidence_moved", subject=pieces[0].key)
    assert moves.order_by("pk").last().details["to"] == Evidence.PROVEN


def test_two_clicks_of_one_organisation_leave_one_voice():
    piece = published_guidance()
    known = {"why": checked(""), "standing": Standing(), "at": NOON, "voice": "a"}

    met = at_once([partial(tell, piece.slug, verdict, **known) for verdict in (Verdict.HELPED, Verdict.DID_NOT_HELP)])

    assert not [one for one in met if isinstance(one, Exception)]
    assert heard_of(piece).used == 1
