"""Writing a decision aid: its steps one by one, what is still wrong drawn and told, and nothing typed lost."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.personas import participant, secretary
from tests.signing_in import signed_in
from tests.web.aid_help import STEPS, STUCK, draft_with, published_with
from tests.web.guidance_help import written
from verder.guidance.models import Publication, PublicationKind
from verder.guidance.queries import aid_of

pytestmark = pytest.mark.django_db


def said(draft: Publication, **changes: str) -> dict[str, str]:
    """Return what a form for a step sends."""
    version = Publication.objects.get(pk=draft.pk).version
    sent = {"request_key": str(uuid.uuid4()), "version": str(version), "kind": "question", "text": ""}
    return sent | changes


def page_of(draft: Publication) -> str:
    return f"/concepten/{draft.key}/keuzehulp"


@pytest.mark.parametrize(("steps", "rounded"), [(STEPS, True), (STUCK, False)])
def test_the_whole_is_drawn_with_a_link_for_each_step_and_what_is_wrong(django_assert_num_queries, steps, rounded):
    draft, client = draft_with(steps), signed_in(secretary())

    with django_assert_num_queries(6):
        page = client.get(page_of(draft)).text

    assert page.count("<rect ") == len(steps)
    assert f'<a href="{page_of(draft)}/stap/gevaar"><g' in page
    assert ("niemand loopt vast" in page) is rounded
    assert ("Antwoord 2 leidt nergens heen" in page) is not rounded
    assert ('class="is-first is-wrong"' in page) is not rounded


def test_a_step_is_made_for_an_answer_that_leads_nowhere_yet():
    draft, client = written(), signed_in(secretary())

    first = client.post(f"{page_of(draft)}/stap", said(draft, title="Is er nu gevaar?", answer_1="Ja"))
    page = client.get(page_of(draft)).text
    second = client.post(
        f"{page_of(draft)}/stap?na=is-er-nu-gevaar&antwoord=1", said(draft, title="Bel 112", kind="outcome")
    )

    assert "Maak de volgende stap" in page
    assert [answer["Location"] for answer in (first, second)] == [
        f"{page_of(draft)}#stap-is-er-nu-gevaar",
        f"{page_of(draft)}#stap-bel-112",
    ]
    assert aid_of(draft).steps[0].answers[0].leads_to == "bel-112"


@pytest.mark.parametrize("way", ["na=weg&antwoord=1", "na=gevaar&antwoord=9", "na=gevaar&antwoord=x"])
def test_a_step_for_an_answer_that_is_not_there_is_simply_added(way):
    draft, client = draft_with(STEPS), signed_in(secretary())

    client.post(f"{page_of(draft)}/stap?{way}", said(draft, title="Iets erbij", kind="outcome"))

    assert [step.title for step in aid_of(draft).steps][-1] == "Iets erbij"


def test_a_step_is_changed_with_as_many_answers_as_were_sent():
    draft, client = draft_with(STEPS), signed_in(secretary())
    page = f"{page_of(draft)}/stap/gevaar"

    shown = client.get(page)
    answers = {f"answer_{number}": word for number, word in enumerate(("Ja", "Nee", "Soms", "Vaak", "Nooit"), 1)}
    client.post(page, said(draft, title="Is er nu gevaar?", **answers, leads_1="bel", hint_1="Meteen"))

    assert shown.context["form"].initial["leads_1"] == "bel"
    assert [answer.text for answer in aid_of(draft).steps[0].answers] == list(answers.values())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": ""}, "Vul dit in."),
        ({"leads_1": "bel"}, "Schrijf het antwoord op"),
        ({"answer_1": "Ja", "leads_1": "verdwenen"}, "verdwenen"),
        ({"text": "Bel mij op 06-12345678."}, "telefoonnummer"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_still_stands(changes, message):
    draft, client = draft_with(STEPS), signed_in(secretary())

    answer = client.post(f"{page_of(draft)}/stap/gevaar", said(draft, **{"title": "Is het nu rustig?", **changes}))

    assert answer.status_code == 422
    assert message in answer.text
    assert aid_of(draft).steps[0].title == "Is er nu gevaar?"


def test_a_colleague_who_was_first_is_a_conflict_and_nothing_typed_is_lost():
    draft, client = draft_with(STEPS), signed_in(secretary())
    as_seen = said(draft, title="Is het nu rustig?")
    client.post(f"{page_of(draft)}/stap", said(draft, title="Iets erbij", kind="outcome"))

    refused = client.post(f"{page_of(draft)}/stap/gevaar", as_seen)

    assert refused.status_code == 409
    assert "een collega was u voor" in refused.text
    assert "Is het nu rustig?" in refused.text


def test_a_step_to_which_answers_lead_is_not_taken_away_and_the_page_names_them():
    draft, client = draft_with(STEPS), signed_in(secretary())
    page = f"{page_of(draft)}/stap/jong/weg"

    refused = client.post(page, said(draft))
    client.post(f"{page_of(draft)}/stap/gevaar", said(draft, title="Is er nu gevaar?", answer_1="Ja", leads_1="bel"))
    form = said(draft)
    answers = [client.post(page, form) for _click in range(2)]

    assert (refused.status_code, "‘Is er nu gevaar?’" in refused.text) == (409, True)
    assert [answer["Location"] for answer in answers] == [page_of(draft)] * 2
    assert "jong" not in aid_of(draft).by_key()


def test_everybody_begins_at_another_step():
    draft, client = draft_with(STEPS), signed_in(secretary())

    client.post(f"{page_of(draft)}/stap/jong/begin", said(draft))

    assert aid_of(draft).steps[0].key == "jong"


@pytest.mark.parametrize("way", ["", "/weg", "/begin"])
def test_a_step_that_is_gone_leads_back_to_the_whole(way):
    draft, client = draft_with(STEPS), signed_in(secretary())

    assert client.get(f"{page_of(draft)}/stap/verdwenen{way}")["Location"] == page_of(draft)


def test_only_a_draft_framework_in_ones_hands_has_an_aid_to_write():
    draft, published = draft_with(STEPS), published_with(STEPS)
    Publication.objects.filter(pk=(factsheet := written("Een blad")).pk).update(kind=PublicationKind.FACTSHEET)
    client = signed_in(secretary())

    assert client.get(page_of(factsheet)).status_code == 404
    assert client.get(page_of(published))["Location"] == f"/kennis/{published.slug}"
    assert signed_in(participant()).get(page_of(draft)).status_code == 404


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["page", "page_without_js"])
def test_an_aid_is_written_from_its_first_question_until_nobody_gets_stuck(request, live_server, kind):
    page, clerk = request.getfixturevalue(kind), secretary()
    page.set_default_timeout(15_000)
    draft = written(by=clerk)
    enter(page, clerk, live_server.url)
    page.goto(f"{live_server.url}/concepten/{draft.key}")
    page.get_by_role("link", name="Schrijf de keuzehulp").click()
    page.get_by_role("link", name="Schrijf de eerste vraag").click()
    page.get_by_label("De vraag, of wat de uitkomst is").fill("Is er nu gevaar?")
    page.get_by_label("Antwoord 1", exact=False).first.fill("Ja")
    page.get_by_label("Antwoord 2", exact=False).first.fill("Nee")
    look(page, "aid-step")
    assert_no_overflow(page)
    page.get_by_role("button", name="Voeg toe").click()

    for answer, title in (("Ja", "Bel 112"), ("Nee", "Vraag advies")):
        page.get_by_role("link", name=f"Maak de volgende stap : {answer}").or_(
            page.get_by_role("link", name=f"Maak de volgende stap: {answer}")
        ).click()
        page.get_by_label("De vraag, of wat de uitkomst is").fill(title)
        page.get_by_label("Een uitkomst: hier eindigt de weg").check()
        page.get_by_role("button", name="Voeg toe").click()
        if answer == "Ja":
            page.get_by_role("heading", name="Hier zou iemand vastlopen").wait_for()
            look(page, "aid-editor-stuck")
            assert_no_overflow(page)
            if kind == "page":
                assert_accessible(page)

    page.get_by_text("niemand loopt vast").wait_for()
    look(page, "aid-editor")
    assert_no_overflow(page)
    if kind == "page":
        assert_accessible(page)
    page.get_by_role("link", name="Is er nu gevaar?").first.click()
    expect(page.get_by_label("De vraag, of wat de uitkomst is")).to_have_value("Is er nu gevaar?")
    assert len(aid_of(draft).steps) == 3
