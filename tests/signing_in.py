"""Being signed in, for tests of pages: as if the mailed code and the second step were given just now."""

from __future__ import annotations

import time

from django.test import Client

from verder.network.models import Person


def sign_in(client: Client, person: Person) -> Client:
    """Sign a person in, second step included, and return the client."""
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
    return client


def signed_in(person: Person) -> Client:
    """Return a client of its own in which a person is signed in, second step included."""
    return sign_in(Client(), person)
