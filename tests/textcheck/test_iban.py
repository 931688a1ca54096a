"""A bank account is found by its check digits, of every country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textcheck.finding_help import found, stopped
from verder.textcheck import Label
from verder.textcheck.patterns.iban import is_iban


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # Rows dp026, dp117, dp137 and dp138 of the development set for the text check.
        ("krijgt zijn geld via NL17 KNAB 0673 4906 78. Zijn zusje", "NL17 KNAB 0673 4906 78"),
        ("door derden: NL53 SNSB 0636 6693 74 t.n.v.", "NL53 SNSB 0636 6693 74"),
        ("heengaat = NL59BUNQ0887633490, staat", "NL59BUNQ0887633490"),
        ("naar NL14 RABO 0259 0548 90. Het OM", "NL14 RABO 0259 0548 90"),
        ("rekening nl59.bunq.0887.6334.90 en", "nl59.bunq.0887.6334.90"),
        ("rekening NL59-BUNQ-0887-6334-90 en", "NL59-BUNQ-0887-6334-90"),
        ("rekening NL 59 BUNQ 08876 33490 en", "NL 59 BUNQ 08876 33490"),
        ("(NL59 BUNQ 0887\n6334 90)", "NL59 BUNQ 0887\n6334 90"),
        ("via BE68 5390 0754 7034 betaald", "BE68 5390 0754 7034"),
        ("via DE89 3704 0044 0532 0130 00 betaald", "DE89 3704 0044 0532 0130 00"),
        ("via GB29 NWBK 6016 1331 9268 19 betaald", "GB29 NWBK 6016 1331 9268 19"),
    ],
)
def test_a_valid_account_is_found(text: str, surface: str) -> None:
    assert found(text, Label.IBAN) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "rekening NL59BUNQ0887633491 klopt niet",
        "het nummer XX59BUNQ0887633490 bestaat niet",
        "wet NL12 is kort",
        "het nummer NL59BUNQ08876334901 is te lang",
    ],
)
def test_another_number_is_left_alone(text: str) -> None:
    assert found(text, Label.IBAN) == []


def test_letters_of_another_alphabet_are_no_account() -> None:
    assert not is_iban("NL59ΒUNQ0887633490")


@given(st.from_regex(r"[A-Z]{4}[0-9]{10}", fullmatch=True), st.sampled_from(["", " ", "-", "."]))
def test_every_valid_dutch_account_stops(account: str, between: str) -> None:
    rest = int("".join(str(int(sign, 36)) for sign in account + "NL00"))
    number = f"NL{98 - rest % 97:02}{account}"
    written = between.join(number[at : at + 4] for at in range(0, len(number), 4))

    assert is_iban(written)
    assert stopped(f"Het geld gaat naar {written}, zegt zij.") == [written]
