"""A meeting is called: a date is found by poll, people reply, one is reminded, it moves, and in the end it is off."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from tests import personas
from tests.factories import body_of
from tests.journeys.people import Secretary
from tests.journeys.stage import letters_to, path_in
from tests.journeys.visitor import Visitor, in_days
from verder.network.models import BodyKind, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def appointments(address: str) -> list[tuple[str, str, int]]:
    """Read the appointments that somebody was mailed: what each asks of a calendar, its name there, its turn."""
    read = [Calendar.from_ical(letter.calendar) for letter in letters_to(address) if letter.calendar]
    events = [(str(calendar["METHOD"]), calendar.walk("VEVENT")[0]) for calendar in read]
    return [(method, str(event["UID"]), int(event["SEQUENCE"])) for method, event in events]


def test_a_meeting_is_polled_called_moved_and_cancelled(stage):
    clerk, by_link = Secretary(stage, personas.secretary()), Visitor(stage)
    replies, silent = personas.participant(), personas.participant()

    find_a_date(clerk, by_link, replies, silent)
    call(clerk, by_link, replies, silent)
    move_and_cancel(clerk, by_link, replies, silent)


def find_a_date(clerk: Secretary, by_link: Visitor, replies: Person, silent: Person) -> None:
    """Open a poll; one member answers by the link, and the other is reminded."""
    clerk.goes_to("/vergaderingen")
    clerk.follows("Prik een datum")
    clerk.picks("Wie vergadert er?", "Landelijk Platform")
    clerk.writes("Plaats", "Utrecht")
    clerk.writes("Antwoorden kan tot en met", in_days(5))
    clerk.writes("Datum 1", in_days(20))
    clerk.writes("Datum 1 begint om", "10:00")
    clerk.writes("Datum 2", in_days(21))
    clerk.looks("datum-prikken")
    clerk.fits()
    clerk.presses("Verstuur de datumprikker")
    clerk.reads("Wanneer kunnen wij vergaderen?", "0 van 2")

    by_link.goes_to(path_in(letters_to(replies.email)[-1]))
    for group, answer in ((0, "Nee, ik kan niet"), (1, "Ja, ik kan")):
        by_link.page.get_by_label(answer).nth(group).check()
    by_link.looks("datumprikker")
    by_link.fits()
    by_link.presses("Bewaar mijn antwoord")
    by_link.reads("Uw antwoord is bewaard")
    clerk.presses("Herinner wie niet antwoordde")
    clerk.reads("De herinnering gaat naar wie nog niet antwoordde", "Past het best")
    clerk.looks("datumprikker-uitslag")
    clerk.fits()
    assert len(letters_to(silent.email)) == 2
    assert len(letters_to(replies.email)) == 1


def call(clerk: Secretary, by_link: Visitor, replies: Person, silent: Person) -> None:
    """Invite for the date that suits; one member replies by the link, and the other is reminded."""
    clerk.page.get_by_role("button", name="Kies").nth(1).click()
    clerk.reads("De vergadering is gepland")
    clerk.follows("Nodig de leden uit")
    clerk.writes("Inleiding", "Er is lunch.")
    clerk.looks("uitnodigen")
    clerk.fits()
    clerk.presses("Nodig 2 leden uit")
    clerk.reads("De uitnodigingen gaan de deur uit")

    by_link.goes_to(path_in(letters_to(replies.email)[-1]))
    by_link.chooses("Ik kom")
    by_link.looks("antwoord")
    by_link.fits()
    by_link.presses("Bewaar mijn antwoord")
    by_link.reads("Uw antwoord is bewaard")
    clerk.page.reload()
    clerk.reads("Wie komt er", "Komen: 1. Komen niet: 0. Nog geen antwoord: 1.")
    clerk.looks("wie-komt-er")
    clerk.fits()
    clerk.presses("Herinner wie niet antwoordde")
    clerk.reads("De herinnering gaat naar wie nog niet antwoordde")
    assert letters_to(silent.email)[-1].subject.startswith("Herinnering: ")
    assert letters_to(replies.email)[-1].subject.startswith("Uitnodiging: ")


def move_and_cancel(clerk: Secretary, by_link: Visitor, replies: Person, silent: Person) -> None:
    """Move the meeting and cancel it; each time everyone hears so, and their calendars too."""
    clerk.follows("Verplaats de vergadering")
    clerk.writes("Datum", in_days(30))
    clerk.writes("Plaats", "Den Haag")
    clerk.fits()
    clerk.presses("Verplaats de vergadering")
    clerk.reads("De vergadering is verplaatst", "Den Haag", "Nog geen antwoord: 2.")
    assert "Was:" in letters_to(silent.email)[-1].body

    clerk.follows("Zeg de vergadering af")
    clerk.presses("Zeg af")
    clerk.reads("De vergadering is afgezegd")

    (_invited, name, _first), *_rest = appointments(replies.email)
    assert appointments(replies.email) == [("REQUEST", name, 0), ("REQUEST", name, 1), ("CANCEL", name, 2)]
    by_link.page.reload()
    by_link.reads("Antwoorden kan niet meer")


def test_a_series_is_seen_before_it_is_made(stage):
    clerk = Secretary(stage, personas.secretary())
    personas.seated("deelnemer", BodyKind.PLATFORM)

    clerk.goes_to("/vergaderingen")
    clerk.follows("Plan een reeks")
    clerk.picks("Wie vergadert er?", body_of(BodyKind.PLATFORM).name)
    clerk.writes("Datum", in_days(14))
    clerk.writes("Begint om", "10:00")
    clerk.writes("Plaats", "Utrecht")
    clerk.writes("Hoeveel vergaderingen?", "3")
    clerk.fits()
    clerk.presses("Bekijk de datums")
    clerk.reads("Deze vergaderingen worden gepland")
    clerk.looks("reeks")
    clerk.fits()
    clerk.page.get_by_role("checkbox").nth(1).uncheck()
    clerk.presses("Plan deze vergaderingen")

    clerk.reads("Er zijn 2 vergaderingen gepland.")
