"""Dilemmas in which a word slipped through, and what is done about it."""

from __future__ import annotations

from tests import factories
from tests.deliberation.doing import do
from tests.factories import MONDAY, checked
from tests.personas import secretary
from verder.audit.models import Event
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import exchange
from verder.network.models import Person
from verder.post.owe import Letter, owe
from verder.slips.models import Slip
from verder.slips.operations import hide
from verder.slips.queries import places_of

WORD = "tulpenveld"
TEXT = f"Dit gaat over het {WORD} en school."


def with_a_slip() -> tuple[Dilemma, Person]:
    """Return a dilemma in whose title, notes and letters a word stands."""
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    do(exchange.write_note, dilemma, clerk, text=checked(TEXT))
    Dilemma.objects.filter(pk=dilemma.pk).update(public_title=TEXT)
    event = Event.objects.latest("pk")
    owe(Letter(TEXT, TEXT), event=event.key, to=["iemand@voorbeeld.example"], at=MONDAY)
    return factories.fresh(dilemma), clerk


def wanted(dilemma: Dilemma, replacement: str = "", *, second: Person | None = None) -> hide.Wanted:
    """Want the word hidden wherever it stands."""
    places = [place.code for place in places_of(dilemma, word=WORD)]
    return hide.Wanted(places, WORD, checked(replacement) if replacement else None, second)


def hidden(dilemma: Dilemma, by: Person, replacement: str = "", *, second: Person | None = None) -> Slip:
    """Hide the word wherever it stands."""
    return do(hide.hide, dilemma, by, wanted=wanted(dilemma, replacement, second=second))
