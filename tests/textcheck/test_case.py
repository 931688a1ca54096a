"""A number of a case is found; published law is left alone."""

import pytest

from tests.textcheck.finding_help import found
from verder.textcheck import Label


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp002, dp014, dp017, dp041, dp048, dp119, dp127, dp138, dp149 and dp158 of the development set.
        ("Zaak 2023-ABC-00123 loopt", "2023-ABC-00123"),
        ("skn 12345678 staat erin", "12345678"),
        ("met kenmerk WMO/2024/55710. Ik mag", "WMO/2024/55710"),
        ("Casus Z-2024-008812: mevrouw", "Z-2024-008812"),
        ("Parketnummer: 16.098765.24. Cliënt", "16.098765.24"),
        ("Proces-verbaal: PL0600-2024071123-6. De", "PL0600-2024071123-6"),
        ("staat in BVH onder 2024-118206. De", "2024-118206"),
        ("een plofkraak (05/118843-24). Terug", "05/118843-24"),
        ("Meldingsnummer Veilig Thuis VT-2023-11873. De", "VT-2023-11873"),
        ("Zaaknummer politie 2023-298714. Verdachte", "2023-298714"),
        ("De IND heeft dossier 282.456.7713 maar", "282.456.7713"),
        ("rekest C/09/612345 / FA RK 23-1234 loopt", "C/09/612345 / FA RK 23-1234"),
        ("in dossiernummer 4455667 staat", "4455667"),
        ("het hof, 200.123.456/01, zegt", "200.123.456/01"),
    ],
)
def test_a_case_is_found(text: str, surface: str) -> None:
    assert found(text, Label.CASE) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        # Rows dp003 and dp116 of the development set.
        "Op grond van Richtlijn 2011/36/EU mag dat niet.",
        "het arrest ECLI:NL:HR:2021:1702 en ECLI:NL:RBMNE:2022:4410",
        "de subsidie met kenmerk SUB-2024-12345",
        "Kamerstuk 28638 en de zaak van 12 maart 2024",
        "melding 12 en zaak 3",
        "dossier 12-03-2024",
        "artikel ABC-2024-1234 van de regeling, wetsvoorstel zaak 36111",
    ],
)
def test_published_law_is_left_alone(text: str) -> None:
    assert found(text, Label.CASE) == []
