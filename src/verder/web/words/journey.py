"""What submitters read on their own page: what happened, what happens now, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import CommitmentKind, HowSeen
from verder.domain.rungs import Need, Party, Rung

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Until:
    """What a rung's next date means: while it is to come, and once it has passed."""

    ahead: Promise
    passed: Promise


_MEETING = Until(
    _("De vergadering is op %(date)s. Daarna leest u hier wat er is besloten."),
    _(
        "De vergadering was op %(date)s. Wat er is besloten, staat hier nog niet. Het ligt niet aan u: het "
        "secretariaat moet het nog vastleggen."
    ),
)
_LATE = _("Dat had uiterlijk %(date)s moeten gebeuren. Dat is niet gelukt. Het ligt niet aan u.")
_NEXT_MEETING = Until(_("Er is nog geen vergadering gepland. Uiterlijk %(date)s leest u hier wanneer die is."), _LATE)
MEETING_PLANNED = _("De volgende vergadering is op %(date)s. U leest hier of uw dilemma dan op de agenda staat.")

UNTIL: dict[Rung, Until] = {
    Rung.INTAKE: Until(_("Uiterlijk %(date)s leest u hier hoe het verdergaat."), _LATE),
    Rung.AWAITING_SUBMITTER: Until(
        _("Antwoord graag uiterlijk %(date)s. Daarna mag het secretariaat verder zonder uw antwoord."),
        _("De datum was %(date)s. U kunt nog antwoorden. Het secretariaat mag nu ook verder zonder uw antwoord."),
    ),
    Rung.AWAITING_PLATFORM: _NEXT_MEETING,
    Rung.PLATFORM: _MEETING,
    Rung.AWAITING_WORKING_GROUP: Until(_("Uiterlijk %(date)s leest u hier wanneer de groep begint."), _LATE),
    Rung.WORKING_GROUP: Until(
        _("De groep heeft tot %(date)s. Daarna leest u hier wat zij vond."),
        _("De groep had tot %(date)s. Dat is niet gelukt. Het ligt niet aan u."),
    ),
    Rung.AWAITING_COUNCIL: _NEXT_MEETING,
    Rung.COUNCIL: _MEETING,
    Rung.FOLLOW_UP: Until(
        _("De eerste toezegging moet klaar zijn op %(date)s."),
        _("De eerste toezegging had klaar moeten zijn op %(date)s. Dat staat hier nog niet. Het ligt niet aan u."),
    ),
}

HERE: dict[Rung, Promise] = {
    Rung.INTAKE: _("Bij het secretariaat"),
    Rung.AWAITING_SUBMITTER: _("U bent aan zet"),
}
"""Where it is, where the rung's own name says too little to its submitter."""
OTHERS_TURN = _("Wacht op de andere inbrenger")
OTHERS_TURN_TEXT = _("Het secretariaat vroeg iets aan wie het andere dilemma inbracht.")
OTHERS_UNTIL = Until(_("Het antwoord wordt uiterlijk %(date)s verwacht."), _LATE)
THE_OTHER = _("De andere inbrenger")

AFTERWARDS: dict[str, Promise] = {
    "step.submit": _("Wij ontvingen uw dilemma. U kreeg een ontvangstcode."),
    "step.record": _("Het secretariaat schreef uw dilemma op. U kreeg een ontvangstcode."),
    "step.admit": _("Een mens las de gedeelde versie na op herkenbare gegevens. U kon haar eerst zien."),
    "step.merge": _("Er liep al een dilemma met dezelfde vraag. Uw dilemma reist daarmee mee. U volgt het hieronder."),
    "original.erased": _("Het dilemma reist verder met de gedeelde versie."),
}
"""A sentence beside what happened, where the title alone says too little."""

BESIDES: dict[str, Promise] = {
    "shared_version.offered": _("Het secretariaat schreef de tekst die anderen lezen"),
    "shared_version.seen": _("De gedeelde tekst is gezien"),
    "label.changed": _("Het TLP-label is veranderd"),
    "commitment.done": _("Een toezegging is nagekomen"),
    "commitment.dropped": _("Een toezegging gaat niet door"),
    "original.erased": _("U liet uw eigen tekst verwijderen"),
}
"""What is told besides the steps."""

