"""With a piece stands which ended dilemmas readers give reason to take up again; the secretariat decides on each."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.factories import checked, did_not_help, new_intent
from tests.personas import as_actor, participant, secretary
from tests.signing_in import signed_in
from tests.web.guidance_help import NOW, TODAY
from verder.deliberation.models import DeclinedReopening, Dilemma
from verder.deliberation.operations import secretariat
from verder.domain.rungs import Rung
from verder.domain.tlp import Tlp
from verder.guidance.models import Feedback, Publication

pytestmark = pytest.mark.django_db
REASON = "Het ging over een geval waar dit stuk niet voor is."


def answered(piece: Publication, *, times: int = 1, tlp: Tlp = Tlp.AMBER_STRICT) -> list[Dilemma]:
    """Answer dilemmas with a piece."""
    clerk = secretary()
    at_intake = [factories.dilemma_at_intake(at=NOW, tlp=tlp) for _ in range(times)]
    return [factories.answered_with(piece, one, as_actor(clerk, NOW), at=NOW) for one in at_intake]


def proposing(*, times: int = 1, tlp: Tlp = Tlp.AMBER_STRICT) -> tuple[Publication, list[Dilemma]]:
    """Return a piece of which a reader told that it did not help, and the dilemmas that it answered."""
    piece = factories.published_guidance(at=NOW)
    dilemmas = answered(piece, times=times, tlp=tlp)
    did_not_help(piece, at=NOW, why="Er was niemand te bereiken.")
    return piece, dilemmas


def told_of(piece: Publication) -> str:
    return f"/concepten/{piece.key}/lezers-vertellen"


def declining(client: Client, address: str, reason: str = REASON) -> dict[str, str]:
    """Fill in the form at an address as it is offered."""
    version = re.search(r'name="version" value="(\d+)"', client.get(address).text)
    assert version
    return {"version": version[1], "reason": reason, "request_key": str(uuid.uuid4())}


def test_the_secretariat_opens_it_again_by_the_step_of_the_ladder():
    piece, (dilemma,) = proposing()
    clerk = signed_in(secretary())

    page = clerk.get(told_of(piece)).text

    step = f"/dilemmas/{dilemma.number}/stap/reopen"
    assert "1 keer ‘het hielp niet’" in page
    assert f'href="{step}"' in page
    assert "Waaruit blijkt dat het dilemma nog bestaat?" in clerk.get(step).text
    assert factories.fresh(dilemma).rung == Rung.ANSWERED


def test_the_piece_itself_tells_those_who_hear_of_it_how_many_there_are(client):
    piece, _dilemmas = proposing(times=2)
    line, address = "Er zijn 2 dilemma’s om misschien opnieuw te openen.", f"/kennis/{piece.slug}"

    assert line in signed_in(secretary()).get(address).text
    assert "opnieuw te openen" not in client.get(address).text
    assert "opnieuw te openen" not in signed_in(participant()).get(address).text


def test_declining_takes_a_reason_which_then_stands_with_the_piece():
    piece, (dilemma,) = proposing()
    clerk = signed_in(secretary())
    address = f"{told_of(piece)}/{dilemma.number}/niet-openen"
    form = declining(clerk, address)

    page = clerk.post(address, form, follow=True).text

    assert REASON in page
    assert "Opnieuw openen?" not in page
    assert clerk.post(address, form)["Location"] == told_of(piece)
    assert clerk.get(address)["Location"] == told_of(piece)
    assert DeclinedReopening.objects.count() == 1


def test_words_that_may_not_stand_come_back_with_everything_typed():
    piece, (dilemma,) = proposing()
    clerk = signed_in(secretary())
    address, words = f"{told_of(piece)}/{dilemma.number}/niet-openen", "Bel mij op 06 12345678."

    answer = clerk.post(address, declining(clerk, address, words))

    assert answer.status_code == 422
    assert words in answer.text


def test_what_was_told_meanwhile_is_read_first_and_nothing_typed_is_lost():
    piece, (dilemma,) = proposing()
    clerk = signed_in(secretary())
    address = f"{told_of(piece)}/{dilemma.number}/niet-openen"
    form = declining(clerk, address)
    latest = did_not_help(piece, at=NOW)

    answer = clerk.post(address, form)

    assert answer.status_code == 409
    assert "lezers vertelden net meer" in answer.text
    assert REASON in answer.text
    assert f'name="version" value="{latest.pk}"' in answer.text
    assert not DeclinedReopening.objects.exists()


def test_a_dilemma_that_a_colleague_opened_again_is_not_declined():
    piece, (dilemma,) = proposing()
    clerk = signed_in(secretary())
    address = f"{told_of(piece)}/{dilemma.number}/niet-openen"
    form = declining(clerk, address)
    colleague = as_actor(secretary(), NOW)
    secretariat.reopen(dilemma.number, evidence=checked("Het speelt."), actor=colleague, at=NOW, intent=new_intent())

    answer = clerk.post(address, form)

    assert answer.status_code == 409
    assert "al opnieuw geopend" in answer.text


def test_who_made_the_piece_reads_only_of_dilemmas_that_they_may_read():
    piece, (dilemma,) = proposing()
    owner = participant()
    Publication.objects.filter(pk=piece.pk).update(owner=owner)
    address = f"{told_of(piece)}/{dilemma.number}/niet-openen"

    page = signed_in(owner).get(told_of(piece)).text

    assert "Er was niemand te bereiken." in page
    assert "Opnieuw openen?" not in page
    assert dilemma.number not in page
    assert signed_in(owner).get(address).status_code == 404


def test_who_made_the_piece_and_reads_the_dilemma_reads_that_the_secretariat_decides():
    piece, (dilemma,) = proposing()
    owner = participant()
    Publication.objects.filter(pk=piece.pk).update(owner=owner)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN, admitted_at=NOW)

    page = signed_in(owner).get(told_of(piece)).text

    assert dilemma.number in page
    assert "het secretariaat beslist" in page
    assert "stap/reopen" not in page


def test_a_dilemma_that_a_secretary_may_not_read_does_not_exist():
    piece, (dilemma,) = proposing()
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.RED)
    clerk = signed_in(secretary())

    assert dilemma.number not in clerk.get(told_of(piece)).text
    assert clerk.get(f"{told_of(piece)}/{dilemma.number}/niet-openen").status_code == 404


def test_it_waits_in_the_work_list_of_who_decides_with_its_age_and_leads_to_what_readers_told():
    piece, (dilemma,) = proposing()
    Feedback.objects.update(told_on=TODAY - timedelta(days=12))
    Dilemma.objects.filter(pk=dilemma.pk).update(ended_at=NOW - timedelta(days=20))

    page = signed_in(secretary()).get("/werkvoorraad").text

    waiting = page[page.index('id="opnieuw-openen"') :]
    assert "Eén dilemma vraagt deze week een hand" in page
    assert f'href="/dilemmas/{dilemma.number}"' in waiting
    assert f"Beantwoord met: {piece.title}" in waiting
    assert "1 keer ‘het hielp niet’" in waiting
    assert "(12 dagen)" in waiting
    assert f'href="{told_of(piece)}#heropenen"' in waiting


def test_what_was_told_today_waits_since_today_and_what_was_declined_waits_no_more():
    piece, (dilemma,) = proposing()
    clerk = signed_in(secretary())
    before = clerk.get("/werkvoorraad").text
    address = f"{told_of(piece)}/{dilemma.number}/niet-openen"

    clerk.post(address, declining(clerk, address))
    after = clerk.get("/werkvoorraad").text

    assert "(vandaag)" in before
    assert 'id="opnieuw-openen"' not in after
    assert "Alles is gedaan voor vandaag" in after


def test_who_does_not_decide_has_no_proposals_in_the_work_list_and_of_what_one_may_not_read_nothing_waits():
    _piece, (shared, hidden) = proposing(times=2)
    Dilemma.objects.filter(pk=shared.pk).update(tlp=Tlp.GREEN, admitted_at=NOW)
    Dilemma.objects.filter(pk=hidden.pk).update(tlp=Tlp.RED)

    page = signed_in(secretary()).get("/werkvoorraad").text

    assert "Beantwoord met" not in signed_in(participant()).get("/werkvoorraad").text
    assert f'Beslis<span class="verder-visually-hidden">: {shared.number}' in page
    assert hidden.number not in page


@pytest.mark.parametrize("times", [1, 3])
def test_the_work_list_costs_the_same_for_one_proposal_and_for_three(django_assert_num_queries, times):
    proposing(times=times)
    clerk = signed_in(secretary())
    clerk.get("/concepten")

    with django_assert_num_queries(19):
        page = clerk.get("/werkvoorraad").text

    assert page.count("Beantwoord met") == times


@pytest.mark.parametrize("times", [1, 3])
def test_reading_proposals_costs_the_same_for_one_and_for_three(django_assert_num_queries, times):
    piece, _dilemmas = proposing(times=times)
    reader = signed_in(secretary())
    reader.get("/concepten")

    with django_assert_num_queries(9):
        reader.get(told_of(piece))


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_proposals_read_calmly_on_every_screen(page, live_server):
    piece, _dilemmas = proposing(times=2)
    enter(page, secretary(), live_server.url)
    page.goto(f"{live_server.url}/werkvoorraad")
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "work-reopening")
    page.get_by_role("link", name="Beslis").first.click()
    page.wait_for_url(f"**{told_of(piece)}#heropenen")
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "guidance-reopening")

    page.get_by_role("link", name="Niet opnieuw openen").first.click()
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "guidance-not-reopened")
    page.get_by_role("textbox", name="Waarom").fill(REASON)
    page.get_by_role("button", name="Laat het dilemma beëindigd").click()

    page.get_by_role("heading", name="Niet opnieuw geopend").wait_for()
    assert_accessible(page)
    look(page, "guidance-declined")
