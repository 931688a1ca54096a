"""Pages about one's own account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.network.operations import people
from verder.network.register import person_with_key, second_factors_of
from verder.network.versions import version_of
from verder.web.accounts.forms import OwnNameForm
from verder.web.accounts.second_factor import WANTED
from verder.web.changing import FormPage, answer_form
from verder.web.standing import for_signed_in, standing
from verder.web.visitors import account_actor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.network.models import Person


def by_invitation(request: HttpRequest) -> HttpResponse:
    """Show how one gets an account."""
    return render(request, "account/by_invitation.html")


@for_signed_in
def choose_second_step(request: HttpRequest) -> HttpResponse:
    """Show which second steps there are to choose from."""
    return render(request, "account/choose_second_step.html")


@for_signed_in
def go_on(request: HttpRequest) -> HttpResponse:
    """Lead whoever set up a second step on to the page that they came for, such as the one in a letter."""
    return redirect(request.session.pop(WANTED, reverse("my-account")))


@for_signed_in
def my_account(request: HttpRequest) -> HttpResponse:
    """Show one's own account, and change one's name and function."""
    person = _self(request)

    def change(typed: dict[str, str]) -> None:
        people.change_own_name(
            person,
            name=typed["name"],
            function=typed["function"],
            actor=account_actor(request, person),
            at=timezone.now(),
            seen=typed["version"],
        )

    page = FormPage(
        title=_("Mijn account"),
        button=_("Bewaar"),
        done=_("Uw gegevens zijn bewaard."),
        back=reverse("my-account"),
        template="account/my_account.html",
        words={"factors": _factors(person), "seats": standing(request).seats},
    )
    return answer_form(request, page, OwnNameForm, shown=lambda: _shown(person), change=change)


@for_signed_in
@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Log someone out everywhere but here."""
    person = _self(request)
    changed = people.end_sessions(person, actor=account_actor(request, person), at=timezone.now())
    update_session_auth_hash(request, changed)
    messages.success(request, _("U bent overal uitgelogd, behalve hier."))
    return redirect("my-account")


def _self(request: HttpRequest) -> Person:
    person = standing(request).person
    if person is None:
        raise Http404
    return person


def _shown(person: Person) -> dict[str, str]:
    current = person_with_key(person.pk)
    return {"name": current.name, "function": current.function, "version": version_of(current)}


def _factors(person: Person) -> dict[str, object]:
    factors = second_factors_of(person)
    return {
        "app": next((factor for factor in factors if factor.type == Authenticator.Type.TOTP), None),
        "passkeys": [factor for factor in factors if factor.type == Authenticator.Type.WEBAUTHN],
        "has_recovery_codes": any(factor.type == Authenticator.Type.RECOVERY_CODES for factor in factors),
    }
