"""From the Platform's assignment to organisations that have it: written together, read twice, published and spread."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.distribution.spreads import organisation
from tests.journeys.people import Chair, Lead, SecondReader, Secretary, Specialist
from tests.journeys.visitor import Visitor
from tests.post.conftest import MailServer, mail_server  # noqa: F401 -- the server is a fixture
from tests.processes import worker
from verder.network.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ASSIGNMENT = "Zoek uit wanneer melden zonder naam mag."
GROUP = "Werkgroep melden"
PRODUCT = "Melden zonder naam"
OUTSIDE = "specialist@buiten.example"
FACTS = "De wet laat melden zonder naam toe."
OTHER_FACTS = "In drie regio’s weten collega’s dat niet."
FIRST_TEXT = "## Het kan\n\nVraag *eerst* advies."
MENDED = f"{FIRST_TEXT} Bij gevaar belt u meteen."
PATIENCE = 60
"""Seconds in which a worker brings a letter, also where many tests run at once."""


def assigned(chair: Chair, clerk: Person) -> str:
    """Let the Platform give a dilemma to a working group, and return its number."""
    dilemma, meeting = factories.at_platform(clerk, at=timezone.now() - timedelta(days=7))
    chair.decides(
        f"/vergaderingen/{meeting.key}", "Een werkgroep zoekt het uit", {"De opdracht voor de werkgroep": ASSIGNMENT}
    )
    chair.presses("Een werkgroep zoekt het uit")
    chair.reads("is gedaan")
    return dilemma.number


def write_at_the_same_moment(number: str, lead: Lead, specialist: Specialist) -> None:
    """Let two people write one section; who saves last sees what the other wrote, and keeps both."""
    lead.opens_group(GROUP)
    lead.follows("Ga naar de werkruimte")
    lead.follows(f"Begin een werkblad voor {number}")
    lead.presses("Begin")
    lead.reads("De feiten")
    sheet = urlsplit(lead.page.url).path
    lead.presses("Bewerk: De feiten")
    specialist.goes_to(sheet)
    specialist.reads(f"{lead.person.name} bewerkt dit deel nu.")
    specialist.presses("Bewerk: De feiten")
    specialist.writes("Tekst", FACTS)
    specialist.presses("Bewaar")
    specialist.reads(FACTS)

    lead.writes("Tekst", OTHER_FACTS)
    lead.presses("Bewaar")
    lead.reads("Wat er nu staat", FACTS)
    assert lead.has_written("Tekst") == OTHER_FACTS
    lead.looks("botsing")
    lead.writes("Tekst", f"{FACTS}\n\n{OTHER_FACTS}")
    lead.presses("Bewaar")
    specialist.goes_to(sheet)
    specialist.reads("De feiten", FACTS, OTHER_FACTS)


def spread(secretary: Secretary, *kinds: str) -> None:
    """Spread the piece from the work list, after a look at who gets it."""
    secretary.goes_to("/werkvoorraad")
    secretary.follows("Verspreiden")
    secretary.reads(PRODUCT, "Nog niet verspreid")
    secretary.follows(f"Verspreid: {PRODUCT}")
    for kind in kinds:
        secretary.chooses(kind)
    secretary.presses("Bekijk wie het krijgt")
    secretary.reads("2 organisaties krijgen een mail")
    secretary.presses("Verstuur de mails")
    secretary.reads(f"Bereik: {PRODUCT}", "0 van 2 organisaties")


def letter_to(server: MailServer, address: str) -> EmailMessage:
    """Wait until the mail server has a letter to an address."""
    limit = time.monotonic() + PATIENCE
    while True:
        letters = (cast("EmailMessage", message_from_bytes(raw, policy=default)) for raw in list(server.letters))
        theirs = [letter for letter in letters if letter["To"] == address]
        if theirs:
            assert len(theirs) == 1
            return theirs[0]
        assert time.monotonic() < limit, "the worker brought no letter"
        time.sleep(0.2)


@pytest.mark.parametrize("stage", [True], ids=["with scripts"], indirect=True)
def test_an_assignment_becomes_a_factsheet_that_organisations_have(stage, mail_server, settings, monkeypatch):  # noqa: F811
    stage.name = "verspreid-"
    real_mail, settings.MAIL_URL = settings.MAIL_URL, "mailbox:"
    there, silent = organisation(of="gemeente"), organisation(of="politie", region="VR13")
    secretary, chair = Secretary(stage, personas.secretary()), Chair(stage, personas.platform_chair())
    lead, reader = Lead(stage, personas.participant()), SecondReader(stage, personas.participant())
    chair.sets_principle("Wij kijken naar wat iemand doet, bij iedereen op dezelfde manier.")
    number = assigned(chair, secretary.person)
    secretary.forms_group(number, GROUP, lead=lead.person, members=[reader.person])
    secretary.invites_specialist(GROUP, OUTSIDE, "Een universiteit")
    specialist = Specialist(stage, OUTSIDE)
    specialist.comes_in_by_letter()
    specialist.reads(GROUP, ASSIGNMENT)

    write_at_the_same_moment(number, lead, specialist)
    lead.writes_product(GROUP, PRODUCT, FIRST_TEXT, reader=reader.person, kind="Factsheet")
    reader.sends_back(PRODUCT, "Zeg ook wat iemand doet bij gevaar.")
    lead.receives("Uw tweede lezer vraagt een aanpassing")
    lead.mends(PRODUCT, MENDED)
    reader.publishes(PRODUCT)
    specialist.may_not_open("/verspreiden")

    settings.MAIL_URL = real_mail
    monkeypatch.setenv("VERDER_MAIL_URL", real_mail)
    spread(secretary, "gemeente", "politie")
    with worker():
        letter, other = letter_to(mail_server, there.email), letter_to(mail_server, silent.email)
    links = re.findall(r"https?://\S+", f"{letter.get_content()} {other.get_content()}")
    colleague = Visitor(stage)
    colleague.goes_to(urlsplit(links[0]).path)
    colleague.reads(there.name, PRODUCT, "Hebt u het ontvangen?")
    colleague.presses("Ja, ontvangen")
    colleague.reads("liet u weten dat u het hebt")
    colleague.writes("Aan hoeveel collega’s gaf u het door", "12")
    colleague.presses("Ja, doorgegeven")
    colleague.reads("U gaf het door aan ongeveer 12 collega’s")
    colleague.follows("Lees het stuk")
    colleague.reads(PRODUCT, "Bij gevaar belt u meteen.")
    paper = colleague.page.request.get(f"{colleague.page.url}.pdf")

    secretary.goes_to(f"{urlsplit(colleague.page.url).path}/bereik")
    secretary.reads(
        "1 van 2 organisaties lieten weten", "Bereik op de kaart", "Utrecht", there.name, "(12)", silent.name
    )
    secretary.looks("bereik")
    assert len(set(links)) == 2
    assert PRODUCT not in f"{letter['Subject']} {letter.get_content()}"
    assert paper.body().startswith(b"%PDF")
