"""Lines of dilemmas in words that are ready to read, so that a long table has nothing left to work out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.domain.ladder import responsible_now
from verder.domain.rungs import ENDS, Party, Rung
from verder.web.templatetags.verder import mini_journey, tlp
from verder.web.words import PARTY_WORDS, RUNG_WORDS
from verder.web.words.dates import day_in_words

if TYPE_CHECKING:
    from django.utils.functional import Promise
    from django.utils.safestring import SafeString

    from verder.deliberation.queries.lines import Line

INVITATIONS: dict[str, Promise] = {
    Rung.INTAKE: gettext_lazy("Beoordeel"),
    Rung.AWAITING_SUBMITTER: gettext_lazy("Bekijk de vraag"),
    Rung.AWAITING_PLATFORM: gettext_lazy("Zet op agenda"),
    Rung.AWAITING_WORKING_GROUP: gettext_lazy("Vorm een groep"),
    Rung.AWAITING_COUNCIL: gettext_lazy("Zet op agenda"),
    Rung.FOLLOW_UP: gettext_lazy("Volg op"),
}
OPEN = gettext_lazy("Open")


@dataclass(frozen=True, slots=True)
class Row:
    """One dilemma in a work table."""

    number: str
    address: str
    question: str
    journey: SafeString
    where: str
    whose_turn: str
    when: str
    is_late: bool
    label: SafeString
    handler: str
    invitation: str


def rows(lines: Iterable[Line], *, today: date, invitation: str = "", place: str = "") -> tuple[Row, ...]:
    """Put lines of dilemmas in words; each leads to its dossier, or to a place in it by another invitation."""
    return tuple(_row(line, today, invitation, place) for line in lines)


def _row(line: Line, today: date, invitation: str, place: str) -> Row:
    rung = Rung(line.rung)
    return Row(
        number=line.number,
        address=reverse("dilemma", args=[line.number]) + place,
        question=line.question or _wordless(rung),
        journey=mini_journey(line.rung),
        where=str(RUNG_WORDS[rung].title),
        whose_turn=whose_turn(rung, line.next_date, today),
        when=day_in_words(line.next_date, today=today) if line.next_date else "",
        is_late=line.next_date is not None and line.next_date < today,
        label=tlp(line.tlp),
        handler=line.handler,
        invitation=invitation or str(INVITATIONS.get(line.rung, OPEN)),
    )


def whose_turn(rung: Rung, next_date: date | None, today: date) -> str:
    """Say who has to move a dilemma; nobody once it has ended."""
    party = responsible_now(rung, next_date, today)
    return capfirst(str(PARTY_WORDS[Party(party)])) if party else ""


def _wordless(rung: Rung) -> str:
    return _("De tekst is weggehaald") if rung in ENDS else _("Nog niet gedeeld")
