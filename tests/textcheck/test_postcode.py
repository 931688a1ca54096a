"""A postcode is found with the house number beside it; a year or a postcode box is not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.textcheck.finding_help import found, stopped
from verder.textcheck import Label


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp041, dp048, dp117, dp128 and dp160 of the development set for the text check.
        ("7415 RD Deventer", "7415 RD"),
        ("44, 6082 GH, en de melding", "6082 GH"),
        ("604, 3435 PC. Mogen", "3435 PC"),
        ("7-III, 6043 KL. Zij", "6043 KL"),
        ("registratie 4424 NB Wemeldinge", "4424 NB"),
        ("postcode 1234AB", "1234AB"),
        ("woont op 1234 AB 12 nu", "1234 AB 12"),
        ("woont op 1234AB-12a nu", "1234AB-12a"),
        ("woont op 1234 AB nr. 12-3 nu", "1234 AB nr. 12-3"),
        ("woont op 7415rd 12 bis nu", "7415rd 12 bis"),
        ("woont op 7415 rd nu", "7415 rd"),
        ("de postcode is: 7415 en", "7415 en"),
        ("uit postcodegebied 7415, dus", "7415"),
        ("woont op 7415.RD nu", "7415.RD"),
        ("woont op 7415 Rd nu", "7415 Rd"),
        ("woont op NL-7415RD nu", "7415RD"),
    ],
)
def test_a_postcode_is_found(text: str, surface: str) -> None:
    assert stopped(text) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        # Row dp154 of the development set.
        "de city deal, sinds 2021 OM en politie ook",
        "Stuur het naar Postbus 20301, 2500 EH Den Haag",
        "in 2024 is er niets gebeurd, 1500 en meer",
        "de code 1234 SS bestaat niet, 5000 KM wel",
        "sinds 1999 Is het stil",
        "een budget van € 4000 RB",
        "ruimte 0123 AB",
    ],
)
def test_another_number_is_left_alone(text: str) -> None:
    assert found(text, Label.POSTCODE) == []


@given(st.integers(2100, 9999), st.from_regex(r"[A-Z]{2}", fullmatch=True), st.sampled_from(["", " "]))
def test_every_postcode_stops(digits: int, letters: str, between: str) -> None:
    assume(letters not in {"SA", "SD", "SS", "KM", "KG", "CM", "MM", "ML", "CL", "KB", "MB", "GB", "TB", "HA"})

    assert stopped(f"Zij woont op {digits}{between}{letters}, zegt zij.") == [f"{digits}{between}{letters}"]
