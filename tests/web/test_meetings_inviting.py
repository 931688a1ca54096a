"""The pages around an invitation: moving, inviting, replying by link or signed in, guests, and writing beforehand."""

from __future__ import annotations

import uuid
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from tests import factories
from tests.deliberation.agenda_acts import Desk
from tests.deliberation.calling import called, invitation_for, letters_about, reply_path
from tests.factories import meeting_of
from tests.personas import as_actor, colleague_of, organisation, participant, person, platform_chair, secretary
from tests.signing_in import signed_in
from tests.web.filling import PHONE
from verder.deliberation.actor import Intent
from verder.deliberation.models import (
    AgendaItem,
    Dilemma,
    Invitation,
    Manner,
    Meeting,
    Presenter,
    Reply,
    Submitter,
    WrittenInput,
)
from verder.deliberation.operations import planning
from verder.deliberation.operations.meetings import Plan
from verder.network.models import BodyKind

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
WEEK = timedelta(days=7)


def form(meeting: Meeting | None = None, **values: object) -> dict[str, object]:
    version = {"version": Meeting.objects.get(pk=meeting.pk).version} if meeting else {}
    return {"request_key": str(uuid.uuid4()), **version, **values}


def moved(meeting: Meeting, **values: object) -> dict[str, object]:
    day = (TODAY + 2 * WEEK).isoformat()
    return form(meeting, way="in_person", day=day, hour="14:00", until="16:00", place="Den Haag", **values)


def at_ten(meeting: Meeting) -> dict[str, str]:
    """Let a meeting begin at ten, and return the hours of a guest in it."""
    begin = timezone.make_aware(datetime.combine(TODAY + WEEK, time(10)))
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=begin, ends_at=begin + timedelta(hours=2))
    return {"begin": "10:30", "end": "11:00"}


def page_of(who, meeting: Meeting, query: str = "") -> str:
    return signed_in(who).get(f"/vergaderingen/{meeting.key}{query}").text


def test_a_meeting_is_moved_and_a_colleague_who_was_later_loses_nothing():
    client, clerk = signed_in(platform_chair()), secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    address, stale = f"/vergaderingen/{meeting.key}/verplaatsen", moved(meeting)

    shown = client.get(address)
    first = client.post(address, moved(meeting))
    late = client.post(address, {**stale, "request_key": str(uuid.uuid4()), "place": "Zaal 4"})

    meeting.refresh_from_db()
    assert 'value="Utrecht"' in shown.text
    assert first.status_code == 302
    assert (meeting.place, timezone.localtime(meeting.ends_at).hour) == ("Den Haag", 16)
    assert late.status_code == 409
    assert "een collega veranderde haar net" in late.text
    assert 'value="Zaal 4"' in late.text


def test_a_meeting_in_writing_needs_a_last_day_and_neither_hour_nor_place():
    clerk = secretary()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    client, address = signed_in(clerk), f"/vergaderingen/{meeting.key}/verplaatsen"

    wrong = client.post(address, form(meeting, way="in_person", day=TODAY.isoformat()))
    backwards = client.post(address, moved(meeting) | {"until": "13:00"})
    client.post(address, form(meeting, way="in_writing", day=(TODAY + WEEK).isoformat()))

    meeting.refresh_from_db()
    assert "Vul in hoe laat de vergadering begint" in wrong.text
    assert "Vul in waar de vergadering is" in wrong.text
    assert "eindigt voordat zij begint" in backwards.text
    assert (meeting.manner, meeting.closes_on) == ("in_writing", TODAY + WEEK)
    assert "reageren kan tot en met" in page_of(clerk, meeting)
    assert "Schriftelijk tot en met" in client.get("/vergaderingen").text
    assert client.get(address).status_code == 200


def test_members_are_invited_with_an_introduction_that_was_checked():
    clerk, member = secretary(), participant()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    client, address = signed_in(clerk), f"/vergaderingen/{meeting.key}/uitnodigen"

    shown = client.get(address)
    found = client.post(address, form(meeting, introduction=f"Bel {PHONE}"))
    client.post(address, form(meeting, introduction="Er is lunch."))
    again = client.post(address, form(meeting, introduction=""))

    assert "Nodig 1 lid uit" in shown.text
    assert found.status_code == 422
    (letter,) = letters_about(member.email)
    assert "Er is lunch." in letter.body
    assert again.status_code == 409
    assert "al uitgenodigd" in again.text
    assert "Geef iemand een plek in dit overleg" in client.get(address).text


