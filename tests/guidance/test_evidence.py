"""A piece moves between new, being tried and proven by the rules of the Platform and by what organisations tell."""

from __future__ import annotations

import uuid
from unittest.mock import patch

import pytest

from tests.factories import checked, published_guidance
from tests.guidance.pieces import NOON
from tests.guidance.rules import TWO_OF_THREE, heard, rules_set
from tests.personas import participant, secretary
from verder.audit.models import Event
from verder.domain.evidence import Evidence, Heard, Thresholds
from verder.guidance.evidence import current_rules, heard_of, versions_of_rules
from verder.guidance.models import EvidenceRules, Publication, PublicationState, Verdict
from verder.guidance.operations.evidence import set_rules
from verder.guidance.operations.feedback import tell
from verder.guidance.operations.pen import ChangedMeanwhile, DoneAlready
from verder.guidance.operations.setting import MayNotSet
from verder.network.standing import Standing, standing_of

pytestmark = pytest.mark.django_db
HELPED, NOT, EARLY = Verdict.HELPED, Verdict.DID_NOT_HELP, Verdict.TOO_EARLY


def moves() -> list[tuple[str, str]]:
    """List from where to where pieces moved, in order."""
    told = Event.objects.filter(action="publication.evidence_moved").order_by("pk").values_list("details", flat=True)
    return [(details["from"], details["to"]) for details in told]


def test_a_piece_is_tried_proven_and_falls_back_when_it_does_not_help_any_more():
    rules_set()
    piece = heard(published_guidance(), HELPED)
    assert piece.evidence == Evidence.TRIED

    assert heard(piece, HELPED, HELPED).evidence == Evidence.PROVEN
    assert heard(piece, NOT, NOT).evidence == Evidence.TRIED

    assert moves() == [("new", "tried"), ("tried", "proven"), ("proven", "tried")]


def test_the_event_of_a_move_tells_by_which_rules_and_numbers_and_names_nobody():
    rules_set()
    piece = heard(published_guidance(), HELPED, HELPED, NOT, EARLY)

    event = Event.objects.filter(action="publication.evidence_moved").latest("pk")
    assert (event.subject, event.actor, event.party) == (piece.key, None, "installation")
    numbers = {"used": 2, "helped": 2, "did_not_help": 0}
    assert event.details == {"from": "tried", "to": "proven", "rules": 1, **numbers}


def test_without_rules_a_piece_stays_new_whatever_is_told():
    assert heard(published_guidance(), HELPED, HELPED, HELPED).evidence == Evidence.NEW
    assert moves() == []


def test_what_anybody_tells_without_a_link_counts_for_nothing():
    rules_set()
    piece = published_guidance()
    for _ in range(3):
        tell(piece.slug, HELPED, why=checked(""), standing=Standing(), at=NOON)

    piece.refresh_from_db()
    assert piece.evidence == Evidence.NEW
    assert heard_of(piece) == Heard()


def test_new_rules_weigh_at_once_what_was_told_before():
    told, untold = heard(published_guidance(), HELPED, HELPED, NOT, EARLY), published_guidance()

    rules_set()

    told.refresh_from_db()
    untold.refresh_from_db()
    assert (told.evidence, untold.evidence) == (Evidence.PROVEN, Evidence.NEW)
    assert heard_of(told) == Heard(used=4, helped=2, did_not_help=1)
    rules_set(Thresholds(used=5, helped=6, percent=60, percent_to_stay=50))
    told.refresh_from_db()
    assert told.evidence == Evidence.NEW


def test_a_piece_that_was_withdrawn_is_weighed_too_and_an_earlier_edition_is_not():
    withdrawn, earlier = heard(published_guidance(), HELPED), heard(published_guidance(), HELPED)
    Publication.objects.filter(pk=withdrawn.pk).update(state=PublicationState.WITHDRAWN)
    Publication.objects.filter(pk=earlier.pk).update(state=PublicationState.EARLIER)

    rules_set()

    assert [Publication.objects.get(pk=one.pk).evidence for one in (withdrawn, earlier)] == ["tried", "new"]


def test_weighing_costs_the_same_for_one_piece_and_for_three(django_assert_num_queries):
    heard(published_guidance(), HELPED)
    rules_set()
    again = {"standing": standing_of(secretary(), NOON.date()), "at": NOON}
    with django_assert_num_queries(8):
        set_rules(TWO_OF_THREE, checked("Opnieuw."), seen=1, **again)
    heard(published_guidance(), HELPED)
    heard(published_guidance(), HELPED)

    with django_assert_num_queries(8):
        set_rules(TWO_OF_THREE, checked("Opnieuw."), seen=2, **again)


def test_each_version_stays_and_the_latest_holds():
    rules_set()
    stricter = Thresholds(used=2, helped=9, percent=80, percent_to_stay=80)

    rules_set(stricter)

    assert current_rules().thresholds == stricter
    assert [one.thresholds for one in versions_of_rules()] == [stricter, TWO_OF_THREE]
    assert Event.objects.filter(action="evidence.rules_set").latest("pk").details == {"version": 2}


@pytest.mark.parametrize("who", [Standing, lambda: standing_of(participant(), NOON.date())])
def test_nobody_else_than_the_chair_and_the_secretariat_sets_rules(who):
    with pytest.raises(MayNotSet):
        rules_set(standing=who())

    assert current_rules() is None


def test_rules_that_a_colleague_set_first_are_not_overwritten():
    rules_set()

    with pytest.raises(ChangedMeanwhile):
        rules_set(seen=0)


def test_a_second_click_sets_nothing_more():
    request_key = uuid.uuid4()
    rules_set(request_key=request_key)

    with pytest.raises(DoneAlready):
        rules_set(request_key=request_key)

    assert EvidenceRules.objects.count() == 1


def test_no_rule_is_set_and_no_piece_moves_when_an_event_cannot_be_written():
    piece = heard(published_guidance(), HELPED)

    with (
        patch("verder.guidance.operations.evidence.record", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        rules_set()

    piece.refresh_from_db()
    assert (piece.evidence, current_rules()) == (Evidence.NEW, None)
