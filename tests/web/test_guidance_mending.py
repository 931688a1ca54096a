"""Each line on a draft that says what is missing leads to the very field in which it is filled in."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.browser import assert_accessible, enter
from tests.factories import checked
from tests.guidance.pieces import made_ready, route, shared_principle
from tests.personas import participant, secretary
from tests.signing_in import signed_in
from tests.web.aid_help import draft_with, outcome, question
from tests.web.guidance_help import NOW, TODAY, written
from verder.domain.guidance_parts import PartCode, PublicationKind
from verder.guidance.models import Publication, PublicationPart
from verder.guidance.operations.review import send_back
from verder.network.models import Person
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db


def lines(client: Client, draft: Publication) -> dict[str, str]:
    """Return what is missing in a draft, and where each line leads."""
    page = client.get(f"/concepten/{draft.key}").text
    return dict(re.findall(r'<li><strong><a href="([^"]+)">([^<]+)</a>', page))


def assert_each_leads_to_something(client: Client, addresses: dict[str, str]) -> None:
    for address in addresses:
        page, place = address.split("#")
        assert f'id="{place}"' in client.get(page).text, address


def test_every_part_that_is_empty_leads_to_its_field():
    writer = participant()
    draft, client = written(by=writer), signed_in(writer)
    route()

    found = lines(client, draft)

    parts = f"/concepten/{draft.key}/delen"
    assert found[f"{parts}#id_dont-1-text"] == "‘Doe dit niet’ is nog leeg."
    assert found[f"{parts}#id_steps-1-heading"] == "‘Wie doet wat?’ is nog leeg."
    assert found[f"{parts}#id_contacts_0"] == "‘Wie kunt u bellen?’ is nog leeg."
    assert found[f"{parts}#id_experts_heard_0"].startswith("Zeg of ervaringsdeskundigen")
    assert_each_leads_to_something(client, found)


def test_what_a_row_lacks_leads_to_that_column_of_that_row():
    writer = participant()
    draft, client = made_ready(written(by=writer)), signed_in(writer)
    Publication.objects.filter(pk=draft.pk).update(experts="")
    rows = PublicationPart.objects.filter(publication=draft)
    rows.filter(code=PartCode.REPORTING_CODE, number=3).delete()
    rows.filter(code=PartCode.STEPS, number=2).update(heading="")
    PublicationPart.objects.create(publication=draft, code=PartCode.CONTEXT, text="Zwijgen kan.")

    found = lines(client, draft)

    places = {address.split("#")[1] for address in found}
    assert places == {
        "id_reporting_code-3-text",
        "id_steps-2-heading",
        "id_context-1-source",
        "id_context-1-read_by",
        "id_context_not-1-text",
        "id_experts",
    }
    assert_each_leads_to_something(client, found)


def test_an_opening_that_is_empty_leads_to_the_opening():
    writer = participant()
    draft, client = written(by=writer, kind=PublicationKind.INSIGHT), signed_in(writer)
    Publication.objects.filter(pk=draft.pk).update(text="")

    found = lines(client, draft)

    assert found[f"/concepten/{draft.key}/bewerk#id_text"] == "‘Tekst’ is nog leeg."
    assert_each_leads_to_something(client, found)


def test_what_is_wrong_in_a_decision_aid_leads_to_the_answer_or_the_step():
    draft = draft_with(
        (
            question("gevaar", "Is er nu gevaar?", Ja="bel", Nee="weg"),
            question("rond", "Is het al rustig?", Nee="rond"),
            question("leeg", "Is het een kind?"),
            outcome("bel", "Bel 112"),
        )
    )
    client = signed_in(draft.written_by)

    found = {address: text for address, text in lines(client, draft).items() if "keuzehulp" in address}

    steps = f"/concepten/{draft.key}/keuzehulp"
    assert set(found) == {
        f"{steps}/stap/gevaar#id_leads_2",
        f"{steps}#stap-rond",
        f"{steps}/stap/rond#id_leads_1",
        f"{steps}#stap-leeg",
        f"{steps}/stap/leeg#id_answer_1",
    }
    assert found[f"{steps}/stap/leeg#id_answer_1"].endswith("Deze vraag heeft nog geen antwoorden.")
    assert_each_leads_to_something(client, found)


def test_the_principle_is_a_link_for_who_may_set_it_and_words_for_others():
    writer, clerk = participant(), secretary()
    draft = written(by=writer)
    Publication.objects.filter(pk=draft.pk).update(reviewed_by=clerk)

    assert "/uitgangspunt/nieuw#id_text" in lines(signed_in(clerk), draft)
    assert "/uitgangspunt/nieuw#id_text" not in lines(signed_in(writer), draft)
    assert "nog geen gedeeld uitgangspunt" in signed_in(writer).get(f"/concepten/{draft.key}").text


def test_an_owner_who_left_and_what_a_reader_asked_lead_there_too():
    writer, clerk, owner = participant(), secretary(), secretary()
    draft = made_ready(written(by=writer))
    standing = standing_of(clerk, TODAY)
    Publication.objects.filter(pk=draft.pk).update(reviewed_by=clerk, owner=owner)
    send_back(draft.key, words=checked("Korter."), version=draft.version, standing=standing, at=NOW)
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    client = signed_in(writer)

    found = lines(client, draft)

    assert set(found) == {f"/concepten/{draft.key}/eigenaar#id_owner", f"/concepten/{draft.key}#teruggegeven"}
    assert_each_leads_to_something(client, found)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_following_a_line_puts_the_focus_in_its_field(page, live_server):
    shared_principle()
    writer = participant()
    draft = written(by=writer)
    enter(page, writer, live_server.url)
    page.goto(f"{live_server.url}/concepten/{draft.key}")
    assert_accessible(page)

    page.get_by_role("link", name="‘Doe dit niet’ is nog leeg.").click()
    page.wait_for_url("**/delen#id_dont-1-text")

    page.wait_for_function("document.activeElement.id === 'id_dont-1-text'")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
