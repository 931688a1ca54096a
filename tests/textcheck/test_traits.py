"""Ethnicity of one person stops; a rare trait in a small place asks for a look; groups and laws stay."""

import pytest

from tests.textcheck.finding_help import NOTHING, found, stopped
from verder.textcheck import Label, check, replaced


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp004, dp016, dp035, dp115, dp126, dp127, dp134 and dp158 of the development set.
        ("Het Bulgaarse meisje uit groep 7 komt", "Bulgaarse"),
        ("nee sorry, Portugese jongen van 17", "Portugese"),
        ("Haar stiefvader is Servisch en zegt dat", "Servisch"),
        ("Zij is Eritrees, hij zegt dat", "Eritrees"),
        ("Ze is Oezbeeks en au pair", "Oezbeeks"),
        ("zij is moslima en draagt", "moslima"),
        ("is het Sinti-gezin aan de overkant", "Sinti-gezin"),
        ("Ouders zijn Afghaans en hebben", "Afghaans"),
        ("een vrouw van Turkse afkomst", "Turkse"),
        ("Nationaliteit: Syrisch.", "Syrisch"),
        ("Zij heeft het als Koerd zwaar.", "Koerd"),
        ("Een meisje (Somalisch, 16) belde.", "Somalisch"),
        ("Zij is 16 jaar, Armeens, en alleen.", "Armeens"),
        ("Zij heeft zich bekeerd tot de islam.", "islam"),
        ("ging om met een christen.", "christen"),
        ("Een Rus werd aangehouden.", "Rus"),
        ("De Roemeense die hier werkte is weg.", "Roemeense"),
        ("Haar man is Gambiaan.", "Gambiaan"),
        ("Zij zag twee Litouwers in dat huis.", "Litouwers"),
        ("Het gezin, dat Pools is, blijft een jaar.", "Pools"),
        ("Zij is bekeerd.", "bekeerd"),
        ("De Poolse ambassade is dicht. " + "Er gebeurt een tijd niets. " * 8 + "Zij is Eritrees.", "Eritrees"),
    ],
)
def test_ethnicity_of_one_person_is_found(text: str, surface: str) -> None:
    assert found(text, Label.ETHNIC) == [surface]
    assert surface in stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        # Row dp009 of the development set.
        "Een advocaat verwees mij naar het Marokkaanse familierecht.",
        "De Poolse ambassade stuurde een brief.",
        "Jongeren van Turkse afkomst worden vaker gecontroleerd.",
        "Turkse, Syrische en Hongaarse teksten worden vertaald.",
        "Wij werken in Roemenië met een Roemeense wet.",
        "Sinti en Roma hebben een eigen geschiedenis.",
        "Een Franse auto stond fout.",
        "De Engelse les begint.",
        "De tolk spreekt Dari en het geld komt uit Turkije.",
        "Vluchtelingen uit Syrië krijgen een woning.",
        "De zwarte lijst van de gemeente.",
    ],
)
def test_a_group_or_a_law_is_left_alone(text: str) -> None:
    assert found(text, Label.ETHNIC) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Moeder komt uit Eritrea en is alleen.", "Eritrea"),
        ("Het gezin spreekt thuis Koerdisch.", "Koerdisch"),
        ("Een getinte jongen stond bij de deur.", "getinte"),
        ("Zij wil met een moslim trouwen.", "moslim"),
        ("Vader gaat naar de moskee en hoort alles.", "naar de moskee"),
    ],
)
def test_origin_language_and_signs_of_belief_of_one_family_ask_for_a_look(text: str, surface: str) -> None:
    assert found(text, Label.ETHNIC) == [surface]
    assert stopped(text) == []


@pytest.mark.parametrize(
    "text", ["Veel ouders komen uit Polen.", "Wij werkten in Eritrea.", "De tolk spreekt Dari en Arabisch."]
)
def test_the_origin_and_language_of_many_or_of_somebody_at_work_is_left_alone(text: str) -> None:
    assert found(text, Label.ETHNIC) == []


def test_a_compound_keeps_the_family_when_it_is_replaced() -> None:
    text = "Het Sinti-gezin is weg."

    assert replaced(text, check(text, allowed=NOTHING)) == "Het gezin is weg."


@pytest.mark.parametrize(
    ("text", "part"),
    [
        # Rows dp005, dp010, dp012 and dp143 of the development set.
        ("Volgens buurman is het de glazenwasser met één arm uit Benedenhorst.", "met één arm uit Benedenhorst"),
        ("Ze woont in het voormalige tramstation van Hoogzuthem.", "voormalige tramstation van Hoogzuthem"),
        ("In Wijtgaarderzijl runt vader de enige snackbar.", "Wijtgaarderzijl runt vader de enige"),
        ("Over het gezin met de drie blinde broers uit Eemswolde wordt gepraat.", "blinde broers uit Eemswolde"),
        ("De jongen met de zeldzame spierziekte uit Rietmolen.", "zeldzame spierziekte uit Rietmolen"),
        ("Oosterwaarde, waar maar één gezin met een snackbar woont, is klein.", "Oosterwaarde"),
        ("In een dorp van driehonderd inwoners is hij de leraar.", "een dorp van driehonderd inwoners"),
        ("In dit dorp is hij de enige imam.", "dit dorp is hij de enige imam"),
    ],
)
def test_a_rare_trait_in_a_small_place_asks_for_a_look(text: str, part: str) -> None:
    surfaces = found(text, Label.QUASI)

    assert len(surfaces) == 1
    assert part in surfaces[0]
    assert stopped(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In Amsterdam is hij de enige imam.",
        "In de gemeente Urk is een nieuwe wethouder.",
        "Het gezin woont in Eemswolde.",
        "Het college van Eemswolde heeft een wethouder.",
        "De laatste stap is een gesprek.",
        "De eerste bijeenkomst is in Eemswolde.",
    ],
)
def test_a_large_town_or_a_place_alone_is_left_alone(text: str) -> None:
    assert found(text, Label.QUASI) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("De moeder komt uit Eritrea.", "Eritrea"),
        ("Zij is geboren in Somalië.", "Somalië"),
        ("Thuis spreken zij Tigrinya.", "Tigrinya"),
        ("De moeder spreekt alleen Arabisch.", "Arabisch"),
        ("Een getinte man liep weg.", "getinte"),
        ("Een vrouw van kleur belde.", "van kleur"),
    ],
)
def test_where_somebody_comes_from_and_what_is_spoken_at_home_ask_for_a_look(text: str, surface: str) -> None:
    assert found(text, Label.ETHNIC) == [surface]
    assert stopped(text) == []
