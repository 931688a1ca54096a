"""A date of birth is found by what stands around it; another date is left alone."""

import pytest

from tests.textcheck.finding_help import found
from verder.textcheck import Label


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp017, dp028, dp031, dp132, dp146, dp153, dp157, dp158 and dp159 of the development set.
        ("Zij is geboren op drie april tweeduizend negen.", "drie april tweeduizend negen"),
        ("Geboren de twaalfde mei 2008 in Tiel", "twaalfde mei 2008"),
        ("Op eenendertig december wordt zij achttien", "eenendertig december"),
        ("Cliënt (11/09/2006) heeft in een opwelling", "11/09/2006"),
        ("Op 9 april 2008 werd zij geboren en op haar", "9 april 2008"),
        ("De Graaf-Sewnath (12 feb. '61). Haar kleinkinderen", "12 feb. '61"),
        ("Kind geb. 03-05-'15, bij moeder", "03-05-'15"),
        ("op zijn pasje staat 08/08/2013. Zij zeiden", "08/08/2013"),
        ("geb. 14-03-2007, BSN", "14-03-2007"),
        ("De jongste is van 21 sept. 2012, burgerservicenummer", "21 sept. 2012"),
        ("Hun dochter Parwana, 7-7-'07, is in mei", "7-7-'07"),
        ("Geboren: 17 okt 2006. BSN", "17 okt 2006"),
        ("geboortedatum 2008-03-04 volgens de BRP", "2008-03-04"),
        ("geb 04032008 te Tiel", "04032008"),
        ("op 3 mei is zij jarig", "3 mei"),
        ("Zij wordt 18 op 3 mei 2026, zegt zij", "3 mei 2026"),
        ("In het dossier staat 12-04-2009 als datum", "12-04-2009"),
    ],
)
def test_a_date_of_birth_is_found(text: str, surface: str) -> None:
    assert found(text, Label.DOB) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        # Rows dp007 and dp030 of the development set.
        "In het jeugddebat van 14 februari noemde een raadslid onze aanpak stigmatiserend.",
        "Op 12-03-2024 was er een themabijeenkomst in het stadhuis.",
        "De wet van 12 maart 1998 geldt nog.",
        "Op maandag 3-4-2023 belde de school.",
        "Zij vertrok, 12-03-2024, zonder iets te zeggen.",
    ],
)
def test_another_date_is_left_alone(text: str) -> None:
    assert found(text, Label.DOB) == []