def test_these_pages_do_not_exist_for_a_member_and_close_with_the_meeting():
    clerk, member = secretary(), participant()
    meeting = called(clerk, at=NOW)
    factories.at_platform(clerk, at=NOW)
    pages = ("verplaatsen", "uitnodigen")

    hidden = [signed_in(member).get(f"/vergaderingen/{meeting.key}/{page}").status_code for page in pages]
    Meeting.objects.filter(pk=meeting.pk).update(state="cancelled")
    shut = [signed_in(clerk).get(f"/vergaderingen/{meeting.key}/{page}").status_code for page in pages]

    assert hidden == [404, 404]
    assert shut == [302, 302]


def test_opening_the_link_changes_nothing_and_pressing_the_button_does(client):
    clerk, member = secretary(), participant()
    called(clerk, at=NOW)
    path = reply_path(invitation_for(member))

    shown = client.get(path)
    untouched = invitation_for(member).reply
    answer = client.post(path, {"reply": "coming", "words": ""}, follow=True)

    assert "Komt u naar de vergadering?" in shown.text
    assert "no-store" in shown["Cache-Control"]
    assert untouched == Reply.NONE
    assert invitation_for(member).reply == Reply.COMING
    assert "Uw antwoord is bewaard" in answer.text


def test_a_link_opens_nothing_but_its_own_answer(client):
    clerk, member = secretary(), participant(organisation=organisation())
    colleague = colleague_of(member)
    meeting = called(clerk, at=NOW)

    page = client.get(reply_path(invitation_for(member))).text
    client.post(reply_path(invitation_for(member)), {"reply": "coming", "words": ""})

    assert member.name not in page
    assert colleague.name not in page
    assert client.get(f"/vergaderingen/{meeting.key}").status_code == 302


def test_a_link_ends_when_the_meeting_begins_or_the_invitation_is_taken_back(client):
    clerk, member = secretary(), participant()
    meeting = called(clerk, at=NOW)
    path = reply_path(invitation_for(member))

    Meeting.objects.filter(pk=meeting.pk).update(starts_at=NOW - timedelta(hours=1))
    begun = client.post(path, {"reply": "coming", "words": ""})
    Invitation.objects.update(withdrawn_at=NOW)

    assert begun.status_code == 410
    assert "De vergadering is begonnen" in begun.text
    assert client.get(path).status_code == client.get("/antwoord/verzonnen").status_code == 410


def test_a_link_that_is_over_says_what_became_of_the_meeting(client):
    clerk, member = secretary(), participant()
    meeting = called(clerk, at=NOW)
    path = reply_path(invitation_for(member))
    way = {"way": "in_writing", "day": (TODAY + WEEK).isoformat(), "hour": "", "until": "", "place": ""}

    signed_in(clerk).post(f"/vergaderingen/{meeting.key}/verplaatsen", form(meeting, **way))
    written = client.get(path).text
    signed_in(clerk).post(f"/vergaderingen/{meeting.key}/afzeggen", form())
    cancelled = client.get(path).text

    assert "De vergadering is nu schriftelijk: reageren kan tot en met" in written
    assert "De vergadering is afgezegd." in cancelled


def test_who_comes_instead_has_to_be_said(client):
    clerk, member = secretary(), participant()
    called(clerk, at=NOW)
    path = reply_path(invitation_for(member))

    nobody = client.post(path, {"reply": "substitute", "words": ""})
    nothing = client.post(path, {"words": ""})
    client.post(path, {"reply": "substitute", "words": "Een beleidsmedewerker"})

    assert nobody.status_code == 409
    assert "schrijf op of kies wie er in uw plaats komt" in nobody.text
    assert nothing.status_code == 422
    assert invitation_for(member).substitute_words == "Een beleidsmedewerker"
    assert "Een beleidsmedewerker" in client.get(path).text


