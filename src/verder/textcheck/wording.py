"""The words of each finding on screen: why it is one, and what to write instead (Dutch, B1)."""

import re
from dataclasses import dataclass

from verder.textcheck.labels import Label
from verder.textcheck.patterns.span import Span


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
    Label.ADDRESS: Wording(
        "Dit is een adres. Daarmee is te vinden wie daar woont.",
        "een adres in de wijk",
    ),
    Label.DOB: Wording(
        "Dit is een geboortedatum. Samen met andere gegevens wijst die één persoon aan. Noem liever de leeftijd.",
        "een geboortedatum",
    ),
    Label.CASE: Wording(
        "Dit is een nummer van een zaak of dossier. Daarmee is een persoon terug te vinden.",
        "het zaaknummer",
    ),
    Label.URL: Wording(
        "Dit is een webadres. De pagina kan van een persoon zijn of over een persoon gaan.",
        "een webpagina",
    ),
    Label.HANDLE: Wording(
        "Dit is een accountnaam. Daarmee is iemand te vinden.",
        "een account",
    ),
    Label.PERSON: Wording(
        "Dit lijkt een naam van een persoon. Schrijf liever wie het is, bijvoorbeeld een familielid of een collega.",
        "een persoon",
    ),
    Label.ETHNIC: Wording(
        "Dit zegt iets over de afkomst of het geloof van één persoon of gezin. Is het niet nodig? Laat het dan weg.",
        "",
    ),
    Label.QUASI: Wording(
        "Een kleine plaats en een bijzonder kenmerk samen wijzen vaak één gezin aan. Laat een van de twee weg.",
        "een gezin in de regio",
    ),
}
_AFTER_A_TITLE = re.compile(
    r"\b(?:dhr|mevr|mw|mevrouw|meneer|heer|fam|familie|gezin|collega|wijkagent|agent|juf|meester|mentor|dokter|vader"
    r"|moeder|broer|zus|zusje|zoon|dochter|oom|tante|opa|oma|neef|nicht|man|vrouw|vriend|vriendin|buurman|buurvrouw"
    r"|jongen|meisje|cliënte?)\.? $",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\b(?:beste|hoi|hallo|dag|lieve|groet|groeten|groetjes|gr\.?|mvg|is|heet|ben),? ?\n?$", re.IGNORECASE
)


_AFTER_ITS_NAME = re.compile(
    r"\b(?:bsn|burgerservicenummer|kenteken|postcode|iban|rekening|geboren(?: op)?|geb\.?|geboortedatum|e-?mail|tel\.?"
    r"|telefoon|\w*nummer|\w*nr\.?|\w*adres):? $",
    re.IGNORECASE,
)
"""What a number or a date is called by; behind it the replacement need not say so again."""
_CALLED_BY_A_NAME = frozenset(
    {
        Label.BSN,
        Label.PHONE,
        Label.EMAIL,
        Label.IBAN,
        Label.ADDRESS,
        Label.POSTCODE,
        Label.PLATE,
        Label.DOB,
        Label.CASE,
    }
)


def replacement_of(span: Span, text: str) -> str:
    """Return what can be written instead of a span, fitting the words before it."""
    before = text[max(0, span.start - 24) : span.start]
    if span.label is Label.PERSON and (_AFTER_A_TITLE.search(before) or _GREETING.search(before)):
        return "(naam weggelaten)"
    if span.label in _CALLED_BY_A_NAME and _AFTER_ITS_NAME.search(before):
        return "(weggelaten)"
    if span.label is Label.ETHNIC:
        return _without_ethnicity(text[span.start : span.end])
    return WORDING[span.label].replacement


def _without_ethnicity(surface: str) -> str:
    """Return the person or family of a compound ("Sinti-gezin" gives "gezin")."""
    return surface.rsplit("-", 1)[1] if "-" in surface.strip("-") else "(afkomst weggelaten)"
