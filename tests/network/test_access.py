"""Coming in, written down; and letters with codes for who has an account."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from tests import personas
from tests.network.acting_help import NOW
from verder.audit.models import Event
from verder.network.acting import Capacity, Principal
from verder.network.operations import access
from verder.post.models import Delivery

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return personas.participant()


@pytest.fixture
def itself(person):
    return Principal(person, Capacity.ACCOUNT, "192.0.2.7")


def test_a_code_is_owed_to_who_has_an_account():
    access.answer_code_request("d@voorbeeld.example", "1234-5678", at=NOW)

    assert "1234-5678" in Delivery.objects.get().body
    assert Event.objects.get().subject is None


def test_nothing_is_owed_to_who_has_no_account_but_it_is_written_down_alike():
    access.answer_code_request("d@voorbeeld.example", "", at=NOW)

    assert not Delivery.objects.exists()
    assert Event.objects.get().action == "login_code.ask"


def test_logins_and_logouts_say_who_and_from_where(person, itself):
    access.record_login(person, actor=itself, at=NOW)
    access.record_logout(person, actor=itself, at=NOW)

    events = Event.objects.values_list("action", "subject", "origin", "result")

    assert list(events) == [
        ("login", person.opaque_id, "192.0.2.7", "done"),
        ("logout", person.opaque_id, "192.0.2.7", "done"),
    ]


def test_a_refused_login_without_account_says_nothing_of_who(itself):
    access.record_refused_login(None, "code", actor=itself, at=NOW)

    event = Event.objects.get()

    assert (event.result, event.subject, event.origin) == ("refused", None, None)


def test_a_refused_login_to_an_account_says_which_and_from_where(person, itself):
    access.record_refused_login(person, "code", actor=itself, at=NOW)

    event = Event.objects.get()

    assert (event.result, event.subject, event.origin) == ("refused", person.opaque_id, "192.0.2.7")


def test_second_factors_that_come_and_go_are_written_down_and_told(person, itself):
    with access.second_factors_watched(person, actor=itself, at=NOW) as added:
        TOTP.activate(person, "secret")
    with access.second_factors_watched(person, actor=itself, at=NOW):
        Authenticator.objects.filter(user=person).delete()

    assert added == ["totp"]
    assert list(Event.objects.values_list("action", flat=True)) == ["second_factor.add", "second_factor.remove"]
    assert Delivery.objects.count() == 2


def test_when_nothing_changes_nothing_is_written_down(person, itself):
    with access.second_factors_watched(person, actor=itself, at=NOW) as added:
        pass

    assert added == []
    assert not Event.objects.exists()


def test_when_the_audit_fails_no_second_factor_is_added(person, itself, monkeypatch):
    def fail(*_given, **_named):
        raise RuntimeError

    monkeypatch.setattr("verder.network.operations.noting.record", fail)

    with (
        pytest.raises(RuntimeError),
        access.second_factors_watched(person, actor=itself, at=NOW),
    ):
        TOTP.activate(person, "secret")

    assert not Authenticator.objects.exists()
