"""What rungs, parties and labels are called on screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from verder.domain.rungs import Party, Rung
from verder.domain.tlp import Tlp

RUNG = {
    Rung.INTAKE: _("Intake"),
    Rung.AWAITING_SUBMITTER: _("Wacht op de inbrenger"),
    Rung.AWAITING_PLATFORM: _("Wacht op het Platform"),
    Rung.PLATFORM: _("Landelijk Platform"),
    Rung.AWAITING_WORKING_GROUP: _("Wacht op een werkgroep"),
    Rung.WORKING_GROUP: _("Werkgroep"),
    Rung.AWAITING_COUNCIL: _("Wacht op het Strategisch Beraad"),
    Rung.COUNCIL: _("Strategisch Beraad"),
    Rung.FOLLOW_UP: _("Opvolging"),
    Rung.RESOLVED: _("Opgelost"),
    Rung.ANSWERED: _("Beantwoord"),
    Rung.REFERRED: _("Doorverwezen"),
    Rung.MERGED: _("Samengevoegd"),
    Rung.LAPSED: _("Vervallen"),
    Rung.UNSOLVED: _("Nog geen oplossing"),
    Rung.DECLINED: _("Niet in behandeling"),
    Rung.WITHDRAWN: _("Ingetrokken"),
}

PARTY = {
    Party.SUBMITTER: _("Inbrenger"),
    Party.SECRETARIAT: _("Secretariaat"),
    Party.PLATFORM: _("Landelijk Platform"),
    Party.WORKING_GROUP: _("Werkgroep"),
    Party.COUNCIL: _("Strategisch Beraad"),
}

TLP_IN_SHORT = {
    Tlp.RED: _("Alleen mensen die bij naam zijn genoemd. Komt nooit in stukken of e-mail."),
    Tlp.AMBER_STRICT: _("Het secretariaat en de leden van elk overleg waar het dilemma komt."),
    Tlp.AMBER: _("Ook collega’s van die leden, binnen hun eigen organisatie."),
    Tlp.GREEN: _("Iedereen met een account bij Verder."),
    Tlp.CLEAR: _("Iedereen. De gedeelde versie wordt openbaar."),
}

TELLS_SUBMITTER = {
    Rung.INTAKE: _("Het secretariaat leest uw dilemma. U hoort binnen vijf werkdagen meer."),
    Rung.AWAITING_SUBMITTER: _("Het secretariaat heeft u iets gevraagd. U bent nu aan zet."),
    Rung.AWAITING_PLATFORM: _("Uw dilemma is toegelaten. Het gaat naar de volgende vergadering van het Platform."),
    Rung.PLATFORM: _("Uw dilemma staat op de agenda van het Landelijk Platform. U hoeft nu niets te doen."),
    Rung.AWAITING_WORKING_GROUP: _("Het secretariaat zoekt mensen die dit verder kunnen uitzoeken."),
    Rung.WORKING_GROUP: _("Een werkgroep zoekt uw dilemma uit. Meestal is één bijeenkomst genoeg."),
    Rung.AWAITING_COUNCIL: _("Uw dilemma gaat naar de bestuurders in het Strategisch Beraad."),
    Rung.COUNCIL: _("Uw dilemma staat op de agenda van het Strategisch Beraad."),
    Rung.FOLLOW_UP: _("Bestuurders hebben iets toegezegd. Wij houden bij of het gebeurt."),
    Rung.RESOLVED: _("Er is een oplossing of een inzicht. U leest hieronder welke."),
    Rung.ANSWERED: _("Er was al een antwoord op uw dilemma. U leest het hieronder."),
    Rung.REFERRED: _("Uw dilemma hoort ergens anders thuis. U leest hieronder waar."),
    Rung.MERGED: _("Uw dilemma gaat verder samen met een ander dilemma. U blijft hier alles volgen."),
    Rung.LAPSED: _("Het dilemma bestaat niet meer. U leest hieronder waarom."),
    Rung.UNSOLVED: _("Er is nog geen oplossing. U leest hieronder waarom, en wanneer wij opnieuw kijken."),
    Rung.DECLINED: _("Wij nemen dit niet in behandeling. U leest hieronder waarom."),
    Rung.WITHDRAWN: _("Dit dilemma is ingetrokken."),
}