def test_signed_in_a_member_reads_their_own_reply_first_and_chooses_a_colleague():
    clerk, member = secretary(), participant(organisation=organisation())
    colleague = colleague_of(member)
    meeting = called(clerk, at=NOW)
    client, address = signed_in(member), f"/vergaderingen/{meeting.key}/komst"

    before = page_of(member, meeting)
    client.post(address, {"reply": "substitute", "colleague": str(colleague.opaque_id), "words": ""})
    page = client.get(address).text

    assert "U bent uitgenodigd." in before
    assert "Laat weten of u komt" in before
    assert "Verander uw antwoord" not in before
    assert "Verander uw antwoord" in page_of(member, meeting)
    assert invitation_for(colleague).stands_in_for == invitation_for(member)
    assert f'value="{colleague.opaque_id}" selected' in page
    assert "Iemand anders komt in uw plaats." in page_of(member, meeting)
    assert signed_in(clerk).get(address).status_code == 404


def test_who_is_asked_again_reads_why_what_it_was_and_what_they_answered(client):
    clerk, member, silent = secretary(), participant(), participant()
    meeting = called(clerk, at=NOW)
    path = reply_path(invitation_for(member))
    client.post(path, {"reply": "coming", "words": ""})
    before = client.get(path).text
    begin = meeting.starts_at + WEEK
    plan = Plan(begin, "Den Haag")
    planning.move_meeting(meeting.key, plan, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())

    by_link, signed_in_page, own = client.get(path).text, page_of(member, meeting), page_of(silent, meeting)
    client.post(path, {"reply": "coming", "words": ""})

    was, now = (date_format(timezone.localtime(day), "l j F Y") for day in (meeting.starts_at, begin))
    for page in (by_link, signed_in_page, own):
        assert "De vergadering is verplaatst" in page
        assert f"Het was {was} van" in page
        assert f"Het wordt {now} van" in page
    assert "U liet eerder weten: u komt." in by_link
    assert "U liet eerder weten: u komt." in signed_in_page
    assert "U liet eerder weten" not in own
    assert "checked" not in by_link
    for page in (before, client.get(path).text, page_of(member, meeting)):
        assert "De vergadering is verplaatst" not in page


def test_a_meeting_that_moved_back_asks_again_without_a_change_to_tell(client):
    clerk, member = secretary(), participant()
    meeting = called(clerk, at=NOW)
    path = reply_path(invitation_for(member))
    client.post(path, {"reply": "not_coming", "words": ""})
    for begin in (meeting.starts_at + WEEK, meeting.starts_at):
        plan = Plan(begin, "Utrecht", ends_at=begin + timedelta(hours=2))
        planning.move_meeting(meeting.key, plan, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())

    page = client.get(path).text

    assert "De vergadering staat weer op het eerste moment." in page
    assert "U liet eerder weten: u komt niet." in page


def test_a_substitute_can_say_whether_they_come_and_sends_nobody_else(client):
    clerk, member = secretary(), participant(organisation=organisation())
    colleague = colleague_of(member)
    meeting = called(clerk, at=NOW)
    signed_in(member).post(
        f"/vergaderingen/{meeting.key}/komst",
        {"reply": "substitute", "colleague": str(colleague.opaque_id), "words": ""},
    )

    page = client.get(reply_path(invitation_for(colleague))).text

    assert "Iemand anders komt in mijn plaats" not in page
    assert f"{colleague.name}, als vervanger" in page_of(clerk, meeting)
    assert f"{member.name}: een collega komt" in page_of(clerk, meeting)


def test_who_comes_is_read_by_who_looks_after_the_meeting_alone():
    clerk, member, other = secretary(), participant(), participant()
    meeting = called(clerk, at=NOW)
    signed_in(other).post(f"/vergaderingen/{meeting.key}/komst", {"reply": "substitute", "words": "Een docent"})

    assert "Komen: 1. Komen niet: 0. Nog geen antwoord: 1." in page_of(clerk, meeting)
    assert "vervangen door Een docent" in page_of(clerk, meeting)
    assert other.name not in page_of(member, meeting)


