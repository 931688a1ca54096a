"""What a submitter arranges: label, who may know them, mail and address, withdrawing, and removing their own text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.models import KnownTo
from verder.deliberation.operations import secretariat, sharing
from verder.deliberation.operations import submitter as own
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst, StepRefused
from verder.domain.ladder import STEPS
from verder.domain.rungs import Rung
from verder.domain.tlp import Tlp
from verder.web.checking import UNPROCESSABLE, CheckedForm, check_form
from verder.web.follow.door import find, for_submitter, posted, submitter
from verder.web.follow.forms import (
    KeyedForm,
    KnownForm,
    MailForm,
    NewAddressForm,
    ReasonForm,
    SharingForm,
    VersionedForm,
)
from verder.web.follow.page import CONFLICT, to_page
from verder.web.limits import Limit, limited

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Dilemma

NEW_ADDRESS = Limit("follow-address", 5, timedelta(hours=1))


@for_submitter
def settings(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Show what a submitter can arrange."""
    return _show(request, dilemma)


@for_submitter
@posted
def change_label(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Let the shared text travel further, or less far."""

    def change(form: KeyedForm, **who: Any) -> None:
        sharing.change_label(dilemma.number, tlp=Tlp(form.cleaned_data["tlp"]), **who)

    return _arrange(request, dilemma, SharingForm(request.POST), change, _("Het label is veranderd."))


@for_submitter
@posted
def let_know(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Set who may know the submitter."""

    def change(form: KeyedForm, **who: Any) -> None:
        own.let_know(dilemma.number, known_to=KnownTo(form.cleaned_data["known_to"]), **who)

    return _arrange(request, dilemma, KnownForm(request.POST), change, _("Uw keuze is bewaard."))


@for_submitter
@posted
def switch_mail(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Switch the letters on or off."""

    def change(form: KeyedForm, **who: Any) -> None:
        own.switch_mail(dilemma.number, wanted=form.cleaned_data["wants_mail"], **who)

    return _arrange(request, dilemma, MailForm(request.POST), change, _("Uw keuze voor berichten is bewaard."))


@limited(NEW_ADDRESS)
@for_submitter
@posted
def change_address(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Change or remove the address that letters go to."""
    form = NewAddressForm(request.POST)

    def change(form: KeyedForm, **who: Any) -> None:
        own.change_address(dilemma.number, address=form.cleaned_data["email"], **who)

    done = (
        _("Wij sturen een e-mail naar dit adres. Bevestig het daarmee; pas dan gaan er berichten naartoe.")
        if form.data.get("email")
        else _("Uw adres is gewist. U krijgt geen berichten meer.")
    )
    return _arrange(request, dilemma, form, change, done)


@for_submitter
def withdraw(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Withdraw a dilemma, or show what is possible instead."""
    if request.method != "POST":
        return _show_withdrawal(request, dilemma)
    form = ReasonForm(request.POST)
    checked = check_form(form)
    if not checked.passed:
        return _show_withdrawal(request, dilemma, form, checked, status=UNPROCESSABLE)
    actor, at = submitter(request, dilemma), timezone.now()
    try:
        secretariat.withdraw(dilemma.number, reason=checked.words["reason"], actor=actor, at=at, intent=form.intent)
    except AlreadyTaken:
        pass
    except (SomeoneWasFirst, StepRefused):
        return _withdrawal_came_too_late(request, dilemma, checked)
    messages.success(request, _("Uw dilemma is ingetrokken. Het wordt niet verder gedeeld."))
    return to_page(dilemma)


@for_submitter
@posted
def erase_own_text(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Remove the submitter's own text of a dilemma that goes on."""
    form = VersionedForm(request.POST)
    if not form.is_valid():
        return _show_withdrawal(request, dilemma)
    actor, at = submitter(request, dilemma), timezone.now()
    try:
        own.erase_own_text(dilemma.number, actor=actor, at=at, intent=form.intent)
    except AlreadyTaken:
        pass
    except (SomeoneWasFirst, own.StillWithdrawable):
        refusal = _("Er is niets verwijderd: er veranderde intussen iets aan uw dilemma. Kijk wat er nu kan.")
        now = find(request, dilemma.number) or dilemma
        return _show_withdrawal(request, now, refusal=refusal, status=CONFLICT)
    messages.success(request, _("Uw eigen tekst is verwijderd. Het dilemma gaat verder met de gedeelde versie."))
    return to_page(dilemma)


def _arrange(
    request: HttpRequest, dilemma: Dilemma, form: KeyedForm, change: Callable[..., None], done: str
) -> HttpResponse:
    if not form.is_valid():
        return _show(request, dilemma, form, status=UNPROCESSABLE)
    try:
        change(form, actor=submitter(request, dilemma), at=timezone.now(), intent=form.intent)
    except AlreadyTaken:
        pass
    except SomeoneWasFirst:
        refusal = _(
            "Er is niets bewaard: er veranderde intussen iets aan uw dilemma. Kijk wat er nu staat en kies weer."
        )
        return _show(request, find(request, dilemma.number) or dilemma, refusal=refusal, status=CONFLICT)
    except own.AddressOfAccount:
        refusal = _("Er is niets bewaard: u heeft een account. Berichten gaan naar het adres daarvan.")
        return _show(request, dilemma, refusal=refusal, status=CONFLICT)
    messages.success(request, done)
    return redirect("follow-settings", dilemma.number)


def _show(
    request: HttpRequest, dilemma: Dilemma, failed: KeyedForm | None = None, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    sender = dilemma.submitter
    fresh: tuple[KeyedForm, ...] = (
        SharingForm(initial={"tlp": dilemma.tlp, "version": dilemma.version}),
        KnownForm(initial={"known_to": sender.known_to}),
        MailForm(initial={"wants_mail": sender.wants_mail}),
        NewAddressForm(initial={"email": sender.email}),
    )
    label, known, mail, address = (failed if isinstance(failed, type(one)) else one for one in fresh)
    words = {
        "dilemma": dilemma,
        "label_form": label,
        "known_form": known,
        "mail_form": mail,
        "address_form": address,
        "form": failed,
        "refusal": refusal,
    }
    return render(request, "web/follow/settings.html", words, status=status)


def _show_withdrawal(
    request: HttpRequest,
    dilemma: Dilemma,
    form: ReasonForm | None = None,
    checked: CheckedForm | None = None,
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    words = {
        "dilemma": dilemma,
        "can_withdraw": Rung(dilemma.rung) in STEPS["withdraw"].source,
        "can_erase": own.own_text_can_be_erased(dilemma),
        "form": form or ReasonForm(initial={"version": dilemma.version}),
        "erase_form": VersionedForm(initial={"version": dilemma.version}),
        "proofs": checked.proofs if checked else (),
        "refusal": refusal,
        "back": reverse("follow-dilemma", args=[dilemma.number]),
    }
    return render(request, "web/follow/withdraw.html", words, status=status)


def _withdrawal_came_too_late(request: HttpRequest, dilemma: Dilemma, checked: CheckedForm) -> HttpResponse:
    now = find(request, dilemma.number) or dilemma
    form = ReasonForm(initial={"reason": checked.words["reason"].text, "version": now.version})
    refusal = _(
        "Uw dilemma is nog niet ingetrokken: er veranderde intussen iets. Kijk wat er nu staat en kies opnieuw."
    )
    return _show_withdrawal(request, now, form, refusal=refusal, status=CONFLICT)
