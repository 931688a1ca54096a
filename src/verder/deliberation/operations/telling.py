"""Owes the letters of a step: to whoever put the dilemma in, and to whoever has to move it on."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.audit.models import Event
from verder.deliberation.actor import Actor
from verder.deliberation.links import Purpose, link_to
from verder.deliberation.models import Dilemma, Submitter
from verder.deliberation.operations.group_letters import way_to
from verder.deliberation.queries.people import people_responsible, submitters_to_tell
from verder.domain.rungs import Party
from verder.network.models import Body, Person
from verder.post.owe import Letter, owe


def tell(dilemma: Dilemma, event: Event, *, by: Actor, at: datetime) -> None:
    """Owe the submitters and the people responsible a letter about an event, but not to who caused it."""
    if event.party != Party.SUBMITTER or event.from_rung:
        tell_submitters(dilemma, event.key, at=at)
    tell_responsible(dilemma, event.key, by=by, at=at)


def tell_submitters(dilemma: Dilemma, event: uuid.UUID, *, at: datetime) -> None:
    """Owe every submitter with a confirmed address a letter with a link to their own page."""
    for submitter in submitters_to_tell(dilemma):
        owe(news_for(submitter), event=event, to=[submitter.email], at=at)


def news_for(submitter: Submitter) -> Letter:
    """Write the letter that says there is news, and nothing more."""
    link = link_to(submitter.dilemma.key, Purpose.OPEN, address=submitter.email)
    return Letter(
        subject=_("Er is nieuws over uw dilemma"),
        body=_(
            "Uw dilemma heeft een stap gezet. Lees hier wat er is gebeurd en wat er nu komt:\n\n"
            "%(link)s\n\n"
            "De link werkt 30 dagen. Daarna vraagt u op dezelfde pagina een nieuwe, of gebruikt u uw ontvangstcode.\n"
            "Wilt u geen bericht meer? Dat zet u op die pagina uit.\n"
        )
        % {"link": link},
    )


def tell_responsible(dilemma: Dilemma, event: uuid.UUID, *, by: Actor, at: datetime) -> None:
    """Owe whoever has to move the dilemma on a letter, unless they took the step themselves."""
    people = people_responsible(dilemma, on=timezone.localdate(at))
    if by.standing.person:
        people = people.exclude(pk=by.standing.person.pk)
    owe(work_letter(dilemma), event=event, to=people.values_list("email", flat=True), at=at)


def work_letter(dilemma: Dilemma) -> Letter:
    """Write the letter that says a dilemma waits for its reader; the number is all it names."""
    return Letter(
        subject=_("Een dilemma wacht op u"),
        body=_("Dilemma %(number)s is nu aan u. Bekijk het hier (u logt eerst in):\n\n%(link)s\n")
        % {
            "number": dilemma.number,
            "link": settings.BASE_URL + reverse("dilemma", args=[dilemma.number]),
        },
    )


def tell_owners(dilemma: Dilemma, event: uuid.UUID, owners: Iterable[Person], *, by: Actor, at: datetime) -> None:
    """Owe everyone who promised something a letter, unless they recorded it themselves."""
    letter = Letter(
        subject=_("Uw toezegging is vastgelegd"),
        body=_(
            "Bij dilemma %(number)s staat een toezegging op uw naam. Bekijk haar hier (u logt eerst in):\n\n%(link)s\n"
        )
        % {"number": dilemma.number, "link": settings.BASE_URL + reverse("dilemma", args=[dilemma.number])},
    )
    owe(letter, event=event, to=_addresses(owners, by), at=at)


def tell_members(group: Body, event: uuid.UUID, members: Iterable[Person], *, by: Actor, at: datetime) -> None:
    """Owe the members of a new group a letter, unless they formed it themselves."""
    letter = Letter(
        subject=_("U bent lid van een werkgroep"),
        body=_("U bent gevraagd voor een werkgroep. Bekijk haar hier (u logt eerst in):\n\n%(link)s\n")
        % {"link": way_to(group)},
    )
    owe(letter, event=event, to=_addresses(members, by), at=at)


def _addresses(people: Iterable[Person], by: Actor) -> list[str]:
    return [person.email for person in people if person != by.standing.person]
