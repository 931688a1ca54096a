"""An e-mail address is found, also when it is spelled out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textcheck.finding_help import found, stopped
from verder.textcheck import Label


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp002, dp036, dp132 and dp137 of the development set for the text check.
        ("U mailde vanaf k.tromp@example.org dat u", "k.tromp@example.org"),
        ("mail: piroska_vrij [at] example punt nl. Zij", "piroska_vrij [at] example punt nl"),
        ("als sovath.papa (at) example.nl.", "sovath.papa (at) example.nl"),
        ("zijn mail: CDB_Transport@example.com. hoe", "CDB_Transport@example.com"),
        ("mail naar anna apenstaartje example punt nl.", "anna apenstaartje example punt nl"),
        ("mail naar anna punt b at example punt nl.", "anna punt b at example punt nl"),
        ("mail anna @ example . nl", "anna @ example . nl"),
        ("mail anna apestaartje example.nl", "anna apestaartje example.nl"),
        ("mail anna(at)example(punt)nl", "anna(at)example(punt)nl"),
        ("mail anna{at}mail.example{dot}nl", "anna{at}mail.example{dot}nl"),
        ("mail anna @ example.nl", "anna @ example.nl"),
        ("mail anna＠example.nl", "anna＠example.nl"),
        ("<anna+1@example.co.uk>", "anna+1@example.co.uk"),
    ],
)
def test_an_address_is_found(text: str, surface: str) -> None:
    assert stopped(text) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "op Instagram @zus.van.niemand schrijft zij",
        "haar Instagram @fatou.xo.d. Wij",
        "het 5 @ 2 gaat niet",
        "ik at een appel. En toen",
    ],
)
def test_another_sign_is_left_alone(text: str) -> None:
    assert found(text, Label.EMAIL) == []


def test_the_shared_box_of_an_organisation_only_asks_for_a_look() -> None:
    text = "Een buurtbewoner mailde naar info@veiligthuis.example dat hij gillende kinderen hoorde."

    assert found(text, Label.EMAIL) == ["info@veiligthuis.example"]
    assert stopped(text) == []


@given(
    st.from_regex(r"[a-z]{1,8}[._]?[a-z]{2,8}[0-9]{0,3}z", fullmatch=True),
    st.sampled_from(["@", " [at] ", "(at)", " apenstaartje "]),
    st.sampled_from([".", " punt ", "[punt]", " (dot) "]),
)
def test_every_way_to_spell_an_address_stops(name: str, at: str, dot: str) -> None:
    address = f"{name}{at}post{dot}nl"

    assert stopped(f"Mail mij: {address}, graag.") == [address]
