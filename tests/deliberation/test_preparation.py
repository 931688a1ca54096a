"""The council's agenda goes out when all three signed it as it is, and always carries what it must know."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from tests import factories
from tests.deliberation.agenda_acts import Desk, desk, signal
from tests.deliberation.at_once import at_once
from tests.deliberation.doing import SAID, do
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked, meeting_of
from tests.personas import as_actor, council_chair, director, participant, person, platform_chair, secretary
from verder.deliberation.models import AgendaSending, Dilemma, Meeting, SentItem, SignOff, SignOffRole
from verder.deliberation.operations import agenda, preparation, sending
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.items import AgendaChanged
from verder.deliberation.operations.meetings import NoSuchMeeting
from verder.deliberation.queries.agenda import agenda_is_open_to, agenda_of
from verder.deliberation.queries.overview import field_of, unsolved_of
from verder.deliberation.queries.sendings import Difference, changes_sent, changes_to_send
from verder.deliberation.queries.sign_offs import agendas_to_sign
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Seat
from verder.network.standing import Standing, standing_of

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def council_desk() -> Desk:
    """Return somebody at work on an agenda of the council with one item."""
    at_work = desk(BodyKind.COUNCIL)
    at_work.add("Mededelingen")
    return at_work


def waiting_for(standing: Standing) -> list[Meeting]:
    """List the agendas that wait for the signature of somebody."""
    return list(agendas_to_sign(standing, today=MONDAY.date()))


def test_it_goes_out_only_when_all_three_have_signed() -> None:
    at_work = council_desk()
    at_work.sign(SignOffRole.SECRETARIAT, SignOffRole.PLATFORM)

    with pytest.raises(sending.NotSignedOff) as refused:
        at_work.send()
    at_work.sign(SignOffRole.COUNCIL_CHAIR)
    at_work.send()

    assert refused.value.missing == {SignOffRole.COUNCIL_CHAIR}
    assert AgendaSending.objects.count() == 1
    assert "Een agenda kan verstuurd worden" in letters_to(at_work.clerk.email)


def test_the_others_are_asked_once_the_secretariat_has_signed_and_find_it_among_their_work() -> None:
    at_work, chair, deputy = council_desk(), platform_chair(), person("plaatsvervanger")
    factories.body_of(BodyKind.PLATFORM).memberships.create(person=deputy, seat=Seat.DEPUTY, starts_on=MONDAY.date())
    standings = [as_actor(one, MONDAY).standing for one in (chair, deputy, participant(), at_work.clerk)]
    before = [waiting_for(standing) for standing in standings]

    at_work.sign(SignOffRole.SECRETARIAT)
    asked = [waiting_for(standing) for standing in standings]
    told = [letters_to(one.email) for one in (chair, deputy)]
    at_work.sign(SignOffRole.PLATFORM)
    signed = waiting_for(standings[0])
    at_work.add("Nog een punt")
    lapsed = waiting_for(standings[0])
    at_work.sign(SignOffRole.SECRETARIAT)

    assert before == [[], [], [], []]
    assert asked == [[at_work.meeting], [at_work.meeting], [], []]
    assert told == [["Een agenda wacht op uw akkoord"]] * 2
    assert (signed, lapsed) == ([], [at_work.meeting])
    assert letters_to(deputy.email) == ["Een agenda wacht op uw akkoord", "Een agenda wacht weer op uw akkoord"]


def test_the_database_lets_no_unsigned_agenda_out() -> None:
    at_work = council_desk()

    with pytest.raises(ProgrammingError, match="not signed off by all three"), transaction.atomic():
        AgendaSending.objects.create(meeting=at_work.meeting, ordinal=1, by=at_work.clerk, at=MONDAY)

    assert not AgendaSending.objects.exists()


def test_each_signs_in_their_own_role_once_and_what_they_read() -> None:
    at_work, chair = council_desk(), platform_chair()
    platform = desk()
    platform.add("Rondvraag")
    shown = at_work.seen()

    for role in (SignOffRole.SECRETARIAT, SignOffRole.COUNCIL_CHAIR):
        with pytest.raises(preparation.NotTheirsToSign):
            at_work.sign(role, by=chair)
    for nobody in (participant(), director()):
        with pytest.raises(preparation.NotTheirsToSign):
            at_work.sign(SignOffRole.PLATFORM, by=nobody)
    with pytest.raises(preparation.NotTheirsToSign):
        platform.sign(SignOffRole.SECRETARIAT)
    at_work.add("Nog een punt")
    with pytest.raises(AgendaChanged):
        preparation.sign_off(
            at_work.meeting.key,
            role=SignOffRole.PLATFORM,
            actor=as_actor(chair, MONDAY),
            at=MONDAY,
            intent=shown,
        )
    at_work.sign(SignOffRole.PLATFORM, by=chair)
    with pytest.raises(AlreadyTaken):
        at_work.sign(SignOffRole.PLATFORM)

    assert str(SignOff.objects.get()) == f"{at_work.meeting.pk} platform"


def test_an_empty_agenda_is_not_signed_nor_one_of_a_meeting_that_is_over() -> None:
    at_work = desk(BodyKind.COUNCIL)

    with pytest.raises(preparation.NothingToSign):
        at_work.sign(SignOffRole.SECRETARIAT)
    agenda.close_meeting(at_work.meeting.key, reason=checked(""), cancelled=True, actor=at_work.actor, at=MONDAY)
    with pytest.raises(NoSuchMeeting):
        at_work.sign(SignOffRole.SECRETARIAT)

    assert not SignOff.objects.exists()


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda at_work, _item: at_work.add("Nog een"), "added"),
        (lambda at_work, item: at_work.take_off(item), "withdrawn"),
        (lambda at_work, item: at_work.change(item, minutes=20), "changed"),
        (lambda at_work, item: at_work.write_note(item), "cover_note"),
        (lambda at_work, _item: at_work.fixed(), "added"),
    ],
)
def test_a_change_withdraws_the_signatures_visibly_and_asks_for_new_ones(change, what: str) -> None:
    at_work, chair = council_desk(), council_chair()
    at_work.sign(SignOffRole.COUNCIL_CHAIR, by=chair)

    change(at_work, at_work.meeting.items.order_by("position").first())

    withdrawn = SignOff.objects.get()
    assert (withdrawn.withdrawn_at, withdrawn.withdrawn_by, withdrawn.change) == (MONDAY, at_work.clerk, what)
    assert letters_to(chair.email) == ["Een agenda wacht weer op uw akkoord"]


def test_a_note_for_the_chair_alone_withdraws_nothing() -> None:
    at_work = council_desk()
    at_work.sign(SignOffRole.SECRETARIAT)

    at_work.change(at_work.meeting.items.order_by("position").first(), annotation=checked("Houd het kort."))

    assert SignOff.objects.get().withdrawn_at is None


def test_a_dilemma_that_leaves_the_agenda_withdraws_the_signatures_but_not_once_the_meeting_has_begun() -> None:
    clerk = secretary()
    dilemma, meeting = factories.at_council(clerk, lead=participant())
    at_work = Desk(clerk, meeting, MONDAY + 2 * WEEK)
    at_work.sign(SignOffRole.SECRETARIAT)
    begun = Desk(clerk, meeting, meeting.starts_at)

    do(agenda.carry_over, dilemma, clerk, at=at_work.at, reason=SAID)
    changes = list(SignOff.objects.values_list("change", flat=True))
    factories.placed(factories.fresh(dilemma), meeting, clerk, at=at_work.at)
    begun.sign(SignOffRole.SECRETARIAT)
    do(agenda.carry_over, dilemma, clerk, at=begun.at, reason=SAID)

    assert changes == ["carried_over"]
    assert SignOff.objects.filter(withdrawn_at=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_change_and_the_sending_at_the_same_moment_leave_no_unsigned_agenda_out() -> None:
    at_work = council_desk()
    at_work.sign(*SignOffRole)

    found = at_once([at_work.send, lambda: at_work.add("Toch nog een punt")])

    sent = list(SentItem.objects.values_list("title", flat=True))
    refused = [one for one in found if isinstance(one, Exception)]
    assert "Toch nog een punt" not in sent
    assert all(isinstance(one, sending.NotSignedOff | AgendaChanged) for one in refused)
    assert len(refused) <= 1


def test_an_amended_agenda_is_signed_again_and_shows_what_is_different() -> None:
    at_work, reader = council_desk(), director()
    at_work.sign(*SignOffRole)
    at_work.send()
    item = at_work.meeting.items.order_by("position").first()
    at_work.add("Nagekomen punt")
    at_work.change(item, minutes=10)
    standing = standing_of(reader, MONDAY.date())
    before = [point.title for point in agenda_of(at_work.now, standing)]
    with pytest.raises(sending.NotSignedOff):
        at_work.send()

    at_work.sign(*SignOffRole)
    at_work.send()

    assert "Nagekomen punt" not in before
    assert "Nagekomen punt" in [point.title for point in agenda_of(at_work.now, standing)]
    assert [(one.number, one.difference) for one in changes_sent(at_work.now)] == [
        (1, Difference.CHANGED),
        (4, Difference.ADDED),
    ]
    assert changes_to_send(at_work.now) == []
    assert letters_to(reader.email) == ["De agenda staat klaar", "Een agenda is gewijzigd"]


def test_a_sending_stays_as_it_was() -> None:
    at_work = desk()
    at_work.add("Rondvraag")
    at_work.send()

    for rows in (AgendaSending.objects.all(), SentItem.objects.all()):
        with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
            rows.update(id=7)
    with pytest.raises(sending.NothingToSend):
        at_work.send()

    assert str(SentItem.objects.get()) == f"{AgendaSending.objects.get().pk}/1"


def test_an_empty_agenda_is_not_sent() -> None:
    at_work = desk()

    with pytest.raises(sending.NothingToSend):
        at_work.send()

    assert not AgendaSending.objects.exists()


def test_a_draft_is_for_who_makes_or_signs_it() -> None:
    at_work = council_desk()
    people = [at_work.clerk, council_chair(), platform_chair(), director()]

    seen = [agenda_is_open_to(at_work.now, standing_of(one, MONDAY.date())) for one in people]
    read = [len(agenda_of(at_work.now, standing_of(one, MONDAY.date()))) for one in people]

    assert seen == [True, True, True, False]
    assert read == [3, 3, 3, 0]


def test_moving_one_item_says_that_one_moved() -> None:
    at_work = desk()
    one, two, three, four = (at_work.add(title) for title in ("Een", "Twee", "Drie", "Vier"))
    at_work.send()

    at_work.arrange(two, three, four, one)
    at_work.take_off(three)

    assert [(change.number, change.difference) for change in changes_to_send(at_work.now)] == [
        (3, Difference.WITHDRAWN),
        (1, Difference.MOVED),
    ]


def test_the_overview_is_up_to_date_until_it_is_sent_and_keeps_red_out() -> None:
    clerk, lead, reader = secretary(), participant(), director()
    stuck = factories.in_working_group(clerk, lead=lead)
    titled = factories.in_working_group(clerk, lead=lead)
    green = factories.in_working_group(clerk, lead=lead, tlp=Tlp.GREEN)
    Dilemma.objects.filter(pk=titled.pk).update(public_title="Delen met een school")
    factories.in_working_group(clerk, lead=lead, tlp=Tlp.RED)
    at_work = Desk(clerk, meeting_of(BodyKind.COUNCIL, clerk, at=MONDAY + 2 * WEEK), MONDAY + 2 * WEEK)
    at_work.add("Mededelingen")
    standing = standing_of(reader, at_work.at.date())

    before = unsolved_of(at_work.now, standing)
    at_work.sign(*SignOffRole)
    at_work.send()
    Dilemma.objects.filter(pk=green.pk).update(public_title="")
    later = factories.in_working_group(clerk, lead=lead, tlp=Tlp.GREEN)
    after = unsolved_of(at_work.now, standing)

    assert sorted((one.title, one.number) for one in before.shown) == [
        ("Delen met een school", ""),
        ("Mag ik dit delen?", green.number),
    ]
    assert before.others == 1
    assert (after.others, len(after.shown)) == (1, 2)
    assert {stuck.rung, later.rung} == {"working_group"}


def test_signals_since_the_council_last_met_are_carried_along_to_who_may_read_them() -> None:
    clerk, reader = secretary(), director()
    old = signal(title="Een oud signaal")
    held = meeting_of(BodyKind.COUNCIL, clerk, in_days=1)
    agenda.close_meeting(
        held.key,
        reason=checked(""),
        cancelled=False,
        actor=as_actor(clerk, held.starts_at),
        at=held.starts_at,
    )
    at_work = Desk(clerk, meeting_of(BodyKind.COUNCIL, clerk, at=MONDAY + WEEK), MONDAY + WEEK)
    strict = signal(at=MONDAY + WEEK, title="Alleen voor het overleg")
    at_work.add("Mededelingen")
    standing = standing_of(reader, at_work.at.date())

    before = field_of(at_work.now, standing)
    at_work.sign(*SignOffRole)
    at_work.send()

    assert before == []
    assert field_of(at_work.now, standing) == [strict]
    assert old not in field_of(at_work.now, standing_of(clerk, at_work.at.date()))
    assert Meeting.objects.get(pk=at_work.meeting.pk).agenda_sent_at == at_work.at
