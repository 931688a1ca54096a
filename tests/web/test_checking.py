"""The text check on a form: what stops, what the writer says to it, and what reaches an operation."""

from __future__ import annotations

import pytest
from django import forms
from django.http import QueryDict

from verder.network.models import AllowedWord
from verder.web.checking import CheckedForm, FreeText, check_form

pytestmark = pytest.mark.django_db
PHONE = "06-12345678"
BSN = "111222333"


class StoryForm(forms.Form):
    story = FreeText(label="Wat er speelt", max_length=60)
    title = FreeText(label="Titel", rows=1, required=False)
    number = forms.IntegerField(required=False)


def filled(**values: str) -> StoryForm:
    data = QueryDict(mutable=True)
    data.update({"story": "Een school vraagt raad.", **values})
    return StoryForm(data)


def noted(checked: CheckedForm, which: int = 0) -> str:
    return checked.proofs[0].notes[which].name


def test_clean_texts_come_out_checked_and_raw_ones_not_at_all():
    form = filled(number="3")

    checked = check_form(form)

    assert checked.passed
    assert {name: text.text for name, text in checked.words.items()} == {
        "story": "Een school vraagt raad.",
        "title": "",
    }
    assert form.cleaned_data == {"number": 3}


def test_a_finding_stops_the_form_and_the_text_comes_back():
    form = filled(story=f"Bel {PHONE}.")

    checked = check_form(form)

    assert not checked.passed
    assert checked.proofs[0].title == "Wat er speelt"
    assert form["story"].value() == f"Bel {PHONE}."


def test_a_replacement_is_put_in_the_text():
    name = noted(check_form(filled(story=f"Bel {PHONE}.")))

    checked = check_form(filled(story=f"Bel {PHONE}.", **{name: "replace"}))

    assert checked.words["story"].text == "Bel het telefoonnummer."


def test_a_reason_keeps_the_words_and_travels_with_them():
    name = noted(check_form(filled(story=f"Bel {PHONE}.")))

    checked = check_form(filled(story=f"Bel {PHONE}.", **{name: "keep", f"{name}-reason": "Landelijk nummer"}))

    assert checked.words["story"].text == f"Bel {PHONE}."
    assert [one.reason for one in checked.words["story"].dismissals] == ["Landelijk nummer"]


def test_keeping_without_a_reason_is_asked_again():
    name = noted(check_form(filled(story=f"Bel {PHONE}.")))

    checked = check_form(filled(story=f"Bel {PHONE}.", **{name: "keep", f"{name}-reason": "  "}))

    assert checked.proofs[0].notes[0].lacks_reason


def test_a_reason_is_checked_itself():
    name = noted(check_form(filled(story=f"Bel {PHONE}.")))

    checked = check_form(filled(story=f"Bel {PHONE}.", **{name: "keep", f"{name}-reason": f"Nee, {PHONE} is vrij"}))

    assert checked.proofs[0].notes[0].unfit == "telefoonnummer"
    assert checked.proofs[0].notes[0].reason == f"Nee, {PHONE} is vrij"


def test_a_citizen_service_number_cannot_be_kept():
    first = check_form(filled(story=f"Zijn nummer is {BSN}."))
    name = noted(first)

    second = check_form(filled(story=f"Zijn nummer is {BSN}.", **{name: "keep", f"{name}-reason": "Mag wel"}))

    assert not first.proofs[0].notes[0].may_keep
    assert not second.passed


def test_a_finding_that_asks_for_a_look_is_shown_once_and_may_then_stay():
    first = check_form(filled(story="Mail info@voorbeeld.nl."))
    name = noted(first)

    second = check_form(filled(story="Mail info@voorbeeld.nl.", **{f"{name}-seen": "1"}))

    assert not first.proofs[0].notes[0].must_explain
    assert second.words["story"].text == "Mail info@voorbeeld.nl."


def test_one_answer_solved_and_one_open_leaves_only_the_open_one():
    story = f"Bel {PHONE} of mail a@b.nl."
    first = check_form(filled(story=story))
    form = filled(story=story, **{noted(first): "replace"})

    second = check_form(form)

    assert form["story"].value() == "Bel het telefoonnummer of mail a@b.nl."
    assert [note.kind for note in second.proofs[0].notes] == ["E-mailadres"]


def test_the_same_words_twice_are_one_note_with_one_answer():
    checked = check_form(filled(story=f"Bel {PHONE}, ja {PHONE}."))

    assert [piece.number for piece in checked.proofs[0].pieces] == [0, 1, 0, 1, 0]
    assert len(checked.proofs[0].notes) == 1


def test_a_text_that_is_too_long_comes_back_whole():
    form = filled(story="a" * 61)

    checked = check_form(form)

    assert not checked.passed
    assert form["story"].value() == "a" * 61
    assert "maxlength" not in str(form["story"])


def test_a_line_end_counts_as_one_character():
    checked = check_form(filled(story="\r\n".join(["a" * 29, "b" * 30])))

    assert checked.words["story"].text == "\n".join(["a" * 29, "b" * 30])


def test_a_word_on_the_list_passes():
    AllowedWord.objects.create(text="info@voorbeeld.nl")

    checked = check_form(filled(story="Mail info@voorbeeld.nl."))

    assert checked.passed


def test_findings_and_other_errors_are_shown_together():
    form = filled(story=f"Bel {PHONE}.", number="veel")

    checked = check_form(form)

    assert checked.proofs
    assert list(form.errors) == ["number"]
