"""What an installation may set is read once, and what is missing is named."""

from __future__ import annotations

import os

import pytest

from verder.config.environment import MissingSetting, database_settings, is_yes, read_environment


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    """Begin with an environment in which nobody has set anything of ours."""
    for name in [name for name in os.environ if name.startswith("VERDER_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def production(monkeypatch):
    monkeypatch.setenv("VERDER_SECRET_KEY", "k" * 50)
    monkeypatch.setenv("VERDER_BASE_URL", "https://verder.example/")


def test_the_demo_needs_no_settings(monkeypatch):
    monkeypatch.setenv("VERDER_DEMO", "yes")

    environment = read_environment()

    assert environment.base_url == "http://127.0.0.1:8000"
    assert environment.mail_url == "mailbox:"
    assert environment.hosts == ("127.0.0.1", "localhost", "127.0.0.1")


def test_a_production_answers_to_its_own_name_alone(production):
    environment = read_environment()

    assert environment.base_url == "https://verder.example"
    assert environment.hosts == ("verder.example",)


def test_a_production_needs_an_address(monkeypatch):
    with pytest.raises(MissingSetting, match="VERDER_BASE_URL"):
        read_environment()


def test_the_secretariat_is_reached_at_its_own_address_or_where_letters_come_from(production, monkeypatch):
    monkeypatch.setenv("VERDER_MAIL_FROM", "Verder <verder@organisatie.example>")
    assert read_environment().contact == "verder@organisatie.example"

    monkeypatch.setenv("VERDER_CONTACT", "secretariaat@organisatie.example")
    assert read_environment().contact == "secretariaat@organisatie.example"


def test_a_contact_for_weaknesses_may_be_given_as_a_link(production, monkeypatch):
    monkeypatch.setenv("VERDER_SECURITY_CONTACT", "mailto:veilig@organisatie.example")

    assert read_environment().security_contact == "veilig@organisatie.example"


def test_a_production_speaks_https_except_on_this_machine(production, monkeypatch):
    monkeypatch.setenv("VERDER_BASE_URL", "http://127.0.0.1:8000")
    at_home = read_environment()
    monkeypatch.setenv("VERDER_BASE_URL", "http://verder.example")

    with pytest.raises(MissingSetting, match="https://"):
        read_environment()
    assert at_home.base_url == "http://127.0.0.1:8000"


@pytest.mark.parametrize("url", ["imap://verder:geheim@mail.example", "mail.example", "imaps:///terug"])
def test_returned_mail_is_read_behind_a_lock_alone(production, monkeypatch, url):
    monkeypatch.setenv("VERDER_BOUNCE_IMAP", "imaps://verder:geheim@mail.example")
    behind_a_lock = read_environment()
    monkeypatch.setenv("VERDER_BOUNCE_IMAP", url)

    with pytest.raises(MissingSetting, match="VERDER_BOUNCE_IMAP"):
        read_environment()
    assert behind_a_lock.bounce_imap == "imaps://verder:geheim@mail.example"


@pytest.mark.parametrize("secret", ["", "k" * 49])
def test_a_production_needs_a_secret_that_nobody_guesses(production, monkeypatch, secret):
    monkeypatch.setenv("VERDER_SECRET_KEY", secret)

    with pytest.raises(MissingSetting, match="VERDER_SECRET_KEY"):
        read_environment()


def test_a_production_cannot_switch_off_the_second_factor(production, monkeypatch):
    monkeypatch.setenv("VERDER_SECOND_FACTOR", "no")

    assert read_environment().second_factor


@pytest.mark.parametrize(("said", "switched_on"), [("yes", True), ("no", False), ("", False)])
def test_the_demo_can_switch_the_second_factor_on(monkeypatch, said, switched_on):
    monkeypatch.setenv("VERDER_DEMO", "yes")
    monkeypatch.setenv("VERDER_SECOND_FACTOR", said)

    assert read_environment().second_factor is switched_on


def test_a_production_never_shows_what_went_wrong_inside(production, monkeypatch):
    monkeypatch.setenv("VERDER_DEBUG", "yes")

    assert not read_environment().debug


@pytest.mark.parametrize("said", ["yes", "YES", "1", "true", "on"])
def test_yes_can_be_said_in_several_ways(monkeypatch, said):
    monkeypatch.setenv("VERDER_DEMO", said)

    assert is_yes("VERDER_DEMO")


def test_a_database_address_may_hold_any_character():
    settings = database_settings("postgres://us%40er:p%2Fss@db.example:6543/na%20me")

    assert (settings["USER"], settings["PASSWORD"], settings["NAME"]) == ("us@er", "p/ss", "na me")
    assert (settings["HOST"], settings["PORT"]) == ("db.example", "6543")
