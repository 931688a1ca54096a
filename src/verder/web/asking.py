"""A page that asks one thing about a meeting, a group, a promise or guidance: check the words, let an operation do it.

Nothing that was typed is lost on a refusal, a colleague who was first gives a conflict with what stands there now, and
a second click leads where the first one went. Whoever goes back, changes the words and sends the form again asks
something new, which is never taken for a second click.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, QueryDict
from django.shortcuts import redirect, render

from verder.deliberation.actor import Intent
from verder.deliberation.operations.climb import AlreadyTaken
from verder.guidance.operations.pen import DoneAlready
from verder.web.checking import UNPROCESSABLE, CheckedForm, check_form, show_instead

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

CONFLICT = 409
SECOND_CLICKS = (AlreadyTaken, DoneAlready)
Kind = TypeVar("Kind", bound=forms.Form)


class OnceForm(forms.Form):
    """A form with a key that makes a second click one with the first."""

    request_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_request_key(self) -> uuid.UUID:
        """Return the key of this form as it was filled in: sent again with other words it has another one."""
        return uuid.uuid5(self.cleaned_data["request_key"], _sent(self))

    @property
    def intent(self) -> Intent:
        """What the sender saw, and the key of this form."""
        return Intent(self.cleaned_data.get("version"), self.cleaned_data["request_key"])


def _sent(form: forms.Form) -> str:
    """Everything that was filled in, as it was sent; a form may offer more to fill in once it has been acted on."""
    words = form.data.lists() if isinstance(form.data, QueryDict) else form.data.items()
    files = [(name, str(file), file.size) for name, many in form.files.lists() for file in many]
    return repr((sorted(pair for pair in words if pair[0] != "csrfmiddlewaretoken"), sorted(files)))


class VersionForm(OnceForm):
    """A form that also carries the version of what its sender saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page asks: its words, where one goes back to, and what is said when it is done or refused."""

    title: str
    button: str
    done: str
    back: str
    onwards: str = ""
    """Where a second click leads, if not back: where `do` led the first time."""
    lead: str = ""
    template: str = "web/asking.html"
    is_danger: bool = False
    refusals: Mapping[type[Exception], str | Promise | Callable[[Any], str]] = field(default_factory=dict)
    """What is said of each refusal: words, or a function that finds them."""
    version_now: Callable[[], int] | None = None
    words: Mapping[str, Any] = field(default_factory=dict)


def answer(
    request: HttpRequest, asked: Asked, new_form: Callable[..., Kind], *, do: Callable[[Kind, CheckedForm], str]
) -> HttpResponse:
    """Show what is asked, or do it and go on to the address that `do` returns; a refusal loses nothing typed."""
    if request.method != "POST":
        return _page(request, asked, new_form())
    form = new_form(request.POST)
    checked = check_form(form)
    if not checked.passed:
        return _page(request, asked, form, proofs=checked.proofs, status=UNPROCESSABLE)
    try:
        address = do(form, checked)
    except SECOND_CLICKS:
        return redirect(asked.onwards or asked.back)
    except ObjectDoesNotExist as gone:
        raise Http404 from gone
    except tuple(asked.refusals) as refused:
        if asked.version_now is not None:
            show_instead(form, {"version": str(asked.version_now())})
        return _page(request, asked, form, refusal=_told(asked, refused), status=CONFLICT)
    messages.success(request, asked.done)
    return redirect(address)


def _told(asked: Asked, refused: Exception) -> str:
    words = next(words for kind, words in asked.refusals.items() if isinstance(refused, kind))
    return words(refused) if callable(words) else str(words)


def _page(request: HttpRequest, asked: Asked, form: forms.Form, *, status: int = 200, **words: Any) -> HttpResponse:
    return render(request, asked.template, {**asked.words, "asked": asked, "form": form, **words}, status=status)
