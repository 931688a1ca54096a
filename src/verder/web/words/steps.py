"""What each step is called: as a button, and as something that happened."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class StepWords:
    """The words for one step: its button, what it does, and what the submitter reads once it was taken."""

    button: Words
    does: Words
    happened: Words


STEP: dict[str, StepWords] = {
    "submit": StepWords(_("Breng in"), "", _("Ingebracht")),
    "record": StepWords(_("Voer in"), "", _("Ingebracht per telefoon")),
    "ask_submitter": StepWords(
        _("Stel een vraag"),
        _("Het dilemma wacht dan op antwoord van de inbrenger."),
        _("Het secretariaat stelde u een vraag"),
    ),
    "reply": StepWords(
        _("Antwoord"),
        _("Uw antwoord gaat naar het secretariaat."),
        _("U gaf antwoord"),
    ),
    "proceed": StepWords(
        _("Ga verder zonder antwoord"),
        _("Er kwam geen antwoord. Het dilemma gaat terug naar de intake."),
        _("Het secretariaat ging verder zonder uw antwoord"),
    ),
    "answer": StepWords(
        _("Beantwoord met wat er al is"),
        _("Er is al een handreiking. Het dilemma eindigt met dit antwoord."),
        _("U kreeg antwoord"),
    ),
    "refer": StepWords(
        _("Verwijs door"),
        _("Het dilemma hoort ergens anders thuis en eindigt hier."),
        _("U bent doorverwezen"),
    ),
    "decline": StepWords(
        _("Neem niet in behandeling"),
        _("Dit valt buiten wat Verder doet. De inbrenger leest waarom."),
        _("Niet in behandeling genomen"),
    ),
    "merge": StepWords(
        _("Voeg samen"),
        _("Het dilemma gaat op in een ander dilemma. De inbrenger volgt dat."),
        _("Samengevoegd met een ander dilemma"),
    ),
    "admit": StepWords(
        _("Laat toe tot het Platform"),
        _("De gedeelde versie is klaar en de inbrenger heeft haar gezien."),
        _("Toegelaten tot het Landelijk Platform"),
    ),
    "place_on_agenda": StepWords(
        _("Zet op de agenda"),
        _("De leden van het Platform kunnen het dilemma vanaf nu lezen."),
        _("Op de agenda van het Landelijk Platform"),
    ),
    "carry_over": StepWords(
        _("Schuif door"),
        _("Het dilemma gaat naar de volgende vergadering. De inbrenger leest waarom."),
        _("Doorgeschoven naar de volgende vergadering"),
    ),
    "resolve": StepWords(
        _("Opgelost"),
        _("Schrijf de oplossing op en hoe zij verspreid wordt."),
        _("Het Platform vond een oplossing"),
    ),
    "assign_working_group": StepWords(
        _("Een werkgroep zoekt het uit"),
        _("Schrijf op wat de werkgroep moet uitzoeken."),
        _("Het Platform vroeg een werkgroep dit uit te zoeken"),
    ),
    "form_working_group": StepWords(
        _("Vorm de werkgroep"),
        _("Kies wie meedoet en wanneer de groep voor het eerst bijeenkomt."),
        _("De werkgroep is gevormd"),
    ),
    "escalate_directly": StepWords(
        _("Direct naar het Beraad"),
        _("Leg uit waarom een werkgroep niets toevoegt en wat u van bestuurders vraagt."),
        _("Het Platform bracht het naar het Strategisch Beraad"),
    ),
    "deliver": StepWords(
        _("Lever op"),
        _("De groep heeft iets gepubliceerd dat de vraag beantwoordt."),
        _("De werkgroep leverde een antwoord op"),
    ),
    "report_back": StepWords(
        _("Terug naar het Platform"),
        _("Schrijf op wat het Platform moet beslissen."),
        _("De werkgroep bracht het terug naar het Platform"),
    ),
    "let_lapse": StepWords(
        _("Laat vervallen"),
        _("Het dilemma bestaat niet meer. Leg uit waarom."),
        _("Het dilemma bestaat niet meer"),
    ),
    "escalate": StepWords(
        _("Naar het Strategisch Beraad"),
        _("Er is geen concreet resultaat en het dilemma blijft bestaan."),
        _("De werkgroep bracht het naar het Strategisch Beraad"),
    ),
    "place_on_council_agenda": StepWords(
        _("Zet op de agenda van het Beraad"),
        _("De leden van het Beraad kunnen het dilemma vanaf nu lezen."),
        _("Op de agenda van het Strategisch Beraad"),
    ),
    "defer": StepWords(
        _("Stel uit"),
        _("Het dilemma gaat naar het volgende Beraad. De inbrenger leest waarom."),
        _("Uitgesteld naar het volgende Beraad"),
    ),
    "commit": StepWords(
        _("Leg toezeggingen vast"),
        _("Schrijf op wie wat doet, en wanneer het klaar is."),
        _("Bestuurders deden een toezegging"),
    ),
    "settle": StepWords(
        _("Het Beraad besluit"),
        _("Schrijf op wat het Beraad besloot."),
        _("Het Strategisch Beraad nam een besluit"),
    ),
    "return_to_platform": StepWords(
        _("Terug naar het Platform"),
        _("Schrijf op welke richting het Beraad meegeeft."),
        _("Het Beraad gaf het terug aan het Platform, met een richting"),
    ),
    "return_to_working_group": StepWords(
        _("Terug naar een werkgroep"),
        _("Schrijf op wat er nog meer nodig is."),
        _("Het Beraad vroeg een werkgroep om meer"),
    ),
    "close_unsolved": StepWords(
        _("Nog geen oplossing"),
        _("Leg uit waarom, wat is geprobeerd, en wanneer u opnieuw kijkt."),
        _("Er is nog geen oplossing"),
    ),
    "conclude": StepWords(
        _("Rond af"),
        _("Alle toezeggingen zijn klaar en het dilemma bestaat niet meer."),
        _("De toezeggingen zijn afgerond"),
    ),
    "resume": StepWords(
        _("Terug naar het Beraad"),
        _("Een toezegging is niet gelukt. Leg uit welke en waarom."),
        _("Een toezegging lukte niet; het Beraad kijkt opnieuw"),
    ),
    "extend": StepWords(
        _("Geef een latere datum"),
        _("Noem een reden en een nieuwe datum. De inbrenger leest die."),
        _("De datum is verschoven"),
    ),
    "reopen": StepWords(
        _("Open opnieuw"),
        _("Het dilemma bestaat nog. Het gaat opnieuw naar het Platform."),
        _("Opnieuw geopend"),
    ),
    "withdraw": StepWords(
        _("Trek in"),
        _("Het dilemma stopt en wordt niet meer gedeeld."),
        _("Ingetrokken"),
    ),
}
