"""The ladder in plain Dutch: what people read where the code says a rung, a party or a step.

A test holds these tables beside the ladder, so that no rung, end or step is without words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.domain.ladder import steps_from
from verder.domain.rungs import Party, Rung
from verder.web.components import Way

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Words:
    """A short name, and a sentence or two that explain it to someone outside."""

    title: Promise
    text: Promise


RUNG_WORDS: dict[Rung, Words] = {
    Rung.INTAKE: Words(
        _("Intake"),
        _("Het secretariaat leest uw dilemma. Is er al kennis over? Is de vraag duidelijk? Is niemand herkenbaar?"),
    ),
    Rung.AWAITING_SUBMITTER: Words(
        _("Wacht op de inbrenger"),
        _("Het secretariaat heeft een vraag aan u. Na uw antwoord gaat uw dilemma verder."),
    ),
    Rung.AWAITING_PLATFORM: Words(
        _("Wacht op het Platform"),
        _("Uw dilemma is toegelaten. Het wacht op de volgende vergadering van het Landelijk Platform."),
    ),
    Rung.PLATFORM: Words(
        _("Landelijk Platform"),
        _("Uw dilemma staat op de agenda. Professionals uit het hele land brengen hun ervaring mee."),
    ),
    Rung.AWAITING_WORKING_GROUP: Words(
        _("Wacht op een werkgroep"),
        _("Het Platform wil dat een werkgroep dit uitzoekt. Het secretariaat zoekt de juiste mensen bij elkaar."),
    ),
    Rung.WORKING_GROUP: Words(
        _("Werkgroep"),
        _("Specialisten zoeken uw dilemma verder uit. Meestal is één bijeenkomst genoeg."),
    ),
    Rung.AWAITING_COUNCIL: Words(
        _("Wacht op het Beraad"),
        _("Uw dilemma gaat naar de bestuurders. Het wacht op de volgende vergadering van het Strategisch Beraad."),
    ),
    Rung.COUNCIL: Words(
        _("Strategisch Beraad"),
        _("Bestuurders bespreken wat zij kunnen wegnemen, zodat professionals verder kunnen."),
    ),
    Rung.FOLLOW_UP: Words(
        _("Opvolging"),
        _("Bestuurders hebben iets toegezegd. Het secretariaat volgt of zij dat doen."),
    ),
    Rung.RESOLVED: Words(_("Opgelost"), _("Er is een oplossing of een inzicht. U leest het, en collega’s elders ook.")),
    Rung.ANSWERED: Words(_("Beantwoord"), _("Er was al kennis die u verder helpt. U krijgt te lezen welke.")),
    Rung.REFERRED: Words(_("Doorverwezen"), _("Een andere plek kan u beter helpen. U leest welke, en waarom.")),
    Rung.MERGED: Words(
        _("Samengevoegd"),
        _("Er liep al een dilemma met dezelfde vraag. Het uwe reist daarmee mee, en u blijft het volgen."),
    ),
    Rung.LAPSED: Words(_("Vervallen"), _("Het dilemma bestaat niet meer, bijvoorbeeld door een nieuwe regel.")),
    Rung.UNSOLVED: Words(
        _("Nog geen oplossing"),
        _("Het lukte niet. U leest waarom, wat er geprobeerd is en wanneer wij opnieuw kijken."),
    ),
    Rung.DECLINED: Words(_("Niet in behandeling"), _("Dit past hier niet. U leest waarom.")),
    Rung.WITHDRAWN: Words(_("Ingetrokken"), _("U of het secretariaat heeft het dilemma ingetrokken.")),
}

PARTY_WORDS: dict[Party, Promise] = {
    Party.SUBMITTER: _("de inbrenger"),
    Party.SECRETARIAT: _("het secretariaat"),
    Party.PLATFORM: _("het Landelijk Platform"),
    Party.WORKING_GROUP: _("de werkgroep"),
    Party.COUNCIL: _("het Strategisch Beraad"),
}

WAY_WORDS: dict[str, Words] = {
    "submit": Words(_("U brengt een dilemma in"), _("U krijgt een ontvangstcode. Daarmee volgt u het.")),
    "record": Words(_("Het secretariaat schrijft uw dilemma op"), _("Bijvoorbeeld als u belt.")),
    "ask_submitter": Words(_("Het secretariaat vraagt u iets"), _("U leest de vraag hier en antwoordt hier.")),
    "reply": Words(_("U geeft antwoord"), _("Dan leest het secretariaat verder.")),
    "proceed": Words(_("Het secretariaat gaat verder zonder antwoord"), _("Dat kan als de datum voorbij is.")),
    "answer": Words(_("Er is al kennis over"), _("U krijgt een handreiking of een link die u verder helpt.")),
    "refer": Words(_("Een andere plek kan u beter helpen"), _("U leest welke plek dat is, en waarom.")),
    "decline": Words(_("Het past hier niet"), _("U leest waarom.")),
    "merge": Words(_("Het gaat samen met een dilemma dat er al is"), _("Uw eigen pagina blijft en reist mee.")),
    "admit": Words(_("Uw dilemma gaat naar het Platform"), _("U ziet eerst de tekst die de deelnemers krijgen.")),
    "place_on_agenda": Words(_("Uw dilemma komt op de agenda"), _("U leest welke vergadering dat is.")),
    "carry_over": Words(
        _("Het schuift door naar de volgende vergadering"), _("U leest waarom, en wanneer die vergadering is.")
    ),
    "resolve": Words(
        _("Het Platform vindt een oplossing"), _("U leest de oplossing hier. Ook collega’s elders krijgen haar.")
    ),
    "assign_working_group": Words(
        _("Een werkgroep zoekt het verder uit"), _("Specialisten komen bijeen, meestal één keer.")
    ),
    "form_working_group": Words(_("De werkgroep begint"), _("U leest wanneer zij voor het eerst bijeenkomt.")),
    "escalate_directly": Words(
        _("Het Platform vraagt de bestuurders om hulp"),
        _("Dat gebeurt als een werkgroep niets zou toevoegen. U leest wat er aan hen gevraagd wordt."),
    ),
    "deliver": Words(_("De werkgroep heeft een oplossing"), _("U krijgt haar, en collega’s elders ook.")),
    "report_back": Words(
        _("De werkgroep legt iets voor aan het Platform"), _("U leest wat het Platform moet besluiten.")
    ),
    "let_lapse": Words(_("Het dilemma bestaat niet meer"), _("Bijvoorbeeld door een nieuwe regel. U leest waarom.")),
    "escalate": Words(
        _("De werkgroep komt er niet uit"), _("Dan gaat de vraag naar de bestuurders in het Strategisch Beraad.")
    ),
    "place_on_council_agenda": Words(_("Uw dilemma komt op de agenda van het Beraad"), _("U leest wanneer dat is.")),
    "defer": Words(_("Het Beraad bespreekt het later"), _("U leest waarom, en wanneer.")),
    "commit": Words(_("Bestuurders zeggen toe wat zij doen"), _("U leest wat, wie het doet en wanneer.")),
    "settle": Words(_("Het Beraad neemt een besluit"), _("U leest het besluit hier.")),
    "return_to_platform": Words(_("Het gaat terug naar het Platform"), _("Met een richting van de bestuurders.")),
    "return_to_working_group": Words(_("Een werkgroep zoekt meer uit"), _("U leest wat de bestuurders vragen.")),
    "close_unsolved": Words(
        _("Er is nu geen oplossing"), _("U leest waarom, wat er geprobeerd is en wanneer wij opnieuw kijken.")
    ),
    "conclude": Words(_("De toezeggingen zijn gedaan en het dilemma is weg"), _("U leest wat er veranderd is.")),
    "resume": Words(_("Een toezegging lukt niet"), _("Dan gaat het dilemma terug naar de bestuurders.")),
    "extend": Words(_("Het duurt langer"), _("U leest waarom, en wat de nieuwe datum is.")),
    "reopen": Words(
        _("Het dilemma komt terug"), _("Blijkt het er nog te zijn, dan gaat het opnieuw naar het Platform.")
    ),
    "withdraw": Words(_("U trekt uw dilemma in"), _("Zolang het niet bij een werkgroep ligt, kan dat altijd.")),
}
SELDOM = frozenset({"extend", "withdraw", "decline", "merge", "proceed"})
"""Steps that are possible but that a fork does not hold up as what may come."""


def ways_from(rung: Rung) -> tuple[Way, ...]:
    """List what may come after `rung`, in plain words and in the order of the ladder, without what seldom happens."""
    return tuple(
        Way(str(WAY_WORDS[step.name].title), str(WAY_WORDS[step.name].text))
        for step in steps_from(rung)
        if step.name not in SELDOM
    )
