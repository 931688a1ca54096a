"""The page with which a dilemma is put in, and the receipt that answers it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import NARRATIVE_FIELDS, KnownTo, Presenter
from verder.deliberation.operations import intake
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.intake import Receipt, Request, Sender
from verder.deliberation.queries.submissions import dilemma_of_code, was_put_in_as
from verder.domain.tlp import Tlp
from verder.network.queries import urgent_routes
from verder.web.checking import UNPROCESSABLE, CheckedForm, check_form, show_instead
from verder.web.coaching.views import advice_on
from verder.web.files.checking import CheckedFiles, check_files
from verder.web.files.uploads import takes_files
from verder.web.intake.forms import AccountForm, IntakeForm
from verder.web.intake.outlook import outlook
from verder.web.intake.sections import contents_of, lay_out
from verder.web.limits import TOO_MANY_REQUESTS, Limit, too_often
from verder.web.standing import for_secretariat, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.textcheck import CheckedText
    from verder.web.coaching.remarks import Coaching

CONFLICT = 409
AS_ACCOUNT = "as_account"
LOOK = "look"
LOGGED_OUT = _(
    "Er is nog niets ingebracht: u bent intussen uitgelogd. Verstuur het nog een keer om het zonder account in te "
    "brengen. Vul dan ook in hoe wij u bereiken. Of log in een ander tabblad in en begin daar opnieuw."
)
READ_ALONG = _("Wij lazen mee. Wat ons opviel, staat bij de velden. Er is nog niets verstuurd of bewaard.")
HOUR = timedelta(hours=1)
TRYING = Limit("intake-try", 200, HOUR)
PUTTING_IN = Limit("intake", 10, HOUR)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check made of the form: its texts, and the files that came with it."""

    texts: CheckedForm = field(default_factory=lambda: CheckedForm(passed=False))
    files: CheckedFiles = field(default_factory=CheckedFiles)

    @property
    def passed(self) -> bool:
        """Tell whether all of it may be stored."""
        return self.texts.passed and self.files.passed


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the form is filled in: who it is made for, what takes it in, and how often one household may."""

    form: type[IntakeForm]
    take_in: Callable[..., Receipt]
    form_page: str = "web/intake/form.html"
    receipt_page: str = "web/intake/receipt.html"
    trying: tuple[Limit, ...] = (TRYING,)
    putting_in: tuple[Limit, ...] = (PUTTING_IN,)


AT_THE_COUNTER = Desk(IntakeForm, intake.submit)
SIGNED_IN = Desk(AccountForm, intake.submit)
FOR_A_CALLER = Desk(
    IntakeForm, intake.record_for_caller, "web/intake/record.html", "web/intake/receipt_for_caller.html", (), ()
)


@takes_files
def put_in(request: HttpRequest) -> HttpResponse:
    """Put a dilemma in, with or without an account."""
    return _serve(request, SIGNED_IN if standing(request).is_signed_in else AT_THE_COUNTER)


@takes_files
@for_secretariat
def record(request: HttpRequest) -> HttpResponse:
    """Put a dilemma in on behalf of somebody who called."""
    return _serve(request, FOR_A_CALLER)


def _serve(request: HttpRequest, desk: Desk) -> HttpResponse:
    if request.method == "POST":
        return _receive(request, desk)
    return _show(request, desk, desk.form(), Checked())


@never_cache
def _receive(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = desk.form(request.POST, request.FILES)
    refusal = too_often(request, *desk.trying)
    checked = _check(form, chosen=refusal is None)
    if LOOK in request.POST and refusal is None:
        messages.info(request, READ_ALONG)
        return _show(request, desk, form, checked, advice=advice_on(request, form))
    if desk is AT_THE_COUNTER and AS_ACCOUNT in request.POST:
        return _show(request, desk, form, checked, refusal=str(LOGGED_OUT), status=CONFLICT)
    if refusal is None and not checked.passed:
        return _show(request, desk, form, checked, status=UNPROCESSABLE)
    if refusal is None and (receipt := intake.receipt_again(_intent(form))):
        return _answer_again(request, desk, form, checked, receipt)
    refusal = refusal or too_often(request, *desk.putting_in)
    if refusal is not None:
        return _show(request, desk, form, checked, refusal=refusal.text, status=TOO_MANY_REQUESTS)
    return _take_in(request, desk, form, checked)


def _check(form: IntakeForm, *, chosen: bool) -> Checked:
    """Check texts and files, so that everything there is to look at comes back at once."""
    texts = check_form(form)
    return Checked(texts, check_files(form) if chosen else CheckedFiles(were_chosen=bool(form.files)))


def _take_in(request: HttpRequest, desk: Desk, form: IntakeForm, checked: Checked) -> HttpResponse:
    actor, at, intent = Actor(standing(request)), timezone.now(), _intent(form)
    try:
        receipt = desk.take_in(_request(form, checked), actor=actor, at=at, intent=intent)
    except AlreadyTaken:
        first = intake.receipt_again(intent)
        if first is None:
            raise
        return _answer_again(request, desk, form, checked, first)
    return _answer(request, desk, receipt)


def _answer_again(request: HttpRequest, desk: Desk, form: IntakeForm, checked: Checked, first: Receipt) -> HttpResponse:
    """Answer a form that was sent before with its receipt; if it was changed since, ask whether it is another one."""
    if was_put_in_as(first.number, _words(checked)):
        return _answer(request, desk, first)
    show_instead(form, {"request_key": str(uuid.uuid4())})
    refusal = _now(
        "Er is nog geen nieuw dilemma ingebracht: dit formulier ging al weg als dilemma %(number)s. Is wat er nu staat "
        "een nieuw dilemma? Verstuur het dan nog een keer. Wilt u iets toevoegen aan %(number)s? Doe dat op de pagina "
        "van dat dilemma."
    ) % {"number": first.number}
    return _show(request, desk, form, checked, refusal=refusal, status=CONFLICT)


def _intent(form: IntakeForm) -> Intent:
    return Intent(request_key=form.cleaned_data.get("request_key"))


def _words(checked: Checked) -> dict[str, CheckedText]:
    return {name: checked.texts.words[name] for name in NARRATIVE_FIELDS}


def _request(form: IntakeForm, checked: Checked) -> Request:
    given = form.cleaned_data
    sender = Sender(
        role=checked.texts.words["role"].text,
        name=given.get("name", ""),
        organisation=given.get("organisation", ""),
        email=given.get("email", ""),
        known_to=KnownTo(given["known_to"]),
    )
    return Request(
        _words(checked),
        sender,
        tlp=Tlp(given["tlp"]),
        presenter=Presenter(given["presenter"]),
        theme=given["theme"],
        files=checked.files.files,
    )


def _show(
    request: HttpRequest,
    desk: Desk,
    form: IntakeForm,
    checked: Checked,
    *,
    refusal: str = "",
    advice: Mapping[str, Coaching] = MappingProxyType({}),
    status: int = 200,
) -> HttpResponse:
    sections = lay_out(form, checked.texts.proofs, advice)
    words = {
        "form": form,
        "sections": sections,
        "parts": contents_of(sections),
        "proofs": checked.texts.proofs,
        "files": checked.files,
        "refusal": refusal,
        "routes": urgent_routes(),
    }
    return render(request, desk.form_page, words, status=status)


def _answer(request: HttpRequest, desk: Desk, receipt: Receipt) -> HttpResponse:
    dilemma = dilemma_of_code(receipt.code)
    stations = outlook(dilemma) if dilemma else ()
    words = {"receipt": receipt, "stations": stations, "follow_address": settings.BASE_URL + reverse("follow")}
    return render(request, desk.receipt_page, words)
