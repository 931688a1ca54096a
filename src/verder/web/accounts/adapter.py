"""What allauth asks of this house: who may come in, how mail is sent, what is written down, and in which words."""

from __future__ import annotations

import time
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING, Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage

from verder.network.models import Person
from verder.network.operations import access
from verder.network.register import is_last_second_factor
from verder.web.standing import standing
from verder.web.visitors import account_actor

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator
    from django.http import HttpRequest

CODE_REQUESTS = frozenset({"account/email/login_code", "account/email/unknown_account"})
PROOF_LASTS = 5 * 60
SECOND_STEP = "mfa"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts by invitation, mail through the post room, each login in the audit log."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("Deze code klopt niet. Kijk of u alle cijfers hebt overgenomen."),
        "too_many_login_attempts": _("De code klopte drie keer niet en werkt nu niet meer. Vraag een nieuwe code aan."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- allauth hands it over
        """Keep sign-up closed: accounts come by invitation."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Owe the letter with a login code; allauth has no other mail to send here."""
        if template_prefix in CODE_REQUESTS:
            access.answer_code_request(email, context.get("code", ""), at=timezone.now())

    def login(self, request: HttpRequest, user: Person) -> None:
        """Log a person in and write it down, or do neither."""
        with transaction.atomic():
            super().login(request, user)
            access.record_login(user, actor=account_actor(request, user), at=timezone.now())

    def logout(self, request: HttpRequest) -> None:
        """Write down that a person logs out, and log them out."""
        if isinstance(request.user, Person):
            access.record_logout(request.user, actor=account_actor(request, request.user), at=timezone.now())
        super().logout(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to what waits for whoever comes in; administrators, who see no content, to the office."""
        return reverse("office" if standing(request).is_administrator else "work")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the second step again, unless it was taken just now."""
        records = get_authentication_records(self.request, self.request.user)
        taken = [record["at"] for record in records if record["method"] == SECOND_STEP]
        fresh = bool(taken) and time.time() - taken[-1] < PROOF_LASTS
        return not fresh and bool(super().is_reauthentication_required(app=app, **kwargs))


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second step, in our words; an account never loses its last one."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en vul die in."),
        "cannot_delete_authenticator": _(
            "Dit is uw enige tweede stap, dus die blijft staan. Stel eerst een andere in; daarna kunt u deze weghalen."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Lock a secret, so that a copy of the database does not hold the keys of second steps."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret that was locked with the present secret key, or with one before it."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        """Name this house in someone's authenticator app."""
        return "Verder"

    def build_totp_svg(self, url: str) -> str:
        """Draw the code to scan on a white ground, so that a camera also reads it from a dark page."""
        return str(qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode"))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name this house in someone's list of passkeys."""
        return super().get_public_key_credential_rp_entity() | {"name": "Verder"}

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last second step of an account, unless this installation does without."""
        return not (settings.ENVIRONMENT.second_factor and is_last_second_factor(authenticator.user, authenticator.pk))


def _box() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    derived = (salted_hmac("verder.second-step", "", secret=key, algorithm="sha256").digest() for key in keys)
    return MultiFernet([Fernet(urlsafe_b64encode(key)) for key in derived])
