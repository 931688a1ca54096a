"""Meetings to read: those of one's own bodies, their agenda by fixed numbers, and what may be decided when."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.factories import checked, meeting_of
from tests.personas import (
    administrator,
    as_actor,
    council_chair,
    director,
    participant,
    platform_chair,
    secretary,
    specialist,
)
from tests.signing_in import signed_in
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, ItemKind, Meeting
from verder.deliberation.operations import agenda, planning, platform, secretariat
from verder.deliberation.operations.meetings import Plan
from verder.deliberation.queries.groups import group_at_work_on
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
WEEK = timedelta(days=7)


def waiting(clerk: Person, *, question: str = "Mag ik dit delen?", tlp: Tlp = Tlp.AMBER_STRICT) -> Dilemma:
    """Return a dilemma that waits for the Platform."""
    dilemma = factories.dilemma_at_intake(at=NOW, tlp=tlp)
    admitted = factories.admitted(dilemma, clerk, at=NOW)
    admitted.shared.question = question
    admitted.shared.save()
    return admitted


def on_agenda(clerk: Person, meeting: Meeting, **options) -> Dilemma:
    """Return a dilemma on the agenda of a meeting."""
    return factories.placed(waiting(clerk, **options), meeting, clerk, at=NOW)


def other_item(clerk: Person, meeting: Meeting, title: str = "Opening", kind: ItemKind = ItemKind.INFORMATION) -> None:
    """Put an item on an agenda that is not about a dilemma."""
    agenda.add_item(meeting, title=checked(title), kind=kind, actor=as_actor(clerk, NOW), at=NOW)


def page_of(person: Person, meeting: Meeting, query: str = "") -> str:
    """Read the page of a meeting as somebody."""
    return signed_in(person).get(f"/vergaderingen/{meeting.key}{query}").text


@pytest.mark.django_db
def test_an_outsider_is_asked_to_log_in(client):
    meeting = meeting_of(BodyKind.PLATFORM, secretary(), at=NOW)

    for address in ("", "/plannen", f"/{meeting.key}", f"/{meeting.key}/punt", f"/{meeting.key}/afsluiten"):
        assert client.get(f"/vergaderingen{address}")["Location"].startswith("/inloggen")


@pytest.mark.django_db
def test_one_sees_the_meetings_of_ones_own_bodies_and_others_do_not_exist():
    clerk = secretary()
    of_platform, of_council = (meeting_of(kind, clerk, at=NOW) for kind in (BodyKind.PLATFORM, BodyKind.COUNCIL))
    group = group_at_work_on(factories.in_working_group(clerk, lead=participant(), at=NOW)).body
    plan = Plan(NOW + WEEK, "Utrecht")
    of_group = planning.plan_meeting(group, plan, actor=as_actor(clerk, NOW), at=NOW)
    invited = specialist(group, ends_on=TODAY + WEEK)
    meetings = (of_platform, of_council, of_group)

    seen = {
        person: [signed_in(person).get(f"/vergaderingen/{one.key}").status_code for one in meetings]
        for person in (clerk, participant(), director(), invited, administrator())
    }

    assert list(seen.values()) == [[200, 200, 200], [200, 404, 404], [404, 200, 404], [404, 404, 200], [404] * 3]
    assert str(of_council.key) not in signed_in(participant()).get("/vergaderingen").text


@pytest.mark.django_db
def test_the_list_tells_what_is_today_what_should_have_been_closed_and_what_was():
    clerk = secretary()
    meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0)
    meeting_of(BodyKind.COUNCIL, clerk, at=NOW - WEEK, in_days=2)
    cancelled = meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=9)
    agenda.close_meeting(cancelled.key, reason=checked(""), cancelled=True, actor=as_actor(clerk, NOW), at=NOW)
    client = signed_in(clerk)

    to_come, behind = client.get("/vergaderingen").text, client.get("/vergaderingen?welke=geweest").text

    assert "Vandaag" in to_come
    assert "Nog niet afgesloten" in to_come
    assert to_come.count("<li><div>") == 2
    assert "Afgezegd" in behind


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_as_much_for_many_meetings_as_for_one(django_assert_num_queries, number):
    clerk = secretary()
    for week in range(number):
        meeting_of(BodyKind.PLATFORM, clerk, at=NOW + week * WEEK)
    client = signed_in(participant())

    with django_assert_num_queries(5):
        page = client.get("/vergaderingen").text

    assert page.count("<li><div>") == number


@pytest.mark.django_db
def test_long_lists_turn_pages():
    clerk = secretary()
    for week in range(21):
        meeting_of(BodyKind.PLATFORM, clerk, at=NOW + week * WEEK)
    client = signed_in(clerk)

    first = client.get("/vergaderingen")
    second = client.get("/vergaderingen" + first.context["page"].next)

    assert len(first.context["page"].rows) == 20
    assert len(second.context["page"].rows) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("persona", "told"), [(secretary, "Zonder vergadering kan een dilemma niet"), (participant, "ziet u haar hier")]
)
def test_an_empty_list_says_what_to_do(persona, told):
    client = signed_in(persona())

    assert told in client.get("/vergaderingen").text
    assert "nog geen vergadering geweest" in client.get("/vergaderingen?welke=geweest").text


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_an_agenda_costs_as_much_for_many_items_as_for_one(django_assert_num_queries, number):
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    for _ in range(number):
        on_agenda(clerk, meeting)
    factories.sent(meeting, clerk, at=NOW)
    client = signed_in(participant())

    with django_assert_num_queries(11):
        page = client.get(f"/vergaderingen/{meeting.key}").text

    assert page.count("ter besluitvorming<") == number + 1


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_making_an_agenda_costs_as_much_for_much_that_waits_as_for_one(django_assert_num_queries, number):
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    on_agenda(clerk, meeting)
    for _ in range(number):
        waiting(clerk)
    client = signed_in(clerk)

    with django_assert_num_queries(12):
        page = client.get(f"/vergaderingen/{meeting.key}/agenda").text

    assert page.count(f'formaction="/vergaderingen/{meeting.key}/plaats"') == number


@pytest.mark.django_db
def test_items_keep_their_numbers_whatever_becomes_of_them():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    other_item(clerk, meeting)
    withdrawn, stays = on_agenda(clerk, meeting), on_agenda(clerk, meeting, question="Moet ik melden?")
    factories.sent(meeting, clerk, at=NOW)
    secretariat.withdraw(
        withdrawn.number, reason=checked("Het is weg."), actor=as_actor(clerk, NOW), at=NOW, intent=Intent()
    )

    page = page_of(participant(), meeting)

    assert '<li value="1" class="is-next"><a href="?punt=1#punt">' in page
    assert '<li value="2" class="is-past">' in page
    assert "Ingetrokken punt" in page
    assert '<li value="3" class="is-present"><a href="?punt=3#punt" aria-current="true">' in page
    assert f"/dilemmas/{stays.number}" in page


@pytest.mark.django_db
def test_what_one_may_not_read_is_a_confidential_item():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    red = on_agenda(clerk, meeting, question="Een rode vraag?", tlp=Tlp.RED)
    factories.sent(meeting, clerk, at=NOW)

    of_member, of_named = page_of(participant(), meeting), page_of(clerk, meeting)

    for page in (of_member, of_named):
        assert "Vertrouwelijk punt" in page
        assert "Een rode vraag?" not in page
    assert "dat u niet mag lezen" in of_member
    assert red.number not in of_member
    assert f'href="/dilemmas/{red.number}"' in of_named


@pytest.mark.django_db
def test_an_agenda_carries_the_strictest_label_of_the_words_on_it():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    other_item(clerk, meeting)
    without = page_of(clerk, meeting)
    on_agenda(clerk, meeting, tlp=Tlp.GREEN)
    on_agenda(clerk, meeting, tlp=Tlp.AMBER)
    on_agenda(clerk, meeting, tlp=Tlp.RED)

    page = page_of(clerk, meeting)

    assert "TLP:" not in without
    assert page.index("TLP:AMBER<") < page.index("<h1>platform</h1>")


@pytest.mark.django_db
def test_before_its_day_an_item_says_when_it_is_decided():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    dilemma = on_agenda(clerk, meeting)
    factories.sent(meeting, clerk, at=NOW)

    of_member, of_clerk = page_of(participant(), meeting), page_of(clerk, meeting)

    assert "legt de voorzitter of het secretariaat hier vast" in of_member
    assert "/stap/" not in of_member
    assert f"/dilemmas/{dilemma.number}/stap/carry_over" in of_clerk
    assert "/stap/resolve" not in of_clerk


@pytest.mark.django_db
def test_from_its_day_on_the_chair_and_the_secretariat_record_what_the_platform_decides():
    clerk, chair = secretary(), platform_chair()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0)
    on_agenda(clerk, meeting)

    pages = {person: page_of(person, meeting) for person in (clerk, chair, participant())}

    for step in ("resolve", "assign_working_group", "escalate_directly"):
        assert f"/stap/{step}" in pages[clerk]
        assert f"/stap/{step}" in pages[chair]
    assert "Wat besluit het Platform?" in pages[chair]
    assert "/stap/carry_over" in pages[clerk]
    assert "/stap/carry_over" not in pages[chair]
    assert list(pages.values())[2].count("/stap/") == 0


@pytest.mark.django_db
def test_a_step_taken_from_the_agenda_leads_back_to_the_agenda():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0)
    dilemma = on_agenda(clerk, meeting)
    client = signed_in(clerk)
    (address,) = re.findall(r'/dilemmas/[^"]+/stap/carry_over[^"]*', page_of(clerk, meeting))

    page = client.get(address)
    sent = {**page.context["form"].initial, "request_key": uuid.uuid4(), "reason": "Er is te weinig tijd."}
    answer = client.post(address, sent)

    assert "Terug naar de agenda" in page.text
    assert answer["Location"] == f"/vergaderingen/{meeting.key}"
    assert factories.fresh(dilemma).rung == "awaiting_platform"


@pytest.mark.django_db
def test_an_agenda_that_is_none_leads_back_to_the_dilemma():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0)
    dilemma = on_agenda(clerk, meeting)

    page = signed_in(clerk).get(f"/dilemmas/{dilemma.number}/stap/carry_over?vergadering=https://elders.example")

    assert "Terug naar het dilemma" in page.text
    assert "elders.example" not in page.text


@pytest.mark.django_db
def test_the_council_decides_on_its_own_day():
    clerk, chair = secretary(), council_chair()
    dilemma, meeting = factories.at_council(clerk, lead=participant(), at=NOW - 3 * WEEK)

    page = page_of(chair, meeting)

    assert "Wat besluit het Beraad?" in page
    for step in ("commit", "settle", "return_to_platform", "return_to_working_group", "close_unsolved"):
        assert f"/dilemmas/{dilemma.number}/stap/{step}" in page


@pytest.mark.django_db
def test_what_is_decided_lies_behind_us():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0)
    dilemma = on_agenda(clerk, meeting)
    platform.resolve(
        dilemma.number,
        solution=checked("Zo."),
        how_spread=checked("Zo."),
        message=checked("Zo."),
        actor=as_actor(clerk, NOW),
        at=NOW,
        intent=Intent(),
    )

    page = page_of(clerk, meeting)

    assert "ter besluitvorming, besloten" in page
    assert "/stap/" not in page


@pytest.mark.django_db
def test_an_empty_agenda_says_what_to_do_and_a_strange_item_shows_the_first():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)

    empty = page_of(clerk, meeting)
    other_item(clerk, meeting)
    factories.sent(meeting, clerk, at=NOW)
    strange = page_of(participant(), meeting, "?punt=onzin")

    assert "Er staat nog niets op deze agenda" in empty
    assert "zet er een dilemma op dat wacht" in empty
    assert "<h2>Opening</h2>" in strange


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_meetings_are_fit_for_everyone(page, live_server):
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0)
    later = meeting_of(BodyKind.COUNCIL, clerk, at=NOW)
    other_item(clerk, meeting, "Opening en mededelingen")
    other_item(clerk, meeting, "Signaal: opvang vol in drie regio’s", ItemKind.DISCUSSION)
    on_agenda(clerk, meeting, question="Moet ik een proces-verbaal opmaken of eerst het gesprek blijven zoeken?")
    on_agenda(clerk, meeting, question="Moet ik melden tegen haar wens?")
    on_agenda(clerk, meeting, tlp=Tlp.RED)
    waiting(clerk, question="Mag ik een kind dat bedelt meenemen?")
    waiting(clerk, question="Mag de school het adres van een leerling aan de gemeente vragen?")
    enter(page, clerk, live_server.url)

    for name, address in (
        ("list", ""),
        ("agenda", f"/{meeting.key}"),
        ("agenda-empty", f"/{later.key}"),
        ("plan", "/plannen"),
        ("item", f"/{meeting.key}/punt"),
        ("close", f"/{meeting.key}/afsluiten"),
        ("cancel", f"/{later.key}/afzeggen"),
    ):
        page.goto(f"{live_server.url}/vergaderingen{address}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"meeting-{name}")