@pytest.mark.parametrize("number", [1, 4])
def test_who_comes_costs_as_much_for_many_as_for_one(django_assert_num_queries, number):
    clerk = secretary()
    for _ in range(number):
        participant(organisation=organisation())
    meeting, client = called(clerk, at=NOW), signed_in(clerk)

    with django_assert_num_queries(8):
        page = client.get(f"/vergaderingen/{meeting.key}").text

    assert f"Nog geen antwoord: {number}." in page


def test_a_reminder_goes_with_one_press_and_a_second_one_changes_nothing():
    clerk, member = secretary(), participant()
    meeting = called(clerk, at=NOW)
    client, address, sent = signed_in(clerk), f"/vergaderingen/{meeting.key}/herinner", form(meeting)

    for _ in range(2):
        client.post(address, sent)
    signed_in(member).post(f"/vergaderingen/{meeting.key}/komst", {"reply": "coming", "words": ""})
    refused = client.post(address, form(meeting), follow=True)

    assert len(letters_about(member.email)) == 2
    assert "Er is geen herinnering verstuurd: iedereen heeft geantwoord." in refused.text
    assert client.post(address, {}).status_code == 404


def test_a_guest_is_offered_the_hours_that_the_agenda_gives_their_item():
    clerk = secretary()
    desk = Desk(clerk, meeting_of(BodyKind.PLATFORM, clerk, at=NOW), NOW)
    at_ten(desk.meeting)
    for title, minutes in (("Werkwijze", 20), ("Rondvraag", 30)):
        desk.change(desk.add(title), minutes=minutes)

    page = signed_in(clerk).get(f"/vergaderingen/{desk.meeting.key}/gast/2").text

    assert 'value="10:20"' in page
    assert 'value="10:50"' in page


def test_a_guest_comes_for_one_item_and_gains_no_other_access(client):
    clerk, guest = secretary(), person("gast")
    dilemma, meeting = factories.at_platform(clerk, at=NOW)
    keeper, address = signed_in(clerk), f"/vergaderingen/{meeting.key}/gast/1"
    hours = at_ten(meeting)

    shown = keeper.get(address)
    keeper.post(address, form(meeting, guest=str(guest.opaque_id), **hours))
    refused = keeper.post(address, form(meeting, guest=str(guest.opaque_id), begin="00:00", end="00:01"))

    page = client.get(reply_path(invitation_for(guest))).text
    assert "Wie het dilemma inbracht" not in shown.text
    assert refused.status_code == 422
    assert "Mag ik dit delen?" not in page
    for closed in (f"/vergaderingen/{meeting.key}", f"/dilemmas/{dilemma.number}"):
        assert signed_in(guest).get(closed).status_code == 404
    assert f"{guest.name}, gast bij punt 1" in page_of(clerk, meeting)


def test_who_put_it_in_comes_without_a_name_and_can_be_told_not_to():
    clerk = secretary()
    dilemma, meeting = factories.at_platform(clerk, at=NOW)
    hours = at_ten(meeting)
    Dilemma.objects.filter(pk=dilemma.pk).update(presenter=Presenter.SUBMITTER)
    Submitter.objects.filter(dilemma=dilemma).update(
        email="inbrenger@voorbeeld.example", email_confirmed_at=NOW, name="Naam Van Iemand"
    )
    client = signed_in(clerk)

    client.post(f"/vergaderingen/{meeting.key}/gast/1", form(meeting, guest="submitter", **hours))
    Meeting.objects.update(invited_at=NOW)
    page = page_of(clerk, meeting)
    guest = Invitation.objects.get()
    client.post(f"/vergaderingen/{meeting.key}/gast/{guest.key}/terug", form(meeting))
    gone = client.post(f"/vergaderingen/{meeting.key}/gast/{guest.key}/terug", form(meeting))

    assert "Wie het dilemma inbracht, gast bij punt 1" in page
    assert "Naam Van Iemand" not in page
    assert Invitation.objects.get().withdrawn_at is not None
    assert gone.status_code == 404


