"""The people of a journey, and what they do on the pages, so that a journey reads as a story.

What they read is asserted in Dutch, as it stands on the page: `submitter.reads("U bent aan zet")`.
"""

from __future__ import annotations

import io
import re
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from pypdf import PdfReader

from tests.browser import enter
from tests.journeys.stage import letters_to, path_in
from tests.journeys.visitor import NOTHING, Visitor, in_days
from verder.deliberation.models import AgendaItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.journeys.stage import Stage
    from tests.journeys.visitor import Words
    from verder.network.models import Person


class Submitter(Visitor):
    """A professional who is stuck: without an account, with a receipt code, and perhaps with a mail address."""

    def __init__(self, stage: Stage, *, address: str = "") -> None:
        super().__init__(stage)
        self.address = address
        self.number = self.code = ""

    def puts_in(self, question: str, situation: str, *, tlp: str = "", more: Words = NOTHING) -> None:
        """Put a dilemma in through the public form, and keep the receipt code; `more` goes by label."""
        self.goes_to("/")
        self.follows("Breng in")
        self.writes("Uw vraag", question)
        self.writes("Wat speelt er?", situation)
        for label, text in more.items():
            self.writes(label, text)
        if tlp:
            self.chooses(tlp)
        if self.address:
            self.writes("Uw e-mailadres", self.address)
        self.presses("Breng mijn dilemma in")
        self.keeps_receipt()

    def keeps_receipt(self) -> None:
        """Keep the number and the code of the receipt page."""
        self.reads("Uw dilemma is ingebracht", "Dit is uw ontvangstcode")
        self.code = self.page.locator("#code").inner_text()
        self.number = self.page.locator(".verder-kicker").inner_text().split()[-1]

    def confirms_address(self) -> None:
        """Confirm the mail address by the link in the letter."""
        letter = letters_to(self.address)[0]
        assert letter.subject == "Bevestig uw e-mailadres"
        self.goes_to(path_in(letter))
        self.presses("Ja, bevestig mijn adres")
        self.reads("Uw e-mailadres is bevestigd")

    def opens_with_code(self) -> None:
        """Open the dilemma's page with the receipt code."""
        self.goes_to("/")
        self.follows("Volg uw dilemma")
        self.writes("Uw ontvangstcode", self.code.lower().replace("-", " "))
        self.presses("Open uw dilemma")

    def comes_back(self) -> None:
        """Look again at the page that is open on this device."""
        self.goes_to(f"/mijn-dilemma/{self.number}")
        assert self.number in self.page.url

    def comes_back_by_letter(self) -> None:
        """Open the page by the link in the newest letter."""
        letter = letters_to(self.address)[-1]
        assert letter.subject == "Er is nieuws over uw dilemma"
        self.goes_to(path_in(letter))
        self.presses("Open uw dilemma")

    def finds(self, *texts: str) -> None:
        """Come back, and read these words in this order."""
        self.comes_back()
        self.reads(*texts)

    def answers(self, text: str) -> None:
        """Answer the secretariat's question."""
        self.comes_back()
        self.writes("Uw antwoord", text)
        self.presses("Verstuur uw antwoord")
        self.reads("Uw antwoord is verstuurd")

    def tells(self, text: str) -> None:
        """Write to the secretariat."""
        self.comes_back()
        self.writes("Wilt u iets toevoegen?", text)
        self.presses("Verstuur aan het secretariaat")
        self.reads("Uw bericht is verstuurd aan het secretariaat", text)

    def agrees_with(self, *shared_text: str) -> None:
        """Read the text that others will get, and say that it is right."""
        self.comes_back()
        self.reads("Kijkt u even mee?")
        self.follows("Lees de tekst die anderen krijgen")
        self.reads(*shared_text)
        self.presses("Ja, deze tekst klopt")
        self.reads("Wij hebben genoteerd dat de tekst klopt")

    def says_it_helped(self) -> None:
        """Say that the outcome helped."""
        self.comes_back()
        self.chooses("Ja, dit hielp mij")
        self.presses("Laat het weten")
        self.reads("U liet weten: dit hielp mij")


