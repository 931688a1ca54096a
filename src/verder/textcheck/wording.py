"""The words of each finding on screen: why it is one, and what to write instead (Dutch, B1)."""

from dataclasses import dataclass

from verder.textcheck.labels import Label


@dataclass(frozen=True, slots=True)
class Wording:
    """Hold why something is a finding and what can be written instead."""

    why: str
    replacement: str


WORDING = {
    Label.BSN: Wording(
        "Dit is een burgerservicenummer. Dat hoort bij één persoon en mag hier nooit staan.",
        "het burgerservicenummer",
    ),
    Label.IBAN: Wording(
        "Dit is een rekeningnummer. Daarmee is iemand te vinden. Het mag hier nooit staan.",
        "een bankrekening",
    ),
    Label.EMAIL: Wording(
        "Dit is een e-mailadres. Daarmee is iemand te vinden.",
        "het e-mailadres",
    ),
    Label.PHONE: Wording(
        "Dit is een telefoonnummer. Daarmee is iemand te vinden.",
        "het telefoonnummer",
    ),
    Label.PLATE: Wording(
        "Dit is een kenteken. Daarmee is de eigenaar van de auto te vinden.",
        "een kenteken",
    ),
    Label.POSTCODE: Wording(
        "Dit is een postcode. Daarmee is een woning of een straat te vinden.",
        "een postcode in de regio",
    ),
}
