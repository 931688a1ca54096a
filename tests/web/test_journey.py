"""The journey that a submitter reads: all that happened, at its place, in words, and nothing that is not theirs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.factories import MONDAY, checked
from tests.personas import as_actor, director, participant, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import (
    agenda,
    commitments,
    council,
    exchange,
    groups,
    platform,
    secretariat,
    sharing,
)
from verder.deliberation.operations import submitter as own
from verder.deliberation.queries.journeys import journey_of
from verder.domain.tlp import Tlp
from verder.network.standing import Standing
from verder.web.components import Station, StationState
from verder.web.journey import Hangings, Now, now_of, stations_of

pytestmark = pytest.mark.django_db
HANGINGS = Hangings(put_in="put-in", offered="offered", present="present", end="end")
TODAY = MONDAY.date()


def told(dilemma: Dilemma, *, today: date = TODAY) -> tuple[tuple[Station, ...], Now]:
    """Tell the journey of a dilemma as it is now."""
    journey = journey_of(factories.fresh(dilemma), Standing(), on=today)
    now = now_of(journey, today=today)
    return stations_of(journey, now, HANGINGS), now


def titles(stations: tuple[Station, ...]) -> list[str]:
    return [station.title for station in stations]


def named(stations: tuple[Station, ...], title: str) -> Station:
    return next(station for station in stations if station.title == title)


def said_by(dilemma: Dilemma) -> Actor:
    return Actor(submitter_of=dilemma.key)


def ask(dilemma: Dilemma, clerk, *, at=MONDAY) -> None:
    exchange.ask_submitter(
        dilemma.number, question=checked("Wie beslist?"), actor=as_actor(clerk, at), at=at, intent=Intent()
    )


def test_a_new_dilemma_is_with_the_secretariat_until_a_date():
    stations, now = told(factories.dilemma_at_intake())

    assert titles(stations) == ["Ingebracht", "Bij het secretariaat", "Hierna zijn er vier mogelijkheden"]
    assert [station.state for station in stations] == [StationState.PAST, StationState.PRESENT, StationState.NEXT]
    assert (now.whose_turn, now.next_date, now.is_late) == ("Het secretariaat", date(2026, 3, 9), False)
    assert now.until == "Uiterlijk maandag 9 maart 2026 leest u hier hoe het verdergaat."


def test_pieces_of_the_page_hang_at_their_stations():
    stations, _ = told(factories.dilemma_at_intake())

    assert [station.template for station in stations] == ["put-in", "present", ""]


def test_a_date_that_has_passed_is_called_late():
    _, now = told(factories.dilemma_at_intake(), today=date(2026, 3, 10))

    assert now.is_late
    assert "Dat is niet gelukt. Het ligt niet aan u." in now.until


def test_a_question_and_its_answer_stand_where_they_were_asked():
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    ask(dilemma, clerk)
    exchange.reply(
        dilemma.number,
        answer=checked("De school."),
        actor=said_by(dilemma),
        at=MONDAY + timedelta(days=2),
        intent=Intent(),
    )

    stations, _ = told(dilemma)

    question, answer = stations[1].messages[0], stations[2].messages[0]
    assert titles(stations)[:3] == ["Ingebracht", "Het secretariaat stelde u een vraag", "U gaf antwoord"]
    assert (question.by, question.text, question.own) == ("Het secretariaat vroeg", "Wie beslist?", False)
    assert (answer.by, answer.text, answer.own) == ("U antwoordde", "De school.", True)


def test_while_a_question_waits_the_submitter_reads_that_it_is_up_to_them():
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    ask(dilemma, clerk)

    _, now = told(dilemma)
    _, later = told(dilemma, today=TODAY + timedelta(days=15))

    assert (now.title, now.whose_turn) == ("U bent aan zet", "U")
    assert later.whose_turn == "Het secretariaat"
    assert "U kunt nog antwoorden." in later.until


def test_a_message_hangs_at_what_had_happened_last():
    dilemma = factories.dilemma_at_intake()
    exchange.say(
        dilemma.number,
        text=checked("Nog iets."),
        actor=said_by(dilemma),
        at=MONDAY + timedelta(days=1),
        intent=Intent(),
    )

    stations, _ = told(dilemma)

    assert [(message.by, message.when) for message in stations[0].messages] == [("U schreef", date(2026, 3, 3))]


def test_the_shared_text_is_offered_seen_and_admitted():
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    factories.admitted(dilemma, clerk)

    stations, now = told(dilemma)

    assert titles(stations)[1:4] == [
        "Het secretariaat schreef de tekst die anderen lezen",
        "De gedeelde tekst is gezien",
        "Toegelaten tot het Landelijk Platform",
    ]
    assert stations[1].template == "offered"
    assert "Er is nog geen vergadering gepland." in now.until


def test_a_planned_meeting_is_named():
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    factories.meeting_of("platform", clerk)
    factories.admitted(dilemma, clerk)

    _, now = told(dilemma)

    assert "De volgende vergadering is op maandag 9 maart 2026." in now.until


def test_a_place_on_the_agenda_names_the_day_and_once_the_agenda_is_sent_the_number():
    clerk = secretary()
    dilemma, meeting = factories.at_platform(clerk)
    before, _ = told(dilemma)
    factories.sent(meeting, clerk)

    stations, now = told(dilemma)

    placed = named(stations, "Op de agenda van het Landelijk Platform")
    assert named(before, placed.title).text == "Vergadering van maandag 9 maart 2026."
    assert placed.text == "Vergadering van maandag 9 maart 2026, agendapunt 1."
    assert now.whose_turn == "Het Landelijk Platform"


def test_after_a_meeting_without_a_decision_the_page_is_honest():
    dilemma, _ = factories.at_platform(secretary())

    _, now = told(dilemma, today=date(2026, 3, 10))

    assert "Wat er is besloten, staat hier nog niet." in now.until


def test_a_rung_that_is_climbed_twice_is_told_twice():
    clerk = secretary()
    dilemma, meeting = factories.at_platform(clerk)
    then = meeting.starts_at
    agenda.carry_over(
        dilemma.number, reason=checked("Er was geen tijd."), actor=as_actor(clerk, then), at=then, intent=Intent()
    )
    factories.placed(dilemma, factories.meeting_of("platform", clerk, at=then), clerk, at=then)

    stations, _ = told(dilemma)

    assert titles(stations).count("Op de agenda van het Landelijk Platform") == 2
    reason = named(stations, "Doorgeschoven naar de volgende vergadering").messages[0]
    assert (reason.by, reason.text) == ("Reden", "Er was geen tijd.")


def test_words_that_are_not_for_the_submitter_are_not_shown():
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)

    stations, _ = told(dilemma)

    assigned = named(stations, "Het Platform vroeg een werkgroep dit uit te zoeken")
    assert assigned.messages == ()
    assert "eerst bijeen op woensdag 1 april 2026" in named(stations, "De werkgroep is gevormd").text


def test_an_end_is_the_last_station_with_its_message():
    clerk = secretary()
    dilemma, meeting = factories.at_platform(clerk)
    then = meeting.starts_at
    platform.resolve(
        dilemma.number,
        solution=checked("Vraag advies zonder naam."),
        how_spread=checked("In de nieuwsbrief."),
        message=checked("Dit kunt u doen."),
        actor=as_actor(clerk, then),
        at=then,
        intent=Intent(),
    )
    exchange.say(
        dilemma.number, text=checked("Dank."), actor=said_by(dilemma), at=then + timedelta(days=1), intent=Intent()
    )

    stations, now = told(dilemma, today=date(2026, 4, 1))

    end = stations[-1]
    assert (end.state, end.title, end.template) == (StationState.END, "Opgelost", "end")
    assert end.text == "Het Platform vond een oplossing."
    assert [message.by for message in end.messages] == [
        "De oplossing of het inzicht",
        "Zo bereikt het collega’s",
        "Bericht aan u",
        "U schreef",
    ]
    assert (now.ended_on, now.days) == (date(2026, 3, 9), 7)


def test_what_happens_after_the_end_does_not_move_the_end():
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    secretariat.decline(
        dilemma.number,
        reason=checked("Dit is één zaak."),
        message=checked("Ga naar het Zorg- en Veiligheidshuis."),
        actor=as_actor(clerk, MONDAY),
        at=MONDAY,
        intent=Intent(),
    )
    sharing.change_label(
        dilemma.number, tlp=Tlp.RED, actor=said_by(dilemma), at=MONDAY + timedelta(days=1), intent=Intent()
    )

    stations, _ = told(dilemma)

    assert titles(stations) == ["Ingebracht", "Het TLP-label is veranderd", "Niet in behandeling"]
    assert stations[1].text == "Van TLP:AMBER+STRICT naar TLP:RED."
    assert stations[2].text == ""


def test_withdrawing_shows_ones_own_reason_once():
    dilemma = factories.dilemma_at_intake()
    secretariat.withdraw(
        dilemma.number, reason=checked("Het is opgelost."), actor=said_by(dilemma), at=MONDAY, intent=Intent()
    )

    stations, _ = told(dilemma)

    assert [(message.by, message.own) for message in stations[-1].messages] == [("Uw reden", True)]


def test_promises_and_what_became_of_them_are_told():
    clerk, lead, owner = secretary(), participant(), director()
    dilemma, meeting = factories.at_council(clerk, lead=lead)
    then = meeting.starts_at
    promise = council.Promise(
        checked("De regel gaat weg."), owner, timezone.localdate(then) + timedelta(days=30), forum="Kamerbrief"
    )
    council.commit(dilemma.number, promises=[promise], actor=as_actor(clerk, then), at=then, intent=Intent())
    kept = dilemma.commitments.get()
    commitments.keep_commitment(
        kept.key, result=checked("Gedaan."), actor=as_actor(owner, then), at=then, intent=Intent()
    )

    stations, now = told(dilemma, today=timezone.localdate(then))

    promised = named(stations, "Bestuurders deden een toezegging").messages[0]
    done = named(stations, "Een toezegging is nagekomen").messages[0]
    assert (promised.by, promised.text) == (
        "Op de politieke agenda: Kamerbrief, klaar op 22 april 2026",
        "De regel gaat weg.",
    )
    assert (done.by, done.text) == ("Kamerbrief", "De regel gaat weg.\nGedaan.")
    assert now.title == "Opvolging"


def test_a_later_date_is_told_with_its_reason():
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    secretariat.extend(
        dilemma.number,
        reason=checked("Iemand is ziek."),
        new_date=date(2026, 3, 20),
        actor=as_actor(clerk, MONDAY),
        at=MONDAY,
        intent=Intent(),
    )

    stations, _ = told(dilemma)

    moved = named(stations, "De datum is verschoven")
    assert moved.text == "De nieuwe datum is vrijdag 20 maart 2026."
    assert moved.messages[0].text == "Iemand is ziek."


def test_no_solution_yet_says_when_it_is_looked_at_again():
    clerk, lead = secretary(), participant()
    dilemma, meeting = factories.at_council(clerk, lead=lead)
    then = meeting.starts_at
    council.close_unsolved(
        dilemma.number,
        reason=checked("De wet verbiedt het."),
        what_was_tried=checked("Een brief."),
        look_again_on=date(2027, 1, 4),
        message=checked("Het lukt nu niet."),
        actor=as_actor(clerk, then),
        at=then,
        intent=Intent(),
    )

    stations, _ = told(dilemma, today=timezone.localdate(then))

    assert stations[-1].text == "Er is nog geen oplossing. Op 4 januari 2027 kijken wij opnieuw."


def merged(clerk, *, at=MONDAY) -> tuple[Dilemma, Dilemma]:
    """Return a dilemma that joined another one, and that other one, still at intake."""
    other, mine = factories.dilemma_at_intake(), factories.dilemma_at_intake()
    secretariat.merge(
        mine.number,
        into=other.number,
        message=checked("Er loopt al zo'n dilemma."),
        actor=as_actor(clerk, at),
        at=at,
        intent=Intent(),
    )
    return mine, other


def test_a_merged_dilemma_follows_the_other_ones_steps_and_none_of_its_words():
    clerk = secretary()
    mine, other = merged(clerk)
    then = MONDAY + timedelta(days=1)
    ask(other, clerk, at=then)

    stations, now = told(mine, today=timezone.localdate(then))

    asked = named(stations, "Het secretariaat stelde de andere inbrenger een vraag")
    assert named(stations, "Samengevoegd met een ander dilemma").messages[0].by == "Bericht aan u"
    assert asked.messages == ()
    assert (now.title, now.whose_turn) == ("Wacht op de andere inbrenger", "De andere inbrenger")


def test_a_merged_dilemma_ends_with_the_words_of_the_one_it_joined():
    clerk = secretary()
    mine, other = merged(clerk)
    secretariat.decline(
        other.number,
        reason=checked("Het past niet."),
        message=checked("Bel de gemeente."),
        actor=as_actor(clerk, MONDAY),
        at=MONDAY,
        intent=Intent(),
    )

    stations, now = told(mine)

    assert (stations[-1].state, stations[-1].title) == (StationState.END, "Niet in behandeling")
    assert [message.text for message in stations[-1].messages] == ["Het past niet.", "Bel de gemeente."]
    assert now.ended_on == TODAY


def test_why_another_submitter_withdrew_stays_with_them():
    clerk = secretary()
    mine, other = merged(clerk)
    owner = Actor(submitter_of=other.key)
    secretariat.withdraw(other.number, reason=checked("Mijn reden."), actor=owner, at=MONDAY, intent=Intent())

    stations, _ = told(mine)

    assert stations[-1].messages == ()


def test_a_chain_of_merged_dilemmas_is_followed_to_its_head():
    clerk = secretary()
    mine, second = merged(clerk)
    head = factories.dilemma_at_intake()
    secretariat.merge(
        second.number,
        into=head.number,
        message=checked("Nog één."),
        actor=as_actor(clerk, MONDAY),
        at=MONDAY,
        intent=Intent(),
    )
    ask(head, clerk)

    stations, now = told(mine)

    assert titles(stations)[:4] == [
        "Ingebracht",
        "Samengevoegd met een ander dilemma",
        "Samengevoegd met een ander dilemma",
        "Het secretariaat stelde de andere inbrenger een vraag",
    ]
    assert now.title == "Wacht op de andere inbrenger"


def test_guidance_is_shown_to_whom_it_is_open():
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    found = factories.published_guidance()
    closed = factories.published_guidance(tlp=Tlp.GREEN)
    secretariat.answer(
        dilemma.number,
        publications=[found, closed],
        link=None,
        message=checked("Lees dit."),
        actor=as_actor(clerk, MONDAY),
        at=MONDAY,
        intent=Intent(),
    )

    journey = journey_of(factories.fresh(dilemma), Standing(), on=TODAY)

    assert journey.publications == (found,)


def test_that_somebody_read_it_is_not_part_of_the_journey():
    dilemma = factories.dilemma_at_intake()
    Event.objects.create(at=MONDAY, party="secretariat", action="read", subject_kind="dilemma", subject=dilemma.key)

    stations, _ = told(dilemma)

    assert titles(stations)[0] == "Ingebracht"
    assert len(stations) == 3


def test_whether_it_helped_is_what_was_said_last():
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    before = journey_of(factories.fresh(dilemma), Standing(), on=TODAY).helped
    secretariat.decline(
        dilemma.number,
        reason=checked("Nee."),
        message=checked("Nee."),
        actor=as_actor(clerk, MONDAY),
        at=MONDAY,
        intent=Intent(),
    )

    for said in (True, False):
        own.say_whether_it_helped(
            dilemma.number, helped=said, actor=said_by(dilemma), at=MONDAY, intent=factories.new_intent()
        )

    assert before is None
    assert journey_of(factories.fresh(dilemma), Standing(), on=TODAY).helped is False


def test_a_removed_text_is_told():
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)
    own.erase_own_text(dilemma.number, actor=said_by(dilemma), at=MONDAY, intent=Intent())

    stations, _ = told(dilemma)

    assert "U liet uw eigen tekst verwijderen" in titles(stations)


def test_what_a_group_asks_the_platform_is_read_by_the_submitter():
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)
    then = MONDAY + timedelta(days=20)
    groups.report_back(
        dilemma.number, to_decide=checked("Kies een route."), actor=as_actor(lead, then), at=then, intent=Intent()
    )

    stations, _ = told(dilemma, today=timezone.localdate(then))

    told_words = named(stations, "De werkgroep bracht het terug naar het Platform").messages[0]
    assert (told_words.by, told_words.text) == ("Dit moet het Platform besluiten", "Kies een route.")