class Colleague(Visitor):
    """Somebody with an account, who is signed in."""

    def __init__(self, stage: Stage, person: Person) -> None:
        super().__init__(stage)
        self.person = person
        enter(self.page, person, stage.address)

    def comes_back(self) -> None:
        """Sign in again, as one has to after a while."""
        enter(self.page, self.person, self.stage.address)

    def has_received(self, subject: str) -> None:
        """Find one letter with this subject, among others."""
        assert [letter.subject for letter in letters_to(self.person.email)].count(subject) == 1

    def receives(self, subject: str) -> None:
        """Find a letter with this subject as the newest one."""
        assert [letter.subject for letter in letters_to(self.person.email)][-1:] == [subject]

    def opens(self, number: str) -> None:
        """Open the dossier of a dilemma."""
        self.goes_to(f"/dilemmas/{number}")

    def may_not_open(self, number: str) -> None:
        """Find that to this person there is no such dilemma."""
        answer = self.page.goto(f"{self.stage.address}/dilemmas/{number}")
        assert answer is not None
        assert answer.status == 404

    def cannot(self, step: str, number: str, why: str = "") -> None:
        """Find that a step is shut, and why."""
        self.opens(number)
        assert not self.page.get_by_role("link", name=step, exact=True).count()
        if why:
            self.reads("Nu niet mogelijk", step, why)

    def begins(self, step: str, number: str, words: Words = NOTHING) -> None:
        """Open the page of a step, and write the words that it asks under their labels."""
        self.opens(number)
        self.follows(step)
        for label, text in words.items():
            self.writes(label, text)

    def takes(self, step: str, number: str, words: Words = NOTHING) -> None:
        """Take a step from its page."""
        self.begins(step, number, words)
        self.presses(step)
        self.reads(f"‘{step}’ is gedaan.")

    def ends(self, step: str, number: str, words: Words = NOTHING) -> None:
        """Take a step to an end: look first at what the submitter will read."""
        self.begins(step, number, words)
        self.looks_first_and(step)

    def looks_first_and(self, step: str) -> None:
        """Read what the submitter will read, and then take the step."""
        self.presses("Bekijk eerst wat de inbrenger leest")
        self.reads("Zo leest de inbrenger het")
        self.presses(step)
        self.reads(f"‘{step}’ is gedaan.")

    def decides(self, meeting: str, outcome: str, words: Words = NOTHING) -> None:
        """Choose an outcome on the agenda of a meeting, and write the words that it asks."""
        self.goes_to(meeting)
        self.page.get_by_role("link", name=re.compile(f"^{outcome}")).click()
        for label, text in words.items():
            self.writes(label, text)


class Chair(Colleague):
    """Somebody who chairs the Platform."""

    def sets_principle(self, text: str) -> None:
        """Write down the shared principle that all guidance is held against."""
        self.goes_to("/uitgangspunt")
        self.follows("Leg een nieuwe versie vast")
        self.writes("Het gedeelde uitgangspunt", text)
        self.writes("Waarom stelt het Platform dit vast?", "Zo toetst iedereen op dezelfde manier.")
        self.presses("Leg vast")
        self.reads("De nieuwe versie is vastgelegd", text)

    def sets_rules_of_evidence(self, *, used: int, helped: int) -> None:
        """Write down from when guidance is being tried, and from when it is proven."""
        self.goes_to("/bewezen")
        self.follows("Leg nieuwe regels vast")
        self.writes("Hoeveel organisaties moeten het gebruiken voor ‘wordt geprobeerd’?", str(used))
        self.writes("Bij hoeveel organisaties moet het helpen voor ‘bewezen’?", str(helped))
        self.writes("Bij hoeveel procent moet het helpen voor ‘bewezen’?", "70")
        self.writes("Onder hoeveel procent is het niet meer bewezen?", "50")
        self.writes("Waarom stelt het Platform dit vast?", "Zo weet iedereen wat bewezen betekent.")
        self.presses("Leg vast")
        self.reads("De regels zijn vastgelegd.", "minstens 70% van wie het weet")


class Lead(Colleague):
    """Somebody who leads a working group."""

    def opens_group(self, name: str) -> None:
        """Open the page of the group."""
        self.goes_to("/werkgroepen")
        self.follows(name)

    def writes_product(self, group: str, title: str, text: str, *, reader: Person, kind: str = "Inzicht") -> None:
        """Write guidance for the group, and ask somebody to read it second."""
        self.opens_group(group)
        self.follows("Schrijf een product")
        self.picks("Wat voor stuk is het?", kind)
        self.writes("Titel", title)
        self.writes("Samenvatting", "Voor iedereen die hierover twijfelt.")
        self.writes("Tekst", text)
        self.presses("Bewaar als concept")
        self.reads("Het concept is bewaard", title, "Zeg of ervaringsdeskundigen zijn gehoord")
        self.follows("Schrijf de delen")
        self.chooses("Nee, zij zijn niet gehoord")
        self.writes("Hoe, of waarom niet?", "Er was nog niemand om te vragen.")
        self.presses("Bewaar")
        self.reads("De delen zijn bewaard", title)
        self.follows("Vraag een tweede lezer")
        self.picks("Wie leest het na?", reader.name)
        self.presses("Vraag deze lezer")
        self.reads("De tweede lezer kan het concept nu lezen")

    def mends(self, title: str, text: str) -> None:
        """Change a draft that the second reader sent back."""
        self.goes_to("/concepten")
        self.follows(title)
        self.reads("vraagt een aanpassing")
        self.follows("Bewerk de opening")
        self.writes("Tekst", text)
        self.presses("Bewaar")
        self.reads("Het concept is bewaard", title)

    def gives_verdict(self, group: str, verdict: str, question: str, words: Words) -> None:
        """Give the group's verdict on a dilemma, from the page of the group."""
        self.opens_group(group)
        self.follows(f"{verdict}: {question}")
        for label, text in words.items():
            self.writes(label, text)