def test_there_is_no_guest_for_an_item_that_is_not_there_or_once_the_meeting_is_closed():
    clerk = secretary()
    _dilemma, meeting = factories.at_platform(clerk, at=NOW)
    client, address = signed_in(clerk), f"/vergaderingen/{meeting.key}/gast"

    missing = client.get(f"{address}/9").status_code
    Meeting.objects.update(state="cancelled")

    assert (missing, client.get(f"{address}/1").status_code) == (404, 302)


def test_what_a_member_writes_beforehand_stands_beside_the_item():
    clerk, member, other = secretary(), participant(organisation=organisation()), participant()
    _dilemma, meeting = factories.at_platform(clerk, at=NOW)
    factories.sent(meeting, clerk, at=NOW)
    client, address = signed_in(member), f"/vergaderingen/{meeting.key}/inbreng/1"

    client.post(address, form(text="Eerst bellen hielp bij ons."))
    own = client.get(address).text

    assert "Eerst bellen hielp bij ons." in own
    for reader in (clerk, other):
        assert "Eerst bellen hielp bij ons." in page_of(reader, meeting)
    assert "Verander uw tekst" in page_of(member, meeting)
    assert signed_in(person("vreemde")).get(address).status_code == 404


def test_under_red_nothing_can_be_written_or_read_beside_the_item():
    clerk, member = secretary(), participant()
    dilemma, meeting = factories.at_platform(clerk, at=NOW)
    factories.sent(meeting, clerk, at=NOW)
    signed_in(member).post(f"/vergaderingen/{meeting.key}/inbreng/1", form(text="Eerst bellen hielp."))
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp="TLP:RED")

    assert "Eerst bellen hielp." not in page_of(clerk, meeting)
    assert signed_in(member).get(f"/vergaderingen/{meeting.key}/inbreng/1").status_code == 404
    assert WrittenInput.objects.count() == 1


def test_a_text_that_comes_too_late_is_not_kept_and_not_lost():
    clerk, member = secretary(), participant()
    _dilemma, meeting = factories.at_platform(clerk, at=NOW)
    factories.sent(meeting, clerk, at=NOW)
    Meeting.objects.update(starts_at=NOW - timedelta(hours=1))

    answer = signed_in(member).post(f"/vergaderingen/{meeting.key}/inbreng/1", form(text="Eerst bellen hielp."))

    assert answer.status_code == 409
    assert "Eerst bellen hielp." in answer.text
    assert "Niemand schreef iets bij dit punt." in page_of(member, meeting)


def test_in_writing_there_are_no_hours_and_who_wrote_is_known_by_what_they_wrote():
    clerk, member = secretary(), participant()
    participant()
    meeting = meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    last = timezone.localdate(meeting.starts_at)
    way = {"way": "in_writing", "day": last.isoformat(), "hour": "", "until": "", "place": ""}
    client, address = signed_in(clerk), f"/vergaderingen/{meeting.key}"
    client.post(f"{address}/verplaatsen", form(meeting, **way))
    invite = client.get(f"{address}/uitnodigen").text
    client.post(f"{address}/agenda/vaste-punten", form())
    client.post(f"{address}/uitnodigen", form(meeting, introduction=""))
    factories.sent(Meeting.objects.get(), clerk, at=NOW)

    signed_in(member).post(f"{address}/inbreng/1", form(text="Dit hielp bij ons."))

    making, page = client.get(f"{address}/agenda").text, client.get(address).text
    assert "met een afspraak voor de agenda" not in invite
    assert "Daar schrijven de leden bij elk punt." in invite
    assert date_format(last, "l j F Y") in making
    assert not [said for said in ("00.00", "minuten", date_format(last + timedelta(days=1), "j F Y")) if said in making]
    assert "minuten" not in page
    assert "Reageerden: 1. Nog geen antwoord: 1." in page
    assert "Wie komt er" not in page


def test_in_writing_members_give_their_view_by_item():
    clerk, member = secretary(), participant()
    _dilemma, meeting = factories.at_platform(clerk, at=NOW)
    factories.sent(meeting, clerk, at=NOW)
    Meeting.objects.update(manner=Manner.IN_WRITING)

    page = page_of(member, meeting)

    assert "Geef uw mening" in page
    assert AgendaItem.objects.count() == 1
