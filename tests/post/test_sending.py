"""Sending through a real mail server: exactly once, in doubt when nobody can tell, and later when it is away."""

from __future__ import annotations

import threading
import uuid
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.utils import timezone

from tests.post.letters import LETTER, MINUTE, NOON, again, now, owed, sweep
from verder.post import jobs, sending, transport
from verder.post.models import Delivery, LocalLetter
from verder.post.owe import Letter, owe
from verder.post.queries import letters_due, mailbox

pytestmark = pytest.mark.django_db


def test_a_letter_arrives_once_and_its_words_and_address_are_erased(mail_server):
    delivery = owed()

    sweep(NOON)
    sweep(NOON + MINUTE)

    sent = again(delivery)
    assert len(mail_server.letters) == 1
    assert (sent.state, sent.recipient, sent.body, sent.sent_at) == ("sent", "", "", NOON)


def test_a_letter_reads_as_it_was_written(mail_server):
    delivery = owed("lezer@voorbeeld.example")

    sweep(NOON)

    arrived = message_from_bytes(mail_server.letters[0], policy=policy.default)
    assert (arrived["To"], arrived["Subject"]) == ("lezer@voorbeeld.example", LETTER.subject)
    assert arrived["From"] == "Verder <verder@localhost>"
    assert arrived["Message-ID"].startswith(f"<{delivery.key}@")
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert arrived.get_content().replace("\r\n", "\n") == LETTER.body


def test_a_letter_carries_an_appointment_beside_its_words_and_it_is_erased_with_them(mail_server):
    calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
    about = uuid.uuid4()
    owe(Letter("Uitnodiging", "Komt u?\n", calendar), event=about, to=["lezer@voorbeeld.example"], at=NOON)

    sweep(NOON)

    words, appointment = message_from_bytes(mail_server.letters[0], policy=policy.default).iter_parts()
    assert words.get_content_type() == "text/plain"
    assert appointment.get_content_type() == "text/calendar"
    assert appointment.get_param("method") == "REQUEST"
    assert appointment.get_content().replace("\r\n", "\n") == calendar.replace("\r\n", "\n")
    assert (sent := Delivery.objects.get(event=about)).state == "sent"
    assert sent.calendar == ""


