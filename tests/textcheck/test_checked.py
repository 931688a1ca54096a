"""Text becomes checked text only by passing; what cannot be kept cannot be waved through."""

from dataclasses import replace

import pytest

from tests.textcheck.finding_help import NOTHING
from verder.textcheck import CheckedText, Dismissal, Label, TextNotClear, clear


def test_a_clean_text_passes_and_is_normalised() -> None:
    checked = clear("Een\r\nvraag\u200b.", allowed=NOTHING)

    assert checked.text == "Een\nvraag."
    assert checked.dismissals == ()


def test_a_finding_that_stops_is_refused_without_a_word_of_the_text() -> None:
    with pytest.raises(TextNotClear) as refusal:
        clear("Bel 06-12345678 of 06-87654321, of mail a@example.nl.", allowed=NOTHING)

    assert str(refusal.value) == "1 x EMAIL, 2 x PHONE"
    assert len(refusal.value.findings) == 3


def test_a_look_does_not_stop() -> None:
    text = "Mail naar info@example.nl."

    assert clear(text, allowed=NOTHING).text == text


def test_what_is_allowed_does_not_stop() -> None:
    text = "Bel 085-1234567."

    assert clear(text, allowed=frozenset({"085-1234567"})).text == text


def test_a_dismissal_with_a_reason_lets_a_text_pass_and_is_kept() -> None:
    dismissal = Dismissal(Label.PHONE, "06-12345678", "Dit is het nummer van ons loket.")
    unused = Dismissal(Label.PHONE, "06-87654321", "Dit staat er niet in.")

    checked = clear("Bel 06-12345678. Ja, 06-12345678.", allowed=NOTHING, dismissals=[dismissal, unused])

    assert checked.dismissals == (dismissal,)


def test_a_dismissal_of_a_look_is_kept() -> None:
    dismissal = Dismissal(Label.EMAIL, "INFO@example.nl", "Dit is een postbus.")

    assert clear("Mail info@example.nl.", allowed=NOTHING, dismissals=[dismissal]).dismissals == (dismissal,)


@pytest.mark.parametrize(
    "dismissal",
    [
        Dismissal(Label.PHONE, "06-12345678", " \n"),
        Dismissal(Label.PLATE, "06-12345678", "Dit is geen kenteken."),
        Dismissal(Label.PHONE, "06-1234567", "Dit is een ander nummer."),
    ],
)
def test_a_dismissal_without_reason_or_of_something_else_does_not_help(dismissal: Dismissal) -> None:
    with pytest.raises(TextNotClear):
        clear("Bel 06-12345678.", allowed=NOTHING, dismissals=[dismissal])


@pytest.mark.parametrize(
    ("label", "surface"),
    [(Label.BSN, "900423468"), (Label.BSN, "９00 423 468"), (Label.IBAN, "NL59 BUNQ 0887 6334 90")],
)
def test_a_real_number_can_never_be_dismissed(label: Label, surface: str) -> None:
    with pytest.raises(TextNotClear):
        clear(f"Het is {surface}.", allowed=NOTHING, dismissals=[Dismissal(label, surface, "Echt niet.")])


def test_checked_text_cannot_be_made_by_hand() -> None:
    with pytest.raises(TypeError, match="only made by"):
        CheckedText("Bel 06-12345678.", (), object())

    with pytest.raises(ValueError, match="passed"):
        replace(clear("Een vraag.", allowed=NOTHING), text="Bel 06-12345678.")  # type: ignore[call-arg]


def test_checked_text_shows_its_length_alone() -> None:
    assert repr(clear("Een vraag.", allowed=NOTHING)) == "<CheckedText of 10 characters>"
