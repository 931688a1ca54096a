"""Anyone reads what meetings brought, and is told of it by mail; the secretariat looks first at what will be public."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone
from icalendar import Calendar

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.calendar_program import CalendarProgram, needs_calendar_program
from tests.deliberation.doing import SAID, do
from tests.deliberation.test_outcomes import TITLE, closed
from tests.factories import checked
from tests.journeys.stage import letters_to, path_in
from tests.notices.helping import ADDRESS, letters, token_in
from tests.personas import as_actor, platform_chair, secretary
from tests.signing_in import signed_in
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, Manner, Meeting, PublicOutcomes
from verder.deliberation.operations import agenda, outcomes, platform
from verder.deliberation.queries.similar import similar_dilemmas
from verder.network.models import Body, BodyKind, Person
from verder.network.standing import Standing
from verder.notices import operations
from verder.notices.models import Subscription
from verder.paper.document import day_in_words
from verder.slips.operations import hide, settle
from verder.slips.queries import places_of

pytestmark = pytest.mark.django_db

SUMMARY = "Er is gesproken over wat u mag delen."
MARKED = "Minder <b>dan</b> wij dachten."
ASK = "/uitkomsten/bericht"
DATES = "/uitkomsten/vergaderingen.ics"
NOW = timezone.now()


@pytest.fixture
def clerk() -> Person:
    return secretary()


def held(clerk: Person) -> Meeting:
    """Return a meeting of today that solved one dilemma, and was closed."""
    at = timezone.now()
    dilemma, meeting = factories.at_platform(clerk, at=at - timedelta(days=7))
    Dilemma.objects.update(public_title=TITLE)
    do(platform.resolve, dilemma, clerk, at=meeting.starts_at, solution=SAID, how_spread=SAID, message=SAID)
    return closed(meeting, clerk)


def published(clerk: Person, meeting: Meeting, summary: str = SUMMARY) -> PublicOutcomes:
    actor = as_actor(clerk, meeting.starts_at)
    return outcomes.publish_outcomes(
        meeting.key, summary=checked(summary), actor=actor, at=timezone.now(), intent=Intent()
    )


def form(client, meeting: Meeting, **said: str) -> dict[str, str]:
    page = client.get(f"/vergaderingen/{meeting.key}/uitkomsten").content.decode()
    hidden = dict(re.findall(r'name="(request_key|version)" value="([^"]*)"', page))
    return {**hidden, "summary": SUMMARY, **said}


def test_anyone_reads_what_a_meeting_brought_and_nothing_else(client, clerk):
    made = published(clerk, held(clerk))

    page = client.get(f"/uitkomsten/{made.key}").content.decode()

    assert SUMMARY in page
    assert TITLE in page
    assert "Het Platform vond een oplossing" in page
    dilemma = Dilemma.objects.select_related("shared").get()
    assert not [word for word in (dilemma.number, dilemma.shared.question, SAID.text, clerk.name) if word in page]


def test_a_decision_of_which_the_title_was_taken_out_still_reads_well_and_is_not_suggested_to_anyone(client, clerk):
    made = published(clerk, held(clerk))
    title = Dilemma.objects.get().public_title
    code = [one.code for one in places_of(Dilemma.objects.get()) if one.text == title]

    slip = do(hide.hide, Dilemma.objects.get(), clerk, wanted=hide.Wanted(code))

    page = client.get(f"/uitkomsten/{made.key}").content.decode()
    assert "Een dilemma waarvan de titel is weggehaald" in page
    assert not [word for word in (TITLE, "[", "gecontroleerd") if word in page]
    assert similar_dilemmas(Standing(), "Een dilemma waarvan de titel is weggehaald") == []
    settle.put_back(slip.key, reason=SAID, actor=as_actor(secretary(), timezone.now()), at=timezone.now())
    assert TITLE in client.get(f"/uitkomsten/{made.key}").content.decode()


def test_outcomes_that_were_not_published_do_not_exist(client, clerk):
    held(clerk)

    assert client.get(f"/uitkomsten/{uuid.uuid4()}").status_code == 404
    assert "nog geen uitkomsten" in client.get("/uitkomsten").content.decode()


@pytest.mark.parametrize("meetings", [1, 3])
def test_the_list_costs_two_statements_however_long_it_is(client, clerk, meetings, django_assert_num_queries):
    for _ in range(meetings):
        meeting = factories.meeting_of(BodyKind.COUNCIL, clerk)
        published(clerk, closed(meeting, clerk))

    with django_assert_num_queries(2):
        page = client.get("/uitkomsten").content.decode()

    assert page.count(SUMMARY) == meetings


def test_one_page_costs_four_statements(client, clerk, django_assert_num_queries):
    made = published(clerk, held(clerk))

    with django_assert_num_queries(4):
        client.get(f"/uitkomsten/{made.key}")


def test_the_home_page_leads_to_the_newest(client, clerk):
    made = published(clerk, held(clerk))

    assert f"/uitkomsten/{made.key}" in client.get("/").content.decode()


def test_the_feed_is_atom_with_addresses_of_this_installation(client, clerk, settings):
    made = published(clerk, held(clerk), MARKED)

    answer = client.get("/uitkomsten/feed", headers={"host": "localhost"})

    feed = ET.fromstring(answer.content)  # noqa: S314 -- our own
    (entry,) = feed.findall("{*}entry")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert entry.findtext("{*}summary") == "<p>Minder &lt;b&gt;dan&lt;/b&gt; wij dachten.</p>"
    assert entry.find("{*}link").attrib["href"] == f"{settings.BASE_URL}/uitkomsten/{made.key}"
    assert entry.findtext("{*}id") == made.key.urn


def test_the_secretariat_sees_exactly_what_will_be_public_and_publishes_it_once(clerk):
    meeting = held(clerk)
    client = signed_in(clerk)
    asked = form(client, meeting)

    seen = client.post(f"/vergaderingen/{meeting.key}/uitkomsten", asked).content.decode()
    assert "Precies dit wordt openbaar" in seen
    assert TITLE in seen
    assert not PublicOutcomes.objects.exists()

    for _twice in range(2):
        done = client.post(f"/vergaderingen/{meeting.key}/uitkomsten", {**asked, "confirmed": "yes"}, follow=True)
        assert SUMMARY in done.content.decode()
    assert PublicOutcomes.objects.get().version == 1


def test_what_the_text_check_finds_is_not_published(clerk):
    meeting = held(clerk)
    client = signed_in(clerk)

    answer = client.post(
        f"/vergaderingen/{meeting.key}/uitkomsten",
        form(client, meeting, summary="Bel 06 12345678.", confirmed="yes"),
    )

    assert answer.status_code == 422
    assert not PublicOutcomes.objects.exists()


def test_a_colleague_who_was_first_is_shown_and_nothing_typed_is_lost(clerk):
    meeting = held(clerk)
    client = signed_in(clerk)
    asked = form(client, meeting, summary="Wat ik schreef.", confirmed="yes")
    published(clerk, meeting)

    answer = client.post(f"/vergaderingen/{meeting.key}/uitkomsten", asked)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert all(text in page for text in ("een collega was u voor", SUMMARY, "Wat ik schreef."))
    again = {**asked, "version": "1", "request_key": str(uuid.uuid4())}
    assert client.post(f"/vergaderingen/{meeting.key}/uitkomsten", again).status_code == 302
    assert PublicOutcomes.objects.get().summary == "Wat ik schreef."


def test_for_others_and_before_the_end_there_is_nothing_to_publish(clerk):
    meeting = held(clerk)
    chair = platform_chair()
    open_one = factories.meeting_of(BodyKind.PLATFORM, clerk)

    client = signed_in(chair)
    assert client.get(f"/vergaderingen/{meeting.key}/uitkomsten").status_code == 404
    client = signed_in(clerk)
    assert client.get(f"/vergaderingen/{open_one.key}/uitkomsten").status_code == 404


def test_the_documents_of_a_meeting_lead_the_secretariat_to_publishing(clerk):
    meeting = held(clerk)
    client = signed_in(clerk)
    address = f"/vergaderingen/{meeting.key}/stukken/besluitenlijst"
    assert "Publiceer de uitkomsten" in client.get(address).content.decode()

    made = published(clerk, meeting)

    page = client.get(address).content.decode()
    assert "Verbeter de uitkomsten" in page
    assert f"/uitkomsten/{made.key}" in page


def test_the_answer_is_the_same_whether_an_address_is_known_or_not(client):
    first = client.post(ASK, {"email": ADDRESS, "topic": "all"})
    operations.confirm(token_in(letters()[0]), at=timezone.now())

    again = client.post(ASK, {"email": ADDRESS, "topic": "all"})

    assert first.status_code == again.status_code == 200
    assert first.content == again.content


def test_somebody_subscribes_to_one_body_and_stops(client):
    body = factories.body_of(BodyKind.COUNCIL)
    client.post(ASK, {"email": ADDRESS, "topic": str(body.key)})
    link = f"/uitkomsten/bericht/ja/{token_in(letters()[0])}"

    assert "Wilt u bericht krijgen?" in client.get(link).content.decode()
    assert Subscription.objects.get().confirmed_at is None
    assert "U krijgt bericht" in client.post(link).content.decode()
    assert Subscription.objects.get().body == body

    client.post(ASK, {"email": ADDRESS, "topic": str(body.key)})
    stop = f"/uitkomsten/bericht/stop/{token_in(letters()[1])}"
    assert body.name in client.get(stop).content.decode()
    assert Subscription.objects.exists()
    for _twice in range(2):
        assert "U krijgt geen bericht meer" in client.post(stop).content.decode()
    assert not Subscription.objects.exists()
    assert client.post(link).status_code == 410


def test_a_damaged_link_changes_nothing(client):
    client.post(ASK, {"email": ADDRESS, "topic": "all"})

    assert client.post("/uitkomsten/bericht/ja/onzin").status_code == 410
    answers = client.get("/uitkomsten/bericht/stop/onzin"), client.post("/uitkomsten/bericht/stop/onzin")
    assert [answer.status_code for answer in answers] == [410, 410]
    assert all("u krijgt nog bericht" in answer.content.decode() for answer in answers)
    assert Subscription.objects.get().confirmed_at is None


@pytest.mark.parametrize("said", [{"email": "geen adres", "topic": "all"}, {"email": ADDRESS, "topic": "iets anders"}])
def test_what_cannot_be_read_is_shown_again(client, said):
    answer = client.post(ASK, said)

    assert answer.status_code == 422
    assert said["email"] in answer.content.decode()
    assert not Subscription.objects.exists()


def test_who_asks_too_often_for_one_address_is_asked_to_wait(client):
    for _ in range(3):
        assert client.post(ASK, {"email": ADDRESS, "topic": "all"}).status_code == 200

    assert client.post(ASK, {"email": ADDRESS.upper(), "topic": "all"}).status_code == 429
    assert client.get(ASK).url == "/uitkomsten"
    assert len(letters()) == 3


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_pages_are_fit_for_everyone(page, live_server, clerk):
    meeting = held(clerk)
    enter(page, clerk, live_server.url)
    page.goto(f"{live_server.url}/vergaderingen/{meeting.key}/uitkomsten")
    page.get_by_label("Samenvatting voor iedereen").fill(SUMMARY)
    page.get_by_role("button", name="Bekijk wat openbaar wordt").click()
    _fits(page, "uitkomsten-voorbeeld")
    page.get_by_role("button", name="Publiceer").click()
    page.get_by_text("Gepubliceerd op").wait_for()
    _fits(page, "uitkomsten")
    page.goto(f"{live_server.url}/uitkomsten")
    _fits(page, "uitkomsten-lijst")
    page.get_by_label("Uw e-mailadres").fill(ADDRESS)
    page.get_by_role("button", name="Vraag bericht aan").click()
    _fits(page, "uitkomsten-gevraagd")
    page.goto(live_server.url + path_in(letters_to(ADDRESS)[0]))
    _fits(page, "uitkomsten-ja")


def _fits(page, name: str) -> None:
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, name)


def dates_open(kind: BodyKind = BodyKind.PLATFORM) -> None:
    Body.objects.filter(kind=kind).update(dates_are_public=True)


def test_the_dates_of_a_body_are_in_the_calendar_once_it_says_so(client, clerk):
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, at=timezone.now())
    factories.meeting_of(BodyKind.COUNCIL, clerk, at=timezone.now())
    agenda.add_item(meeting, title=checked("Iets geheims"), kind="discussion", actor=as_actor(clerk, NOW), at=NOW)

    before = client.get(DATES)
    dates_open()
    after = client.get(DATES)

    assert before["Content-Type"].startswith("text/calendar")
    assert not Calendar.from_ical(before.content).walk("VEVENT")
    (event,) = Calendar.from_ical(after.content).walk("VEVENT")
    assert event["SUMMARY"].startswith(meeting.body.name)
    assert event["LOCATION"] == "Utrecht"
    assert event["CLASS"] == "PUBLIC"
    assert "geheims" not in after.text


def test_the_link_of_an_online_meeting_and_a_round_in_writing_stay_out_of_the_calendar(client, clerk):
    online = factories.meeting_of(BodyKind.PLATFORM, clerk, at=timezone.now())
    written = factories.meeting_of(BodyKind.PLATFORM, clerk, at=timezone.now())
    Meeting.objects.filter(pk=online.pk).update(manner=Manner.ONLINE, place="https://bellen.example/geheim")
    Meeting.objects.filter(pk=written.pk).update(manner=Manner.IN_WRITING)
    both = factories.meeting_of(BodyKind.PLATFORM, clerk, at=timezone.now())
    Meeting.objects.filter(pk=both.pk).update(manner=Manner.BOTH, place="Utrecht, of https://bellen.example/geheim")
    dates_open()

    told = client.get(DATES)

    places = [event["LOCATION"] for event in Calendar.from_ical(told.content).walk("VEVENT")]
    assert places == ["Online", "Bij elkaar, of online"]
    assert "geheim" not in told.text


@pytest.mark.slow
@needs_calendar_program
def test_a_calendar_program_follows_the_dates_and_sees_what_is_cancelled(client, clerk, tmp_path):
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, at=timezone.now())
    dates_open()
    khal, since = CalendarProgram(tmp_path), timezone.localdate().isoformat()

    planned = khal.take_in(client.get(DATES).content, since=since)
    agenda.close_meeting(meeting.key, reason=SAID, cancelled=True, actor=as_actor(clerk, NOW), at=NOW)
    cancelled = khal.take_in(client.get(DATES).content, since=since)

    assert [one.split("|")[2:] for one in planned] == [[meeting_title(meeting), "CONFIRMED"]]
    assert [one.split("|")[2:] for one in cancelled] == [[meeting_title(meeting), "CANCELLED"]]


def meeting_title(meeting: Meeting) -> str:
    return f"{meeting.body.name}, {day_in_words(timezone.localdate(meeting.starts_at))}"


def test_the_calendar_takes_one_statement_for_many_meetings(client, clerk, django_assert_num_queries):
    for _meeting in range(3):
        factories.meeting_of(BodyKind.PLATFORM, clerk, at=timezone.now())
    dates_open()

    with django_assert_num_queries(1):
        client.get(DATES)
