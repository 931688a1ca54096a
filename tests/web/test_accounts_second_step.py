"""The second step: asked of every account, never lost, changed only by who has it."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from tests import personas
from tests.signing_in import signed_in
from verder.audit.models import Event
from verder.network.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def participant() -> Person:
    return personas.participant()


@pytest.fixture
def client_in(participant: Person) -> Client:
    return signed_in(participant)


@pytest.fixture
def without_second_step(settings):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, second_factor=False)


def code_of_app(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def add_passkey(person: Person, name: str) -> Authenticator:
    return Authenticator.objects.create(user=person, type="webauthn", data={"name": name, "credential": {}})


def make_the_proof_old(client: Client) -> None:
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time() - 600}]
    session.save()


def test_an_app_is_added_written_down_and_counts_at_once(client, participant):
    client.force_login(participant, backend="allauth.account.auth_backends.AuthenticationBackend")
    secret = client.get("/mijn-account/app").context["form"].secret

    answer = client.post("/mijn-account/app", {"code": code_of_app(secret)})

    assert answer["Location"] == "/mijn-account/herstelcodes"
    assert client.get("/mijn-account/herstelcodes").status_code == 200
    assert Event.objects.get(action="second_factor.add").details == {"kinds": ["totp", "recovery_codes"]}


def test_a_wrong_code_adds_nothing(client_in, participant):
    client_in.get("/mijn-account/app")

    answer = client_in.post("/mijn-account/app", {"code": "x"})

    assert "klopt niet" in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_the_last_second_step_stays(client_in, participant):
    passkey = add_passkey(participant, "telefoon")
    RecoveryCodes.activate(participant)

    client_in.post(f"/mijn-account/passkeys/{passkey.pk}/weghalen")

    assert Authenticator.objects.filter(pk=passkey.pk).exists()
    assert "enige tweede stap" in client_in.get("/mijn-account").content.decode()


def test_one_of_two_may_go_and_it_is_written_down(client_in, participant):
    passkey = add_passkey(participant, "telefoon")
    TOTP.activate(participant, generate_totp_secret())

    client_in.post("/mijn-account/app/weghalen")

    assert list(Authenticator.objects.all()) == [passkey]
    assert Event.objects.get(action="second_factor.remove").details == {"kinds": ["totp"]}


def test_nobody_touches_the_passkey_of_another(client_in, participant):
    theirs = add_passkey(personas.participant(), "telefoon")
    add_passkey(participant, "eigen")

    answers = [client_in.post(f"/mijn-account/passkeys/{theirs.pk}/{what}") for what in ("weghalen", "naam")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_a_passkey_gets_another_name(client_in, participant):
    passkey = add_passkey(participant, "telefoon")

    client_in.post(f"/mijn-account/passkeys/{passkey.pk}/naam", {"name": "laptop"})

    assert "laptop" in client_in.get("/mijn-account").content.decode()


def test_who_took_the_second_step_long_ago_takes_it_again_before_a_change(client_in, participant):
    secret = generate_totp_secret()
    TOTP.activate(participant, secret)
    RecoveryCodes.activate(participant)
    make_the_proof_old(client_in)

    asked = client_in.get("/mijn-account/herstelcodes")
    assert asked["Location"] == "/mijn-account/bevestigen?next=%2Fmijn-account%2Fherstelcodes"
    wrong = client_in.post(asked["Location"], {"code": "0"})
    assert "klopt niet" in wrong.content.decode()
    client_in.post(asked["Location"], {"code": code_of_app(secret)})

    assert client_in.get("/mijn-account/herstelcodes").status_code == 200


def test_recovery_codes_are_renewed(client_in, participant):
    TOTP.activate(participant, generate_totp_secret())
    old = RecoveryCodes.activate(participant).get_unused_codes()

    client_in.post("/mijn-account/herstelcodes/nieuw")

    page = client_in.get("/mijn-account/herstelcodes").content.decode()
    assert not any(code in page for code in old)
    assert Event.objects.filter(action="second_factor.add").exists()


def test_recovery_codes_are_saved_as_a_file(client_in, participant):
    TOTP.activate(participant, generate_totp_secret())
    codes = RecoveryCodes.activate(participant).get_unused_codes()

    answer = client_in.get("/mijn-account/herstelcodes/bestand")

    assert answer.content.decode().split() == codes


def test_logging_out_everywhere_leaves_only_this_session(client_in, participant):
    elsewhere = signed_in(participant)

    client_in.post("/mijn-account/overal-uitloggen")

    assert client_in.get("/mijn-account").status_code == 200
    assert elsewhere.get("/mijn-account").status_code == 302


def test_ones_own_name_is_changed_by_whoever_is_first(client_in, participant):
    seen = client_in.get("/mijn-account").context["form"].initial["version"]

    first = client_in.post("/mijn-account", {"name": "Eerste", "version": seen})
    second = client_in.post("/mijn-account", {"name": "Tweede", "version": seen})

    assert (first.status_code, second.status_code) == (302, 409)
    participant.refresh_from_db()
    assert participant.name == "Eerste"


@pytest.mark.parametrize("number", [1, 3])
def test_ones_own_account_costs_as_much_with_three_passkeys_as_with_one(
    client_in, participant, django_assert_num_queries, number
):
    for row in range(number):
        add_passkey(participant, f"passkey {row}")

    with django_assert_num_queries(5):
        answer = client_in.get("/mijn-account")

    assert answer.content.decode().count("andere naam") == number


def test_an_installation_without_second_step_says_so_on_every_page(client, participant, without_second_step):
    client.force_login(participant, backend="allauth.account.auth_backends.AuthenticationBackend")

    pages = [client.get(path).content.decode() for path in ("/", "/mijn-account")]

    bar = re.compile(
        r'<aside class="verder-urgent" aria-label="Over deze installatie">.*?vraagt geen tweede stap', re.DOTALL
    )
    assert all(bar.search(page) for page in pages)
    assert "vraagt geen tweede stap" not in Client().get("/").content.decode()


def test_without_it_the_last_second_step_may_go(client_in, participant, without_second_step):
    TOTP.activate(participant, generate_totp_secret())
    passkey = add_passkey(participant, "telefoon")

    client_in.post("/mijn-account/app/weghalen")
    client_in.post(f"/mijn-account/passkeys/{passkey.pk}/weghalen")

    assert not Authenticator.objects.exists()


def test_the_database_does_not_hold_the_secret_of_an_app(participant, settings):
    secret = generate_totp_secret()
    stored = TOTP.activate(participant, secret).instance.data["secret"]
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another key"

    opened = get_adapter().decrypt(stored)

    assert secret not in stored
    assert opened == secret
