"""What anyone may read of a meeting: its summary, and what became of dilemmas with a public title. Nothing else."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from tests import factories
from tests.deliberation.doing import SAID, do
from tests.factories import MONDAY, checked
from tests.personas import as_actor, director, participant, platform_chair, secretary
from verder.audit.queries import events_of
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, DilemmaPublication, Meeting, PublicOutcomes
from verder.deliberation.operations import agenda, council, outcomes, platform, secretariat
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.deliberation.operations.meetings import NotTheirMeeting
from verder.deliberation.queries.outcomes import decided_in, may_publish, outcomes_for_everyone
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db

TITLE = "Wanneer mag u delen wat u weet?"
DAY = timedelta(days=1)


def resolved(by: Person, *, tlp: Tlp = Tlp.AMBER_STRICT, title: str = TITLE) -> tuple[Dilemma, Meeting]:
    """Return a dilemma that the Platform resolved, and its meeting, which was closed."""
    dilemma, meeting = factories.at_platform(by)
    do(platform.resolve, dilemma, by, at=meeting.starts_at, solution=SAID, how_spread=SAID, message=SAID)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=tlp, public_title=title)
    return dilemma, closed(meeting, by)


def closed(meeting: Meeting, by: Person, *, cancelled: bool = False) -> Meeting:
    at = meeting.starts_at
    return agenda.close_meeting(meeting.key, reason=SAID, cancelled=cancelled, actor=as_actor(by, at), at=at)


def publish(
    meeting: Meeting, by: Person, summary: str = "Er is gesproken over delen.", *, version: int | None = None
) -> PublicOutcomes:
    at = meeting.starts_at + DAY
    words, intent = checked(summary), Intent(version, uuid.uuid4())
    return outcomes.publish_outcomes(meeting.key, summary=words, actor=as_actor(by, at), at=at, intent=intent)


def test_outcomes_are_published_once_and_corrected_in_place() -> None:
    clerk = secretary()
    _, meeting = resolved(clerk)

    first = publish(meeting, clerk, version=0)
    again = publish(meeting, clerk, "Er is gesproken over het delen van kennis.", version=1)

    assert first.key == again.key
    assert (again.version, again.published_at) == (2, first.published_at)
    (stands,) = outcomes_for_everyone()
    assert stands.summary == "Er is gesproken over het delen van kennis."
    told = events_of(meeting.key).filter(action__startswith="outcomes.").values_list("action", flat=True)
    assert list(told) == ["outcomes.published", "outcomes.corrected"]


def test_a_colleague_who_was_first_is_not_overwritten() -> None:
    clerk, colleague = secretary(), secretary()
    _, meeting = resolved(clerk)
    publish(meeting, colleague, version=0)

    with pytest.raises(SomeoneWasFirst):
        publish(meeting, clerk, "Anders.", version=0)

    assert outcomes_for_everyone().get().version == 1


def test_only_the_secretariat_publishes() -> None:
    clerk, chair = secretary(), platform_chair()
    _, meeting = resolved(clerk)

    with pytest.raises(NotTheirMeeting):
        publish(meeting, chair)

    assert not may_publish(standing_of(chair, MONDAY.date()), meeting)
    assert may_publish(standing_of(clerk, MONDAY.date()), meeting)


def test_an_empty_summary_publishes_nothing() -> None:
    clerk = secretary()
    _, meeting = resolved(clerk)

    with pytest.raises(outcomes.SaysNothing):
        publish(meeting, clerk, "  ")


def test_before_a_meeting_is_closed_or_once_it_is_cancelled_there_is_nothing_to_publish() -> None:
    clerk = secretary()
    _, open_one = factories.at_platform(clerk)
    cancelled = closed(factories.meeting_of(BodyKind.COUNCIL, clerk), clerk, cancelled=True)

    for meeting in (open_one, cancelled):
        with pytest.raises(outcomes.StaysInside):
            publish(meeting, clerk)


def test_what_a_meeting_decided_stands_there_by_its_public_title_and_its_step() -> None:
    clerk = secretary()
    _, meeting = resolved(clerk)

    (decided,) = decided_in(meeting)

    assert (decided.title, decided.step, decided.guidance) == (TITLE, "resolve", ())


@pytest.mark.parametrize(("tlp", "title"), [(Tlp.RED, TITLE), (Tlp.GREEN, "")])
def test_a_dilemma_under_red_or_without_a_public_title_leaves_no_trace(tlp: Tlp, title: str) -> None:
    _, meeting = resolved(secretary(), tlp=tlp, title=title)

    assert decided_in(meeting) == ()


def test_what_was_carried_over_or_withdrawn_is_not_an_outcome() -> None:
    clerk = secretary()
    carried, meeting = factories.at_platform(clerk)
    withdrawn = factories.placed(factories.admitted(factories.dilemma_at_intake(), clerk), meeting, clerk)
    Dilemma.objects.update(public_title=TITLE)
    do(secretariat.withdraw, withdrawn, clerk, at=meeting.starts_at, reason=SAID)
    closed(meeting, clerk)

    assert decided_in(meeting) == ()
    assert factories.fresh(carried).rung == "awaiting_platform"


@pytest.mark.slow
def test_each_meeting_keeps_the_outcome_that_was_reached_there() -> None:
    clerk = secretary()
    dilemma, first = factories.at_platform(clerk)
    Dilemma.objects.update(public_title=TITLE)
    at = first.starts_at
    do(platform.escalate_directly, dilemma, clerk, at=at, why_no_group=SAID, asked_of_directors=SAID)
    closed(first, clerk)
    second = factories.meeting_of(BodyKind.COUNCIL, clerk, at=at)
    factories.placed(factories.fresh(dilemma), second, clerk, at=at)
    promise = council.Promise(SAID, director(), (second.starts_at + 30 * DAY).date(), forum="Kamerbrief")
    do(council.commit, dilemma, clerk, at=second.starts_at, promises=[promise])
    closed(second, clerk)

    assert [one.step for one in decided_in(first)] == ["escalate_directly"]
    assert [one.step for one in decided_in(second)] == ["commit"]


def test_guidance_for_everyone_that_came_of_it_stands_beside_it_and_other_guidance_does_not() -> None:
    clerk, _reader = secretary(), participant()
    dilemma, meeting = resolved(clerk)
    clear, green = factories.published_guidance(), factories.published_guidance(tlp=Tlp.GREEN)
    for publication, days in ((clear, 1), (green, 1)):
        DilemmaPublication.objects.create(dilemma=dilemma, publication=publication, at=meeting.starts_at + days * DAY)

    (decided,) = decided_in(meeting)

    assert decided.guidance == (clear,)


def test_reading_what_was_decided_costs_three_statements(django_assert_num_queries: object) -> None:
    clerk = secretary()
    _, meeting = resolved(clerk)

    with django_assert_num_queries(3):  # type: ignore[operator]
        decided_in(meeting)
