"""What the places of words are called on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from verder.slips.models import WHOLE_FILE
from verder.web.words.dossier import NARRATIVE

if TYPE_CHECKING:
    from django.utils.functional import Promise

TABLES: dict[str, Promise] = {
    "deliberation.dilemma": _("Openbare titel"),
    "deliberation.original": _("Tekst van de inbrenger"),
    "deliberation.sharedversion": _("Gedeelde versie"),
    "deliberation.exemption": _("Reden bij de tekstcontrole"),
    "deliberation.message": _("Gesprek"),
    "deliberation.note": _("Notitie"),
    "deliberation.stepwords": _("Woorden bij een stap"),
    "deliberation.declinedreopening": _("Waarom een dilemma niet opnieuw openging"),
    "deliberation.submitter": _("Inbrenger"),
    "deliberation.agendaitem": _("Agendapunt"),
    "deliberation.covernote": _("Oplegger"),
    "deliberation.itempaper": _("Stuk bij een agendapunt"),
    "deliberation.writteninput": _("Schriftelijke inbreng"),
    "deliberation.itemrecord": _("Verslag en besluit"),
    "deliberation.sentitem": _("Verstuurde agenda"),
    "deliberation.action": _("Actie"),
    "deliberation.datepoll": _("Plaats in de datumprikker"),
    "deliberation.invitation": _("Vervanger bij een uitnodiging"),
    "deliberation.signal": _("Signaal"),
    "files.storedfile": _("Naam van een bijlage"),
    "deliberation.meeting": _("Vergadering"),
    "deliberation.publicoutcomes": _("Uitkomsten voor iedereen"),
    "deliberation.commitment": _("Toezegging"),
    "deliberation.commitmentstep": _("Stap van een toezegging"),
    "deliberation.progressreport": _("Voortgang van een toezegging"),
    "deliberation.workinggroup": _("Werkgroep"),
    "deliberation.accesschange": _("Waarom iemands toegang veranderde"),
    "network.membership": _("Namens wie iemand meedoet in een werkgroep"),
    "network.body": _("Naam van de werkgroep"),
    "workspace.grouptext": _("Titel van een tekst van de werkgroep"),
    "workspace.earliertitle": _("Eerdere titel van een tekst van de werkgroep"),
    "workspace.sectionversion": _("Versie van een tekst van de werkgroep"),
    "workspace.remark": _("Opmerking bij een tekst van de werkgroep"),
    "workspace.contribution": _("Gesprek in de werkgroep"),
    "workspace.openpoint": _("Wat de werkgroep nog doet"),
    "workspace.grouppaper": _("Stuk van de werkgroep"),
    "guidance.publication": _("Handreiking"),
    "guidance.publicationpart": _("Deel van een handreiking"),
    "guidance.review": _("Oordeel van een tweede lezer"),
    "guidance.aidstep": _("Stap van een keuzehulp"),
    "guidance.aidanswer": _("Antwoord in een keuzehulp"),
    "guidance.feedback": _("Wat een lezer schreef bij een handreiking"),
    "slips.slip": _("Reden bij iets dat verborgen was"),
    "post.delivery": _("Brief"),
    "post.localletter": _("Brief in het postvak"),
}


def name_of_place(table: str, column: str) -> str:
    """Say where something stands."""
    if column == WHOLE_FILE:
        return gettext("Heel bestand")
    return f"{TABLES[table]}, {NARRATIVE[column]}" if column in NARRATIVE else str(TABLES[table])
