"""A page or an account of somebody is found; a site of the government is not."""

import pytest

from tests.textcheck.finding_help import NOTHING, found, stopped
from verder.textcheck import Label, check


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp004, dp018, dp035 and dp148 of the development set for the text check.
        ("op www.dorpspraat.example/winkelhart/bedelmeisje. Haar", "www.dorpspraat.example/winkelhart/bedelmeisje"),
        (
            "op http://www.trambaan-leven.example/album/moos-50-jaar.",
            "http://www.trambaan-leven.example/album/moos-50-jaar",
        ),
        ("op tiktak.example/@lunaatje2009/video/88213 vertelt", "tiktak.example/@lunaatje2009/video/88213"),
        ("(www.svdeboeier.example/teams/dames2/spelers) staat", "www.svdeboeier.example/teams/dames2/spelers"),
    ],
)
def test_a_page_is_found(text: str, surface: str) -> None:
    assert found(text, Label.URL) == [surface]


def test_a_bare_site_only_asks_for_a_look() -> None:
    text = "Hun site is www.familiefeest.example."

    assert found(text, Label.URL) == ["www.familiefeest.example"]
    assert stopped(text) == []


@pytest.mark.parametrize(
    "text", ["Zie www.rijksoverheid.nl/onderwerpen.", "Kijk op https://www.huiselijkgeweld.nl/x", "http://"]
)
def test_a_public_site_is_left_alone(text: str) -> None:
    assert found(text, Label.URL) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp008, dp026, dp027, dp035, dp037, dp042 and dp048 of the development set.
        ("een briefje met 'insta: b0ss.nando_'. Hij", "b0ss.nando_"),
        ("De verkoper noemt zich samir_autos_88 en", "samir_autos_88"),
        ("een foto op @esmaa.nur_k stond", "@esmaa.nur_k"),
        ("heet op dat kanaal lunaatje2009. Haar", "lunaatje2009"),
        ("Op @zus.van.niemand schrijft zij", "@zus.van.niemand"),
        ("TikTok-account, @de3zusjes_ams. Zij", "@de3zusjes_ams"),
        ("op snapchat: boss.man volgt hij", "boss.man"),
    ],
)
def test_an_account_is_found(text: str, surface: str) -> None:
    assert found(text, Label.HANDLE) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "Op Instagram staat niets.",
        "account gesloten",
        "Zij heet op papier COVID19",
        "de foto van groep8 en MP3",
        "#hetisjouwleven",
    ],
)
def test_another_word_is_no_account(text: str) -> None:
    assert found(text, Label.HANDLE) == []


def test_in_a_public_address_nothing_is_a_name() -> None:
    text = "Lees [de meldcode](https://www.rijksoverheid.nl/y.png) of vraag advies."

    assert check(text, allowed=NOTHING) == []
