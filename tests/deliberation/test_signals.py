"""Signals come from who sits where they are seen, reach who may read them, and end with words back."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import factories
from tests.deliberation.agenda_acts import desk, signal
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.personas import administrator, as_actor, director, participant, secretary, specialist
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import ItemKind, Signal, SignalKind, SignalReach
from verder.deliberation.operations import agenda, filling, signalling
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.deliberation.queries.signalling import signals_visible_to
from verder.domain.tlp import Tlp
from verder.network.models import Body, BodyKind, Person
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db


def close(sent: Signal, by: Person, intent: Intent | None = None) -> Signal:
    """Close a signal with words back."""
    reply = checked("Het Beraad neemt dit mee.")
    return signalling.close_signal(
        sent.key, reply=reply, actor=as_actor(by, MONDAY), at=MONDAY, intent=intent or Intent()
    )


def seen_by(person: Person) -> list[Signal]:
    """Read what somebody may read."""
    return list(signals_visible_to(standing_of(person, MONDAY.date())))


def put_on(sent: Signal, kind: BodyKind = BodyKind.PLATFORM) -> object:
    """Put a signal on an agenda."""
    at_work = desk(kind)
    filling.put_signal_on(
        sent.key,
        meeting=at_work.meeting.key,
        kind=ItemKind.INFORMATION,
        actor=at_work.actor,
        at=MONDAY,
        intent=at_work.seen(),
    )
    return at_work


def test_who_sits_in_platform_group_or_secretariat_sends_and_the_secretariat_hears_it() -> None:
    clerk = secretary()

    signal()
    signal(clerk)

    assert all(str(one) == f"signal {one.pk}" for one in Signal.objects.all())
    assert letters_to(clerk.email) == ["Er is een signaal binnen"]


@pytest.mark.parametrize("persona", [director, administrator])
def test_others_send_none(persona) -> None:
    with pytest.raises(signalling.NotASender):
        signal(persona())
    body = Body.objects.first()
    seen = signalling.Seen(SignalKind.SIGNAL, checked("a"), checked("b"), SignalReach.REGION, Tlp.GREEN, body)
    with pytest.raises(signalling.NotASender):
        signalling.send_signal(seen, actor=Actor(), at=MONDAY, intent=Intent())

    assert not Signal.objects.exists()


def test_a_signal_is_tied_to_a_dilemma_that_its_sender_may_read() -> None:
    clerk = secretary()
    actor, body = as_actor(clerk, MONDAY), as_actor(clerk, MONDAY).standing.seats[0].body
    dilemma = factories.dilemma_at_intake()
    about = {"kind": SignalKind.SIGNAL, "title": checked("a"), "text": checked("b"), "reach": SignalReach.REGION}

    tied = signalling.Seen(**about, tlp=Tlp.GREEN, body=body, dilemma=dilemma.number)
    stranger = signalling.Seen(**about, tlp=Tlp.GREEN, body=body, dilemma="2026-999")
    signalling.send_signal(tied, actor=actor, at=MONDAY, intent=Intent())
    with pytest.raises(signalling.UnknownDilemma):
        signalling.send_signal(stranger, actor=actor, at=MONDAY, intent=Intent())

    assert Signal.objects.get().dilemma == dilemma


def test_a_signal_reaches_as_far_as_its_label() -> None:
    clerk, sender, other, boss = secretary(), participant(), participant(), director()
    group = Body.objects.create(kind=BodyKind.WORKING_GROUP, name="groep")
    invited = specialist(group, ends_on=MONDAY.date() + timedelta(days=30))
    strict, green = signal(sender), signal(sender, tlp=Tlp.GREEN)
    clear = signal(sender, tlp=Tlp.CLEAR)

    before = {who: set(seen_by(who)) for who in (clerk, sender, other, boss, invited, administrator())}
    put_on(strict)

    assert list(before.values()) == [
        {strict, green, clear},
        {strict, green, clear},
        {green, clear},
        {green, clear},
        {clear},
        set(),
    ]
    assert strict in seen_by(other)
    assert strict not in seen_by(boss)


def test_a_signal_is_discussed_when_the_meeting_was_held_and_waits_again_when_it_was_not() -> None:
    first, second = signal(), signal()
    held, off = put_on(first), put_on(second)

    agenda.close_meeting(
        held.meeting.key,
        reason=checked(""),
        cancelled=False,
        actor=as_actor(held.clerk, held.meeting.starts_at),
        at=held.meeting.starts_at,
    )
    agenda.close_meeting(off.meeting.key, reason=checked(""), cancelled=True, actor=off.actor, at=MONDAY)

    assert [one.state for one in Signal.objects.order_by("pk")] == ["discussed", "new"]


def test_a_signal_is_closed_once_with_words_that_its_sender_gets() -> None:
    clerk, sender = secretary(), participant()
    sent, own = signal(sender), signal(clerk)

    with pytest.raises(signalling.NotTheSecretariats):
        close(sent, sender)
    with pytest.raises(SomeoneWasFirst):
        close(sent, clerk, Intent(7, uuid.uuid4()))
    close(sent, clerk, Intent(0, uuid.uuid4()))
    close(own, clerk)
    with pytest.raises(signalling.ClosedAlready):
        close(sent, clerk)
    with pytest.raises(Signal.DoesNotExist):
        put_on(sent)

    assert letters_to(sender.email) == ["Er is antwoord op wat u meldde"]
    assert "Er is antwoord op wat u meldde" not in letters_to(clerk.email)


@pytest.mark.parametrize(
    "wrong",
    [
        {"tlp": "TLP:RED"},
        {"kind": "gossip"},
        {"state": "lost"},
        {"state": "closed"},
        {"reach": "moon"},
        {"title": ""},
        {"reply": "Zomaar."},
    ],
)
def test_the_database_refuses_nonsense(wrong: dict[str, str]) -> None:
    sent = signal()

    with pytest.raises(IntegrityError, match="signal_"), transaction.atomic():
        Signal.objects.filter(pk=sent.pk).update(**wrong)

    assert Signal.objects.get().state == "new"
