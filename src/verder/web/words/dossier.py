"""What people of the bodies read in a dossier: the parts of a dilemma, the words of steps, and who put it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import Channel, HowSeen
from verder.domain.rungs import Need, Party, Rung

if TYPE_CHECKING:
    from django.utils.functional import Promise

NARRATIVE: dict[str, Promise] = {
    "question": _("De vraag"),
    "situation": _("Situatie"),
    "involved": _("Betrokken"),
    "one_side": _("Aan de ene kant"),
    "other_side": _("Aan de andere kant"),
    "options": _("Mogelijkheden en gevolgen"),
    "own_view": _("Eigen mening van de inbrenger"),
    "tried": _("Geprobeerd"),
    "blocked": _("Wat liep vast"),
    "asked": _("Gevraagd"),
    "decides": _("Wie mag beslissen"),
}

HEARD: dict[str, Promise] = {
    Need.QUESTION: _("De vraag aan de inbrenger"),
    Need.ANSWER: _("Het antwoord van de inbrenger"),
    Need.REASON: _("Reden"),
    Need.WHERE_TO: _("Waarheen"),
    Need.SOLUTION: _("De oplossing of het inzicht"),
    Need.HOW_SPREAD: _("Zo bereikt het collega’s"),
    Need.ASSIGNMENT: _("De opdracht voor de werkgroep"),
    Need.WHY_NO_GROUP: _("Waarom een werkgroep niets toevoegt"),
    Need.ASKED_OF_DIRECTORS: _("Gevraagd aan de bestuurders"),
    Need.TO_DECIDE: _("Wat het Platform moet beslissen"),
    Need.WHY_GONE: _("Waarom het dilemma niet meer bestaat"),
    Need.WHY_NO_RESULT: _("Waarom er geen concreet resultaat is"),
    Need.THAT_IT_PERSISTS: _("Waaruit blijkt dat het blijft bestaan"),
    Need.DECISION: _("Het besluit"),
    Need.DIRECTION: _("De richting van het Beraad"),
    Need.WHAT_MORE: _("Wat er nog meer nodig is"),
    Need.WHAT_WAS_TRIED: _("Wat er geprobeerd is"),
    Need.OUTCOME: _("Wat het opleverde"),
    Need.EVIDENCE: _("Waaruit blijkt dat het nog bestaat"),
    Need.MESSAGE_TO_SUBMITTER: _("Bericht aan de inbrenger"),
}
"""Over the words of a step."""

TURNS: dict[Party, Promise] = {
    Party.SUBMITTER: _("De inbrenger doet de volgende stap. U hoeft nu niets te doen."),
    Party.SECRETARIAT: _("Het secretariaat doet de volgende stap. U hoeft nu niets te doen."),
    Party.PLATFORM: _(
        "Het Landelijk Platform besluit hierover in een vergadering. De voorzitter of het secretariaat legt dat vast."
    ),
    Party.WORKING_GROUP: _("De werkgroep zoekt dit uit. De trekker of het secretariaat legt vast wat eruit komt."),
    Party.COUNCIL: _(
        "Het Strategisch Beraad besluit hierover in een vergadering. De voorzitter of het secretariaat legt dat vast."
    ),
}
"""Who takes the next step, for readers who look on."""

HAPPENED: dict[str, Promise] = {
    "step.ask_submitter": _("Vraag gesteld aan de inbrenger"),
    "step.reply": _("De inbrenger gaf antwoord"),
    "step.proceed": _("Verder zonder antwoord"),
    "step.answer": _("Beantwoord met wat er al was"),
    "step.refer": _("Doorverwezen"),
    "shared_version.offered": _("Gedeelde versie geschreven en aan de inbrenger getoond"),
    "shared_version.seen": _("Gedeelde versie gezien door de inbrenger"),
    "file.shared": _("Bestand bij de gedeelde versie gezet en aan de inbrenger getoond"),
    "label.changed": _("TLP-label veranderd"),
    "date.moved": _("Datum vervroegd naar een vergadering"),
}
"""What happened, where the words of the ladder speak to the submitter."""

AHEAD: dict[str, Promise] = {
    Rung.PLATFORM: _("of al eerder antwoord"),
    Rung.WORKING_GROUP: _("of opgelost, of terug"),
    Rung.COUNCIL: _("als de werkgroep vastloopt"),
    Rung.FOLLOW_UP: _("als bestuurders iets toezeggen"),
}
"""When a rung that lies ahead is reached."""

CHANNELS: dict[str, Promise] = {
    Channel.FORM: _("via het formulier"),
    Channel.ACCOUNT: _("met een account"),
    Channel.CALLER: _("per telefoon"),
}

HOW_SEEN: dict[str, Promise] = {
    HowSeen.ON_PAGE: _("op de eigen pagina"),
    HowSeen.BY_TELEPHONE: _("aan de telefoon"),
    HowSeen.NO_REPLY: _("er kwam geen reactie binnen de termijn"),
}
