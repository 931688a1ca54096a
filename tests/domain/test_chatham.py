"""What is distributed under the Chatham House Rule names nobody who was there."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verder.domain.chatham import without_names

ROLES = ("Wethouder Zuid", "Beleidsmedewerker jeugd")
PLACES = ("Gemeente Groot", "Politie")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wethouder Zuid vroeg om uitstel.", "een deelnemer vroeg om uitstel."),
        ("WETHOUDER  ZUID vroeg om uitstel.", "een deelnemer vroeg om uitstel."),
        ("Volgens Zuid kan het wel.", "Volgens een deelnemer kan het wel."),
        ("De politie en gemeente groot doen mee.", "De een organisatie en een organisatie doen mee."),
        ("Politiek is iets anders dan jeugd.", "Politiek is iets anders dan jeugd."),
        ("Niemand is genoemd.", "Niemand is genoemd."),
    ],
)
def test_names_of_people_and_organisations_go(text: str, expected: str) -> None:
    assert without_names(text, people=ROLES, organisations=PLACES) == expected


def test_short_words_stay_unless_the_whole_name_is_written() -> None:
    assert without_names("Wij gaan op reis met Op Zee.", people=["Op Zee"], organisations=[]) == (
        "Wij gaan op reis met een deelnemer."
    )


def test_empty_names_change_nothing() -> None:
    assert without_names("Alles blijft staan.", people=["", " "], organisations=[""]) == "Alles blijft staan."


PART = st.text(alphabet=ascii_lowercase, min_size=4, max_size=8).map(str.capitalize)


@given(st.lists(st.tuples(PART, PART).map(" ".join), min_size=1, max_size=4), st.text(alphabet="abc .,", max_size=20))
@settings(deadline=None)
def test_no_name_is_left_wherever_it_stood(names: list[str], around: str) -> None:
    text = around.join(["", *(f" {name} " for name in names), ""])

    left = without_names(text, people=names, organisations=[])

    assert not [name for name in names if name.lower() in left.lower()]
