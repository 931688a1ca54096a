"""Telling in two clicks and without an account whether guidance helped, and reading what was told."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import expect

from tests.browser import PHONE, assert_accessible, assert_no_overflow, enter, look
from tests.factories import checked
from tests.personas import participant, secretary
from tests.signing_in import signed_in
from tests.web.aid_help import published_with
from tests.web.guidance_help import NOW, published, written
from verder.domain.tlp import Tlp
from verder.guidance.models import Feedback, Publication, Verdict
from verder.guidance.operations.feedback import tell
from verder.network.standing import Standing
from verder.web.guidance.feedback import TELLING

pytestmark = pytest.mark.django_db


def said(verdict: str = "helped", why: str = "", **more: str) -> dict[str, str]:
    return {"verdict": verdict, "why": why, "request_key": str(uuid.uuid4()), **more}


def told(publication: Publication, *, times: int = 1) -> None:
    for number in range(times):
        tell(publication.slug, Verdict.HELPED, why=checked(f"Reden {number}."), standing=Standing(), at=NOW)


def test_a_reader_tells_it_without_an_account_and_is_thanked(client):
    slug = published().slug
    assert f'href="/kennis/{slug}/gebruikt"' in client.get(f"/kennis/{slug}").text

    answer = client.post(f"/kennis/{slug}/gebruikt", said(why="Het gesprek lukte."), follow=True)

    assert "Dank u wel" in answer.text
    assert list(Feedback.objects.values_list("verdict", "why")) == [("helped", "Het gesprek lukte.")]


def test_the_same_form_sent_twice_tells_one_thing(client):
    slug, form = published().slug, said()

    answers = [client.post(f"/kennis/{slug}/gebruikt", form) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == [f"/kennis/{slug}/gebruikt/dank"] * 2
    assert Feedback.objects.count() == 1


def test_words_that_may_not_stand_come_back_with_everything_typed(client):
    words = "Bel mij op 06 12345678, het lukte."

    answer = client.post(f"/kennis/{published().slug}/gebruikt", said(why=words))

    assert answer.status_code == 422
    assert words in answer.text
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("verdict", ["", "misschien"])
def test_without_a_verdict_nothing_is_kept_and_the_page_says_so(client, verdict):
    answer = client.post(f"/kennis/{published().slug}/gebruikt", said(verdict, why="Het ging zo."))

    assert answer.status_code == 422
    assert "Kies of het hielp." in answer.text
    assert "Het ging zo." in answer.text


def test_who_tells_too_often_waits_and_loses_nothing(client):
    slug = published().slug
    for _ in range(TELLING.times):
        client.post(f"/kennis/{slug}/gebruikt", said())

    answer = client.post(f"/kennis/{slug}/gebruikt", said(why="Nog iets."))

    assert answer.status_code == 429
    assert "Nog iets." in answer.text
    assert Feedback.objects.count() == TELLING.times


def test_who_may_not_read_a_piece_is_not_asked_about_it(client):
    hidden = published(tlp=Tlp.GREEN).slug, written("Nog niet af").slug
    addresses = [f"/kennis/{slug}/gebruikt{more}" for slug in hidden for more in ("", "/dank")]

    assert [client.get(address).status_code for address in addresses] == [404] * 4
    assert client.post(addresses[0], said()).status_code == 404
    assert signed_in(participant()).get(addresses[0]).status_code == 200


def test_a_piece_that_is_taken_back_while_a_reader_writes_is_gone(client, monkeypatch):
    slug = published().slug

    def gone(*_arguments: object, **_options: object) -> None:
        raise Publication.DoesNotExist

    monkeypatch.setattr("verder.web.guidance.feedback.tell", gone)

    assert client.post(f"/kennis/{slug}/gebruikt", said()).status_code == 404


def test_the_secretariat_reads_what_was_told_and_who_did_not_make_it_does_not():
    publication = published()
    told(publication)
    address = f"/concepten/{publication.key}/lezers-vertellen"

    page = signed_in(secretary()).get(address).text

    assert "Reden 0." in page
    assert "over versie 1" in page
    assert signed_in(participant()).get(address).status_code == 404
    assert address in signed_in(secretary()).get(f"/kennis/{publication.slug}").text
    assert address not in signed_in(participant()).get(f"/kennis/{publication.slug}").text


def test_when_nobody_told_anything_the_page_says_so():
    assert "Nog niemand" in signed_in(secretary()).get(f"/concepten/{published().key}/lezers-vertellen").text


@pytest.mark.parametrize("times", [1, 3])
def test_reading_what_was_told_costs_the_same_for_one_and_for_three(django_assert_num_queries, times):
    publication, reader = published(), signed_in(secretary())
    told(publication, times=times)
    reader.get("/concepten")

    with django_assert_num_queries(8):
        reader.get(f"/concepten/{publication.key}/lezers-vertellen")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_professional_tells_it_in_two_clicks_on_a_phone_without_javascript(browser, live_server):
    slug = published_with().slug
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/kennis/{slug}/stappen?weg=1")

    page.get_by_role("link", name="Ik heb het gebruikt").click()
    page.get_by_role("button", name="Het hielp", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u wel", use_inner_text=True)
    assert Feedback.objects.get().verdict == Verdict.HELPED
    context.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_telling_it_is_for_everyone_and_a_finding_is_answered_in_place(page, live_server):
    page.goto(f"{live_server.url}/kennis/{published().slug}/gebruikt")
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "guidance-used")

    page.get_by_role("textbox", name="Waarom?").fill("Bel mij op 06 12345678, het lukte.")
    page.get_by_role("button", name="Het hielp niet").click()
    page.get_by_role("region", name="Controle van: Waarom?").wait_for()
    assert_accessible(page)
    look(page, "guidance-used-proof")
    page.get_by_role("textbox", name="Waarom?").fill("Het lukte.")
    page.get_by_role("button", name="Het hielp niet").click()

    page.get_by_role("heading", name="Dank u wel").wait_for()
    assert_accessible(page)
    assert Feedback.objects.get().why == "Het lukte."


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_what_readers_tell_reads_calmly_on_every_screen(page, live_server):
    publication = published()
    told(publication, times=3)
    enter(page, secretary(), live_server.url)
    page.goto(f"{live_server.url}/concepten/{publication.key}/lezers-vertellen")

    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "guidance-feedback")
