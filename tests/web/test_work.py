"""The work screen: everything that needs a hand, for whoever may see it."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.deliberation.agenda_acts import Desk
from tests.factories import checked
from tests.guidance.pieces import shared_principle
from tests.personas import as_actor, secretary
from tests.signing_in import signed_in
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, SignOffRole
from verder.deliberation.operations import commitments, council, exchange, secretariat
from verder.deliberation.queries.groups import group_at_work_on
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind
from verder.post.models import Delivery, DeliveryState
from verder.web.work import sections

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LONG_AGO = NOW - timedelta(days=200)


def section(answer, title: str) -> str:
    """Return the part of the page under a heading; empty when there is none."""
    found = re.search(rf"<h2 [^>]*>{title}\b.*?</section>", answer.text, re.DOTALL)
    return found[0] if found else ""


def answered(dilemma: Dilemma, text: str = "Er is nog iets.") -> Dilemma:
    """Let the submitter write in the conversation."""
    submitter = Actor(submitter_of=dilemma.key)
    exchange.say(dilemma.number, text=checked(text), actor=submitter, at=NOW, intent=Intent())
    return dilemma


def handled(dilemma: Dilemma, by) -> Dilemma:
    """Give a dilemma a handler."""
    secretariat.assign_handler(dilemma.number, handler=by, actor=as_actor(by, NOW), at=NOW, intent=Intent())
    return dilemma


def returned_letter() -> Delivery:
    """Return a letter that a mail server took and sent back, without saying for whom it was."""
    letter = refused_letter()
    Delivery.objects.filter(pk=letter.pk).update(state=DeliveryState.RETURNED, sent_at=NOW, recipient="", body="")
    return letter


def refused_letter() -> Delivery:
    """Return a letter that a mail server refused."""
    return Delivery.objects.create(
        event=uuid.uuid4(),
        recipient="wie@voorbeeld.example",
        recipient_hash="x",
        subject="Er is nieuws over uw dilemma",
        body="x",
        state=DeliveryState.FAILED,
        owed_at=NOW,
        try_at=NOW,
    )


def test_an_outsider_is_asked_to_log_in(client):
    answer = client.get("/werkvoorraad")

    assert answer["Location"].startswith("/inloggen")


def test_an_administrator_sees_no_content_and_goes_to_the_office():
    answer = signed_in(personas.administrator()).get("/werkvoorraad")

    assert answer.status_code == 302
    assert "beheer" in answer["Location"]


def test_the_secretariat_reads_that_all_is_done():
    answer = signed_in(personas.secretary()).get("/werkvoorraad")

    assert "Alles is gedaan voor vandaag" in answer.text
    assert "Controleer de spoedroutes" in answer.text
    assert "<table" not in answer.text


def test_what_is_new_waits_for_a_handler():
    clerk = personas.secretary()
    factories.dilemma_at_intake(at=NOW, question="Mag ik dit zeggen?")
    handled(factories.dilemma_at_intake(at=NOW, question="Wil ik dit weten?"), clerk)

    answer = signed_in(clerk).get("/werkvoorraad")

    assert "Mag ik dit zeggen?" in section(answer, "Nieuw")
    assert "Wil ik dit weten?" not in section(answer, "Nieuw")
    assert "2 dilemma’s vragen deze week een hand" in answer.text


def test_what_stands_above_is_not_said_again_under_this_week():
    clerk = personas.secretary()
    factories.dilemma_at_intake(at=NOW, question="Mag ik dit zeggen?")
    handled(factories.dilemma_at_intake(at=NOW, question="Wil ik dit weten?"), clerk)

    week = section(signed_in(clerk).get("/werkvoorraad"), "Deze week")

    assert "Wil ik dit weten?" in week
    assert "Mag ik dit zeggen?" not in week


def test_what_a_submitter_wrote_and_nobody_read_is_on_the_screen():
    clerk = personas.secretary()
    dilemma = answered(factories.dilemma_at_intake(at=NOW, question="Mag ik dit zeggen?"))
    client = signed_in(clerk)

    before = section(client.get("/werkvoorraad"), "Antwoord binnen")
    exchange.mark_read(dilemma, up_to=dilemma.messages.get().pk, actor=as_actor(clerk, NOW), at=NOW)
    after = section(client.get("/werkvoorraad"), "Antwoord binnen")

    assert "Mag ik dit zeggen?" in before
    assert after == ""


def test_what_is_late_is_on_the_screen_whoever_has_to_move_it():
    clerk = personas.secretary()
    dilemma = handled(factories.dilemma_at_intake(at=LONG_AGO), clerk)
    exchange.ask_submitter(
        dilemma.number, question=checked("Wie beslist?"), actor=as_actor(clerk, LONG_AGO), at=LONG_AGO, intent=Intent()
    )

    answer = signed_in(clerk).get("/werkvoorraad")

    assert "dagen te laat" in section(answer, "Te laat")
    assert "1 te laat" in answer.text
    assert "Er loopt 1 dilemma, en het is te laat." in answer.text


def test_what_waits_for_a_body_without_a_meeting_asks_for_one():
    clerk = personas.secretary()
    factories.admitted(factories.dilemma_at_intake(at=NOW), clerk, at=NOW)
    client = signed_in(clerk)

    before = section(client.get("/werkvoorraad"), "Zonder vergadering")
    factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    after = section(client.get("/werkvoorraad"), "Zonder vergadering")

    assert "Mag ik dit delen?" in before
    assert after == ""


def test_what_others_have_to_move_stands_below_and_asks_nothing():
    clerk, lead = personas.secretary(), personas.participant()
    factories.in_working_group(clerk, lead=lead, at=NOW)

    answer = signed_in(clerk).get("/werkvoorraad")

    assert "Mag ik dit delen?" in section(answer, "Wacht op een ander")
    assert "Alles is gedaan voor vandaag" in answer.text


def test_an_unsolved_dilemma_comes_back_on_its_date():
    clerk = personas.secretary()
    dilemma, meeting = factories.at_council(clerk, lead=personas.participant(), at=LONG_AGO)
    then = meeting.starts_at
    council.close_unsolved(
        dilemma.number,
        reason=checked("Geen geld."),
        what_was_tried=checked("Van alles."),
        look_again_on=timezone.localdate(NOW),
        message=checked("Nog geen oplossing."),
        actor=as_actor(clerk, then),
        at=then,
        intent=Intent(),
    )

    answer = signed_in(clerk).get("/werkvoorraad")

    assert "Mag ik dit delen?" in section(answer, "Opnieuw kijken")


def test_a_platform_that_meets_too_seldom_is_a_warning():
    clerk = personas.secretary()
    factories.body_of(BodyKind.PLATFORM)

    answer = signed_in(clerk).get("/werkvoorraad")

    assert "Het minimum is 2." in section(answer, "Let hierop")


def test_a_platform_that_meets_once_is_a_warning_still():
    clerk = personas.secretary()
    factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=1)

    answer = signed_in(clerk).get("/werkvoorraad")

    assert "1 fysieke vergadering gehouden of gepland" in section(answer, "Let hierop")


def test_more_than_the_screen_shows_is_said_and_leads_to_the_list(monkeypatch):
    monkeypatch.setattr(sections, "SHOWN", 1)
    clerk = personas.secretary()
    factories.dilemma_at_intake(at=NOW, question="Een?")
    factories.dilemma_at_intake(at=NOW, question="Twee?")

    answer = signed_in(clerk).get("/werkvoorraad")

    assert "Meer dan" in answer.text
    assert "halte=intake&amp;behandelaar=niemand" in section(answer, "Nieuw")


def test_red_is_for_named_readers_alone():
    clerk, colleague = personas.secretary(), personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW, tlp=Tlp.RED, question="Mag ik dit zeggen?")
    dilemma.named_readers.filter(person=colleague).delete()

    assert "Mag ik dit zeggen?" in signed_in(clerk).get("/werkvoorraad").text
    assert "Mag ik dit zeggen?" not in signed_in(colleague).get("/werkvoorraad").text


def test_a_letter_that_did_not_arrive_is_sent_again():
    client, letter = signed_in(personas.secretary()), refused_letter()

    assert "Er is nieuws" in section(client.get("/werkvoorraad"), "Post die niet aankwam")

    answer = client.post(f"/werkvoorraad/post/{letter.key}/opnieuw", follow=True)

    letter.refresh_from_db()
    assert letter.state == DeliveryState.OWED
    assert "gaat opnieuw de deur uit" in answer.text
    assert section(answer, "Post die niet aankwam") == ""


def test_a_letter_that_came_back_can_only_be_laid_aside():
    client, letter = signed_in(personas.secretary()), returned_letter()

    shown = section(client.get("/werkvoorraad"), "Post die niet aankwam")
    answer = client.post(f"/werkvoorraad/post/{letter.key}/weg", follow=True)

    assert "niet kon worden bezorgd" in shown
    assert f"{letter.key}/opnieuw" not in shown
    assert "Aan ," not in shown
    assert section(answer, "Post die niet aankwam") == ""


def test_a_letter_that_did_not_arrive_is_laid_aside_once():
    client, letter = signed_in(personas.secretary()), refused_letter()

    client.post(f"/werkvoorraad/post/{letter.key}/weg")
    again = client.post(f"/werkvoorraad/post/{letter.key}/weg", follow=True)

    letter.refresh_from_db()
    assert letter.state == DeliveryState.DROPPED
    assert "was al verstuurd of weggelegd" in again.text
    assert Event.objects.filter(action="letter.dropped").count() == 1


def test_only_the_secretariat_deals_with_letters():
    client, letter = signed_in(personas.participant()), refused_letter()

    assert client.post(f"/werkvoorraad/post/{letter.key}/opnieuw").status_code == 404
    assert client.get(f"/werkvoorraad/post/{letter.key}/weg").status_code == 405


def test_someone_without_a_seat_reads_that_the_secretariat_arranges_one():
    answer = signed_in(personas.person("nieuw")).get("/werkvoorraad")

    assert "U hebt nog geen plek" in answer.text


def test_a_participant_sees_what_lies_before_the_platform_and_when_it_meets():
    clerk, participant = personas.secretary(), personas.participant()
    factories.at_platform(clerk, at=NOW)

    answer = signed_in(participant).get("/werkvoorraad")

    assert "Mag ik dit delen?" in section(answer, "Voor uw overleg")
    assert "Utrecht" in section(answer, "Vergaderingen")
    assert "Nieuw" not in answer.text


def test_a_chair_who_signs_for_the_platform_finds_the_agenda_of_the_council_there():
    clerk, chair = secretary(), personas.platform_chair()
    at_work = Desk(clerk, factories.meeting_of(BodyKind.COUNCIL, clerk, at=NOW), NOW)
    at_work.add("Mededelingen")
    at_work.sign(SignOffRole.SECRETARIAT, by=clerk)

    answer = signed_in(chair).get("/werkvoorraad")

    assert f'href="/beraad/voorbereiding/{at_work.meeting.key}"' in section(answer, "Wacht op uw akkoord")
    assert "Wacht op uw akkoord" not in signed_in(personas.participant()).get("/werkvoorraad").text


def test_a_specialist_sees_the_dilemma_of_their_group_and_no_other():
    clerk, lead = personas.secretary(), personas.participant()
    dilemma = factories.in_working_group(clerk, lead=lead, at=NOW)
    group = group_at_work_on(dilemma)
    specialist = personas.specialist(group.body, ends_on=timezone.localdate(NOW) + timedelta(days=9))
    factories.at_platform(clerk, at=NOW)

    answer = signed_in(specialist).get("/werkvoorraad")

    assert answer.text.count("verder-table__question") == 1


def test_a_director_sees_what_they_promised():
    clerk, director = personas.secretary(), personas.director()
    dilemma, meeting = factories.at_council(clerk, lead=personas.participant(), at=LONG_AGO)
    then = meeting.starts_at
    promise = council.Promise(
        checked("De regel gaat weg."), director, timezone.localdate(NOW) - timedelta(days=1), forum="Brief"
    )
    council.commit(dilemma.number, promises=[promise], actor=as_actor(clerk, then), at=then, intent=Intent())
    client, key = signed_in(director), dilemma.commitments.get().key

    before = section(client.get("/werkvoorraad"), "Wat u toezegde")
    commitments.keep_commitment(key, result=checked("Gedaan."), actor=as_actor(director, NOW), at=NOW, intent=Intent())
    after = client.get("/werkvoorraad")

    assert f"/toezeggingen/{key}" in before
    assert "Had klaar moeten zijn op" in before
    assert "Alles is gedaan voor vandaag" in after.text


@pytest.mark.parametrize("number", [1, 3])
def test_the_screen_of_the_secretariat_asks_the_database_as_much_for_three_as_for_one(
    number, django_assert_num_queries
):
    clerk = personas.secretary()
    for _each in range(number):
        answered(factories.dilemma_at_intake(at=NOW))
        factories.admitted(factories.dilemma_at_intake(at=LONG_AGO), clerk, at=LONG_AGO)
        refused_letter()
    client = signed_in(clerk)

    with django_assert_num_queries(18):
        answer = client.get("/werkvoorraad")

    assert answer.status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_screen_of_a_member_asks_the_database_as_much_for_three_as_for_one(number, django_assert_num_queries):
    clerk, participant = personas.secretary(), personas.participant()
    for _each in range(number):
        factories.at_platform(clerk, at=NOW)
    client = signed_in(participant)

    with django_assert_num_queries(6):
        answer = client.get("/werkvoorraad")

    assert answer.text.count("verder-table__question") == number


@pytest.mark.django_db
def test_the_secretariat_is_led_to_the_shared_principle_as_long_as_there_is_none():
    client = signed_in(secretary())

    before = client.get("/werkvoorraad").text
    shared_principle()
    after = client.get("/werkvoorraad").text

    assert 'href="/uitgangspunt/nieuw"' in before
    assert "kan niemand een stuk publiceren" in before
    assert 'href="/uitgangspunt/nieuw"' not in after
