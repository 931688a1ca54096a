"""A word that slipped through: found, replaced, destroyed by a second person, and pointed at; in a real browser."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import expect

from tests import factories, personas
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.deliberation.doing import do
from tests.factories import checked
from tests.files.making import checked_file
from tests.signing_in import signed_in
from tests.slips.scenes import TEXT, WORD, hidden, with_a_slip
from verder.deliberation.models import Dilemma, Note
from verder.deliberation.operations import attachments, exchange
from verder.domain.tlp import Tlp
from verder.post.models import Delivery
from verder.slips.models import HiddenPlace, Slip

LONG_NAME = "een verslag over de regie in de wijk met een naam die langer is dan een telefoon breed"
BROWSER = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def hold(page, name: str) -> None:
    """Save what a page looks like, and hold it against what is asked of every page; axe needs scripts itself."""
    look(page, name)
    assert_no_overflow(page)
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        assert_accessible(page)


@pytest.fixture(params=["page", "page_without_js"])
def visitor(request):
    """Give a browser with scripts, and one without."""
    opened = request.getfixturevalue(request.param)
    opened.set_default_timeout(10_000)
    return opened


class TestInTheBrowser:
    pytestmark = BROWSER

    def test_a_secretary_replaces_a_word_and_a_second_secretary_destroys_it(self, visitor, live_server) -> None:
        dilemma, clerk = with_a_slip()
        enter(visitor, clerk, live_server.url)
        visitor.goto(f"{live_server.url}/dilemmas/{dilemma.number}")
        visitor.get_by_role("link", name="Dit hoort hier niet te staan").click()
        visitor.get_by_label("Welk woord of welke naam hoort hier niet?").fill("Tulpenveld")
        visitor.get_by_role("button", name="Zoek waar het staat").click()
        hold(visitor, "slip-hide")
        for box in visitor.get_by_role("group", name="Waar verbergen?").get_by_role("checkbox").all():
            box.check()
        visitor.get_by_label("Wat komt ervoor in de plaats?").fill("perceel")
        visitor.get_by_role("button", name="Verberg nu").click()
        visitor.get_by_text("De tekst is verborgen").wait_for()
        assert Note.objects.get().text == "Dit gaat over het perceel en school."
        visitor.goto(f"{live_server.url}/verborgen")
        expect(visitor.get_by_role("button", name="Vernietig voorgoed")).to_have_count(0)
        hold(visitor, "slips-own")

        visitor.context.clear_cookies()
        enter(visitor, personas.secretary(), live_server.url)
        visitor.goto(f"{live_server.url}/werkvoorraad")
        visitor.get_by_role("link", name="Verborgen teksten wachten").click()
        hold(visitor, "slips-waiting")
        visitor.get_by_role("button", name="Vernietig voorgoed").click()

        visitor.get_by_text("De tekst is voorgoed vernietigd").wait_for()
        hold(visitor, "slips-none")
        assert Slip.objects.get().state == "destroyed"
        assert not HiddenPlace.objects.exclude(words="").exists()

    def test_a_secretary_comes_from_a_file_hides_it_and_nobody_fetches_it(self, visitor, live_server) -> None:
        dilemma, clerk = with_a_slip()
        do(attachments.attach, dilemma, clerk, files=[checked_file(), checked_file(name=f"{LONG_NAME}.docx")])
        enter(visitor, clerk, live_server.url)
        visitor.goto(f"{live_server.url}/dilemmas/{dilemma.number}/bestanden")
        hold(visitor, "slip-files")
        visitor.get_by_role("link", name="Dit hoort hier niet te staan").last.click()
        expect(visitor.get_by_role("checkbox", name=f"Heel bestand: {LONG_NAME}")).to_be_checked()
        expect(visitor.get_by_role("checkbox", name="Heel bestand: verslag.docx")).not_to_be_checked()
        hold(visitor, "slip-hide-file")
        visitor.get_by_role("button", name="Verberg nu").click()
        visitor.get_by_text("is verborgen").wait_for()

        visitor.goto(f"{live_server.url}/dilemmas/{dilemma.number}/bestanden")

        expect(visitor.get_by_role("link", name="verslag.docx", exact=True)).to_have_count(1)
        expect(visitor.get_by_text(LONG_NAME)).to_have_count(0)

    def test_a_secretary_chooses_by_which_dilemma_of_a_meeting_words_are_hidden(self, visitor, live_server) -> None:
        clerk = personas.secretary()
        dilemma, meeting = factories.at_platform(clerk)
        factories.placed(factories.admitted(factories.dilemma_at_intake(), clerk), meeting, clerk)
        enter(visitor, clerk, live_server.url)
        visitor.goto(f"{live_server.url}/vergaderingen/{meeting.key}")
        visitor.get_by_role("link", name="Dit hoort hier niet te staan").click()
        hold(visitor, "slip-about")
        row = visitor.get_by_role("listitem").filter(has_text=dilemma.number)
        row.get_by_role("link", name="Dit hoort hier niet te staan").click()

        visitor.wait_for_url(f"**/dilemmas/{dilemma.number}/hoort-hier-niet")

    def test_a_participant_points_from_a_meeting_and_a_stranger_to_all_of_it_is_told_whom_to_ask(
        self, visitor, live_server
    ) -> None:
        clerk = personas.secretary()
        dilemma, meeting = factories.at_platform(clerk)
        Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)
        enter(visitor, personas.participant(), live_server.url)
        visitor.goto(f"{live_server.url}/hoort-hier-niet/vergadering/{uuid.uuid4()}")
        expect(visitor.get_by_text("Hier hoort geen dilemma bij dat u mag lezen")).to_be_visible()
        hold(visitor, "slip-about-nothing")
        visitor.goto(f"{live_server.url}/hoort-hier-niet/vergadering/{meeting.key}")
        hold(visitor, "slip-about-pointing")
        visitor.get_by_role("button", name="Dit hoort hier niet te staan").click()

        visitor.get_by_text("Het secretariaat krijgt bericht").wait_for()

    def test_a_second_secretary_who_gives_no_reason_is_asked_for_one(self, visitor, live_server) -> None:
        hidden(*with_a_slip())
        enter(visitor, personas.secretary(), live_server.url)
        visitor.goto(f"{live_server.url}/verborgen")
        visitor.get_by_role("link", name="Zet terug").click()
        visitor.get_by_role("button", name="Zet de tekst terug").click()
        hold(visitor, "slip-put-back")
        visitor.get_by_label("Waarom mag dit blijven staan?").fill("Dit is een straat, en geen persoon.")
        visitor.get_by_role("button", name="Zet de tekst terug").click()

        visitor.get_by_text("De tekst staat er weer").wait_for()
        assert Note.objects.get().text == TEXT

    def test_a_participant_points_at_what_should_not_stand_there(self, visitor, live_server) -> None:
        dilemma, clerk = with_a_slip()
        factories.admitted(dilemma, clerk)
        Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)
        enter(visitor, personas.participant(), live_server.url)
        visitor.goto(f"{live_server.url}/dilemmas/{dilemma.number}")
        hold(visitor, "slip-flag")
        visitor.get_by_role("button", name="Dit hoort hier niet te staan").click()

        visitor.get_by_text("Het secretariaat krijgt bericht").wait_for()
        assert Delivery.objects.filter(recipient=clerk.email, subject="Wilt u naar een tekst kijken?").count() == 1


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 6])
def test_the_list_of_what_waits_costs_as_much_for_many_as_for_one(django_assert_num_queries, number) -> None:
    for _one in range(number):
        dilemma, clerk = with_a_slip()
        hidden(dilemma, clerk)
    browser = signed_in(personas.secretary())
    browser.get("/verborgen")

    with django_assert_num_queries(6):
        answer = browser.get("/verborgen")

    assert answer.content.decode().count("Vernietig voorgoed") == number


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 6])
def test_the_page_to_hide_on_costs_as_much_for_many_notes_as_for_one(django_assert_num_queries, number) -> None:
    clerk, dilemma = personas.secretary(), factories.dilemma_at_intake()
    for _one in range(number):
        do(exchange.write_note, dilemma, clerk, text=checked(TEXT))
    browser, page = signed_in(clerk), f"/dilemmas/{dilemma.number}/hoort-hier-niet"
    browser.get(page)

    with django_assert_num_queries(50):
        answer = browser.get(page)

    assert answer.content.decode().count(WORD) == number
