"""A citizen service number is found by the eleven-test, however it is written."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.textcheck.finding_help import found, stopped
from verder.textcheck import Label
from verder.textcheck.patterns.bsn import is_bsn


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp046, dp121, dp153, dp157 and dp159 of the development set for the text check.
        ("Check even mee: bsn 900423468, dat is een kind", "900423468"),
        ("BSN 907924402 staat op drie adressen", "907924402"),
        ("geb. 14-03-2007, BSN 939099603. Cliënte", "939099603"),
        ("burgerservicenummer 994 483 478. Moeder mailt", "994 483 478"),
        ("BSN: 9967.51.361. Contact", "9967.51.361"),
        ("bsn 9-0-0-4-2-3-4-6-8", "9-0-0-4-2-3-4-6-8"),
        ("het nummer 012345672 hoort erbij", "012345672"),
        ("het nummer 12345672 hoort erbij", "12345672"),
        ("bsn 12.34.56.72 hoort erbij", "12.34.56.72"),
        ("kind 2 900423468 staat er", "900423468"),
        ("bsn 900 42-3468 staat er", "900 42-3468"),
        ("bsn\u00a0900\u200b423\u200b468", "900\u200b423\u200b468"),
        ("bsn ９００４２３４６８", "９００４２３４６８"),
    ],
)
def test_a_number_that_passes_the_test_is_found(text: str, surface: str) -> None:
    assert found(text, Label.BSN) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "het nummer 900423469 haalt de proef niet",
        "het nummer 000000000 telt niet",
        "KvK-nummer 12345672 van de stichting",
        "op 12-03-2024 waren er 9 kinderen",
        "het bestand 20240107, op 06-01-2024 en 01-01-2024-5",
        "een subsidie van € 900423468 voor de regio",
        "in 12.34.56.72 delen",
        "in 900 42-3468 delen",
        "het nummer 1900423468 is te lang",
        "van 2019-2024 en 10 tot 12",
    ],
)
def test_another_number_is_left_alone(text: str) -> None:
    assert found(text, Label.BSN) == []


@given(st.integers(min_value=10_000_000, max_value=99_999_999), st.sampled_from(["", " ", ".", "-"]))
def test_every_valid_number_stops_in_every_grouping(first_eight: int, between: str) -> None:
    weighed = sum(w * int(d) for w, d in zip(range(9, 1, -1), str(first_eight), strict=True)) % 11
    assume(weighed < 10)
    digits = f"{first_eight}{weighed}"
    written = between.join([digits[:3], digits[3:6], digits[6:]])

    assert is_bsn(written)
    assert stopped(f"Haar bsn is {written}, zegt zij.") == [written]


@given(st.from_regex(r"[0-9]{9}", fullmatch=True), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_never_passes(number: str, place: int, shift: int) -> None:
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]

    assert not (is_bsn(number) and is_bsn(wrong))
