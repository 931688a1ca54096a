"""Whoever leaves the secretariat hands over what they carry, and nothing stays with somebody who has left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.doing import SAID, do
from tests.factories import MONDAY
from tests.personas import as_actor, participant, person, secretary
from verder.audit.models import Event
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import secretariat, sharing
from verder.deliberation.operations.handing_over import NotAColleague, hand_over
from verder.deliberation.queries.carrying import Burden, burden_of, left_behind
from verder.domain.tlp import Tlp
from verder.network.models import Membership, Person

pytestmark = pytest.mark.django_db

TODAY = MONDAY.date()


def leave(someone: Person) -> None:
    """Let somebody have left the secretariat yesterday."""
    Membership.objects.filter(person=someone).update(starts_on=date(2020, 1, 1), ends_on=TODAY - timedelta(days=1))


def hand(from_person: Person, to: Person, by: Person) -> int:
    """Hand over what somebody carries."""
    return hand_over(from_person, to=to, actor=as_actor(by, MONDAY), at=MONDAY)


def test_all_that_somebody_handles_is_handed_over_but_what_the_actor_may_not_read() -> None:
    leaving = secretary()
    red = factories.dilemma_at_intake(tlp=Tlp.RED)
    staying, others = secretary(), [factories.dilemma_at_intake() for _ in range(3)]
    Dilemma.objects.update(handler=leaving)
    do(secretariat.decline, others[2], staying, reason=SAID, message=SAID)

    number = hand(leaving, to=staying, by=staying)

    assert number == 2
    assert [factories.fresh(one).handler for one in (*others, red)] == [staying, staying, leaving, leaving]


def test_the_last_reader_of_a_red_dilemma_hands_it_over_and_the_colleague_is_named() -> None:
    leaving = secretary()
    red, known = factories.dilemma_at_intake(tlp=Tlp.RED), factories.dilemma_at_intake(tlp=Tlp.RED)
    staying = secretary()
    do(secretariat.assign_handler, red, leaving, handler=leaving)

    number = hand(leaving, to=staying, by=leaving)

    assert number == 2
    assert factories.fresh(red).handler == staying
    assert factories.fresh(known).handler is None
    assert all(one.named_readers.filter(person=staying).exists() for one in (red, known))
    assert Event.objects.filter(action="reader.named", actor=leaving.opaque_id).count() == 2


def test_what_somebody_left_behind_is_taken_over_also_under_red() -> None:
    gone = secretary()
    red = factories.dilemma_at_intake(tlp=Tlp.RED)
    do(secretariat.assign_handler, red, gone, handler=gone)
    staying, colleague = secretary(), secretary()
    leave(gone)

    number = hand(gone, to=staying, by=colleague)

    assert number == 1
    assert factories.fresh(red).handler == staying
    assert burden_of(gone, on=TODAY) == Burden(0, 0)


def test_a_red_dilemma_that_a_colleague_may_read_stays_with_its_own_readers() -> None:
    gone, reader = secretary(), secretary()
    red = factories.dilemma_at_intake(tlp=Tlp.RED)
    staying = secretary()
    leave(gone)

    assert hand(gone, to=staying, by=staying) == 0
    assert not red.named_readers.filter(person=staying).exists()
    assert left_behind(on=TODAY) == []
    assert burden_of(reader, on=TODAY) == Burden(0, 1)


def test_it_goes_to_a_colleague_in_the_secretariat_and_is_not_for_others_to_do() -> None:
    leaving, staying, member = secretary(), secretary(), participant()

    for nobody in (leaving, member):
        with pytest.raises(NotAColleague):
            hand(leaving, to=nobody, by=staying)
    with pytest.raises(sharing.NotAllowed):
        hand(leaving, to=staying, by=member)

    assert not Event.objects.filter(action="handler.named").exists()


def test_who_left_and_still_handles_something_is_found_and_so_is_the_last_reader() -> None:
    handling, knowing = secretary(), secretary()
    plain = factories.dilemma_at_intake()
    red = factories.dilemma_at_intake(tlp=Tlp.RED)
    do(secretariat.assign_handler, plain, handling, handler=handling)
    do(sharing.remove_reader, red, knowing, reader=handling)
    do(sharing.name_reader, red, knowing, reader=person("beleidsmedewerker, middelgrote gemeente"))
    secretary()
    before = left_behind(on=TODAY)

    for someone in (handling, knowing):
        leave(someone)

    assert before == []
    assert set(left_behind(on=TODAY)) == {handling, knowing}
    assert burden_of(handling, on=TODAY) == Burden(1, 0)


def test_a_dilemma_that_ended_is_no_longer_carried() -> None:
    gone, staying = secretary(), secretary()
    dilemma = factories.dilemma_at_intake()
    do(secretariat.assign_handler, dilemma, gone, handler=gone)
    do(secretariat.decline, dilemma, staying, reason=SAID, message=SAID)

    leave(gone)

    assert left_behind(on=TODAY) == []
    assert burden_of(gone, on=TODAY) == Burden(0, 0)
