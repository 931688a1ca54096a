"""What the council decides and promises, and what becomes of its promises."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.doing import EMPTY, SAID, do
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.personas import as_actor, council_chair, director, organisation, participant, platform_chair, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Commitment, Dilemma
from verder.deliberation.operations import commitments, council, sharing
from verder.deliberation.operations.climb import SomeoneWasFirst, StepRefused
from verder.domain.ladder import Refusal
from verder.domain.rungs import Need
from verder.network.models import Person

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
COUNCIL_DAY = MONDAY + 21 * DAY


def at_council(clerk: Person) -> Dilemma:
    """Return a dilemma that the council has before it on `COUNCIL_DAY`."""
    dilemma, meeting = factories.at_council(clerk, lead=participant())
    assert meeting.starts_at == COUNCIL_DAY
    return dilemma


def promised(clerk: Person, *promises: council.Promise) -> Dilemma:
    """Return a dilemma that is followed up, with its promises."""
    dilemma = at_council(clerk)
    do(council.commit, dilemma, clerk, at=COUNCIL_DAY, promises=promises)
    return factories.fresh(dilemma)


def in_forum(owner: Person, due: date) -> council.Promise:
    """Promise an entry on a political agenda."""
    return council.Promise(checked("De regel gaat weg."), owner, due, forum="Kamerbrief")


def at_home(owner: Person, due: date) -> council.Promise:
    """Promise something in an organisation of one's own."""
    return council.Promise(checked("Wij doen het voor."), owner, due, organisation=organisation())


def settle(commitment: Commitment, by: Person, *, keep: bool = True, at: int = 30) -> Commitment:
    """Keep or drop a promise, some days after Monday."""
    moment = MONDAY + at * DAY
    operation, words = (
        (commitments.keep_commitment, {"result": SAID}) if keep else (commitments.drop_commitment, {"reason": SAID})
    )
    return operation(commitment.key, actor=as_actor(by, moment), at=moment, intent=Intent(), **words)


def test_promises_are_kept_with_owner_date_and_place_and_the_earliest_is_the_next_date() -> None:
    clerk, one, other = secretary(), director(), director()

    dilemma = promised(clerk, in_forum(one, date(2026, 6, 1)), at_home(other, date(2026, 5, 1)))

    assert (dilemma.rung, dilemma.next_date) == ("follow_up", date(2026, 5, 1))
    kept = list(dilemma.commitments.values_list("owner", "kind", "forum", "due_on"))
    assert kept == [
        (other.pk, "organisation", "", date(2026, 5, 1)),
        (one.pk, "political", "Kamerbrief", date(2026, 6, 1)),
    ]
    assert letters_to(one.email) == ["Uw toezegging is vastgelegd"]
    assert str(dilemma.commitments.first()) == f"{dilemma.pk} organisation"


def test_a_promise_lies_ahead_and_at_least_one_is_made() -> None:
    clerk, owner = secretary(), director()
    dilemma = at_council(clerk)

    with pytest.raises(council.DateHasPassed):
        do(council.commit, dilemma, clerk, at=COUNCIL_DAY, promises=[in_forum(owner, date(2026, 3, 22))])
    with pytest.raises(StepRefused) as refused:
        do(council.commit, dilemma, clerk, at=COUNCIL_DAY, promises=[])

    assert refused.value.verdict.missing == {Need.ENTRY_OR_COMMITMENT}
    assert not Commitment.objects.exists()


def test_the_councils_own_chair_records_its_decisions_and_the_platforms_does_not() -> None:
    chair, other, clerk = council_chair(), platform_chair(), secretary()
    dilemma = at_council(clerk)
    decide = {"decision": SAID, "message": SAID}

    with pytest.raises(StepRefused) as refused:
        do(council.settle, dilemma, other, at=COUNCIL_DAY, **decide)
    do(council.settle, dilemma, chair, at=COUNCIL_DAY, **decide)

    assert refused.value.verdict.refusal is Refusal.NOT_YOURS
    event = Event.objects.get(action="step.settle")
    assert (event.party, event.actor) == ("council", chair.opaque_id)
    assert set(event.details) == {"meeting", "body"}


def test_no_solution_yet_comes_with_a_date_to_look_again() -> None:
    clerk = secretary()
    dilemma = at_council(clerk)
    said = {"reason": SAID, "what_was_tried": SAID, "message": SAID}

    with pytest.raises(council.DateHasPassed):
        do(council.close_unsolved, dilemma, clerk, at=COUNCIL_DAY, look_again_on=COUNCIL_DAY.date(), **said)
    do(council.close_unsolved, dilemma, clerk, at=COUNCIL_DAY, look_again_on=date(2027, 1, 1), **said)

    ended = factories.fresh(dilemma)
    assert (ended.rung, ended.look_again_on) == ("unsolved", date(2027, 1, 1))


