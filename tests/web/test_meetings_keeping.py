"""Looking after a meeting: planning it, filling its agenda, closing and cancelling it, by whom it is theirs."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
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
from verder.audit.models import Event
from verder.deliberation.models import AgendaItem, Dilemma, Meeting
from verder.deliberation.operations import agenda
from verder.deliberation.queries.groups import group_at_work_on
from verder.domain.tlp import Tlp
from verder.network.models import Body, BodyKind, Person

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
WEEK = timedelta(days=7)


def waiting(clerk: Person, tlp: Tlp = Tlp.AMBER_STRICT) -> Dilemma:
    return factories.admitted(factories.dilemma_at_intake(at=NOW, tlp=tlp), clerk, at=NOW)


def planned(body: Body, **values: object) -> dict[str, object]:
    day = (TODAY + WEEK).isoformat()
    form = {"body": str(body.key), "day": day, "hour": "13:30", "way": "in_person", "place": "Utrecht"}
    return {**form, "request_key": str(uuid.uuid4()), **values}


def once(**values: object) -> dict[str, object]:
    return {"request_key": str(uuid.uuid4()), **values}


def test_the_secretariat_plans_a_meeting_of_any_body():
    clerk = secretary()
    body = factories.body_of(BodyKind.PLATFORM)
    client = signed_in(clerk)

    shown = client.get("/vergaderingen/plannen")
    answer = client.post("/vergaderingen/plannen", planned(body, way="online", place="Via de link in de mail"))

    meeting = Meeting.objects.get()
    begins = timezone.localtime(meeting.starts_at)
    assert "platform" in shown.text
    assert answer["Location"] == f"/vergaderingen/{meeting.key}"
    assert (begins.date(), begins.hour, begins.minute, meeting.manner) == (TODAY + WEEK, 13, 30, "online")


def test_a_chair_plans_for_their_own_body_alone():
    chair = platform_chair()
    council_chair()
    platform, council = factories.body_of(BodyKind.PLATFORM), factories.body_of(BodyKind.COUNCIL)
    client = signed_in(chair)

    own = client.post("/vergaderingen/plannen", planned(platform))
    other = client.post("/vergaderingen/plannen", planned(council))

    assert own.status_code == 302
    assert other.status_code == 422
    assert Meeting.objects.get().body == platform


def test_planning_does_not_exist_for_who_looks_after_no_body():
    for person in (participant(), director(), administrator()):
        assert signed_in(person).get("/vergaderingen/plannen").status_code == 404


def test_a_second_click_plans_one_meeting():
    client, sent = signed_in(secretary()), planned(factories.body_of(BodyKind.PLATFORM))

    first, second = client.post("/vergaderingen/plannen", sent), client.post("/vergaderingen/plannen", sent)

    assert first["Location"] == second["Location"]
    assert Meeting.objects.count() == 1


def test_a_day_that_is_over_is_refused_with_everything_typed():
    client = signed_in(secretary())

    answer = client.post(
        "/vergaderingen/plannen", planned(factories.body_of(BodyKind.PLATFORM), day="2020-01-01", place="Zaal 4")
    )

    assert answer.status_code == 409
    assert "deze dag is voorbij" in answer.text
    assert 'value="Zaal 4"' in answer.text


def test_what_is_missing_is_asked_for_beside_its_field():
    answer = signed_in(secretary()).post(
        "/vergaderingen/plannen", planned(factories.body_of(BodyKind.PLATFORM), day="", hour="straks")
    )

    assert answer.status_code == 422
    assert answer.text.count("verder-field__error") == 2


def test_a_dilemma_is_placed_with_one_click_and_a_second_click_changes_nothing():
    clerk = secretary()
    meeting, dilemma = meeting_of(BodyKind.PLATFORM, clerk, at=NOW), waiting(clerk)
    client, sent = signed_in(clerk), once(number=dilemma.number)

    first = client.post(f"/vergaderingen/{meeting.key}/plaats", sent)
    second = client.post(f"/vergaderingen/{meeting.key}/plaats", sent)
    page = client.get(f"/vergaderingen/{meeting.key}").text

    assert first["Location"] == second["Location"] == f"/vergaderingen/{meeting.key}/agenda"
    assert f"{dilemma.number} staat op de agenda." in page
    assert factories.fresh(dilemma).rung == "platform"
    assert AgendaItem.objects.count() == 1


def test_when_a_colleague_placed_it_first_one_reads_why_nothing_happened():
    clerk = secretary()
    meeting, dilemma = meeting_of(BodyKind.PLATFORM, clerk, at=NOW), waiting(clerk)
    factories.placed(dilemma, meeting, clerk, at=NOW)

    answer = signed_in(clerk).post(f"/vergaderingen/{meeting.key}/plaats", once(number=dilemma.number), follow=True)

    assert "Misschien was een collega u voor." in answer.text


def test_a_dilemma_whose_submitter_has_not_seen_the_text_is_not_placed():
    clerk = secretary()
    meeting, dilemma = meeting_of(BodyKind.PLATFORM, clerk, at=NOW), waiting(clerk)
    dilemma.shared.seen_at, dilemma.shared.how_seen = None, ""
    dilemma.shared.save()

    answer = signed_in(clerk).post(f"/vergaderingen/{meeting.key}/plaats", once(number=dilemma.number), follow=True)

    assert "De inbrenger heeft de gedeelde versie nog niet gezien." in answer.text
    assert factories.fresh(dilemma).rung == "awaiting_platform"


def test_nothing_is_placed_on_an_agenda_that_is_closed():
    clerk = secretary()
    meeting, dilemma = meeting_of(BodyKind.PLATFORM, clerk, at=NOW), waiting(clerk)
    agenda.close_meeting(meeting.key, reason=checked(""), cancelled=True, actor=as_actor(clerk, NOW), at=NOW)

    answer = signed_in(clerk).post(f"/vergaderingen/{meeting.key}/plaats", once(number=dilemma.number), follow=True)

    assert "de vergadering is afgesloten of afgezegd" in answer.text


@pytest.mark.parametrize("sent", [{"number": "2020-999"}, {"number": ""}])
def test_a_dilemma_that_is_not_there_is_not_placed(sent):
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)

    answer = signed_in(clerk).post(f"/vergaderingen/{meeting.key}/plaats", once(**sent))

    assert answer.status_code == 404


def test_placing_is_the_secretariats():
    clerk = secretary()
    meeting, dilemma = meeting_of(BodyKind.PLATFORM, clerk, at=NOW), waiting(clerk)

    for person in (platform_chair(), participant()):
        sent = once(number=dilemma.number)
        assert signed_in(person).post(f"/vergaderingen/{meeting.key}/plaats", sent).status_code == 404

    assert not AgendaItem.objects.exists()


def test_the_chair_adds_an_item_once():
    chair = platform_chair()
    meeting = meeting_of(BodyKind.PLATFORM, secretary(), at=NOW)
    client, sent = signed_in(chair), once(title="Mededelingen", kind="information")

    shown = client.get(f"/vergaderingen/{meeting.key}/punt")
    answers = [client.post(f"/vergaderingen/{meeting.key}/punt", sent) for _ in range(2)]

    item = AgendaItem.objects.get()
    assert "Een punt op de agenda zetten" in shown.text
    assert {answer["Location"] for answer in answers} == {f"/vergaderingen/{meeting.key}/agenda"}
    assert (item.position, item.title, item.kind) == (1, "Mededelingen", "information")


def test_the_title_of_an_item_goes_through_the_text_check():
    meeting = meeting_of(BodyKind.PLATFORM, secretary(), at=NOW)

    answer = signed_in(platform_chair()).post(
        f"/vergaderingen/{meeting.key}/punt", once(title="Bel 06-12345678", kind="information")
    )

    assert answer.status_code == 422
    assert "Telefoonnummer" in answer.text


@pytest.mark.parametrize("address", ["punt", "afsluiten", "afzeggen"])
def test_members_do_not_look_after_a_meeting(address):
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)

    for person in (participant(), director(), administrator()):
        assert signed_in(person).get(f"/vergaderingen/{meeting.key}/{address}").status_code == 404


def test_closing_asks_why_the_rest_goes_on_to_the_next_meeting():
    clerk, chair = secretary(), platform_chair()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0)
    dilemma = factories.placed(waiting(clerk), meeting, clerk, at=NOW)
    client, address = signed_in(chair), f"/vergaderingen/{meeting.key}/afsluiten"

    shown = client.get(address).text
    without = client.post(address, once(reason=""))
    answer = client.post(address, once(reason="Er was geen tijd meer."))

    assert "Punt 1: Mag ik dit delen?" in shown
    assert without.status_code == 422
    assert answer["Location"] == f"/vergaderingen/{meeting.key}"
    assert Meeting.objects.get().state == "held"
    assert factories.fresh(dilemma).rung == "awaiting_platform"
    assert AgendaItem.objects.get().state == "carried_over"


def test_a_meeting_that_decided_all_closes_without_a_reason_and_once():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0)
    client, address = signed_in(clerk), f"/vergaderingen/{meeting.key}/afsluiten"

    first, second = (client.post(address, once(reason="")) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Event.objects.filter(action="meeting.held").count() == 1
    assert client.get(address)["Location"] == f"/vergaderingen/{meeting.key}"


def test_a_meeting_to_come_is_not_closed_but_cancelled():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    dilemma = waiting(clerk)
    client = signed_in(clerk)
    was = dilemma.next_date

    closed = client.post(f"/vergaderingen/{meeting.key}/afsluiten", once(reason=""))
    cancelled = client.post(f"/vergaderingen/{meeting.key}/afzeggen", once(reason=""))

    assert client.get(f"/vergaderingen/{meeting.key}/punt")["Location"] == f"/vergaderingen/{meeting.key}"
    assert closed.status_code == 409
    assert "zij moet nog komen" in closed.text
    assert cancelled.status_code == 302
    assert Meeting.objects.get().state == "cancelled"
    assert (was, factories.fresh(dilemma).next_date) == (TODAY + WEEK, TODAY + timedelta(days=30))


def test_dilemmas_that_waited_for_a_cancelled_meeting_get_the_date_of_the_next():
    clerk = secretary()
    first = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    dilemma = waiting(clerk)
    meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=20)

    agenda.close_meeting(first.key, reason=checked(""), cancelled=True, actor=as_actor(clerk, NOW), at=NOW)

    assert factories.fresh(dilemma).next_date == TODAY + timedelta(days=20)
    assert Event.objects.filter(action="date.moved", subject=dilemma.key).count() == 1


def test_a_group_meets_too_and_its_lead_looks_after_that():
    clerk, lead = secretary(), participant()
    group = group_at_work_on(factories.in_working_group(clerk, lead=lead, at=NOW - 2 * WEEK)).body
    invited = specialist(group, ends_on=TODAY + WEEK)

    made = signed_in(lead).post("/vergaderingen/plannen", planned(group))
    meeting = Meeting.objects.get(body=group)
    cancelled = signed_in(lead).post(f"/vergaderingen/{meeting.key}/afzeggen", once(reason=""))

    assert made["Location"] == f"/vergaderingen/{meeting.key}"
    assert signed_in(invited).get(f"/vergaderingen/{meeting.key}").status_code == 200
    assert signed_in(invited).get(f"/vergaderingen/{meeting.key}/punt").status_code == 404
    assert cancelled.status_code == 302
