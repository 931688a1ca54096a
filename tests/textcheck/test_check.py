"""The check as a whole: order, permission, and places in the text as it was written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textcheck.finding_help import NOTHING, found
from verder.textcheck import Finding, Label, Level, check, normalise, replaced
from verder.textcheck.patterns.url import host_of

# Row dp137 of the development set for the text check.
NOTE = (
    "fyi: rekening = NL59BUNQ0887633490, staat op naam van haar zwager. bel hem op 0687650123,"
    " zijn mail: CDB_Transport@example.com. hoe doorbreek je dit???"
)


def test_findings_stand_in_order_and_say_what_to_do() -> None:
    findings = check(NOTE, allowed=NOTHING)

    assert [one.label for one in findings] == [Label.IBAN, Label.PHONE, Label.EMAIL]
    assert all(one.level is Level.STOP and one.why and one.replacement for one in findings)


def test_replacing_leaves_a_text_without_findings() -> None:
    text = replaced(NOTE, check(NOTE, allowed=NOTHING))

    assert "bel hem op het telefoonnummer, zijn mail: het e-mailadres." in text
    assert check(text, allowed=NOTHING) == []


def test_of_overlapping_findings_one_is_replaced_and_an_empty_proposal_none() -> None:
    def finding(start: int, end: int, replacement: str) -> Finding:
        return Finding(start, end, Label.CASE, Level.STOP, "", replacement)

    findings = [finding(2, 4, "B"), finding(0, 3, "A"), finding(5, 6, "")]

    assert replaced("abcdefg", findings) == "Adefg"


@pytest.mark.parametrize(
    ("phrase", "allowed"),
    [("085-1234567", "085-1234567"), ("085-1234567", "het LOKET 085-1234567 (gratis)")],
)
def test_what_is_allowed_is_no_finding(phrase: str, allowed: str) -> None:
    text = f"Bel het loket {phrase} (gratis)."

    assert found(text, Label.PHONE) == [phrase]
    assert found(text, Label.PHONE, allowed=frozenset({allowed})) == []


def test_the_name_of_a_site_lets_its_pages_pass_and_those_of_no_other() -> None:
    allowed = frozenset({"kenniscentrum.example"})

    address = "https://nietkenniscentrum.example/meldcode"

    assert found("Zie www.kenniscentrum.example/meldcode/stap-1.", Label.URL, allowed=allowed) == []
    assert found(f"Zie {address}.", Label.URL, allowed=allowed) == [address]
    assert host_of("") == ""


def test_an_allowed_phrase_elsewhere_permits_nothing_here() -> None:
    allowed = frozenset({"het loket 085-1234567"})

    assert found("Bel haar op 085-1234567.", Label.PHONE, allowed=allowed) == ["085-1234567"]


def test_a_bank_account_or_service_number_is_never_allowed() -> None:
    text = "bsn 900423468 en NL59BUNQ0887633490"

    findings = check(text, allowed=frozenset({"900423468", "NL59BUNQ0887633490"}))

    assert [one.label for one in findings] == [Label.BSN, Label.IBAN]


@given(st.text(), st.text())
def test_hidden_signs_move_no_finding(before: str, after: str) -> None:
    text = f"{before} bsn: 900\u200b42\u00ad3468 {after}"

    surfaces = [normalise(one) for one in found(text, Label.BSN)]

    assert "900423468" in surfaces


@given(st.text(alphabet=st.sampled_from("09 6-.@abNL\u200b\u0301\r\n½ﬁ१")))
def test_findings_always_lie_within_the_text_and_apart(text: str) -> None:
    findings = check(text, allowed=NOTHING)

    assert all(0 <= one.start < one.end <= len(text) for one in findings)
    assert all(one.end <= two.start for one, two in pairwise(findings))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Haar bsn 123456782 stond erin.", "Haar bsn (weggelaten) stond erin."),
        ("Hij is geboren op 3-4-2009.", "Hij is geboren op (weggelaten)."),
        ("Bel 06 12 34 56 78.", "Bel het telefoonnummer."),
    ],
)
def test_a_replacement_does_not_say_again_what_stands_before_it(text: str, safe: str) -> None:
    assert replaced(text, check(text, allowed=NOTHING)) == safe
