"""From assignment to verdict: a group with a specialist from outside answers one dilemma and escalates another."""

from __future__ import annotations

import pytest

from tests import personas
from tests.journeys.people import Chair, Lead, SecondReader, Secretary, Specialist, Submitter
from tests.journeys.visitor import Visitor, in_days

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ANSWERED = "Moet een melder zijn naam geven?"
STUCK = "Wie betaalt de opvang?"
ELSEWHERE = "Mag een school dit doorgeven?"
GROUP = "Werkgroep melden"
PUBLIC = "Hoe meldt u zonder uw naam te noemen?"
PRODUCT = "Melden zonder naam"
FILE = {
    "Wat is er geprobeerd, en wat kwam daaruit?": "Drie routes: gemeente, zorg en rijk. Geen paste.",
    "Waarom is er geen concreet resultaat?": "Geen wet zegt wie betaalt.",
    "Waaruit blijkt dat het dilemma blijft bestaan?": "Drie regio’s melden het.",
    "Wat vraagt u van de bestuurders?": "Spreek af wie betaalt.",
}
ADDRESS = "specialist@buiten.example"


def put_in(stage, secretary: Secretary, question: str) -> Submitter:
    """Put a dilemma in, and carry it to where it waits for the Platform."""
    submitter = Submitter(stage)
    submitter.puts_in(question, "Collega’s lopen hierop vast.")
    submitter.opens_with_code()
    secretary.shares(submitter.number, question, "Professionals lopen hierop vast.")
    submitter.agrees_with(question)
    secretary.admits(submitter.number)
    return submitter


def assert_brief_tells_what_was_found(secretary: Secretary, number: str) -> None:
    """Read on the page for directors, and on paper, what the group found and asks."""
    council = secretary.plans_meeting("Strategisch Beraad", in_days(0))
    secretary.places(STUCK, council)
    secretary.opens_brief(number, council)
    secretary.reads(STUCK, "Welke routes zijn geprobeerd", *FILE.values())
    secretary.looks("in-het-kort")
    printed = secretary.prints_it()
    assert [words for words in ("Welke routes zijn geprobeerd", *FILE.values()) if words not in printed] == []


def test_a_group_with_a_specialist_from_outside_goes_from_assignment_to_verdict(stage):
    stage.name = "opdracht-"
    secretary, chair = Secretary(stage, personas.secretary()), Chair(stage, personas.platform_chair())
    lead, reader = Lead(stage, personas.participant()), SecondReader(stage, personas.participant())
    answered, stuck, elsewhere = (put_in(stage, secretary, one) for one in (ANSWERED, STUCK, ELSEWHERE))
    meeting = secretary.plans_meeting("Landelijk Platform", in_days(0))
    for question in (ANSWERED, STUCK):
        secretary.places(question, meeting)
        chair.decides(meeting, "Een werkgroep zoekt het uit", {"De opdracht voor de werkgroep": "Zoek dit uit."})
        chair.presses("Een werkgroep zoekt het uit")
    secretary.forms_group(answered.number, GROUP, lead=lead.person, members=[reader.person], public=PUBLIC)
    secretary.joins_group(stuck.number, GROUP)
    secretary.invites_specialist(GROUP, ADDRESS, "Een universiteit")
    secretary.looks("groep")

    specialist = Specialist(stage, ADDRESS)
    specialist.comes_in_by_letter()
    specialist.reads(GROUP, "Zoek dit uit.", ANSWERED, STUCK, "Een universiteit", "Toegang tot en met")
    specialist.looks("specialist")
    group = specialist.page.url.removeprefix(stage.address)
    specialist.may_not_open(f"/dilemmas/{elsewhere.number}")
    specialist.may_not_open(meeting)
    specialist.goes_to("/dilemmas")
    specialist.reads(ANSWERED)
    specialist.does_not_read(ELSEWHERE)

    chair.sets_principle("Wij kijken naar wat iemand doet, bij iedereen op dezelfde manier.")
    lead.writes_product(GROUP, PRODUCT, "## Het kan\n\nVraag *eerst* advies.", reader=reader.person)
    reader.publishes(PRODUCT)
    lead.gives_verdict(GROUP, "Lever op", ANSWERED, {"Bericht aan de inbrenger": "Lees hoe u kunt melden."})
    lead.looks_first_and("Lever op")
    specialist.goes_to(group)
    specialist.reads(GROUP, PRODUCT)
    lead.gives_verdict(
        GROUP,
        "Naar het Strategisch Beraad",
        STUCK,
        FILE,
    )
    lead.looks("escalatie")
    lead.presses("Naar het Strategisch Beraad")
    lead.reads("is gedaan")

    specialist.goes_to(group)
    specialist.reads(PUBLIC, "Uw toegang tot deze werkgroep stopte", "Dank u wel", "De werkgroep is klaar", PRODUCT)
    specialist.does_not_read("Zoek dit uit.", STUCK, lead.person.name)
    specialist.looks("voorbij")
    specialist.may_not_open(f"/dilemmas/{stuck.number}")
    answered.finds("De werkgroep leverde een antwoord op", "Lees hoe u kunt melden", PRODUCT)
    stuck.finds("De werkgroep bracht het naar het Strategisch Beraad", "Drie routes", "Spreek af wie betaalt.")
    anyone = Visitor(stage)
    anyone.goes_to("/werkgroepen?welke=klaar")
    anyone.reads(GROUP, PUBLIC, PRODUCT)

    assert_brief_tells_what_was_found(secretary, stuck.number)
