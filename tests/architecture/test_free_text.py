"""Nowhere can somebody write freely around the text check."""

from __future__ import annotations

import importlib
import pkgutil

from django import forms

import verder.web
from verder.web.checking import FreeText

CHECKED_IN_ANOTHER_WAY = {
    "IntakeForm.name": "the submitter's own name, held against everything but names",
    "IntakeForm.organisation": "the submitter's own organisation, likewise",
}
NO_STORY = {
    "code": "a code, compared and not kept",
    "number": "the number of a dilemma",
    "dilemma_to_join": "the number of a dilemma",
    "SignalForm.dilemma": "the number of a dilemma",
    "ArrangeForm.order": "the keys of items, made by this house",
    "ArrangeForm.move": "the key of an item and where it goes, made by this house",
    "version": "what the sender saw, made by this house",
    "words": "words to search for, not kept",
    "HideForm.word": "a word to search for and hide, not kept",
    "HideForm.sought": "the word that was searched for last, not kept",
    "HideForm.looked": "the keys of files and what came of searching them, made by this house",
    "telephone": "a public number of an urgent route, shown as one",
    "address": "a public address of an urgent route, or where an invitation goes",
}
OF_WHO_WORKS_WITH_VERDER = {
    "PersonForm": "the name and function of a participant",
    "InvitationForm": "the name and function of a participant",
    "SpecialistForm": "the name and organisation of a specialist from outside",
    "OwnNameForm": "one's own name and function",
    "AddPasskeyForm": "what somebody calls their own key",
    "PasskeyNameForm": "what somebody calls their own key",
    "OrganisationForm": "the name of an organisation that takes part",
    "NameForm": "the name of a kind of organisation",
    "ThemeForm": "the name of a phenomenon, by the secretariat",
    "ProfessionForm": "the name of a kind of work, by the secretariat",
    "WordForm.text": "a name that the check lets pass",
    "BodyForm": "the name of a body",
    "RouteForm": "the words of an urgent route, by the secretariat",
    "PlanForm.place": "where a body meets: an address of an office",
    "MoveForm.place": "where a body meets: an address of an office",
    "WhenForm.place": "where a body meets: an address of an office",
    "SeriesForm.place": "where a body meets: an address of an office",
    "PollForm.place": "where a body meets: an address of an office",
}


def forms_of_the_house() -> dict[str, type[forms.Form]]:
    """Find every form class that is written in the pages."""
    modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(verder.web.__path__, "verder.web.")]
    return {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, forms.Form) and value.__module__ == module.__name__
    }


def test_every_field_that_can_hold_a_story_goes_through_the_text_check():
    house = forms_of_the_house()
    excused = CHECKED_IN_ANOTHER_WAY.keys() | OF_WHO_WORKS_WITH_VERDER.keys()

    around = [
        f"{name}.{field}"
        for name, form in house.items()
        for field, asked in form.base_fields.items()
        if type(asked) is forms.CharField
        and not {field, f"{name}.{field}"} & NO_STORY.keys()
        and not {name, f"{name}.{field}"} & excused
    ]

    assert around == []
    assert any(isinstance(field, FreeText) for form in house.values() for field in form.base_fields.values())
