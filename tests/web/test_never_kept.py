"""Whatever form it is typed in, a real citizen service number or bank account is never kept, whatever is said of it."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest
from django import forms
from django.urls import get_resolver

from verder.domain.rungs import Need
from verder.textcheck import check
from verder.web.checking import FreeText, check_form
from verder.web.dilemmas.steps.page import word_field
from verder.web.proof import Answer, name_of

pytestmark = pytest.mark.django_db
NUMBERS = {"BSN": "Zijn burgerservicenummer is 111222333.", "IBAN": "Het staat op NL91ABNA0417164300."}
FIT = "Het gaat over de regie in de wijk."


def forms_of_the_pages() -> Iterator[type[forms.BaseForm]]:
    """Find every form of the pages; the addresses bring all of them in."""
    assert get_resolver().url_patterns
    waiting: list[type[forms.BaseForm]] = [forms.BaseForm]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("verder.web."):
            yield kind


def free_texts() -> dict[str, FreeText]:
    """Return every field that a person writes freely in, by its form and name; and what the steps ask words in."""
    found = {
        f"{kind.__module__.removeprefix('verder.web.')}.{kind.__name__}.{name}": asked
        for kind in forms_of_the_pages()
        for name, asked in kind.base_fields.items()  # type: ignore[attr-defined]
        if isinstance(asked, FreeText)
    }
    return found | {f"steps.{need}": word_field(need) for need in Need}


FREE_TEXTS = free_texts()


def alone(asked: FreeText, text: str, **answers: str) -> forms.Form:
    """Return a form with one field, filled in."""
    form = forms.Form({"words": text, **answers})
    form.fields["words"] = copy.deepcopy(asked)
    return form


def test_the_forms_in_which_people_write_are_all_looked_at() -> None:
    asked = {name.split(".")[0] for name in FREE_TEXTS}

    assert asked >= {"intake", "follow", "dilemmas", "steps", "groups", "guidance", "proceedings", "meetings", "agenda"}
    assert len(FREE_TEXTS) > len(Need) + 40


def test_nobody_writes_a_long_text_in_a_field_that_is_not_checked() -> None:
    unchecked = [
        f"{kind.__name__}.{name}"
        for kind in forms_of_the_pages()
        for name, asked in kind.base_fields.items()  # type: ignore[attr-defined]
        if isinstance(asked.widget, forms.Textarea) and not isinstance(asked, FreeText)
    ]

    assert unchecked == []


@pytest.mark.parametrize("label", NUMBERS)
@pytest.mark.parametrize("field", FREE_TEXTS)
def test_a_real_number_is_never_kept_in_a_form(field: str, label: str) -> None:
    text = NUMBERS[label]
    [finding] = [one for one in check(text, allowed=frozenset()) if one.label == label]
    name = name_of("words", text, finding)

    first = check_form(alone(FREE_TEXTS[field], text))
    again = check_form(alone(FREE_TEXTS[field], text, **{name: Answer.KEEP, f"{name}-reason": "Dit is geen nummer."}))

    for checked in (first, again):
        assert (checked.passed, dict(checked.words)) == (False, {})
        assert [note.may_keep for note in checked.proofs[0].notes if note.name == name] == [False]


@pytest.mark.parametrize("label", NUMBERS)
def test_a_real_number_is_not_kept_in_the_reason_for_keeping_something_else_either(label: str) -> None:
    text = f"{FIT} Bel 06 12345678."
    [finding] = [one for one in check(text, allowed=frozenset()) if one.label == "PHONE"]
    name = name_of("words", text, finding)

    checked = check_form(alone(FreeText(), text, **{name: Answer.KEEP, f"{name}-reason": f"Dit mag. {NUMBERS[label]}"}))

    assert not checked.passed
