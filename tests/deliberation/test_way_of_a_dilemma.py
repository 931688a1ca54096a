"""The whole way, by the operations alone: from intake to every kind of end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection

from tests import factories
from tests.factories import MONDAY, checked
from tests.personas import as_actor, director, participant, platform_chair, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, Tally
from verder.deliberation.operations import commitments, council, exchange, groups, platform
from verder.domain.rungs import Rung

pytestmark = pytest.mark.django_db


def test_a_dilemma_is_put_in_and_waits_for_the_secretariat() -> None:
    dilemma = factories.dilemma_at_intake()

    assert dilemma.number == "2026-001"
    assert (dilemma.rung, dilemma.responsible, dilemma.next_date) == ("intake", "secretariat", date(2026, 3, 9))


def test_a_question_and_its_answer_bring_a_dilemma_back_to_intake() -> None:
    clerk = secretary()
    dilemma = factories.dilemma_at_intake()

    exchange.ask_submitter(
        dilemma.number, question=checked("Wie beslist?"), actor=as_actor(clerk, MONDAY), at=MONDAY, intent=Intent()
    )
    exchange.reply(
        dilemma.number,
        answer=checked("De school."),
        actor=Actor(submitter_of=dilemma.key),
        at=MONDAY + timedelta(days=2),
        intent=Intent(),
    )

    assert factories.fresh(dilemma).rung == Rung.INTAKE
    assert [message.party for message in dilemma.messages.all()] == ["secretariat", "submitter"]


def test_the_platform_resolves_a_dilemma() -> None:
    chair, clerk = platform_chair(), secretary()
    dilemma, meeting = factories.at_platform(clerk)

    platform.resolve(
        dilemma.number,
        solution=checked("Vraag advies zonder naam."),
        how_spread=checked("In de nieuwsbrief."),
        message=checked("Dit kunt u doen."),
        actor=as_actor(chair, meeting.starts_at),
        at=meeting.starts_at,
        intent=Intent(),
    )

    ended = factories.fresh(dilemma)
    assert (ended.rung, ended.next_date, ended.responsible) == ("resolved", None, "")
    assert Tally.objects.get(place="resolve", year=2026).number == 1
    assert Tally.objects.get(place="intake").number == 0


def test_a_group_the_council_and_its_promises_bring_a_dilemma_to_an_end() -> None:
    clerk, lead, owner = secretary(), participant(), director()
    dilemma, meeting = factories.at_council(clerk, lead=lead)
    then = meeting.starts_at
    promise = council.Promise(checked("Regel weg."), owner, then.date() + timedelta(days=30), forum="Kamerbrief")

    council.commit(dilemma.number, promises=[promise], actor=as_actor(clerk, then), at=then, intent=Intent())
    kept = dilemma.commitments.get()
    later = then + timedelta(days=20)
    commitments.keep_commitment(
        kept.key, result=checked("Gedaan."), actor=as_actor(owner, later), at=later, intent=Intent()
    )
    council.conclude(
        dilemma.number,
        outcome=checked("Het mag nu."),
        message=checked("Het is geregeld."),
        actor=as_actor(clerk, later),
        at=later,
        intent=Intent(),
    )

    connection.check_constraints()
    rungs = Event.objects.filter(subject=dilemma.key).exclude(to_rung="").values_list("to_rung", flat=True)
    assert list(rungs) == [
        "intake",
        "awaiting_platform",
        "platform",
        "awaiting_working_group",
        "working_group",
        "awaiting_council",
        "council",
        "follow_up",
        "resolved",
    ]


def test_a_group_delivers_what_it_published() -> None:
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)
    then = MONDAY + timedelta(days=20)
    group = dilemma.served_by.get().group
    groups.add_product(group, factories.published_guidance(), actor=as_actor(lead, then), at=then)

    groups.deliver(dilemma.number, message=checked("Lees dit."), actor=as_actor(lead, then), at=then, intent=Intent())

    group.refresh_from_db()
    assert Dilemma.objects.get(pk=dilemma.pk).rung == Rung.RESOLVED
    assert group.ended_at == then
