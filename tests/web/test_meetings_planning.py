"""Planning as it is lived: nobody is guessed, too few meetings are seen in time, and a colleague may be first."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.deliberation.calling import called
from tests.factories import meeting_of
from tests.personas import director, participant, platform_chair, secretary
from tests.signing_in import signed_in
from verder.deliberation.models import Meeting
from verder.network.models import BodyKind

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)


def plan(meeting: Meeting, **values: object) -> dict[str, object]:
    day = (TODAY + timedelta(days=14)).isoformat()
    form = {"way": "in_person", "day": day, "hour": "14:00", "until": "16:00", "place": "Den Haag"}
    return {"request_key": str(uuid.uuid4()), "version": meeting.version, **form, **values}


@pytest.mark.parametrize("page", ["plannen", "reeks", "datumprikker"])
def test_who_meets_is_chosen_and_never_guessed(page):
    client, group = signed_in(secretary()), factories.body_of(BodyKind.PLATFORM)
    factories.body_of(BodyKind.COUNCIL)

    open_one = client.get(f"/vergaderingen/{page}").text
    from_a_body = client.get(f"/vergaderingen/{page}?overleg={group.key}").text
    left_out = client.post(f"/vergaderingen/{page}", {"request_key": str(uuid.uuid4())})

    assert '<option value="" selected>' in open_one
    assert f'<option value="{group.key}" selected>' in from_a_body
    assert "Kies wie er vergadert." in left_out.text


def test_who_looks_after_one_body_need_not_choose():
    factories.body_of(BodyKind.COUNCIL)

    page = signed_in(platform_chair()).get("/vergaderingen/plannen").text

    assert '<option value="">' not in page
    assert page.count("<option") == 1


def test_among_the_meetings_one_reads_that_the_platform_meets_too_seldom():
    clerk, chair, member = secretary(), platform_chair(), participant()
    factories.body_of(BodyKind.COUNCIL)

    read = {who: signed_in(who).get("/vergaderingen").text for who in (clerk, chair, member, director())}

    assert ["Het minimum is 2." in read[who] for who in (clerk, chair)] == [True, True]
    assert [page.count("Het minimum is") for page in read.values()][2:] == [0, 0]
    assert "Het minimum is" not in signed_in(clerk).get("/vergaderingen?welke=geweest").text


def test_a_colleague_who_was_first_is_read_beside_what_one_typed():
    client, clerk = signed_in(platform_chair()), secretary()
    stale = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    address = f"/vergaderingen/{stale.key}/verplaatsen"
    client.post(address, plan(stale))

    late = client.post(address, plan(stale, place="Zaal 4"))

    assert late.status_code == 409
    assert "Nu staat er: " in late.text
    assert "14.00–16.00 uur, Den Haag" in late.text
    assert 'value="Zaal 4"' in late.text


def test_before_a_meeting_is_cancelled_one_reads_how_many_hear_of_it():
    clerk = secretary()
    participant()
    meeting, quiet = called(clerk, at=NOW), meeting_of(BodyKind.COUNCIL, clerk, at=NOW)
    client = signed_in(clerk)

    asked = client.get(f"/vergaderingen/{meeting.key}/afzeggen").text
    unasked = client.get(f"/vergaderingen/{quiet.key}/afzeggen").text
    gone = client.post(f"/vergaderingen/{meeting.key}/afzeggen", {"request_key": str(uuid.uuid4())}, follow=True)

    assert "1 genodigde krijgt daar één bericht van." in asked
    assert "Er is nog niemand uitgenodigd, dus er gaat geen bericht uit." in unasked
    assert gone.redirect_chain[-1][0] == "/vergaderingen"
    assert "De vergadering is afgezegd." in gone.text


def test_a_cancelled_meeting_without_agenda_promises_none():
    clerk, member = secretary(), participant()
    meeting = called(clerk, at=NOW)
    client, address = signed_in(clerk), f"/vergaderingen/{meeting.key}"
    waiting = client.get(address).text
    client.post(f"{address}/afzeggen", {"request_key": str(uuid.uuid4())})

    pages = [client.get(address).text, signed_in(member).get(address).text]

    assert "Er staat nog niets op deze agenda." in waiting
    for page in pages:
        assert "Deze vergadering heeft geen agenda." in page
        assert not [said for said in ("Er staat nog niets", "Nog leeg", "is er nog niet") if said in page]
