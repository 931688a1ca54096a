"""No table and no form has a place for a person whom a dilemma is about, nor for descent, faith or nationality."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from django import forms
from django.apps import apps

import verder.web
from tests.architecture.house import advise

NEVER = {
    # of whoever a dilemma is about
    "victim", "suspect", "offender", "perpetrator", "client", "minor", "family", "relative", "parents", "mother",
    "father", "child", "children", "bsn", "birthdate", "birthday", "birth", "dob", "case_number", "residence",
    "slachtoffer", "verdachte", "dader", "gezin", "familie", "ouder", "geboortedatum", "zaaknummer", "dossiernummer",
    "casusnummer", "kenmerken",
    # special categories
    "ethnicity", "ethnic", "etniciteit", "etnische", "race", "ras", "descent", "afkomst", "herkomst", "religion",
    "religious", "faith", "belief", "religie", "geloof", "levensovertuiging", "nationality", "nationaliteit",
    "citizenship", "gender", "sex", "geslacht", "tribe", "clan", "roma", "sinti",
}  # fmt: skip
ADVICE = "Verder keeps dilemmas, never files on people. Take the field away; name the phenomenon instead."


def forbidden(words: str) -> set[str]:
    return NEVER.intersection(re.findall(r"[^\W\d_]+", words.lower())) | NEVER.intersection({words.lower()})


def every_form() -> set[type[forms.BaseForm]]:
    for module in pkgutil.walk_packages(verder.web.__path__, "verder.web."):
        importlib.import_module(module.name)
    waiting, found = [forms.BaseForm], set()
    while waiting:
        for form in waiting.pop().__subclasses__():
            waiting.append(form)
            found.add(form)
    return {form for form in found if form.__module__.startswith("verder.")}


@pytest.mark.parametrize("name", ["suspect_name", "ethnicity", "nationaliteit", "geboortedatum"])
def test_a_forbidden_name_is_recognised(name):
    assert forbidden(name)


@pytest.mark.parametrize("name", ["kind", "name", "organisation", "handler", "who_is_involved"])
def test_an_ordinary_name_is_left_alone(name):
    assert forbidden(name) == set()


def test_no_table_holds_people_whom_a_dilemma_is_about():
    found = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("verder.")
        for field in model._meta.get_fields()
        if forbidden(field.name)
    ]

    assert found == [], advise(found, ADVICE)


def test_no_table_is_named_for_people_whom_a_dilemma_is_about():
    found = [model._meta.label for model in apps.get_models() if forbidden(model._meta.model_name or "")]

    assert found == [], advise(found, ADVICE)


def test_no_form_asks_for_people_whom_a_dilemma_is_about():
    found = [
        f"{form.__module__}.{form.__qualname__}.{name}"
        for form in every_form()
        for name, field in form.base_fields.items()
        if forbidden(name) or forbidden(str(field.label or ""))
    ]

    assert found == [], advise(found, ADVICE)
