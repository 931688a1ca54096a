"""A number plate is found by its series; the code of a document or a word is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textcheck.finding_help import found, stopped
from verder.textcheck import Label
from verder.textcheck.patterns.plate import _SERIES


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp010, dp019, dp023, dp027, dp029 and dp143 of the development set for the text check.
        ("die Audi met HZ-07-XT. Ze zegt", "HZ-07-XT"),
        ("busje, kenteken CB 4471 HX. School", "CB 4471 HX"),
        ("kenteken VH-482-K. Ik", "VH-482-K"),
        ("met een BMW, K-DY 2291'. Het", "K-DY 2291"),
        ("haar auto (L-903-ZN) in", "L-903-ZN"),
        ("kenteken 99-XKB-4. Zij", "99-XKB-4"),
        ("een auto hz-07-xt voor", "hz-07-xt"),
        ("een auto 99XKB4 voor", "99XKB4"),
        ("er stond HZ 07 XT voor", "HZ 07 XT"),
        ("er stond DE-12-34 voor", "DE-12-34"),
        ("er stond 1-ABC-234 voor", "1-ABC-234"),
        ("kenteken b 123 abc staat", "b 123 abc"),
    ],
)
def test_a_plate_is_found(text: str, surface: str) -> None:
    assert stopped(text) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        # Row dp013 of the development set.
        "Ik heb het protocol HK-20-24 erbij gepakt.",
        "op 12-03-2024 kwamen 12 mannen en 4 auto's",
        "artikel 273f en de auto van de buren uit 2019",
        "de GGD en 12 anderen, versie 2-NL-20",
        "een auto van 12 jaar oud",
    ],
)
def test_another_code_is_left_alone(text: str) -> None:
    assert found(text, Label.PLATE) == []


@given(st.data())
def test_every_series_stops(data: st.DataObject) -> None:
    series = data.draw(st.sampled_from(sorted(_SERIES)))
    letters = st.sampled_from("BDFGHJKLNPRSTVXZ")
    signs = {"X": letters, "9": st.sampled_from("0123456789"), "-": st.just("-")}
    plate = "".join(data.draw(signs[sign]) for sign in series)

    assert stopped(f"Er stond een auto, {plate}, voor de deur.") == [plate]
