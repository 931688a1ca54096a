"""The way in: allauth's pages for code, second step and passkey, with our limits and our audit log around them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allauth.account.internal.stagekit import unstash_login
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.utils import timezone

from verder.gate.operations import TooManyKnocks, knock
from verder.network.operations import access
from verder.web.limits import Limit, limited, typed_address
from verder.web.visitors import account_actor

if TYPE_CHECKING:
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse

    from verder.network.models import Person

QUARTER = timedelta(minutes=15)


def person_on_the_way_in(request: HttpRequest) -> str:
    """Count a request by the person who has given the mailed code, or who is in already."""
    login = unstash_login(request, peek=True)
    person = login.user if login else request.user
    return f"person {person.pk if person else ''}"


ASK_CODE = (Limit("login-code", 20, QUARTER), Limit("login-code-address", 5, QUARTER, typed_address))
GIVE_CODE = (Limit("login-confirm", 30, QUARTER),)
SECOND_STEP = (Limit("second-step", 30, QUARTER), Limit("second-step-person", 10, QUARTER, person_on_the_way_in))
PASSKEY = (Limit("passkey", 30, QUARTER),)


class ConfirmCode(ConfirmLoginCodeView):
    """The page that asks for the mailed code."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Write down that a code was wrong, and ask again."""
        _note_refusal(self.request, self._process.user, "code")
        return super().form_invalid(form)


class SecondStep(AuthenticateView):
    """The page that asks for the second step, after the mailed code."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Let a code of the app open the door once, whichever process it came to."""
        if _given_before(form):
            form.add_error("code", get_adapter().validation_error("incorrect_code"))
            return self.form_invalid(form)
        return super().form_valid(form)

    def form_invalid(self, form: Form) -> HttpResponse:
        """Write down that the second step failed, and ask again."""
        _note_refusal(self.request, self.stage.login.user, "second_step")
        return super().form_invalid(form)


class Passkey(LoginWebAuthnView):
    """The address that a passkey logs in at."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Write down that a passkey did not fit, and lead back to the way in."""
        _note_refusal(self.request, None, "passkey")
        return super().form_invalid(form)


ask_code = limited(*ASK_CODE)(RequestLoginCodeView.as_view(template_name="account/request_login_code.html"))
confirm_code = limited(*GIVE_CODE)(ConfirmCode.as_view())
second_step = limited(*SECOND_STEP)(SecondStep.as_view())
passkey = limited(*PASSKEY)(Passkey.as_view())


def _given_before(form: Form) -> bool:
    authenticator = getattr(form, "authenticator", None)
    if authenticator is None or authenticator.type != Authenticator.Type.TOTP:
        return False
    try:
        digits = "".join(filter(str.isdigit, form.cleaned_data["code"]))
        knock("second-step-code", f"{authenticator.pk} {digits}", at=timezone.now(), limit=1, per=timedelta(days=1))
    except TooManyKnocks:
        return True
    return False


def _note_refusal(request: HttpRequest, person: Person | None, step: str) -> None:
    access.record_refused_login(person, step, actor=account_actor(request, person), at=timezone.now())
