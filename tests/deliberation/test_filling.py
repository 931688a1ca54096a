"""An agenda is filled from what waits, arranged by one person at a time, and says what each item asks."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from tests import factories
from tests.deliberation.agenda_acts import Desk, desk, signal
from tests.deliberation.at_once import at_once
from tests.factories import MONDAY, checked
from tests.personas import as_actor, participant, platform_chair, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import AgendaItem, CoverNote, Dilemma, ItemKind, Signal
from verder.deliberation.operations import filling
from verder.deliberation.operations.items import AgendaChanged
from verder.deliberation.operations.meetings import NotTheirMeeting
from verder.deliberation.queries.agenda import agenda_of, total_minutes
from verder.deliberation.queries.backlog import Source, backlog_of
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication
from verder.network.models import BodyKind
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db
OPENING, MINUTES, OTHER, CLOSING = (
    "Opening en mededelingen",
    "Verslag, besluiten en acties van de vorige vergadering",
    "Rondvraag",
    "Sluiting",
)


def waiting(at_work: Desk, tlp: Tlp = Tlp.AMBER_STRICT) -> Dilemma:
    """Return a dilemma that waits for the Platform."""
    return factories.admitted(factories.dilemma_at_intake(tlp=tlp), at_work.clerk)


def put(at_work: Desk, dilemma: Dilemma, kind: ItemKind = ItemKind.DISCUSSION) -> AgendaItem:
    """Put a dilemma on the agenda without asking for a decision."""
    return filling.put_dilemma_on(
        dilemma.number, meeting=at_work.meeting.key, kind=kind, actor=at_work.actor, at=MONDAY, intent=at_work.seen()
    )


def titles(at_work: Desk) -> list[str]:
    """Read the titles of what stands on the agenda, in order."""
    return [point.title for point in agenda_of(at_work.now, at_work.actor.standing)]


def test_the_fixed_items_open_and_close_an_agenda_and_the_minutes_are_item_two() -> None:
    at_work = desk()
    at_work.add("Signalen")

    at_work.fixed()
    at_work.add("Nagekomen punt")
    at_work.fixed()

    assert titles(at_work) == [OPENING, MINUTES, "Signalen", "Nagekomen punt", OTHER, CLOSING]
    assert [point.number for point in agenda_of(at_work.now, at_work.actor.standing)] == [1, 2, 3, 4, 5, 6]


def test_a_dilemma_for_discussion_moves_no_rung_but_its_body_reads_it() -> None:
    at_work, member = desk(), participant()
    dilemma = waiting(at_work)

    put(at_work, dilemma)

    assert factories.fresh(dilemma).rung == "awaiting_platform"
    assert dilemma.brought.filter(body=at_work.meeting.body).exists()
    assert not Event.objects.filter(subject=dilemma.key, action="step.place_on_agenda").exists()
    with pytest.raises(filling.StandsThereAlready):
        put(at_work, dilemma)
    with pytest.raises(filling.MovesADilemma):
        put(at_work, dilemma, ItemKind.DECISION)
    with pytest.raises(NotTheirMeeting):
        filling.put_dilemma_on(
            dilemma.number,
            meeting=at_work.meeting.key,
            kind=ItemKind.DISCUSSION,
            actor=as_actor(member, MONDAY),
            at=MONDAY,
            intent=Intent(),
        )


def test_what_waits_elsewhere_is_discussed_only_where_it_is_known() -> None:
    at_council = desk(BodyKind.COUNCIL)
    strict, green = waiting(at_council), waiting(at_council, Tlp.GREEN)
    known, _meeting = factories.at_platform(at_council.clerk)
    at_platform = Desk(at_council.clerk, factories.meeting_of(BodyKind.PLATFORM, at_council.clerk, in_days=20))

    with pytest.raises(filling.NotTheirsToRead):
        put(at_council, strict)
    put(at_council, green)
    put(at_platform, known, ItemKind.INFORMATION)

    assert not strict.brought.exists()
    assert factories.fresh(known).rung == "platform"
    with pytest.raises(Dilemma.DoesNotExist):
        put(at_platform, factories.dilemma_at_intake())


def test_a_signal_waits_again_when_it_is_taken_off() -> None:
    at_work, sent = desk(), signal()

    item = filling.put_signal_on(
        sent.key,
        meeting=at_work.meeting.key,
        kind=ItemKind.INFORMATION,
        actor=at_work.actor,
        at=MONDAY,
        intent=at_work.seen(),
    )
    while_on = Signal.objects.get().state
    at_work.take_off(item)

    assert (while_on, Signal.objects.get().state) == ("on_agenda", "new")


def test_guidance_comes_on_one_agenda_at_a_time() -> None:
    at_work, guidance = desk(), factories.published_guidance()
    needs = {"meeting": at_work.meeting.key, "kind": ItemKind.DISCUSSION, "actor": at_work.actor, "at": MONDAY}

    filling.put_guidance_on(guidance.key, **needs, intent=at_work.seen())

    with pytest.raises(filling.StandsThereAlready):
        filling.put_guidance_on(guidance.key, **needs, intent=at_work.seen())


def test_what_is_taken_off_before_the_sending_is_gone_and_afterwards_keeps_its_number() -> None:
    at_work = desk()
    first, second, third = (at_work.add(title) for title in ("Een", "Twee", "Drie"))

    at_work.take_off(first)
    at_work.send()
    at_work.take_off(second)
    at_work.add("Vier")

    points = agenda_of(at_work.now, at_work.actor.standing)
    assert [(point.number, point.title, str(point.state)) for point in points] == [
        (1, "Twee", "withdrawn"),
        (2, "Drie", "open"),
        (3, "Vier", "open"),
    ]
    with pytest.raises(ProgrammingError, match="keeps its number"), transaction.atomic():
        AgendaItem.objects.filter(pk=third.pk).update(number=7)
    with pytest.raises(AgendaItem.DoesNotExist):
        at_work.take_off(second)


def test_a_decision_on_a_dilemma_and_what_the_council_always_gets_are_not_taken_off() -> None:
    at_work, at_council = desk(), desk(BodyKind.COUNCIL)
    factories.placed(waiting(at_work), at_work.meeting, at_work.clerk)
    at_council.add("Mededelingen")

    with pytest.raises(filling.MovesADilemma):
        at_work.take_off(at_work.meeting.items.get())
    for always in at_council.meeting.items.exclude(purpose=""):
        with pytest.raises(filling.AlwaysCarried):
            at_council.take_off(always)

    assert at_council.meeting.items.count() == 3


def test_items_are_arranged_and_numbers_follow_until_they_are_fixed() -> None:
    at_work = desk()
    first, second, third = (at_work.add(title) for title in ("Een", "Twee", "Drie"))

    at_work.arrange(third, first, second)
    at_work.send()
    at_work.arrange(first, second, third)

    assert at_work.items() == [(2, "Een", "open"), (3, "Twee", "open"), (1, "Drie", "open")]


def test_who_arranges_an_agenda_that_a_colleague_changed_hears_it() -> None:
    at_work = desk()
    first, second = at_work.add("Een"), at_work.add("Twee")
    shown = at_work.seen()
    at_work.arrange(second, first)

    with pytest.raises(AgendaChanged):
        at_work.arrange(first, second, intent=shown)
    with pytest.raises(AgendaChanged):
        at_work.arrange(first)

    assert titles(at_work) == ["Twee", "Een"]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_arrange_at_the_same_moment_one_hears_that_the_other_was_first() -> None:
    at_work = desk()
    one, two, three = (at_work.add(title) for title in ("Een", "Twee", "Drie"))
    other = Desk(secretary(), at_work.meeting)
    shown = at_work.now.agenda_version

    found = at_once(
        [
            lambda: at_work.arrange(three, two, one, intent=Intent(shown, uuid.uuid4())),
            lambda: other.arrange(two, one, three, intent=Intent(shown, uuid.uuid4())),
        ]
    )

    assert sorted(type(one).__name__ for one in found) == ["AgendaChanged", "NoneType"]
    assert titles(at_work) in (["Drie", "Twee", "Een"], ["Twee", "Een", "Drie"])


def test_an_item_says_what_it_asks_and_only_who_runs_the_meeting_reads_the_note_for_the_chair() -> None:
    at_work, chair, member = desk(), platform_chair(), participant()
    item = at_work.add("Rondvraag")

    at_work.change(item, title=checked("Rondje"), minutes=15, annotation=checked("Begin bij de achterste rij."))
    at_work.send()

    read = {who: agenda_of(at_work.now, standing_of(who, MONDAY.date()))[0] for who in (at_work.clerk, chair, member)}
    assert [(point.title, point.minutes) for point in read.values()] == [("Rondje", 15)] * 3
    assert [bool(point.annotation) for point in read.values()] == [True, True, False]
    assert total_minutes(read.values()) == 45


def test_only_a_step_makes_an_item_about_a_dilemma_a_decision() -> None:
    at_work = desk()
    item = put(at_work, waiting(at_work))

    with pytest.raises(filling.MovesADilemma):
        at_work.change(item, kind=ItemKind.DECISION)
    at_work.change(item, kind=ItemKind.INFORMATION)

    assert at_work.meeting.items.get().kind == "information"


def test_a_cover_note_that_was_written_gives_way_to_the_dossier_on_wish() -> None:
    at_work = desk()
    item = at_work.add("Rondvraag")
    at_work.write_note(item)
    at_work.write_note(item, "Stem hier niet mee in.")
    written = CoverNote.objects.get().asked

    at_work.make_note_anew(item)

    assert written == "Stem hier niet mee in."
    assert not CoverNote.objects.exists()


def test_what_waits_stands_ready_by_source_and_the_most_pressing_first() -> None:
    at_work = desk()
    later, sooner = waiting(at_work), waiting(at_work)
    Dilemma.objects.filter(pk=sooner.pk).update(next_date=date(2026, 3, 3))
    sent, guidance = signal(), factories.published_guidance()
    Publication.objects.filter(pk=guidance.pk).update(review_on=date(2026, 3, 20))

    found = backlog_of(at_work.meeting.body, at_work.actor.standing, today=MONDAY.date())
    for_council = backlog_of(factories.body_of(BodyKind.COUNCIL), at_work.actor.standing, today=MONDAY.date())
    for_group = backlog_of(factories.body_of(BodyKind.SECRETARIAT), at_work.actor.standing, today=MONDAY.date())

    assert [(one.source, one.reference) for one in found] == [
        (Source.DILEMMA, sooner.number),
        (Source.DILEMMA, later.number),
        (Source.SIGNAL, str(sent.key)),
        (Source.GUIDANCE, str(guidance.key)),
    ]
    assert [one.source for one in for_council] == [Source.SIGNAL]
    assert for_group == []
