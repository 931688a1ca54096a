"""One page with one form on it: ask, let an operation do it, translate a refusal, answer. Nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from verder.network.operations.organisations import OrganisationRefused
from verder.network.operations.people import PersonRefused
from verder.network.operations.seats import SeatRefused
from verder.network.operations.words import ExistsAlready
from verder.network.versions import ChangedMeanwhile
from verder.web.checking import UNPROCESSABLE, check_form
from verder.web.refusals import words_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.proof import Proof

BAD_REQUEST = 400
CONFLICT = 409
Values = dict[str, Any]


class VersionedForm(forms.Form):
    """A form that carries the version of what its sender saw."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around a form: its title and button, where one goes afterwards, and what one reads there."""

    title: str
    button: str
    done: str
    back: str
    template: str = "web/office/form.html"
    words: Values = field(default_factory=dict)
    is_danger: bool = False


def answer_form(
    request: HttpRequest,
    page: FormPage,
    new_form: Callable[..., forms.Form],
    *,
    shown: Callable[[], Values],
    change: Callable[[dict[str, Any]], object],
    also: frozenset[str] = frozenset(),
) -> HttpResponse:
    """Show a form filled with what stands there now, or do what was sent and go on; a refusal shows it again.

    What is written freely comes to `change` as checked text, in which the words of `also` may stand.
    """
    form = new_form(request.POST if request.method == "POST" else None, initial=shown())
    if request.method != "POST":
        return _page(request, page, form)
    checked = check_form(form, also=also)
    if not checked.passed:
        status = UNPROCESSABLE if checked.proofs else BAD_REQUEST
        return _page(request, page, form, proofs=checked.proofs, status=status)
    try:
        change({**form.cleaned_data, **checked.words})
    except ChangedMeanwhile:
        now = shown()
        return _page(request, page, _renewed(new_form, form, now), refusal=_conflict(form, now), status=CONFLICT)
    except ObjectDoesNotExist as gone:
        raise Http404 from gone
    except (OrganisationRefused, PersonRefused, SeatRefused, ExistsAlready) as refused:
        return _page(request, page, form, refusal=words_of(refused), status=CONFLICT)
    messages.success(request, page.done)
    return redirect(page.back)


def _page(
    request: HttpRequest,
    page: FormPage,
    form: forms.Form,
    *,
    refusal: str = "",
    proofs: tuple[Proof, ...] = (),
    status: int = 200,
) -> HttpResponse:
    words = {**page.words, "page": page, "form": form, "refusal": refusal, "proofs": proofs}
    return render(request, page.template, words, status=status)


def _renewed(new_form: Callable[..., forms.Form], form: forms.Form, now: Values) -> forms.Form:
    """Keep what was typed, on top of what stands there now."""
    typed = {name: form.data.get(name, "") for name in form.fields}
    return new_form({**typed, "version": now["version"]}, initial=now)


def _conflict(form: forms.Form, now: Values) -> str:
    if not form.visible_fields():
        return _(
            "Er is niets veranderd: een collega veranderde dit terwijl u bezig was. "
            "Kijk of u dit nog wilt, en probeer het dan opnieuw."
        )
    lines = [f"{bound.label}: {_readable(bound.field, now[bound.name])}" for bound in form.visible_fields()]
    return _(
        "Er is niets bewaard: een collega veranderde dit terwijl u bezig was. Nu staat er: %(now)s. "
        "Hieronder staat nog wat u typte. Bewaar het opnieuw als dat moet gelden."
    ) % {"now": "; ".join(lines)}


def _readable(asked: forms.Field, value: object) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    choices = {str(key): str(words) for key, words in getattr(asked, "choices", [])}
    known = "" if value is None else str(value)
    return choices.get(known, known or "–")
