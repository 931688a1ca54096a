"""A telephone number is found in every way that people write it; public numbers are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textcheck.finding_help import found, stopped
from verder.textcheck import Label


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp016, dp022, dp036, dp039, dp047, dp126, dp134 and dp137 of the development set.
        ("nummer 06-5550 1938 is van die neef", "06-5550 1938"),
        ("vanaf 06.33.44.55.66. Ze is", "06.33.44.55.66"),
        ("nummer is 0031612345678, mail", "0031612345678"),
        ("of 010-5550142. Ik", "010-5550142"),
        ("nummer, +31 6 87654321, maar", "+31 6 87654321"),
        ("met +998 90 555 01 44. Geen", "+998 90 555 01 44"),
        ("kerstpakketten: 06-10 20 30 40. Mag", "06-10 20 30 40"),
        ("bel hem op 0687650123, zijn mail", "0687650123"),
        (
            "bel nul zes twaalf vierendertig zesenvijftig achtenzeventig",
            "nul zes twaalf vierendertig zesenvijftig achtenzeventig",
        ),
        ("bel (06-12345678) maar", "06-12345678"),
        ("bel (020) 555 01 42 maar", "(020) 555 01 42"),
        ("bel +31(0)6 12345678 maar", "+31(0)6 12345678"),
        ("bel 0182 - 55 01 42 maar", "0182 - 55 01 42"),
        ("bel o6-12345678 maar", "o6-12345678"),
        ("bel 06–1234‑5678 maar", "06–1234‑5678"),
        ("bel 085 123 45 67 maar", "085 123 45 67"),
        ("bel 00 49 151 23456789 maar", "00 49 151 23456789"),
    ],
)
def test_a_number_of_a_person_is_found(text: str, surface: str) -> None:
    assert stopped(text) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "Bel 112, 113, 144, 0900-8844 of 0800-0432, ook 0800 - 2000 en 0900 1234567",
        "Het nummer van de gemeente is 14 020 of 14030",
        "De hulplijn 116 000 en 116111",
        "parketnummer (05/118843-24) en 09/234518-23",
        "het nummer 0123456789 bestaat niet",
        "bon 06-12345678901234 is te lang",
        "ECLI:NL:HR:2021:1702",
    ],
)
def test_a_public_number_is_left_alone(text: str) -> None:
    assert found(text, Label.PHONE) == []


def test_a_number_for_organisations_only_asks_for_a_look() -> None:
    text = "Bel 088-1234567 van de gemeente."

    assert found(text, Label.PHONE) == ["088-1234567"]
    assert stopped(text) == []


@given(
    st.sampled_from(["06", "+316", "00316", "+31 (0)6", "+31 6", "0031 6"]),
    st.from_regex(r"[1-8][0-9]{7}", fullmatch=True),
    st.sampled_from(["", " ", "-", ".", " - ", "/"]),
    st.sampled_from([2, 4]),
)
def test_every_mobile_number_stops(prefix: str, number: str, between: str, size: int) -> None:
    written = between.join([prefix, *(number[at : at + size] for at in range(0, 8, size))])

    assert stopped(f"Bel haar op {written}, maar niet nu.") == [written]