def test_a_dilemma_is_concluded_once_every_promise_is_settled_and_one_is_kept() -> None:
    clerk, owner = secretary(), director()
    dilemma = promised(clerk, in_forum(owner, date(2026, 5, 1)), in_forum(owner, date(2026, 6, 1)))
    first, second = dilemma.commitments.all()
    refusals = []
    for act in (lambda: None, lambda: settle(first, clerk, keep=False), lambda: settle(second, clerk)):
        act()
        try:
            do(council.conclude, dilemma, clerk, at=MONDAY + 30 * DAY, outcome=SAID, message=SAID)
        except StepRefused as refused:
            refusals.append(refused.verdict.missing)

    assert refusals == [{Need.COMMITMENTS_SETTLED}] * 2
    assert factories.fresh(dilemma).rung == "resolved"


def test_with_every_promise_dropped_there_is_nothing_to_conclude() -> None:
    clerk, owner = secretary(), director()
    dilemma = promised(clerk, in_forum(owner, date(2026, 5, 1)))
    settle(dilemma.commitments.get(), clerk, keep=False)

    with pytest.raises(StepRefused):
        do(council.conclude, dilemma, clerk, at=MONDAY + 30 * DAY, outcome=SAID, message=SAID)

    assert factories.fresh(dilemma).next_date == date(2026, 4, 1)


def test_settling_a_promise_moves_the_date_to_the_next_one() -> None:
    clerk, owner = secretary(), director()
    dilemma = promised(clerk, in_forum(owner, date(2026, 5, 1)), in_forum(owner, date(2026, 6, 1)))

    settled = settle(dilemma.commitments.first(), owner)

    assert (settled.state, settled.reason, settled.settled_at) == ("done", SAID.text, MONDAY + 30 * DAY)
    assert factories.fresh(dilemma).next_date == date(2026, 6, 1)
    assert Event.objects.get(action="commitment.done").party == "council"


def test_a_promise_is_settled_once_by_its_owner_or_the_secretariat_and_dropped_with_a_reason() -> None:
    clerk, owner, other = secretary(), director(), director()
    commitment = promised(clerk, in_forum(owner, date(2026, 5, 1))).commitments.get()

    with pytest.raises(sharing.NotAllowed):
        settle(commitment, other)
    with pytest.raises(commitments.ReasonMissing):
        commitments.drop_commitment(
            commitment.key, reason=EMPTY, actor=as_actor(owner, MONDAY), at=MONDAY, intent=Intent()
        )
    settle(commitment, owner, keep=False)
    with pytest.raises(SomeoneWasFirst):
        settle(commitment, clerk)

    assert Commitment.objects.get().state == "dropped"


def test_a_failed_promise_brings_the_dilemma_back_to_the_council() -> None:
    clerk, owner = secretary(), director()
    dilemma = promised(clerk, in_forum(owner, date(2026, 5, 1)), in_forum(owner, date(2026, 6, 1)))
    late, in_time = dilemma.commitments.all()
    day = MONDAY + 61 * DAY

    for other in (in_time.key, uuid.uuid4()):
        with pytest.raises(council.NotFailed):
            do(council.resume, dilemma, clerk, at=day, failed=other, reason=SAID)
    do(council.resume, dilemma, clerk, at=day, failed=late.key, reason=SAID)

    assert factories.fresh(dilemma).rung == "awaiting_council"
    assert Event.objects.get(action="step.resume").details == {"commitment": str(late.key)}


def test_a_dropped_promise_has_failed_and_a_kept_one_has_not() -> None:
    clerk, owner = secretary(), director()
    dilemma = promised(clerk, in_forum(owner, date(2026, 5, 1)), in_forum(owner, date(2026, 6, 1)))
    kept, dropped = dilemma.commitments.all()
    settle(kept, owner)
    settle(dropped, owner, keep=False)

    with pytest.raises(council.NotFailed):
        do(council.resume, dilemma, clerk, at=MONDAY + 90 * DAY, failed=kept.key, reason=SAID)
    do(council.resume, dilemma, clerk, at=MONDAY + 31 * DAY, failed=dropped.key, reason=SAID)

    assert factories.fresh(dilemma).rung == "awaiting_council"


def test_after_the_dilemma_left_the_follow_up_a_promise_is_settled_without_moving_its_date() -> None:
    clerk, owner = secretary(), director()
    dilemma = promised(clerk, in_forum(owner, date(2026, 5, 1)))
    commitment = dilemma.commitments.get()
    do(council.resume, dilemma, clerk, at=MONDAY + 61 * DAY, failed=commitment.key, reason=SAID)
    waiting = factories.fresh(dilemma)

    settle(commitment, owner, at=62)

    assert factories.fresh(dilemma).next_date == waiting.next_date
    assert factories.fresh(dilemma).version == waiting.version + 1


def test_who_recorded_their_own_promise_is_not_written_to() -> None:
    chair, clerk = council_chair(), secretary()
    dilemma = at_council(clerk)

    do(council.commit, dilemma, chair, at=COUNCIL_DAY, promises=[in_forum(chair, date(2026, 5, 1))])

    assert "Uw toezegging is vastgelegd" not in letters_to(chair.email)
