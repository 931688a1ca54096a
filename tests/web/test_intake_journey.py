"""The way of a submitter in a real browser: put in with two findings, answer, agree, withdraw; also without scripts."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.factories import checked, words
from tests.personas import as_actor, director, participant, secretary
from tests.web.filling import CODE, PHONE
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, Exemption, KnownTo, Submitter
from verder.deliberation.operations import council, exchange, secretariat, sharing
from verder.network.models import Theme, UrgentRoute

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
MAIL = "iemand@voorbeeld.nl"


@pytest.fixture(params=["with scripts", "without scripts"])
def visitor(request, page, page_without_js):
    return page if request.param == "with scripts" else page_without_js


@pytest.fixture
def clerk(live_server):
    Theme.objects.create(name="Uithuwelijking")
    routes = [("Zorgen over een kind of volwassene", "Veilig Thuis"), ("Eén zaak", "Zorg- en Veiligheidshuis")]
    for position, (situation, name) in enumerate(routes):
        UrgentRoute.objects.create(situation=situation, name=name, last_checked_on="2026-11-02", position=position)
    return secretary()


def fill_in(page, address: str) -> None:
    page.goto(f"{address}/inbrengen")
    page.get_by_label("Uw vraag", exact=True).fill("Mag de school mij vertellen wanneer dit meisje op reis gaat?")
    page.get_by_label("Wat speelt er?").fill(f"De moeder belt mij met {PHONE}. Zij wil niet met de school praten.")
    page.get_by_label("Wat is al geprobeerd?").fill(f"Ik mailde naar {MAIL}, een team van de gemeente.")


def send(page) -> None:
    page.get_by_role("button", name="Breng mijn dilemma in").click()


def solve_one_and_explain_the_other(page) -> None:
    explained = page.get_by_role("group", name="E-mailadres")
    explained.get_by_label("Dit is er geen.").check()
    explained.get_by_label("Waarom is dit er geen?").fill("Openbaar adres van een team")
    send(page)


def put_in(page, address: str) -> Dilemma:
    fill_in(page, address)
    send(page)
    solve_one_and_explain_the_other(page)
    page.get_by_role("button", name="Open uw dilemma").click()
    page.wait_for_url("**/mijn-dilemma/*")
    return Dilemma.objects.select_related("submitter").get()


def as_secretariat(clerk):
    at = timezone.now()
    return {"actor": as_actor(clerk, at), "at": at, "intent": Intent()}


def test_a_dilemma_is_put_in_answered_agreed_to_and_withdrawn(visitor, live_server, clerk):
    dilemma = put_in(visitor, live_server.url)
    assert dilemma.original.situation.startswith("De moeder belt mij met het telefoonnummer.")
    assert Exemption.objects.get().reason == "Openbaar adres van een team"

    exchange.ask_submitter(dilemma.number, question=checked("Wie beslist hierover?"), **as_secretariat(clerk))
    visitor.reload()
    visitor.get_by_label("Uw antwoord").fill("De directeur van de school.")
    visitor.get_by_role("button", name="Verstuur uw antwoord").click()
    expect(visitor.get_by_text("Uw antwoord is verstuurd.")).to_be_visible()

    sharing.prepare_shared_version(dilemma.number, words=words(), **as_secretariat(clerk))
    visitor.reload()
    visitor.get_by_role("link", name="Lees de tekst die anderen krijgen").click()
    visitor.get_by_role("button", name="Ja, deze tekst klopt").click()
    expect(visitor.get_by_text("Wij hebben genoteerd dat de tekst klopt.")).to_be_visible()

    visitor.get_by_role("link", name="Ik wil mijn dilemma intrekken").click()
    visitor.get_by_label("Waarom trekt u het in?").fill("De school heeft het zelf opgelost.")
    visitor.get_by_role("button", name="Trek mijn dilemma in").click()
    expect(visitor.get_by_text("Uw dilemma is ingetrokken.")).to_be_visible()
    assert Dilemma.objects.get().rung == "withdrawn"


def test_a_double_click_leaves_one_dilemma(visitor, live_server, clerk):
    fill_in(visitor, live_server.url)
    send(visitor)
    explained = visitor.get_by_role("group", name="E-mailadres")
    explained.get_by_label("Dit is er geen.").check()
    explained.get_by_label("Waarom is dit er geen?").fill("Openbaar adres van een team")

    visitor.get_by_role("button", name="Breng mijn dilemma in").dblclick()

    visitor.wait_for_selector("#code")
    assert Dilemma.objects.count() == 1


def test_going_back_loses_nothing_that_was_typed(page, live_server, clerk):
    page.goto(f"{live_server.url}/inbrengen")
    page.get_by_label("Uw vraag", exact=True).fill("Mag ik dit delen?")
    page.get_by_label("Wat speelt er?").fill("Een school maakt zich zorgen.")
    page.get_by_role("link", name="Lees wat TLP betekent").click()
    page.wait_for_url("**/wat-tlp-betekent*")

    page.go_back()

    expect(page.get_by_label("Wat speelt er?")).to_have_value("Een school maakt zich zorgen.")


def test_a_page_is_opened_with_the_code_on_another_device(page, phone, live_server, clerk):
    fill_in(page, live_server.url)
    send(page)
    solve_one_and_explain_the_other(page)
    code = page.locator("#code").inner_text()

    phone.goto(f"{live_server.url}/volgen")
    phone.get_by_role("textbox", name="Uw ontvangstcode").fill(code.lower().replace("-", " "))
    phone.get_by_role("button", name="Open uw dilemma").click()

    assert CODE.fullmatch(code)
    expect(phone.get_by_role("heading", level=1)).to_have_text(re.compile("^Mag de school"))


def test_everything_is_done_with_the_keyboard_alone(page, live_server, clerk):
    page.goto(f"{live_server.url}/inbrengen")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    tab_to(page, "id_question")
    page.keyboard.type("Mag ik dit delen?")
    tab_to(page, "id_situation")
    page.keyboard.type(f"De moeder belt met {PHONE}.")
    tab_to_button(page, "Breng mijn dilemma in")
    page.keyboard.press("Enter")
    expect(page.locator("#error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#proof-situation")).to_be_focused()
    tab_to_button(page, "Breng mijn dilemma in")
    page.keyboard.press("Enter")
    page.wait_for_selector("#code")

    assert Dilemma.objects.get().original.situation == "De moeder belt met het telefoonnummer."


def tab_to(page, element: str) -> None:
    for _ in range(60):
        if page.evaluate("document.activeElement.id") == element:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{element} is not reached by the keyboard")


def tab_to_button(page, words: str) -> None:
    for _ in range(80):
        if page.evaluate("document.activeElement.innerText || ''").startswith(words):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{words} is not reached by the keyboard")


def test_stations_turn_full_while_one_types(page, live_server, clerk):
    page.goto(f"{live_server.url}/inbrengen")

    page.get_by_label("Uw vraag", exact=True).fill("Mag ik dit delen?")
    page.get_by_label("Ikzelf").check()

    expect(page.locator(".verder-contents .is-filled a")).to_have_text(["Uw vraag", "Delen"])


def test_who_says_that_a_finding_is_none_is_asked_why(page, live_server, clerk):
    fill_in(page, live_server.url)
    send(page)
    found = page.get_by_role("group", name="Telefoonnummer")
    asked = found.get_by_label("Waarom is dit er geen?")
    expect(found).to_be_visible()
    expect(asked).not_to_be_visible()

    found.get_by_label("Dit is er geen.").check()

    expect(asked).to_be_visible()


def test_every_page_of_putting_in_is_fit_for_everyone(page, live_server, clerk):
    fill_in(page, live_server.url)
    hold(page, "intake")
    send(page)
    hold(page, "intake-findings")
    solve_one_and_explain_the_other(page)
    hold(page, "intake-receipt")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw dilemma is ingebracht", use_inner_text=True)


def test_every_page_of_following_is_fit_for_everyone(page, live_server, clerk):
    page.goto(f"{live_server.url}/volgen")
    hold(page, "follow")
    page.get_by_role("textbox", name="Uw ontvangstcode").fill("fout")
    page.get_by_role("button", name="Open uw dilemma").click()
    hold(page, "follow-wrong-code")
    dilemma = put_in(page, live_server.url)
    own = page.url.split("#")[0]
    hold(page, "dilemma")
    exchange.ask_submitter(dilemma.number, question=checked("Wie beslist hierover?"), **as_secretariat(clerk))
    page.reload()
    page.get_by_label("Uw antwoord").fill(f"Bel {PHONE}.")
    page.get_by_role("button", name="Verstuur uw antwoord").click()
    hold(page, "dilemma-findings")
    page.get_by_role("button", name="Verstuur uw antwoord").click()
    sharing.prepare_shared_version(dilemma.number, words=words(own_view="Dit is lastig."), **as_secretariat(clerk))
    page.goto(f"{own}/gedeelde-tekst")
    hold(page, "dilemma-shared")
    page.goto(f"{own}/instellingen")
    hold(page, "dilemma-settings")
    page.goto(f"{own}/intrekken")
    hold(page, "dilemma-withdraw")
    secretariat.decline(
        dilemma.number,
        reason=checked("Dit gaat over één zaak."),
        message=checked("Bespreek dit met het Zorg- en Veiligheidshuis in uw regio."),
        **as_secretariat(clerk),
    )
    page.goto(own)
    hold(page, "dilemma-end")
    expect(page.get_by_role("heading", name=re.compile("Niet in behandeling"))).to_be_visible()


def hold(page, name: str) -> None:
    look(page, name)
    assert_accessible(page)
    assert_no_overflow(page)


def test_the_first_visit_of_the_form_is_light(page, live_server, clerk):
    responses = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 -- playwright marks its listeners

    page.goto(f"{live_server.url}/inbrengen", wait_until="networkidle")

    assert len(responses) <= 8
    assert sum(len(response.body()) for response in responses if response.url.endswith("/inbrengen")) <= 30_000
    assert all(response.ok for response in responses)


def test_whoever_allows_it_is_known_to_the_bodies(page, live_server, clerk):
    dilemma = put_in(page, live_server.url)

    page.get_by_role("link", name="Wijzig wie dit ziet").click()
    page.get_by_label("Ook de leden van elk overleg").check()
    page.get_by_role("button", name="Bewaar wie mij kent").click()

    expect(page.get_by_text("Uw keuze is bewaard.")).to_be_visible()
    assert Submitter.objects.get(dilemma=dilemma).known_to == KnownTo.BODIES


def test_every_page_with_an_account_is_fit_for_everyone(page, live_server, clerk):
    enter(page, clerk, live_server.url)
    page.goto(f"{live_server.url}/dilemmas/nieuw")
    hold(page, "record")
    page.get_by_label("Uw vraag", exact=True).fill("Mag ik dit delen?")
    page.get_by_label("Wat speelt er?").fill("Een school maakt zich zorgen.")
    page.get_by_role("button", name="Voer het dilemma in").click()
    hold(page, "record-receipt")
    page.goto(f"{live_server.url}/inbrengen")
    hold(page, "intake-account")
    page.get_by_label("Uw vraag", exact=True).fill("Mag ik dit ook delen?")
    page.get_by_label("Wat speelt er?").fill("Een andere school maakt zich zorgen.")
    send(page)
    page.goto(f"{live_server.url}/mijn-dilemmas")
    hold(page, "mine")
    expect(page.get_by_role("link", name="Mag ik dit ook delen?")).to_be_visible()


def test_pages_that_say_no_are_fit_for_everyone(page, live_server, clerk):
    for name, address in {"link-over": "/volgen/open/kapot", "follow": "/volgen"}.items():
        page.goto(f"{live_server.url}{address}")
        hold(page, name)
    page.get_by_role("textbox", name="Uw e-mailadres").fill("iemand@voorbeeld.example")
    page.get_by_role("button", name="Mail mij een link").click()
    hold(page, "link-asked")
    dilemma = put_in(page, live_server.url)
    page.get_by_label("Wilt u iets toevoegen?").fill("Een lang verhaal dat niet verloren mag gaan.")
    page.context.clear_cookies(name="verder_follow")
    page.get_by_role("button", name="Verstuur aan het secretariaat").click()
    hold(page, "closed")
    expect(page.get_by_label("Dit typte u")).to_have_value("Een lang verhaal dat niet verloren mag gaan.")
    assert not dilemma.messages.exists()


def test_a_long_journey_is_fit_for_everyone(page, live_server, clerk):
    owner, promiser = participant(), director()
    dilemma, meeting = factories.at_council(clerk, lead=participant())
    promise = council.Promise(
        checked("De regel die het delen verbiedt, gaat weg."), promiser, date(2026, 4, 22), forum="Kamerbrief"
    )
    council.commit(
        dilemma.number,
        promises=[promise],
        actor=as_actor(clerk, meeting.starts_at),
        at=meeting.starts_at,
        intent=Intent(),
    )
    Submitter.objects.filter(dilemma=dilemma).update(person=owner)
    enter(page, owner, live_server.url)

    page.goto(f"{live_server.url}/mijn-dilemma/{dilemma.number}")

    hold(page, "dilemma-long")
    expect(page.get_by_text("Op de politieke agenda: Kamerbrief, klaar op 22 april 2026")).to_be_visible()
    expect(page.get_by_text("Dat staat hier nog niet. Het ligt niet aan u.")).to_be_visible()
