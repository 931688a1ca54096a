"""A decision aid is walked by links alone, nothing of the walk is kept, and it can be printed."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser import PHONE, assert_accessible, assert_no_overflow, look
from tests.personas import participant, secretary
from tests.signing_in import signed_in
from tests.web.aid_help import LOOP, STUCK, draft_with, published_with
from tests.web.guidance_help import published, written
from verder.audit.models import Event
from verder.domain.tlp import Tlp

LONG_AGO = timedelta(days=400)


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.django_db
def test_the_first_question_says_how_many_there_are_at_most_and_each_answer_is_a_link(client):
    slug = published_with().slug

    page = client.get(f"/kennis/{slug}/stappen").text

    assert "Vraag 1 van hooguit 2" in page
    assert f'href="/kennis/{slug}/stappen?weg=1"' in page
    assert f'href="/kennis/{slug}/stappen?weg=2"' in page


@pytest.mark.django_db
def test_a_way_shows_what_was_answered_and_leads_back_to_each_question(client):
    slug = published_with().slug

    page = client.get(f"/kennis/{slug}/stappen?weg=2.1").text

    assert "<h1>Volg de meldcode</h1>" in page
    assert "Dit kunt u nu doen" in page
    assert page.index("Is er nu gevaar?") < page.index("Is het een kind?") < page.index("Volg de meldcode</h1>")
    assert f'href="/kennis/{slug}/stappen?weg=2"' in page


@pytest.mark.django_db
def test_an_outcome_says_whom_to_call_on_the_page_and_on_paper_and_a_question_does_not(client):
    start = f"/kennis/{published_with().slug}/stappen"

    outcome, question = client.get(f"{start}?weg=2.2").text, client.get(f"{start}?weg=2").text
    paper, unfinished = (words_of(client.get(f"{start}.pdf?weg={way}").content) for way in ("2.2", "2"))

    for told in (outcome, paper):
        assert "Wie kunt u bellen?" in told
        assert "0800-2000" in told
    for told in (question, unfinished):
        assert "Wie kunt u bellen?" not in told
    assert "Gecontroleerd op 1 maart 2026" in outcome
    assert len(PdfReader(BytesIO(client.get(f"{start}.pdf?weg=2.2").content)).pages) == 1


@pytest.mark.django_db
def test_an_aid_with_a_loop_does_not_say_how_many_questions_there_are(client):
    page = client.get(f"/kennis/{published_with(LOOP).slug}/stappen?weg=2.2").text

    assert "Vraag 3<" in page


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["3", "1.1", "0", "-1", "a", "1..2", "1.", "\u0661", "1." * 200 + "1"])
def test_a_way_that_does_not_fit_says_so_and_offers_to_begin_again(client, way):
    slug = published_with().slug

    answer = client.get(f"/kennis/{slug}/stappen", {"weg": way})

    assert answer.status_code == 404
    assert "Deze weg past niet meer" in answer.text
    assert f'href="/kennis/{slug}/stappen"' in answer.text
    assert client.get(f"/kennis/{slug}/stappen.pdf", {"weg": way}).status_code == 404


@pytest.mark.django_db
def test_nothing_of_a_walk_is_kept_or_logged(client, caplog):
    slug = published_with().slug
    before = Event.objects.count()
    caplog.clear()

    with caplog.at_level("DEBUG"):
        answer = client.get(f"/kennis/{slug}/stappen?weg=2.1")

    assert not answer.cookies
    assert answer["Cache-Control"] == "private, no-store"
    assert Event.objects.count() == before
    said = [
        f"{one.getMessage()} {getattr(one, 'facts', '')}" for one in caplog.records if one.name.startswith("verder")
    ]
    assert any("guidance-steps" in line for line in said)
    assert not any("weg=" in line or "2.1" in line.split("'ms'")[0] for line in said)


@pytest.mark.django_db
@pytest.mark.parametrize(("steps", "statements"), [("", 3), ("?weg=2", 3), ("?weg=1", 4), ("?weg=2.2", 4)])
def test_a_step_costs_as_much_however_far_one_walked_and_an_outcome_one_statement_more(
    client, django_assert_num_queries, steps, statements
):
    slug = published_with().slug

    with django_assert_num_queries(statements):
        client.get(f"/kennis/{slug}/stappen{steps}")


@pytest.mark.django_db
def test_who_may_not_read_a_framework_does_not_walk_or_print_it(client):
    slug = published_with(tlp=Tlp.GREEN).slug
    addresses = [f"/kennis/{slug}/stappen", f"/kennis/{slug}/stappen.pdf", f"/kennis/{slug}.pdf"]

    assert [client.get(address).status_code for address in addresses] == [404] * 3
    assert [signed_in(participant()).get(address).status_code for address in addresses] == [200] * 3


@pytest.mark.django_db
def test_a_framework_without_an_aid_offers_none(client):
    slug = published().slug

    assert client.get(f"/kennis/{slug}/stappen").status_code == 404
    assert "keuzehulp" not in client.get(f"/kennis/{slug}").text


@pytest.mark.django_db
def test_a_draft_is_not_walked(client):
    assert client.get(f"/kennis/{draft_with().slug}/stappen").status_code == 404


@pytest.mark.slow
@pytest.mark.django_db
def test_the_way_walked_is_printed_on_one_page_with_its_label(client):
    slug = published_with().slug

    answer = client.get(f"/kennis/{slug}/stappen.pdf?weg=2.1")

    assert answer["Content-Type"] == "application/pdf"
    assert len(PdfReader(BytesIO(answer.content)).pages) == 1
    words = words_of(answer.content)
    assert "Volg de meldcode" in words
    assert "Is het een kind?" in words
    assert "TLP:CLEAR" in words
    assert "nog niet beantwoord" in words_of(client.get(f"/kennis/{slug}/stappen.pdf").content)


@pytest.mark.slow
@pytest.mark.django_db
def test_a_factsheet_says_on_paper_until_when_it_is_valid_and_that_it_is_expired(client):
    fresh, old = published_with(), published_with(ago=LONG_AGO)

    now, expired = (words_of(client.get(f"/kennis/{one.slug}.pdf").content) for one in (fresh, old))

    assert "Geldig tot" in now
    assert "verlopen" not in now
    assert "Dit stuk is verlopen" in expired
    assert "Wanneer gebruikt u dit?" in now
    assert "Dit stuk is verlopen" in client.get(f"/kennis/{old.slug}/stappen").text


@pytest.mark.django_db
def test_a_draft_lists_each_fault_of_its_aid_with_its_step():
    draft = draft_with(STUCK)

    page = signed_in(secretary()).get(f"/concepten/{draft.key}").text

    assert "Keuzehulp, stap 1 (‘Is er nu gevaar?’): Antwoord 2 leidt nergens heen." in page


@pytest.mark.django_db
def test_a_draft_without_an_aid_or_with_a_sound_one_has_no_faults():
    reader = signed_in(secretary())

    assert "Keuzehulp, stap" not in reader.get(f"/concepten/{written().key}").text
    assert "Keuzehulp, stap" not in reader.get(f"/concepten/{draft_with().key}").text


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_professional_walks_the_aid_on_a_phone_without_javascript_and_prints_it(browser, live_server):
    slug = published_with().slug
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{live_server.url}/kennis/{slug}")
    page.get_by_role("link", name="Begin met de keuzehulp").click()
    page.get_by_role("link", name="Nee").click()
    page.get_by_role("link", name="Wijzig").click()
    page.get_by_role("link", name="Nee").click()
    page.get_by_role("link", name="Ja").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Volg de meldcode"
    with page.expect_download() as download:
        page.get_by_role("link", name="Druk af").click()
    assert download.value.suggested_filename == f"keuzehulp-{slug}.pdf"
    assert context.cookies() == []
    context.close()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("way", "name"), [("", "question"), ("?weg=2.1", "outcome"), ("?weg=9", "lost")])
def test_the_walk_is_accessible_and_fits_a_phone(page, live_server, way, name):
    page.goto(f"{live_server.url}/kennis/{published_with().slug}/stappen{way}")

    assert_accessible(page)
    assert_no_overflow(page)
    look(page, f"aid-{name}")
