"""What each step is called: as a button, as something that happened, and as something that may come."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class StepWords:
    """The words for one step: its button, what it does, what the submitter reads after it, and before it."""

    button: Words
    does: Words
    happened: Words
    may_come: Words = ""
    may_come_more: Words = ""


STEP: dict[str, StepWords] = {
    "submit": StepWords(_("Breng in"), "", _("Ingebracht")),
    "record": StepWords(_("Voer in"), "", _("Ingebracht per telefoon")),
    "ask_submitter": StepWords(
        _("Stel een vraag"),
        _("Het dilemma wacht dan op antwoord van de inbrenger."),
        _("Het secretariaat stelde u een vraag"),
        _("U krijgt een vraag van het secretariaat"),
        _("U kunt hier antwoorden. Daarna leest het secretariaat verder."),
    ),
    "reply": StepWords(
        _("Antwoord"),
        _("Uw antwoord gaat naar het secretariaat."),
        _("U gaf antwoord"),
        _("U geeft antwoord"),
        _("Daarna leest het secretariaat verder."),
    ),
    "proceed": StepWords(
        _("Ga verder zonder antwoord"),
        _("Er kwam geen antwoord. Het dilemma gaat terug naar de intake."),
        _("Het secretariaat ging verder zonder uw antwoord"),
        _("Het secretariaat gaat verder zonder antwoord"),
        _("Dat kan als er geen antwoord komt. Uw dilemma raakt niet kwijt."),
    ),
    "answer": StepWords(
        _("Beantwoord met wat er al is"),
        _("Er is al een handreiking. Het dilemma eindigt met dit antwoord."),
        _("U kreeg antwoord"),
        _("Er is al een antwoord"),
        _("U krijgt dan een handreiking die er al is."),
    ),
    "refer": StepWords(
        _("Verwijs door"),
        _("Het dilemma hoort ergens anders thuis en eindigt hier."),
        _("U bent doorverwezen"),
        _("Het hoort ergens anders thuis"),
        _("U leest dan waar u terechtkunt."),
    ),
    "decline": StepWords(
        _("Neem niet in behandeling"),
        _("Dit valt buiten wat Verder doet. De inbrenger leest waarom."),
        _("Niet in behandeling genomen"),
        _("Het past niet bij Verder"),
        _("U leest dan waarom."),
    ),
    "merge": StepWords(
        _("Voeg samen"),
        _("Het dilemma gaat op in een ander dilemma. De inbrenger volgt dat."),
        _("Samengevoegd met een ander dilemma"),
        _("Het lijkt op een ander dilemma"),
        _("Dan gaan ze samen verder. U blijft alles volgen op uw eigen pagina."),
    ),
    "admit": StepWords(
        _("Laat toe tot het Platform"),
        _("De gedeelde versie is klaar en de inbrenger heeft haar gezien."),
        _("Toegelaten tot het Landelijk Platform"),
        _("Het gaat naar het Landelijk Platform"),
        _("Eerst ziet u de versie die anderen lezen. Daar staat niemand herkenbaar in."),
    ),
    "place_on_agenda": StepWords(
        _("Zet op de agenda"),
        _("De leden van het Platform kunnen het dilemma vanaf nu lezen."),
        _("Op de agenda van het Landelijk Platform"),
        _("Het komt op de agenda van het Platform"),
        _("De deelnemers lezen uw dilemma vooraf en brengen hun ervaring mee."),
    ),
    "carry_over": StepWords(
        _("Schuif door"),
        _("Het dilemma gaat naar de volgende vergadering. De inbrenger leest waarom."),
        _("Doorgeschoven naar de volgende vergadering"),
        _("Het schuift door naar de volgende vergadering"),
        _("U leest dan waarom, en wanneer die vergadering is."),
    ),
    "resolve": StepWords(
        _("Opgelost"),
        _("Schrijf de oplossing op en hoe zij verspreid wordt."),
        _("Het Platform vond een oplossing"),
        _("Het Platform vindt een oplossing"),
        _("U leest de oplossing hier. Ook collega’s elders krijgen haar."),
    ),
    "assign_working_group": StepWords(
        _("Een werkgroep zoekt het uit"),
        _("Schrijf op wat de werkgroep moet uitzoeken."),
        _("Het Platform vroeg een werkgroep dit uit te zoeken"),
        _("Een werkgroep zoekt het verder uit"),
        _("Specialisten komen bijeen, meestal één keer."),
    ),
    "form_working_group": StepWords(
        _("Vorm de werkgroep"),
        _("Kies wie meedoet en wanneer de groep voor het eerst bijeenkomt."),
        _("De werkgroep is gevormd"),
        _("Het secretariaat vormt de werkgroep"),
        _("Daarna gaat de groep aan het werk."),
    ),
    "escalate_directly": StepWords(
        _("Direct naar het Beraad"),
        _("Leg uit waarom een werkgroep niets toevoegt en wat u van bestuurders vraagt."),
        _("Het Platform bracht het naar het Strategisch Beraad"),
        _("Het gaat direct naar de bestuurders"),
        _("Dat gebeurt als een werkgroep niets kan toevoegen."),
    ),
    "deliver": StepWords(
        _("Lever op"),
        _("De groep heeft iets gepubliceerd dat de vraag beantwoordt."),
        _("De werkgroep leverde een antwoord op"),
        _("De werkgroep heeft een oplossing"),
        _("U krijgt haar, en collega’s elders ook."),
    ),
    "report_back": StepWords(
        _("Terug naar het Platform"),
        _("Schrijf op wat het Platform moet beslissen."),
        _("De werkgroep bracht het terug naar het Platform"),
        _("De werkgroep legt een keuze voor aan het Platform"),
        _("U leest dan wanneer het Platform erover praat."),
    ),
    "let_lapse": StepWords(
        _("Laat vervallen"),
        _("Het dilemma bestaat niet meer. Leg uit waarom."),
        _("Het dilemma bestaat niet meer"),
        _("Het dilemma bestaat niet meer"),
        _("Bijvoorbeeld door een nieuwe regel. Wij leggen u uit waarom."),
    ),
    "escalate": StepWords(
        _("Naar het Strategisch Beraad"),
        _("Er is geen concreet resultaat en het dilemma blijft bestaan."),
        _("De werkgroep bracht het naar het Strategisch Beraad"),
        _("De werkgroep komt er niet uit"),
        _("Dan gaat uw dilemma naar bestuurders. U hoort wat wij hun vragen."),
    ),
    "place_on_council_agenda": StepWords(
        _("Zet op de agenda van het Beraad"),
        _("De leden van het Beraad kunnen het dilemma vanaf nu lezen."),
        _("Op de agenda van het Strategisch Beraad"),
        _("Het komt op de agenda van het Strategisch Beraad"),
        _("Bestuurders lezen wat er vastloopt en wat er van hen wordt gevraagd."),
    ),
    "defer": StepWords(
        _("Stel uit"),
        _("Het dilemma gaat naar het volgende Beraad. De inbrenger leest waarom."),
        _("Uitgesteld naar het volgende Beraad"),
        _("Het schuift door naar het volgende Beraad"),
        _("U leest dan waarom, en wanneer dat is."),
    ),
    "commit": StepWords(
        _("Leg toezeggingen vast"),
        _("Schrijf op wie wat doet, en wanneer het klaar is."),
        _("Bestuurders deden een toezegging"),
        _("Bestuurders zeggen iets toe"),
        _("Wij houden bij of het gebeurt, en u leest dat hier."),
    ),
    "settle": StepWords(
        _("Het Beraad besluit"),
        _("Schrijf op wat het Beraad besloot."),
        _("Het Strategisch Beraad nam een besluit"),
        _("Het Beraad neemt een besluit"),
        _("U leest het besluit hier."),
    ),
    "return_to_platform": StepWords(
        _("Terug naar het Platform"),
        _("Schrijf op welke richting het Beraad meegeeft."),
        _("Het Beraad gaf het terug aan het Platform, met een richting"),
        _("Het gaat terug naar het Platform, met een richting"),
        _("Daarna praat het Platform er opnieuw over."),
    ),
    "return_to_working_group": StepWords(
        _("Terug naar een werkgroep"),
        _("Schrijf op wat er nog meer nodig is."),
        _("Het Beraad vroeg een werkgroep om meer"),
        _("Het gaat terug naar een werkgroep"),
        _("Het Beraad vraagt dan om meer uitzoekwerk."),
    ),
    "close_unsolved": StepWords(
        _("Nog geen oplossing"),
        _("Leg uit waarom, wat is geprobeerd, en wanneer u opnieuw kijkt."),
        _("Er is nog geen oplossing"),
        _("Er is nog geen oplossing"),
        _("U leest waarom, wat is geprobeerd, en wanneer wij opnieuw kijken."),
    ),
    "conclude": StepWords(
        _("Rond af"),
        _("Alle toezeggingen zijn klaar en het dilemma bestaat niet meer."),
        _("De toezeggingen zijn nagekomen"),
        _("De toezeggingen zijn nagekomen"),
        _("U leest wat het heeft opgeleverd."),
    ),
    "resume": StepWords(
        _("Terug naar het Beraad"),
        _("Een toezegging is niet gelukt. Leg uit welke en waarom."),
        _("Een toezegging lukte niet; het Beraad kijkt opnieuw"),
        _("Een toezegging lukt niet"),
        _("Dan praten de bestuurders er opnieuw over."),
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
        _("Het kan opnieuw opengaan"),
        _("Bestaat uw dilemma nog? Laat het ons weten."),
    ),
    "withdraw": StepWords(
        _("Trek in"),
        _("Het dilemma stopt en wordt niet meer gedeeld."),
        _("Ingetrokken"),
    ),
}
