"""Preparing makes a database ready, once, and says how to log in."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from verder.config.management.commands import prepare
from verder.config.management.commands.prepare import load_content, login_lines
from verder.network.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(monkeypatch):
    """Gather the commands that preparing calls."""
    gathered = {}
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: gathered.update({name: options}))
    return gathered


@pytest.fixture
def loaded(monkeypatch):
    gathered = []
    monkeypatch.setattr(prepare, "load", lambda *, at, **_more: gathered.append(at))
    return gathered


def test_the_demo_gets_content_and_is_told_how_to_log_in(called, loaded):
    said = StringIO()

    call_command("prepare", stdout=said)

    assert list(called) == ["migrate", "collectstatic"]
    assert len(loaded) == 1
    assert "/inloggen" in said.getvalue()


def test_an_empty_start_gets_no_content(called, loaded):
    call_command("prepare", empty=True, stdout=StringIO())

    assert loaded == []


def test_content_that_is_there_already_is_left_alone(called, monkeypatch):
    def has_content(*, at, also):
        raise prepare.HasContent

    monkeypatch.setattr(prepare, "load", has_content)

    call_command("prepare", stdout=StringIO())

    assert list(called) == ["migrate", "collectstatic"]


def test_a_production_is_checked_and_gets_no_content(called, loaded, settings):
    settings.DEMO = False
    said = StringIO()

    call_command("prepare", stdout=said)

    assert called["check"] == {"deploy": True, "databases": ["default"], "fail_level": "ERROR"}
    assert (loaded, said.getvalue()) == ([], "")


def test_a_production_refuses_starter_content(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="for the demo only"):
        load_content()


def test_starter_content_can_be_loaded_later(loaded):
    call_command("starter_content")

    assert len(loaded) == 1


def test_starter_content_is_not_laid_over_content_of_ones_own(monkeypatch):
    def has_content(*, at, also):
        raise prepare.HasContent

    monkeypatch.setattr(prepare, "load", has_content)

    with pytest.raises(CommandError):
        call_command("starter_content")


def test_the_accounts_of_the_demo_are_listed():
    Person.objects.create(email="secretariaat@voorbeeld.example", name="Secretariaat", is_demo=True)
    Person.objects.create(email="iemand@voorbeeld.example", name="Iemand")

    said = "\n".join(login_lines())

    assert "secretariaat@voorbeeld.example" in said
    assert "iemand@voorbeeld.example" not in said


def test_an_empty_demo_says_how_to_make_the_first_account():
    assert "python3 run.py invite" in "\n".join(login_lines())


def test_a_second_factor_that_is_off_is_said_loudly(settings, monkeypatch):
    monkeypatch.setattr(prepare, "settings", Demo(second_factor=False))

    assert prepare.SECOND_FACTOR_OFF in login_lines()


class Demo:
    """Settings of a demo with or without a second factor."""

    DEMO = True
    BASE_URL = "http://127.0.0.1:8000"

    def __init__(self, *, second_factor: bool) -> None:
        self.ENVIRONMENT = type("Environment", (), {"second_factor": second_factor})
