"""The way in: a code by mail, then the second step; and nothing that tells who has an account."""

from __future__ import annotations

import re
import time

import pytest
from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from tests import personas
from verder.audit.models import Event
from verder.network.models import Person
from verder.post.models import Delivery

pytestmark = pytest.mark.django_db


@pytest.fixture
def participant() -> Person:
    return personas.participant()


@pytest.fixture
def secret(participant: Person) -> str:
    secret = generate_totp_secret()
    TOTP.activate(participant, secret)
    return secret


def code_of_app(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def mailed_code() -> str:
    found = re.search(r"\d{4}-\d{4}", Delivery.objects.latest("pk").body)
    assert found
    return found[0]


def ask_code(client: Client, address: str):
    return client.post("/inloggen", {"email": address})


def give_mailed_code(client: Client, person: Person):
    ask_code(client, person.email)
    return client.post("/inloggen/code", {"code": mailed_code()})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_mailed_code_and_a_code_of_the_app_open_the_door(client, participant, secret):
    answer = give_mailed_code(client, participant)

    assert answer["Location"] == "/inloggen/tweede-stap"
    assert not is_signed_in(client)

    client.post("/inloggen/tweede-stap", {"code": code_of_app(secret)})

    assert is_signed_in(client)
    assert client.get("/mijn-account").status_code == 200
    assert Event.objects.filter(action="login", result="done", subject=participant.opaque_id).count() == 1


@pytest.mark.parametrize(
    ("persona", "landing"),
    [(personas.secretary, "/werkvoorraad"), (personas.administrator, "/beheer"), (personas.director, "/werkvoorraad")],
)
def test_a_login_leads_to_the_work_of_who_comes_in(client, persona, landing):
    person = persona()
    code = RecoveryCodes.activate(person).get_unused_codes()[0]
    TOTP.activate(person, generate_totp_secret())
    give_mailed_code(client, person)

    answer = client.post("/inloggen/tweede-stap", {"code": code})

    assert answer["Location"] == landing


def test_the_address_may_be_typed_in_capitals(client, participant):
    ask_code(client, participant.email.upper())

    assert Delivery.objects.get().recipient == participant.email


def test_a_recovery_code_replaces_the_app_once(client, participant, secret):
    code = RecoveryCodes.activate(participant).get_unused_codes()[0]
    give_mailed_code(client, participant)

    client.post("/inloggen/tweede-stap", {"code": code})

    assert is_signed_in(client)
    other = Client()
    give_mailed_code(other, participant)
    other.post("/inloggen/tweede-stap", {"code": code})
    assert not is_signed_in(other)


def test_a_code_of_the_app_opens_the_door_once(client, participant, secret):
    code = code_of_app(secret)
    give_mailed_code(client, participant)
    client.post("/inloggen/tweede-stap", {"code": code})
    other = Client()
    give_mailed_code(other, participant)

    from django.core.cache import cache  # noqa: PLC0415 -- another process has another memory

    cache.clear()
    answer = other.post("/inloggen/tweede-stap", {"code": code})

    assert not is_signed_in(other)
    assert "al gebruikt" in answer.content.decode()


def test_a_wrong_mailed_code_is_refused_and_written_down(client, participant):
    ask_code(client, participant.email)

    answer = client.post("/inloggen/code", {"code": "0000-0000"})

    assert "klopt niet" in answer.content.decode()
    refusal = Event.objects.get(action="login")
    assert (refusal.result, refusal.subject) == ("refused", participant.opaque_id)
    assert refusal.origin == "127.0.0.1"


def test_after_three_wrong_codes_even_the_right_one_is_dead(client, participant):
    ask_code(client, participant.email)
    right = mailed_code()

    for _ in range(3):
        client.post("/inloggen/code", {"code": "0000-0000"})
    client.post("/inloggen/code", {"code": right})

    assert not is_signed_in(client)


def test_a_wrong_second_step_is_refused_and_written_down(client, participant, secret):
    give_mailed_code(client, participant)

    client.post("/inloggen/tweede-stap", {"code": "000000"})

    assert not is_signed_in(client)
    assert Event.objects.get(action="login").details == {"step": "second_step"}


def test_someone_without_account_sees_and_costs_the_same(client, participant, django_assert_num_queries):
    with django_assert_num_queries(15):
        known = ask_code(Client(), participant.email)
    with django_assert_num_queries(16):  # one more, to undo what was done in vain
        unknown = ask_code(client, "niemand@voorbeeld.nl")

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert Delivery.objects.count() == 1
    page = client.get("/inloggen/code")
    assert "niemand@voorbeeld.nl" in page.content.decode()
    refused = client.post("/inloggen/code", {"code": "0000-0000"})
    assert "klopt niet" in refused.content.decode()


def test_of_someone_without_account_no_origin_is_kept(client):
    ask_code(client, "niemand@voorbeeld.nl")
    client.post("/inloggen/code", {"code": "0000-0000"})

    assert set(Event.objects.values_list("origin", flat=True)) == {None}


def test_a_closed_account_gets_no_code(client, participant):
    Person.objects.filter(pk=participant.pk).update(is_active=False)

    answer = ask_code(client, participant.email)

    assert answer["Location"] == "/inloggen/code"
    assert not Delivery.objects.exists()


def test_who_asks_a_code_too_often_hears_when_to_come_back_and_keeps_the_address(client, participant):
    for _ in range(5):
        ask_code(Client(), participant.email)

    answer = ask_code(client, participant.email)

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 15 * 60
    page = answer.content.decode()
    assert "te veel pogingen" in page
    assert f'value="{participant.email}"' in page


def test_the_second_step_may_be_tried_ten_times_in_a_quarter(client, participant, secret):
    give_mailed_code(client, participant)
    for _ in range(10):
        client.post("/inloggen/tweede-stap", {"code": "000000"})

    answer = client.post("/inloggen/tweede-stap", {"code": code_of_app(secret)})

    assert answer.status_code == 429
    assert not is_signed_in(client)


def test_logging_out_is_written_down(client, participant, secret):
    give_mailed_code(client, participant)
    client.post("/inloggen/tweede-stap", {"code": code_of_app(secret)})

    client.post("/uitloggen")

    assert not is_signed_in(client)
    assert Event.objects.filter(action="logout", actor=participant.opaque_id).exists()


def test_when_the_audit_fails_nobody_is_logged_in(client, participant, secret, monkeypatch):
    give_mailed_code(client, participant)
    monkeypatch.setattr("verder.network.operations.noting.record", _fail)

    with pytest.raises(RuntimeError):
        client.post("/inloggen/tweede-stap", {"code": code_of_app(secret)})

    assert not is_signed_in(client)


def test_there_is_no_way_to_make_an_account_oneself(client):
    answer = client.post("/op-uitnodiging", {"email": "niemand@voorbeeld.nl"})

    assert "op uitnodiging" in answer.content.decode()
    assert not Person.objects.exists()
    assert not Authenticator.objects.exists()


def _fail(*_args, **_named):
    raise RuntimeError


def test_a_passkey_that_does_not_fit_is_refused_and_written_down(client):
    answer = client.post("/inloggen/passkey", {"credential": "{}"})

    assert answer["Location"] == "/inloggen"
    assert Event.objects.get().details == {"step": "passkey"}


def test_who_has_a_closed_account_hears_it_only_after_the_second_step(client, participant, secret):
    give_mailed_code(client, participant)
    Person.objects.filter(pk=participant.pk).update(is_active=False)

    client.post("/inloggen/tweede-stap", {"code": code_of_app(secret)})

    assert client.get("/mijn-account").status_code == 302
    assert "gesloten" in client.get("/account-gesloten").content.decode()


def test_sign_up_is_closed(rf):
    assert not get_adapter().is_open_for_signup(rf.get("/"))