def test_a_calendar_without_a_method_is_published(mail_server):
    owe(
        Letter("Agenda", "Hier.\n", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"), event=uuid.uuid4(), to=["a@b.example"], at=NOON
    )

    sweep(NOON)

    _words, appointment = message_from_bytes(mail_server.letters[0], policy=policy.default).iter_parts()
    assert appointment.get_param("method") == "PUBLISH"


def test_an_event_sends_its_own_letters_at_once(mail_server):
    about = uuid.uuid4()
    owed("een@voorbeeld.example", "twee@voorbeeld.example", event=about)
    other = owed()

    sending.send_letters_of(about, clock=now(NOON))

    assert len(mail_server.letters) == 2
    assert again(other).state == "owed"


def test_the_job_of_an_event_sends_by_the_clock_on_the_wall(mail_server):
    delivery = owed(at=timezone.now())

    jobs.send_event(str(delivery.event))

    assert again(delivery).state == "sent"


def test_the_sweep_sends_what_was_left(mail_server):
    delivery = owed(at=timezone.now())

    jobs.sweep_post(0)

    assert again(delivery).state == "sent"


@pytest.mark.parametrize(
    ("server", "why"),
    [
        ({"at_recipient": "550 no such person"}, "550"),
        ({"after_data": "554 not this one"}, "554"),
        ({"cuts": "refuses the letter"}, "554"),
    ],
)
def test_a_letter_that_is_refused_for_good_waits_for_a_person_with_its_words(mail_server, server, why):
    vars(mail_server).update(server)
    delivery = owed()

    sweep(NOON)
    sweep(NOON + timedelta(days=1))

    refused = again(delivery)
    assert (refused.state, refused.refusal, refused.attempts) == ("failed", why, 1)
    assert refused.recipient == "lezer@voorbeeld.example"


@pytest.mark.parametrize(
    ("server", "why"),
    [
        ({"at_recipient": "451 later please"}, "451"),
        ({"after_data": "451 later please"}, "451"),
        ({"at_mail": "530 log in first"}, "530"),
        ({"cuts": "before the letter"}, "SMTPServerDisconnected"),
    ],
)
def test_a_letter_that_surely_did_not_arrive_is_tried_again_and_arrives_once(mail_server, server, why):
    vars(mail_server).update(server)
    delivery = owed()

    sweep(NOON)
    waiting = again(delivery)
    mail_server.letters.clear()
    vars(mail_server).update(at_mail="250 OK", at_recipient="250 OK", after_data="250 OK", cuts="")
    sweep(NOON + MINUTE)
    sweep(NOON + 9 * MINUTE)

    assert (waiting.state, waiting.refusal, waiting.try_at) == ("owed", why, NOON + MINUTE)
    assert again(delivery).state == "sent"
    assert len(mail_server.letters) == 1


@pytest.mark.parametrize("cut", ["during the letter", "after the letter"])
def test_a_letter_of_which_nobody_can_tell_is_in_doubt_and_not_tried_again(mail_server, cut):
    mail_server.cuts = cut
    delivery = owed()

    sweep(NOON)
    mail_server.cuts = ""
    sweep(NOON + timedelta(hours=1))

    doubted = again(delivery)
    assert (doubted.state, doubted.refusal) == ("uncertain", "SMTPServerDisconnected")
    assert doubted.attempts == 1


def test_waits_grow_and_end_after_four_days(mail_server):
    mail_server.at_recipient = "451 later please"
    delivery = owed()
    waits = []

    at = NOON
    while again(delivery).state == "owed":
        sweep(at)
        waits.append((again(delivery).try_at - at) // MINUTE)
        at = again(delivery).try_at

    assert waits[:10] == [1, 2, 4, 8, 16, 32, 64, 128, 240, 240]
    assert at - NOON > timedelta(days=4)
    assert again(delivery).state == "failed"


def test_a_server_that_is_away_for_an_hour_gets_every_letter_once(mail_server, settings, no_mail_server):
    there, away = f"smtp://127.0.0.1:{mail_server.port}", settings.MAIL_URL
    deliveries = [owed(f"lezer{number}@voorbeeld.example") for number in range(3)]

    for minute in range(60):
        settings.MAIL_URL = away
        sweep(NOON + minute * MINUTE)
    settings.MAIL_URL = there
    for minute in range(60, 140):
        sweep(NOON + minute * MINUTE)

    assert sorted(mail_server.names.values()) == [1, 1, 1]
    assert {again(delivery).state for delivery in deliveries} == {"sent"}


def test_while_the_server_is_away_one_letter_asks_for_all(no_mail_server):
    first, second = owed("een@voorbeeld.example"), owed("twee@voorbeeld.example")

    sweep(NOON)

    assert (again(first).attempts, again(first).refusal) == (1, "ConnectionRefusedError")
    assert again(second).attempts == 0


def test_a_server_too_slow_to_answer_leaves_the_letter_in_doubt(mail_server, monkeypatch):
    gave_up = threading.Event()
    mail_server.on_letter = lambda: gave_up.wait(10)
    monkeypatch.setattr(transport, "PATIENCE", 0.3)
    delivery = owed()

    sweep(NOON)
    gave_up.set()

    assert (again(delivery).state, again(delivery).refusal) == ("uncertain", "SMTPServerDisconnected")


def test_a_letter_that_was_doubted_too_soon_counts_as_sent_when_the_server_answers(mail_server):
    delivery = owed()
    Delivery.objects.filter(pk=delivery.pk).update(state="uncertain")

    sending._sent(delivery, at=NOON)

    assert again(delivery).state == "sent"


def test_what_became_of_a_letter_meanwhile_is_left_alone(mail_server):
    delivery = owed()
    Delivery.objects.filter(pk=delivery.pk).update(state="dropped", recipient="", body="")

    sending._sent(delivery, at=NOON)
    sending.send(delivery.key, at=NOON)

    assert again(delivery).state == "dropped"
    assert mail_server.letters == []


def test_a_letter_that_another_worker_claims_first_is_left_to_it(mail_server):
    delivery = owed()
    mine = again(delivery)
    Delivery.objects.filter(pk=delivery.pk).update(state="handing_over", claimed_at=NOON)

    sending._try(mine, at=NOON)

    assert again(delivery).state == "handing_over"
    assert mail_server.letters == []


def test_a_turn_is_taken_by_one_worker(mail_server):
    delivery = owed()
    seen_by_both = again(delivery)

    first = sending._take_turn(seen_by_both, at=NOON)
    second = sending._take_turn(seen_by_both, at=NOON)

    assert (first, second) == (True, False)


def test_a_letter_whose_turn_another_worker_took_is_not_tried(mail_server, monkeypatch):
    delivery = owed()
    monkeypatch.setattr(sending, "_take_turn", lambda *_, **__: False)

    sending.send(delivery.key, at=NOON)

    assert mail_server.letters == []


@pytest.mark.parametrize("recipient", ["lezer@voorbéeld.example", "lezer@voorbeeld.example\nBcc: x@y.example"])
def test_an_address_that_no_mail_can_hold_fails_and_stops_nothing_else(mail_server, recipient):
    bad, good = owed(recipient), owed()

    sweep(NOON)

    assert (again(bad).state, again(bad).refusal) == ("failed", "not_a_letter")
    assert again(good).state == "sent"


def test_in_the_demo_a_letter_goes_to_the_mailbox_page_once(settings):
    settings.MAIL_URL = "mailbox:"
    delivery = owed()
    as_seen_before = again(delivery)

    sweep(NOON)
    sending._put_in_mailbox(as_seen_before, at=NOON)

    assert again(delivery).state == "sent"
    assert [(letter.recipient, letter.subject) for letter in mailbox()] == [("lezer@voorbeeld.example", LETTER.subject)]
    assert LocalLetter.objects.get().body == LETTER.body


def test_only_what_is_due_is_taken_up_longest_waiting_first():
    late, early = owed(at=NOON + MINUTE), owed(at=NOON)
    owed(at=NOON + 2 * MINUTE)

    due = letters_due(at=NOON + MINUTE)

    assert due == [early.key, late.key]
