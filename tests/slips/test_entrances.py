"""From a group, a meeting, a piece of guidance and a commitment one comes where words are hidden, or points at them."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client

from tests import factories, personas
from tests.signing_in import signed_in
from verder.deliberation.models import Dilemma, DilemmaPublication, GroupProduct, WorkingGroup
from verder.domain.tlp import Tlp

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LINK = "Dit hoort hier niet te staan"


def test_the_secretariat_comes_from_a_meeting_to_its_only_dilemma() -> None:
    clerk = personas.secretary()
    dilemma, meeting = factories.at_platform(clerk)
    browser, page = signed_in(clerk), f"/hoort-hier-niet/vergadering/{meeting.key}"
    assert page in browser.get(f"/vergaderingen/{meeting.key}").content.decode()

    assert browser.get(page).headers["Location"] == f"/dilemmas/{dilemma.number}/hoort-hier-niet"


def test_the_secretariat_chooses_between_the_dilemmas_of_a_meeting() -> None:
    clerk = personas.secretary()
    dilemma, meeting = factories.at_platform(clerk)
    other = factories.placed(factories.admitted(factories.dilemma_at_intake(), clerk), meeting, clerk)

    shown = signed_in(clerk).get(f"/hoort-hier-niet/vergadering/{meeting.key}").content.decode()

    assert all(f"/dilemmas/{one.number}/hoort-hier-niet" in shown for one in (dilemma, other))


def test_a_participant_points_from_a_group_and_what_nobody_knows_leads_nowhere() -> None:
    clerk, reader = personas.secretary(), personas.participant()
    dilemma = factories.in_working_group(clerk, lead=personas.participant())
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)
    key = WorkingGroup.objects.get().body.key
    assert f"/hoort-hier-niet/werkgroep/{key}" in signed_in(clerk).get(f"/werkgroepen/{key}").content.decode()

    shown = signed_in(reader).get(f"/hoort-hier-niet/werkgroep/{key}").content.decode()

    assert f"/dilemmas/{dilemma.number}/hoort-hier-niet/melden" in shown
    unknown = signed_in(reader).get(f"/hoort-hier-niet/werkgroep/{uuid.uuid4()}")
    assert "Hier hoort geen dilemma bij" in unknown.content.decode()
    assert signed_in(reader).get(f"/hoort-hier-niet/iets/{key}").status_code == 404


@pytest.mark.parametrize("is_product", [True, False])
def test_guidance_leads_to_the_dilemma_that_it_answers_or_was_made_for(is_product) -> None:
    clerk = personas.secretary()
    dilemma = factories.in_working_group(clerk, lead=personas.participant())
    published = factories.published_guidance()
    if is_product:
        GroupProduct.objects.create(group=WorkingGroup.objects.get(), publication=published)
    else:
        DilemmaPublication.objects.create(dilemma=dilemma, publication=published, at=factories.MONDAY)
    browser, page = signed_in(clerk), f"/hoort-hier-niet/handreiking/{published.key}"
    assert page in browser.get(f"/kennis/{published.slug}").content.decode()
    assert page not in Client().get(f"/kennis/{published.slug}").content.decode()

    assert browser.get(page).headers["Location"] == f"/dilemmas/{dilemma.number}/hoort-hier-niet"


def test_the_chair_of_the_platform_is_led_to_hiding_and_not_to_pointing() -> None:
    clerk, chair = personas.secretary(), personas.platform_chair()
    dilemma, _meeting = factories.at_platform(clerk)

    shown = signed_in(chair).get(f"/dilemmas/{dilemma.number}").content.decode()

    assert f'/dilemmas/{dilemma.number}/hoort-hier-niet"' in shown
    assert "/melden" not in shown
