"""A word is a name where somebody is called so, whatever the model made of it; the words beside it are none."""

from __future__ import annotations

import pytest

from tests.textcheck.finding_help import found, stopped
from verder.textcheck import Label


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ik heet Quovadra ik werk hier nu een jaar.", ["Quovadra"]),
        ("die man, die ze hier zwobelkin noemen, haalt het geld op", ["zwobelkin"]),
        ("die man, die ze hier zwobelkin drastolp noemen, haalt het geld op", ["zwobelkin drastolp"]),
        ("Zijn neef 'de Krul' rijdt rond.", ["de Krul"]),
        ("neef: 'de krul'. hij rijdt rond.", ["de krul"]),
        ("broer 1: zwobelkin. hij is weg.", ["zwobelkin"]),
        ("zijn neef zwobelkin drastolp haalt het geld op", ["zwobelkin drastolp"]),
        ("C.D. (Quovadra) Zwobelkin, wijkagent, belde de school.", ["C.D.", "Quovadra", "Zwobelkin"]),
        ("c.d. (quovadra) zwobelkin, wijkagent, belde de school.", ["c.d.", "quovadra", "zwobelkin"]),
    ],
)
def test_who_is_called_so_is_found(text: str, names: list[str]) -> None:
    assert found(text, Label.PERSON) == names


@pytest.mark.parametrize(
    "text",
    [
        "Zij noemen het een afspraak en niets meer.",
        "Wat zij hier rondhangen noemen, kennen wij niet.",
        "Haar oom 'wist van niets'.",
        "vader: niets gehoord. moeder: geen gehoor.",
        "De norm (bijlage) geldt ook hier.",
        "De school (locatie) is open.",
        "De bijlage e.a. (lijst) volgen.",
        "Hij vroeg: 'wie?'",
        "Zijn oom zei niets, zijn neven en ooms ook niet.",
    ],
)
def test_what_nobody_is_called_is_no_name(text: str) -> None:
    assert found(text, Label.PERSON) == []


@pytest.mark.parametrize(
    "text",
    [
        "I.v.m. de vakantie en o.a. de brief, zie r.o. 4.6 en m.b.t. de bijlage.",
        "a. Welkom.\nb. Het verslag.\nc. Rondvraag: geen.",
        "Zie 'planning_week_def(2).xlsx' en overleg_notulen.docx in de map.",
        "De Excel-bijlage van Ymere-Oost klopt niet.",
        "Vrw wil niets zeggen, ovj beslist morgen.",
        "Op het Lyceum Koningin Wilhelmina en bij Dirk om de hoek was het druk.",
    ],
)
def test_what_is_written_short_or_called_after_somebody_names_nobody(text: str) -> None:
    assert found(text, Label.PERSON) + found(text, Label.HANDLE) == []


def test_a_first_name_that_is_a_shop_too_asks_for_a_look_and_stops_behind_a_relative() -> None:
    assert found("Dirk zegt dat hij niet komt.", Label.PERSON) == ["Dirk"]
    assert stopped("Dirk zegt dat hij niet komt.") == []
    assert stopped("Haar broer Laurens belde gisteren.") == ["Laurens"]


def test_what_is_named_behind_a_word_for_an_organisation_does_not_stop() -> None:
    assert stopped("Woonstichting Zwobelkin-Oost en fractie Zwobelkin zijn er niet.") == []


def test_a_trade_is_no_name_because_somebody_is_called_so() -> None:
    text = "De heer Wout Bakker belde. Zijn vader is ook bakker van beroep."

    assert found(text, Label.PERSON) == ["Wout Bakker"]
