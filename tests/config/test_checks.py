"""Production refuses to start with what only the demo may have."""

from __future__ import annotations

import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder

from verder.config import checks
from verder.config.checks import (
    check_database_is_prepared,
    check_database_is_silent,
    check_mailbox_is_closed,
    check_no_demo_accounts,
    check_reports_reach_somebody,
)
from verder.network.models import Person


@pytest.fixture
def production(settings, monkeypatch):
    """Be a production with a mail server and without the open mailbox."""
    settings.DEMO = False
    settings.MAIL_URL = "smtps://mail.example"
    monkeypatch.setattr(checks, "_resolves", lambda _: False)
    return settings


def test_a_sound_production_starts(production):
    assert check_mailbox_is_closed(None) == []


def test_a_production_whose_mail_goes_nowhere_is_refused(production):
    production.MAIL_URL = "mailbox:"

    assert [each.id for each in check_mailbox_is_closed(None)] == ["verder.E001"]


def test_a_production_with_the_open_mailbox_is_refused(production, monkeypatch):
    monkeypatch.setattr(checks, "_resolves", lambda path: path == "/postvak")

    assert [each.id for each in check_mailbox_is_closed(None)] == ["verder.E002"]


def test_the_demo_may_have_its_mailbox(settings):
    settings.DEMO = True

    assert check_mailbox_is_closed(None) == []


def test_a_production_that_nobody_can_report_a_weakness_to_is_pointed_out(production):
    assert [each.id for each in check_reports_reach_somebody(None)] == ["verder.W002"]


def test_a_production_with_a_contact_and_the_demo_are_left_alone(production):
    production.SECURITY_CONTACT = "veilig@organisatie.example"
    assert check_reports_reach_somebody(None) == []

    production.SECURITY_CONTACT, production.DEMO = "verder@localhost", True
    assert check_reports_reach_somebody(None) == []


def test_an_address_is_known_or_not():
    assert checks._resolves("/gezond")
    assert not checks._resolves("/bestaat-niet")


@pytest.mark.django_db
def test_a_production_with_a_prepared_database_starts(production):
    assert check_database_is_prepared(None, databases=["default"]) == []
    assert check_database_is_prepared(None) == []


@pytest.mark.django_db
def test_a_production_with_a_database_of_an_earlier_version_is_refused(production):
    MigrationRecorder.Migration.objects.filter(app="network").delete()

    assert [each.id for each in check_database_is_prepared(None, databases=["default"])] == ["verder.E004"]


@pytest.mark.django_db
def test_a_production_with_demo_accounts_is_refused(production):
    Person.objects.create(email="rol@voorbeeld.example", name="Rol", is_demo=True)

    assert [each.id for each in check_no_demo_accounts(None, databases=["default"])] == ["verder.E003"]


@pytest.mark.django_db
def test_a_production_with_accounts_of_its_own_starts(production):
    Person.objects.create(email="iemand@voorbeeld.example", name="Iemand")

    assert check_no_demo_accounts(None, databases=["default"]) == []


def test_without_a_database_to_look_at_nothing_is_said_of_it(production):
    assert check_no_demo_accounts(None, databases=None) == []
    assert check_database_is_silent(None, databases=None) == []


def test_before_the_first_migration_there_are_no_accounts(production, monkeypatch):
    def fail() -> None:
        raise DatabaseError("no such table")

    monkeypatch.setattr(checks, "demo_accounts", fail)

    assert check_no_demo_accounts(None, databases=["default"]) == []


@pytest.mark.django_db
def test_a_database_that_writes_down_statements_is_pointed_out(production, monkeypatch):
    monkeypatch.setattr(checks, "SILENT", {"log_statement": ("never this",), "log_duration": ("on", "off")})

    found = check_database_is_silent(None, databases=["default"])

    assert [each.id for each in found] == ["verder.W001"]
    assert "log_statement" in found[0].msg
    assert "alter role" in found[0].hint