class Specialist(Visitor):
    """Somebody from outside who was invited by mail, and has nothing but that letter."""

    def __init__(self, stage: Stage, address: str) -> None:
        super().__init__(stage)
        self.address = address

    def comes_in_by_letter(self) -> None:
        """Follow the link in the letter, log in with a mailed code, and set up a second step."""
        letter = letters_to(self.address)[0]
        assert letter.subject == "U bent gevraagd voor een werkgroep"
        self.goes_to(path_in(letter, whole=True))
        self.writes("E-mailadres", self.address)
        self.presses("Mail mij een code")
        code = re.search(r"\d{4}-\d{4}", letters_to(self.address)[-1].body)
        assert code
        self.writes("Code uit de mail", code[0])
        self.presses("Verder")
        self.follows("Stel een app in")
        secret = self.page.locator("code").inner_text().replace(" ", "")
        self.writes("Code uit de app", format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
        self.presses("Zet de app aan")
        self.follows("Ik heb ze bewaard")

    def may_not_open(self, path: str) -> None:
        """Find that to this person there is no such page."""
        answer = self.page.goto(self.stage.address + path)
        assert answer is not None
        assert answer.status == 404


class SecondReader(Colleague):
    """Somebody who reads guidance before it is published."""

    def sends_back(self, title: str, words: str) -> None:
        """Read a draft, and tell its writer what must change first."""
        self.goes_to("/concepten")
        self.follows(title)
        self.follows("Geef terug aan de schrijver")
        self.writes("Wat moet er anders?", words)
        self.presses("Geef terug")
        self.reads("De schrijver krijgt een mail", words)

    def publishes(self, title: str) -> None:
        """Read a draft, confirm what must be confirmed, and publish it for everyone."""
        self.goes_to("/concepten")
        self.reads(title, "U bent de tweede lezer")
        self.follows(title)
        self.follows("Lees na en publiceer")
        self.chooses("TLP:CLEAR")
        self.writes("Geldig tot", in_days(365))
        self.chooses("Ik heb alles gelezen")
        self.chooses("Ik heb het stuk getoetst")
        self.presses("Publiceer")
        self.reads("Het stuk is gepubliceerd", title)


class Director(Colleague):
    """Somebody in the Strategic Council who promised something."""

    def opens_promise(self, text: str) -> None:
        """Open a promise from the page of the council."""
        self.goes_to("/beraad")
        self.follows(text)

    def keeps(self, text: str, result: str) -> None:
        """Say that a promise was kept, and what it brought."""
        self.opens_promise(text)
        self.follows("Gedaan")
        self.writes("Wat heeft het opgeleverd?", result)
        self.presses("Gedaan")
        self.reads("De toezegging staat op gedaan", result)

    def drops(self, text: str, reason: str) -> None:
        """Say that a promise will not be kept, and why."""
        self.opens_promise(text)
        self.follows("Laat vervallen")
        self.writes("Waarom gaat het niet door?", reason)
        self.presses("Laat vervallen")
        self.reads("De toezegging is vervallen", reason)


class Secretary(Colleague):
    """Somebody of the secretariat."""

    def plans_meeting(self, body: str, day: str, *, hour: str = "09:00") -> str:
        """Plan a meeting, and return where its page is."""
        self.goes_to("/vergaderingen")
        self.follows("Plan een vergadering")
        self.picks("Wie vergadert er?", body)
        self.writes("Datum", day)
        self.writes("Begint om", hour)
        self.writes("Plaats", "Utrecht")
        self.presses("Plan de vergadering")
        self.reads("De vergadering is gepland.", body)
        return urlsplit(self.page.url).path

    def places(self, question: str, meeting: str) -> None:
        """Put a dilemma that waits on the agenda of a meeting."""
        self.goes_to(f"{meeting}/agenda")
        self.presses(f"Ter besluitvorming: {question}")
        self.reads("staat op de agenda")

    def adds_item(self, title: str, meeting: str) -> None:
        """Put an item that is not about a dilemma on the agenda of a meeting."""
        self.goes_to(f"{meeting}/agenda")
        self.follows("Voeg een punt toe")
        self.writes("Waar gaat het over?", title)
        self.presses("Zet op de agenda")
        self.reads("Het punt staat op de agenda", title)

    def sends_agenda(self, meeting: str) -> None:
        """Send the agenda of a meeting to its members."""
        self.goes_to(f"{meeting}/agenda")
        self.page.get_by_role("link", name="Verstuur de ").click()
        self.presses("Verstuur")
        self.reads("De agenda is verstuurd")

    def closes_meeting(self, meeting: str, why: str = "") -> None:
        """Close a meeting, and say why what was not decided goes to the next one."""
        self.goes_to(f"{meeting}/afsluiten")
        if why:
            self.writes("Waarom schuift het door?", why)
        self.presses("Sluit af")
        self.reads("De vergadering is afgesloten")

    def forms_group(self, number: str, name: str, *, lead: Person, members: Iterable[Person], public: str = "") -> None:
        """Form a working group for a dilemma."""
        self.begins("Vorm de werkgroep", number)
        self.writes("Naam van de nieuwe groep", name)
        self.picks("Wie trekt de groep?", lead.name)
        for member in members:
            self.chooses(member.name)
        self.writes("Eerste bijeenkomst", in_days(14))
        self.writes("Vraag in het openbaar", public)
        self.presses("Vorm de werkgroep")
        self.reads("‘Vorm de werkgroep’ is gedaan.")

    def joins_group(self, number: str, name: str) -> None:
        """Give a dilemma to a group that runs."""
        self.begins("Vorm de werkgroep", number)
        self.picks("Werkgroep", name)
        self.presses("Vorm de werkgroep")
        self.reads("‘Vorm de werkgroep’ is gedaan.")

    def opens_brief(self, number: str, meeting: str) -> None:
        """Open the page for directors about a dilemma on the agenda of a meeting."""
        item = AgendaItem.objects.get(dilemma__number=number, meeting__key=meeting.rsplit("/", 1)[1])
        self.goes_to(f"{meeting}/punten/{item.key}/kort")

    def prints_it(self) -> str:
        """Fetch the page that is open as PDF, and return its words."""
        answer = self.page.request.get(f"{self.page.url}.pdf")
        pages = PdfReader(io.BytesIO(answer.body())).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    def invites_specialist(self, group: str, address: str, organisation: str) -> None:
        """Invite a specialist from outside by mail, from the page of a group."""
        self.goes_to("/werkgroepen")
        self.follows(group)
        self.follows("Nodig een specialist uit")
        self.writes("Naam", "Een specialist")
        self.writes("E-mailadres", address)
        self.writes("Organisatie", organisation)
        self.writes("Tot en met", in_days(60))
        self.presses("Nodig uit")
        self.reads("De uitnodiging is onderweg", organisation, "nog niet ingelogd")

    def finds_among(self, section: str, question: str) -> None:
        """Find a dilemma on the work screen, in a section, and open its dossier from there."""
        self.goes_to("/werkvoorraad")
        self.page.get_by_role("region", name=section).get_by_role("link", name=question, exact=True).click()
        self.page.wait_for_url("**/dilemmas/*")
        assert self.title() == question

    def takes_it_up(self, number: str) -> None:
        """Become the one who handles a dilemma."""
        self.opens(number)
        self.presses("Ik neem het")
        self.reads(f"Behandelaar: {self.person.name}")

    def shares(self, number: str, question: str, situation: str) -> None:
        """Write the version that others read, and offer it to the submitter."""
        self.opens(number)
        self.follows("Schrijf de gedeelde versie")
        self.writes("De vraag", question)
        self.writes("Situatie", situation)
        self.presses("Bewaar en toon aan de inbrenger")
        self.reads("De gedeelde versie is bewaard")

    def admits(self, number: str) -> None:
        """Admit a dilemma to the Platform as its submitter asked."""
        self.takes("Laat toe tot het Platform", number)

    def notes(self, number: str, text: str) -> None:
        """Write a note between colleagues."""
        self.opens(number)
        self.writes("Nieuwe notitie", text)
        self.presses("Bewaar notitie")
        self.reads("De notitie is bewaard", text)
