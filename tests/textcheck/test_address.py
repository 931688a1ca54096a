"""An address is found, in town and country; a street alone, a count or a year is none."""

import pytest

from tests.textcheck.finding_help import found
from verder.textcheck import Label


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp005, dp014, dp018, dp029, dp041, dp117, dp126, dp128, dp132, dp138, dp144 and dp146 of the
        # development set for the text check.
        ("Adres volgens hem Burg. Tellegenln 63. Geen school", "Burg. Tellegenln 63"),
        ("in een nagelstudio aan de Lange Kerkstraat 58. Ze", "Lange Kerkstraat 58"),
        ("caravans aan de Oude Trambaan, standplaats 11. Bewoners", "Oude Trambaan, standplaats 11"),
        ("haar eigen adres, Het Laantje 2, en de naam", "Het Laantje 2"),
        ("Adres: Van Heemstralaan 300 bis, 7415 RD Deventer", "Van Heemstralaan 300 bis"),
        ("Woning Sperwerflat 604, 3435 PC. Mogen", "Sperwerflat 604"),
        ("in Wassenaar, straat Rust en Vreugdpad 3. Ze", "Rust en Vreugdpad 3"),
        ("woont aan de Meester Koolenweg 7-III, 6043 KL. Zij", "Meester Koolenweg 7-III"),
        ("zus van vader, Ceintuurbaan Noord 210, kamer 14. Kind", "Ceintuurbaan Noord 210, kamer 14"),
        ("beiden wonend Kromme Elleboog 9 zw te Tiel", "Kromme Elleboog 9 zw"),
        ("opgehaald op de Dr. Nolensplein 19, eerste bel", "Dr. Nolensplein 19"),
        ("huisbezoek op de ruyterstraat 5hs trof ik", "de ruyterstraat 5hs"),
        ("Zij woont op Noordeinde 3 in een schuur", "Noordeinde 3"),
        ("Zij staat in woonwagen De Wiek 17.", "De Wiek 17"),
        ("De melding kwam van de Achterom 9.", "de Achterom 9"),
        ("Er was licht op Oude Kolk 12 in Delft.", "Oude Kolk 12"),
        ("op nummer 12 van de Kerkstraat woont", "nummer 12 van de Kerkstraat"),
        ("Zij slaapt in huisje 23 van vakantiepark Zonneweide.", "huisje 23 van vakantiepark Zonneweide"),
        ("post naar Camping Het Ven, plek 14b graag", "Camping Het Ven, plek 14b"),
        ("post aan de Lange Dreef 118-II", "Lange Dreef 118-II"),
        ("naar de Laan van Meerdervoort 300", "Laan van Meerdervoort 300"),
        ("post naar Zonnehof 4, 1234 AB Utrecht", "Zonnehof 4"),
        ("Recreatiepark De Eik, plek 14", "Recreatiepark De Eik, plek 14"),
        ("Staanplaats 5, woonwagenlocatie De Heuvel", "Staanplaats 5, woonwagenlocatie De Heuvel"),
        ("Zij woont Kerkstraat twaalf, boven de winkel", "Kerkstraat twaalf"),
        ("Dorpsstraat nummer achtendertig", "Dorpsstraat nummer achtendertig"),
        ("Bosweg ong. in Lierop", "Bosweg ong."),
        ("in de laatste boerderij aan de Veenweg", "laatste boerderij aan de Veenweg"),
        ("aan de Achterdijk bij de tweede brug, het witte huis", "Achterdijk bij de tweede brug, het witte huis"),
        ("Zij wonen op Hoeve Nooitgedacht in Eext", "Hoeve Nooitgedacht"),
        ("De moeder woont op Markt 1 naast het stadhuis.", "Markt 1"),
    ],
)
def test_an_address_is_found(text: str, surface: str) -> None:
    assert found(text, Label.ADDRESS) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        # Rows dp001, dp045 and dp123 of the development set.
        "De gemeente heeft een Thorbeckelaan en een Thorbeckewijkteam.",
        "al 47 dagen. Ik heb besloten zelf langs te rijden met bus 32.",
        "Het Koninginneplein was vroeger een gezellige plek.",
        "Op Plein 1944 staan kinderen te bedelen.",
        "De Kerkstraat 3 keer per week, de Dorpsstraat 20 jaar lang.",
        "Zij was onderweg 2 uur en liep de Hoofdweg 5 km af.",
        "Op In 3 is niets te zien.",
        "Zij kwam op camping Zonneweide 3 keer langs.",
        "Stuur het naar Postbus 20301 in Den Haag.",
        "Het bezoekadres van de gemeente is Stadhuisplein 1.",
        "De rechtbank zit aan de Wilhelminaplein 100.",
        "In de Kerkstraat twee auto's, in de Dorpsstraat zes keer gebeld.",
    ],
)
def test_a_street_without_a_house_is_left_alone(text: str) -> None:
    assert found(text, Label.ADDRESS) == []
