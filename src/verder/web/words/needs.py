"""What each need is called in a form, and how a missing one is explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.domain.rungs import Need

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise


@dataclass(frozen=True, slots=True)
class NeedWords:
    """The words for one need: its label, its help, and what to do when it is missing."""

    label: Words
    help: Words
    missing: Words
    submitter_reads: bool = False


READ_BY_SUBMITTER = _("De inbrenger leest dit.")

NEED: dict[Need, NeedWords] = {
    Need.QUESTION: NeedWords(
        _("Uw vraag aan de inbrenger"), READ_BY_SUBMITTER, _("Schrijf een vraag."), submitter_reads=True
    ),
    Need.ANSWER: NeedWords(_("Uw antwoord"), _("Noem geen namen."), _("Schrijf een antwoord."), submitter_reads=True),
    Need.REASON: NeedWords(_("Reden"), READ_BY_SUBMITTER, _("Noem een reden."), submitter_reads=True),
    Need.WHERE_TO: NeedWords(
        _("Waar kan de inbrenger terecht?"), READ_BY_SUBMITTER, _("Schrijf op waarheen."), submitter_reads=True
    ),
    Need.SOLUTION: NeedWords(
        _("De oplossing of het inzicht"), READ_BY_SUBMITTER, _("Schrijf de oplossing op."), submitter_reads=True
    ),
    Need.HOW_SPREAD: NeedWords(
        _("Hoe verspreiden wij dit?"),
        READ_BY_SUBMITTER,
        _("Schrijf op hoe de oplossing collega’s bereikt."),
        submitter_reads=True,
    ),
    Need.ASSIGNMENT: NeedWords(
        _("De opdracht voor de werkgroep"), _("Wat moet de groep uitzoeken?"), _("Schrijf de opdracht op.")
    ),
    Need.WHY_NO_GROUP: NeedWords(
        _("Waarom voegt een werkgroep niets toe?"), "", _("Leg uit waarom een werkgroep niets toevoegt.")
    ),
    Need.ASKED_OF_DIRECTORS: NeedWords(
        _("Wat vraagt u van de bestuurders?"),
        READ_BY_SUBMITTER,
        _("Schrijf op wat u van de bestuurders vraagt."),
        submitter_reads=True,
    ),
    Need.TO_DECIDE: NeedWords(
        _("Wat moet het Platform beslissen?"),
        READ_BY_SUBMITTER,
        _("Schrijf op wat het Platform moet beslissen."),
        submitter_reads=True,
    ),
    Need.WHY_GONE: NeedWords(
        _("Waarom bestaat het dilemma niet meer?"),
        READ_BY_SUBMITTER,
        _("Leg uit waarom het dilemma niet meer bestaat."),
        submitter_reads=True,
    ),
    Need.WHY_NO_RESULT: NeedWords(
        _("Waarom is er geen concreet resultaat?"),
        READ_BY_SUBMITTER,
        _("Leg uit waarom er geen resultaat is."),
        submitter_reads=True,
    ),
    Need.THAT_IT_PERSISTS: NeedWords(
        _("Waaruit blijkt dat het dilemma blijft bestaan?"), "", _("Leg uit waaruit dat blijkt.")
    ),
    Need.DECISION: NeedWords(_("Het besluit"), READ_BY_SUBMITTER, _("Schrijf het besluit op."), submitter_reads=True),
    Need.DIRECTION: NeedWords(
        _("De richting die het Beraad meegeeft"),
        READ_BY_SUBMITTER,
        _("Schrijf de richting op."),
        submitter_reads=True,
    ),
    Need.WHAT_MORE: NeedWords(
        _("Wat is er nog meer nodig?"),
        READ_BY_SUBMITTER,
        _("Schrijf op wat er nog nodig is."),
        submitter_reads=True,
    ),
    Need.WHAT_WAS_TRIED: NeedWords(
        _("Wat is er geprobeerd, en wat kwam daaruit?"),
        READ_BY_SUBMITTER,
        _("Schrijf op wat is geprobeerd."),
        submitter_reads=True,
    ),
    Need.OUTCOME: NeedWords(
        _("Wat heeft het opgeleverd?"), READ_BY_SUBMITTER, _("Schrijf op wat het opleverde."), submitter_reads=True
    ),
    Need.EVIDENCE: NeedWords(_("Waaruit blijkt dat het dilemma nog bestaat?"), "", _("Leg uit waaruit dat blijkt.")),
    Need.MESSAGE_TO_SUBMITTER: NeedWords(
        _("Bericht aan de inbrenger"),
        _("Leg in gewone woorden uit wat er besloten is en wat iemand nu kan doen."),
        _("Schrijf een bericht aan de inbrenger. Niemand eindigt zonder antwoord."),
        submitter_reads=True,
    ),
    Need.TEXT_CHECK: NeedWords(_("Tekstcontrole"), "", _("Los eerst op wat de tekstcontrole vond.")),
    Need.GUIDANCE_OR_LINK: NeedWords(
        _("Handreiking"),
        _("Kies een stuk dat hier staat, of noem een adres."),
        _("Kies een handreiking, of schrijf waar de inbrenger terecht kan."),
    ),
    Need.DILEMMA_TO_JOIN: NeedWords(
        _("Nummer van het andere dilemma"), _("Bijvoorbeeld 2026-041."), _("Noem het andere dilemma.")
    ),
    Need.TLP_LABEL: NeedWords(
        _("Hoe ver mag dit reizen?"), _("U kunt dit beperken, niet verruimen."), _("Kies een TLP-label.")
    ),
    Need.PRESENTER: NeedWords(_("Wie brengt het in?"), "", _("Kies wie het dilemma inbrengt.")),
    Need.PLANNED_MEETING: NeedWords(
        _("Vergadering"), "", _("Er is nog geen vergadering gepland. Plan eerst een vergadering.")
    ),
    Need.GROUP_WITH_DATE: NeedWords(
        _("Werkgroep"), "", _("Kies ten minste één lid en een eerste datum, of een bestaande groep.")
    ),
    Need.ENTRY_OR_COMMITMENT: NeedWords(
        _("Toezeggingen"), "", _("Leg ten minste één toezegging vast, met een eigenaar en een datum.")
    ),
    Need.FAILED_COMMITMENT: NeedWords(
        _("Welke toezegging is niet gelukt?"), "", _("Er is geen toezegging die te laat is of is vervallen.")
    ),
    Need.NEW_DATE: NeedWords(_("Nieuwe datum"), "", _("Kies een datum die nog komt.")),
    Need.DATE_TO_LOOK_AGAIN: NeedWords(_("Wanneer kijkt u opnieuw?"), "", _("Kies een datum om opnieuw te kijken.")),
    Need.SHARED_VERSION: NeedWords(
        _("Gedeelde versie"), "", _("Er is nog geen gedeelde versie. Schrijf eerst de versie die anderen lezen.")
    ),
    Need.SEEN_BY_SUBMITTER: NeedWords(
        _("Gezien door de inbrenger"), "", _("De inbrenger heeft de gedeelde versie nog niet gezien.")
    ),
    Need.ON_AN_OPEN_AGENDA: NeedWords(
        _("Op de agenda"), "", _("Dit besluit kan pas op de dag van de vergadering worden vastgelegd.")
    ),
    Need.PUBLISHED_PRODUCT: NeedWords(
        _("Gepubliceerd product"), "", _("De werkgroep heeft nog niets gepubliceerd. Een inzicht telt ook.")
    ),
    Need.COMMITMENTS_SETTLED: NeedWords(
        _("Toezeggingen afgerond"),
        "",
        _("Niet alle toezeggingen zijn klaar of vervallen, of er is er nog geen een nagekomen."),
    ),
}
