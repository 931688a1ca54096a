"""A year of the Platform: two meetings. One moves, one item is carried over, minutes are approved, and anyone reads."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.journeys.people import Colleague, Secretary
from tests.journeys.stage import letters_to, path_in
from tests.journeys.visitor import Visitor, in_days
from verder.notices.operations import announce

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

SOLVED, CARRIED = "Mag een school zorgen delen met de wijkagent?", "Wie belt er als eerste?"
TITLE = "Zorgen delen met de wijk"
SUMMARY = "Het Platform sprak over scholen en de wijk."
READER = "lezer@voorbeeld.example"


def test_two_meetings_of_the_platform(stage):
    stage.name = "jaar-"
    secretary, chair = Secretary(stage, personas.secretary()), Colleague(stage, personas.platform_chair())
    member, reader = Colleague(stage, personas.participant()), Visitor(stage)
    at = timezone.now()
    for question, title in ((SOLVED, TITLE), (CARRIED, "")):
        dilemma = factories.dilemma_at_intake(at=at, question=question)
        factories.admitted(dilemma, secretary.person, at=at, public_title=title, question=question)

    first = plan_and_move(secretary, member)
    hold_first(secretary, chair, first)
    second = secretary.plans_meeting("Landelijk Platform", in_days(0), hour="11:00")
    send_minutes(secretary, member, first)
    hold_second(secretary, chair, second)
    subscribe(reader)
    publish(secretary, first)
    read_and_stop(reader)


def plan_and_move(secretary: Secretary, member: Colleague) -> str:
    """Plan a meeting with its agenda, and move it to today after its members were invited."""
    meeting = secretary.plans_meeting("Landelijk Platform", in_days(20))
    secretary.follows("Nodig de leden uit")
    secretary.presses("Nodig 2 leden uit")
    for question in (SOLVED, CARRIED):
        secretary.places(question, meeting)
    secretary.sends_agenda(meeting)
    member.receives("De agenda staat klaar")

    secretary.goes_to(f"{meeting}/verplaatsen")
    secretary.writes("Datum", in_days(0))
    secretary.presses("Verplaats de vergadering")
    secretary.reads("De vergadering is verplaatst")
    assert "Was:" in letters_to(member.person.email)[-1].body
    return meeting


def hold_first(secretary: Secretary, chair: Colleague, meeting: str) -> None:
    """Hold the first meeting: write down what was said, solve one dilemma, and carry the other over."""
    chair.goes_to(f"{meeting}/leiden")
    chair.presses("Begin de vergadering")
    chair.reads("Hier is de vergadering nu", SOLVED)
    chair.writes("Besluit", "Dit mag, na advies.")
    chair.writes("Verslag", "Deelnemers vertelden hoe zij het doen.")
    chair.presses("Bewaar")
    chair.reads("Het verslag van dit punt is bewaard")
    chair.decides(
        meeting,
        "Opgelost",
        {
            "De oplossing of het inzicht": "Dat mag, als u eerst advies vraagt.",
            "Hoe verspreiden wij dit?": "In de nieuwsbrief voor scholen.",
            "Bericht aan de inbrenger": "Vraag eerst advies.",
        },
    )
    chair.looks_first_and("Opgelost")
    secretary.closes_meeting(meeting, "De tijd was op.")


def send_minutes(secretary: Secretary, member: Colleague, meeting: str) -> None:
    """Send the minutes; the member reads them after the mail about them."""
    secretary.goes_to(f"{meeting}/stukken/verslag")
    secretary.follows("Verstuur het verslag")
    secretary.presses("Verstuur")
    secretary.reads("Het verslag is verstuurd")
    member.receives("Het verslag van een vergadering is klaar")
    member.goes_to(path_in(letters_to(member.person.email)[-1]))
    member.reads(SOLVED, "Deelnemers vertelden hoe zij het doen.", CARRIED)


def hold_second(secretary: Secretary, chair: Colleague, meeting: str) -> None:
    """Hold the second meeting: its minutes stand there by themselves, and what was carried over is decided."""
    secretary.places(CARRIED, meeting)
    chair.goes_to(f"{meeting}/leiden")
    chair.presses("Begin de vergadering")
    chair.reads("Verslag, besluiten en acties van de vorige vergadering")
    chair.page.get_by_role("link", name=re.compile("^Stel het verslag van .* vast$")).click()
    chair.presses("Stel vast")
    chair.reads("Het verslag is vastgesteld")
    chair.goes_to(f"{meeting}?punt=2")
    chair.page.get_by_role("link", name=re.compile("^Een werkgroep zoekt het uit")).click()
    chair.writes("De opdracht voor de werkgroep", "Zoek uit wie belt.")
    chair.presses("Een werkgroep zoekt het uit")
    chair.reads("‘Een werkgroep zoekt het uit’ is gedaan.")
    secretary.closes_meeting(meeting)


def subscribe(reader: Visitor) -> None:
    """Ask to be told of outcomes, and confirm by mail."""
    reader.goes_to("/")
    reader.follows("Uitkomsten van vergaderingen")
    reader.writes("Uw e-mailadres", READER)
    reader.presses("Vraag bericht aan")
    reader.reads("Kijk in uw e-mail")
    reader.goes_to(path_in(letters_to(READER)[-1]))
    reader.presses("Ja, stuur mij bericht")
    reader.reads("U krijgt bericht")


def publish(secretary: Secretary, meeting: str) -> None:
    """Publish the outcomes of the first meeting, after a look at exactly what will be public."""
    secretary.goes_to(f"{meeting}/stukken/besluitenlijst")
    secretary.follows("Publiceer de uitkomsten")
    secretary.writes("Samenvatting voor iedereen", SUMMARY)
    secretary.presses("Bekijk wat openbaar wordt")
    secretary.reads("Precies dit wordt openbaar", SUMMARY, TITLE, "Opgelost.")
    secretary.presses("Publiceer")
    secretary.reads("De uitkomsten staan online")


def read_and_stop(reader: Visitor) -> None:
    """Read the outcomes by the link in the letter, and want no more letters."""
    announce(at=timezone.now())
    letter = letters_to(READER)[-1]
    page, stop = (urlsplit(link).path for link in re.findall(r"https?://\S+", letter.body))
    reader.goes_to(page)
    reader.reads("Landelijk Platform", SUMMARY, TITLE, "Opgelost.")
    reader.does_not_read(SOLVED, CARRIED, "Deelnemers vertelden")
    reader.looks("uitkomsten")
    reader.fits()
    reader.goes_to(stop)
    reader.presses("Ja, stop")
    reader.reads("U krijgt geen bericht meer")
