"""What the example pages show."""

from __future__ import annotations

from datetime import date

from django import forms

from verder.domain.rungs import Rung
from verder.domain.tlp import Tlp
from verder.textcheck.check import check
from verder.web.components import Message, Part, Station, StationState, Stop
from verder.web.proof import proof
from verder.web.words import ways_from

TEXT = (
    "Ik ben leerplichtambtenaar. Een jongen is sinds de zomer dertig dagen niet op school geweest. Zijn moeder belt "
    "mij met nummer 06-12345678 en mailt van a.voorbeeld@voorbeeld.nl. Het geld gaat naar NL91ABNA0417164300."
)


class ExampleForm(forms.Form):
    """One field of every kind that pages use."""

    question = forms.CharField(
        label="Uw vraag",
        help_text="Eén keuze, zonder het antwoord al in te vullen.",
        widget=forms.Textarea(attrs={"rows": 3, "class": "verder-input--question"}),
    )
    role = forms.CharField(label="Vanuit welke rol schrijft u?", help_text="Bijvoorbeeld: wijkagent.")
    code = forms.CharField(label="Ontvangstcode", widget=forms.TextInput(attrs={"class": "verder-input--code"}))
    when = forms.DateField(label="Datum", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    label = forms.ChoiceField(
        label="Hoe ver mag dit verder verteld worden?",
        choices=[(label, label) for label in Tlp],
        widget=forms.RadioSelect,
        help_text="Weet u het niet? Kies AMBER+STRICT.",
    )
    parties = forms.MultipleChoiceField(
        label="Wie mag weten wie u bent?",
        choices=[("platform", "Het Platform"), ("group", "De werkgroep")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    theme = forms.ChoiceField(label="Thema", choices=[("", "Kies een thema"), ("1", "Uithuwelijking")])
    sure = forms.BooleanField(label="Ik heb dit nagelezen")


def stations() -> tuple[Station, ...]:
    """Tell a journey with all that can hang on it."""
    asked = Message("Secretariaat vroeg", date(2026, 9, 8), "Weet u of iemand alleen met de jongen heeft gesproken?")
    told = Message("U antwoordde", date(2026, 9, 10), "De conciërge sprak hem twee keer.", own=True)
    return (
        Station(StationState.PAST, "Ingebracht", date(2026, 9, 3), "Wij ontvingen uw dilemma."),
        Station(StationState.PAST, "Vraag van het secretariaat", "8 tot 10 september", messages=(asked, told)),
        Station(
            StationState.PRESENT,
            "Op de agenda van het Landelijk Platform",
            date(2026, 12, 3),
            "De deelnemers lezen uw dilemma vooraf.",
        ),
        Station(StationState.NEXT, "Hierna zijn er vijf mogelijkheden", fork=ways_from(Rung.PLATFORM)),
    )


def row() -> tuple[Station, ...]:
    """Tell a journey short enough for a row."""
    return (
        Station(StationState.PAST, "Intake", "3 september"),
        Station(StationState.PAST, "Wacht op inbrenger", "8 tot 10 september"),
        Station(StationState.PRESENT, "Landelijk Platform", "3 december, punt 5", "Aan zet: Platform"),
        Station(StationState.NEXT, "Werkgroep", "of opgelost, of terug"),
        Station(StationState.NEXT, "Strategisch Beraad", "als de werkgroep vastloopt"),
        Station(StationState.NEXT, "Antwoord", "altijd"),
    )


def ended() -> tuple[Station, ...]:
    """Tell a journey that is over."""
    return (
        Station(StationState.PAST, "Ingebracht", date(2026, 9, 3)),
        Station(StationState.END, "Opgelost", date(2026, 12, 3), "Het Platform vond een oplossing."),
    )


def public_context() -> dict[str, object]:
    """Fill the example page of the public part."""
    form = ExampleForm({"question": "Moet ik een proces-verbaal opmaken of eerst het gesprek blijven zoeken?"})
    return {
        "form": form,
        "proofs": [proof("situation", "Wat er speelt", TEXT, check(TEXT, allowed=frozenset()), {})],
        "stations": stations(),
        "ended": ended(),
        "parts": [
            Part("Uw vraag", "id_question", is_filled=True),
            Part("Situatie", "id_role", is_wrong=True),
            Part("Betrokkenen", "id_code"),
            Part("Waarden en belangen", "id_when"),
            Part("Controle", "id_sure"),
        ],
        "labels": list(Tlp),
    }


def work_context() -> dict[str, object]:
    """Fill the example page of the work area."""
    titles = ("Intake", "Bij de inbrenger", "Platform", "Werkgroep", "Strategisch Beraad", "Opvolging", "Alles")
    return {
        "stops": [
            Stop(title, f"?rung={number}", "99+" if title == "Alles" else str(number), late="1" if number % 2 else "")
            if title != "Platform"
            else Stop(title, "?", "5", is_current=True)
            for number, title in enumerate(titles)
        ],
        "rows": [
            {"question": question, "rung": rung, "tlp": label, "late": late}
            for question, rung, label, late in (
                ("Mag de school mij vertellen wanneer dit meisje op reis gaat?", Rung.INTAKE, Tlp.AMBER_STRICT, True),
                ("Kan ik schuldhulp geven zolang een familielid het geld beheert?", Rung.COUNCIL, Tlp.AMBER, False),
                ("Moet ik nu een einde maken aan de contante huur op de locatie?", Rung.RESOLVED, Tlp.RED, False),
            )
        ],
        "row_stations": row(),
    }