FOLLOWED: dict[str, Promise] = {
    "step.ask_submitter": _("Het secretariaat stelde de andere inbrenger een vraag"),
    "step.reply": _("De andere inbrenger gaf antwoord"),
    "step.proceed": _("Het secretariaat ging verder zonder antwoord"),
    "step.answer": _("Er kwam antwoord"),
    "step.refer": _("Doorverwezen"),
}
"""Steps of a dilemma that one's own joined, where the usual words speak to its submitter."""

HOW_SEEN: dict[HowSeen, Promise] = {
    HowSeen.ON_PAGE: _("U gaf hier aan dat de tekst klopt."),
    HowSeen.BY_TELEPHONE: _("U besprak de tekst aan de telefoon."),
    HowSeen.NO_REPLY: _("U kreeg de tekst te zien. Er kwam binnen de tijd die daarvoor stond geen reactie."),
}

READS: dict[Need, Promise] = {
    Need.MESSAGE_TO_SUBMITTER: _("Bericht aan u"),
    Need.REASON: _("Reden"),
    Need.WHERE_TO: _("Hier kunt u terecht"),
    Need.SOLUTION: _("De oplossing of het inzicht"),
    Need.HOW_SPREAD: _("Zo bereikt het collega’s"),
    Need.WHY_GONE: _("Waarom het dilemma niet meer bestaat"),
    Need.WHY_NO_RESULT: _("Waarom er geen concreet resultaat is"),
    Need.ASKED_OF_DIRECTORS: _("Dit wordt aan de bestuurders gevraagd"),
    Need.TO_DECIDE: _("Dit moet het Platform besluiten"),
    Need.WHAT_MORE: _("Dit vragen de bestuurders"),
    Need.DECISION: _("Het besluit"),
    Need.DIRECTION: _("De richting van het Beraad"),
    Need.WHAT_WAS_TRIED: _("Wat er geprobeerd is"),
    Need.OUTCOME: _("Wat het opleverde"),
}
"""Over the words of a step; questions and answers stand in the conversation already."""

ASKED, WROTE, YOU_ANSWERED, YOU_WROTE, YOUR_REASON = (
    _("Het secretariaat vroeg"),
    _("Het secretariaat schreef"),
    _("U antwoordde"),
    _("U schreef"),
    _("Uw reden"),
)

AT_MEETING = _("Vergadering van %(date)s, agendapunt %(number)s.")
AT_MEETING_TO_COME = _("Vergadering van %(date)s.")
FIRST_MEETING = _("De groep komt voor het eerst bijeen op %(date)s.")
NEW_DATE = _("De nieuwe datum is %(date)s.")
LABEL_CHANGED = _("Van %(was)s naar %(became)s.")
LOOK_AGAIN = _("Op %(date)s kijken wij opnieuw.")
PROMISED: dict[CommitmentKind, Promise] = {
    CommitmentKind.POLITICAL: _("Op de politieke agenda: %(where)s, klaar op %(date)s"),
    CommitmentKind.ORGANISATION: _("%(where)s zegt toe, klaar op %(date)s"),
}

WHOSE_TURN: dict[Party, Promise] = {
    Party.SUBMITTER: _("U"),
    Party.SECRETARIAT: _("Het secretariaat"),
    Party.PLATFORM: _("Het Landelijk Platform"),
    Party.WORKING_GROUP: _("De werkgroep"),
    Party.COUNCIL: _("Het Strategisch Beraad"),
}

AHEAD_ONE = _("Hierna")
AHEAD_MORE = _("Hierna zijn er %(number)s mogelijkheden")
NUMBERS = {2: _("twee"), 3: _("drie"), 4: _("vier"), 5: _("vijf"), 6: _("zes"), 7: _("zeven")}
