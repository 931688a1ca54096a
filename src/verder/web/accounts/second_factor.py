"""The second step of an account: setting it up, changing it, and going nowhere without it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone

from verder.network.models import Person
from verder.network.operations.access import second_factors_watched
from verder.network.register import is_last_second_factor
from verder.web.accounts.entrance import SECOND_STEP
from verder.web.limits import limited
from verder.web.standing import for_signed_in, standing
from verder.web.visitors import account_actor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    View = Callable[..., HttpResponseBase]

PROOF = "mfa"
WANTED = "wanted_page"
OPEN_WITHOUT = frozenset({"account_logout", "choose-second-step", "mfa_activate_totp", "mfa_add_webauthn"})


class SecondStepFirst:
    """Leads whoever is signed in without a second step to setting one up, and nowhere else."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request as if this were not here."""
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, _view: View, _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Lead to the second step; the session tells whether it was taken, so this asks the database nothing."""
        here = request.resolver_match.url_name if request.resolver_match else None
        if here in OPEN_WITHOUT or not _lacks_second_step(request):
            return None
        if request.method == "GET":
            request.session[WANTED] = request.get_full_path()
        return redirect("choose-second-step")


def second_step_is_off(_request: HttpRequest) -> dict[str, bool]:
    """Tell every template that this installation does without a second step, so that it can say so aloud."""
    return {"second_step_is_off": not settings.ENVIRONMENT.second_factor}


def _lacks_second_step(request: HttpRequest) -> bool:
    if not settings.ENVIRONMENT.second_factor or not isinstance(request.user, Person):
        return False
    records = get_authentication_records(request, request.user)
    return not any(record["method"] == PROOF for record in records)


def _watched(view: View) -> View:
    """Record what a page changes in someone's second factors; who just set one up has shown to have it."""

    @for_signed_in
    @wraps(view)
    def watched(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        person = request.user
        if request.method != "POST" or not isinstance(person, Person):
            return view(request, *args, **kwargs)
        with second_factors_watched(person, actor=account_actor(request, person), at=timezone.now()) as added:
            answer = view(request, *args, **kwargs)
        if added:
            record_authentication(request, person, PROOF, reauthenticated=True)
        return answer

    return watched


def _remove_passkey(request: HttpRequest, pk: int) -> HttpResponseBase:
    person = standing(request).person
    if person and settings.ENVIRONMENT.second_factor and is_last_second_factor(person, pk):
        messages.error(request, get_adapter().error_messages["cannot_delete_authenticator"])
        return redirect("my-account")
    return webauthn.remove_webauthn(request, pk=pk)


prove_again = limited(*SECOND_STEP)(base.reauthenticate)
prove_again_by_passkey = limited(*SECOND_STEP)(webauthn.reauthenticate_webauthn)
add_app = _watched(totp.activate_totp)
remove_app = _watched(totp.deactivate_totp)
add_passkey = _watched(webauthn.add_webauthn)
rename_passkey = for_signed_in(webauthn.edit_webauthn)
remove_passkey = _watched(_remove_passkey)
show_recovery_codes = for_signed_in(recovery_codes.view_recovery_codes)
download_recovery_codes = for_signed_in(recovery_codes.download_recovery_codes)
renew_recovery_codes = _watched(recovery_codes.generate_recovery_codes)
