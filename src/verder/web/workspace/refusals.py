"""Refusals of the workspace in Dutch: what did not happen, why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.deliberation.operations.actions import CannotBeTheirs, DateHasPassed
from verder.deliberation.operations.group_keeping import GroupHasEnded
from verder.workspace.operations.papers import TooManyPapers
from verder.workspace.operations.points import PointChanged
from verder.workspace.operations.remarks import SaysNothing, SettledAlready
from verder.workspace.operations.texts import TitleChanged, TooManySections, TooManyTexts
from verder.workspace.operations.writing import SectionChanged

if TYPE_CHECKING:
    from django.utils.functional import Promise

REFUSALS: dict[type[Exception], Promise] = {
    GroupHasEnded: _(
        "Er is niets bewaard: deze werkgroep is klaar. U kunt alles nog lezen. Moet er nog iets gebeuren? Vraag het "
        "secretariaat."
    ),
    SectionChanged: _(
        "Er is niets bewaard: iemand anders veranderde dit deel terwijl u bezig was. Hieronder leest u wat er nu "
        "staat. In het formulier staat nog wat u typte. Maak er één tekst van en bewaar opnieuw."
    ),
    TooManyTexts: _(
        "Er is niets begonnen: deze werkgroep heeft zo veel teksten dat niemand ze nog overziet. Schrijf verder in een "
        "tekst die er al is."
    ),
    TitleChanged: _(
        "De titel is niet veranderd: iemand anders gaf de tekst net een andere naam. Bovenaan leest u welke. Wilt u "
        "toch deze titel? Bewaar dan opnieuw."
    ),
    TooManySections: _(
        "Er is geen deel bij gekomen: deze tekst heeft er al zo veel dat hij niet meer te lezen is. Ook wat eruit is "
        "gehaald, telt mee. Begin een nieuwe."
    ),
    SettledAlready: _(
        "Er is niets bewaard: iemand anders handelde deze opmerking net af. Ga terug naar het deel; daar staat hoe."
    ),
    SaysNothing: _("Er is niets bewaard: er staat nog niets. Schrijf op wat u wilt zeggen."),
    CannotBeTheirs: _("Er is niets bewaard: deze persoon zit niet in de werkgroep. Kies iemand uit de lijst."),
    PointChanged: _(
        "Er is niets overgedragen: iemand anders droeg dit net over of meldde dat het klaar is. Kijk bij Te doen hoe "
        "het er nu voor staat."
    ),
    DateHasPassed: _("Er is niets bewaard: die dag is voorbij. Kies vandaag of een dag die nog komt."),
    TooManyPapers: _("Het stuk is niet toegevoegd: er liggen al zo veel stukken. Haal er eerst een weg."),
}
OTHERWISE_THAN_SEEN: dict[type[Exception], Promise] = REFUSALS | {
    SectionChanged: _(
        "Er is niets veranderd: iemand anders veranderde dit deel net. Kijk bij de versies wat er nu staat. Wilt u dit "
        "nog steeds? Druk dan opnieuw op de knop."
    )
}
"""What is said where nothing was typed: on the pages that go back to a version or take a section out."""
