"""Pages about the names that the text check lets pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.network import register
from verder.network.models import AllowedWord
from verder.network.operations import words
from verder.web.changing import FormPage, answer_form
from verder.web.office.forms import SureForm, WordForm
from verder.web.standing import for_secretariat
from verder.web.visitors import office_actor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@for_secretariat
def word_list(request: HttpRequest) -> HttpResponse:
    """Show the names that the text check lets pass, and add one."""

    def change(typed: dict[str, Any]) -> None:
        words.allow_word(typed["text"], reason=typed["reason"], actor=office_actor(request), at=timezone.now())

    page = FormPage(
        _("Toegestane woorden"),
        _("Voeg toe"),
        _("Het woord is toegevoegd."),
        reverse("office-words"),
        template="web/office/words.html",
        words={"words": register.words_to_show()},
    )
    itself = frozenset({request.POST.get("text", "").strip()})
    return answer_form(request, page, WordForm, shown=dict, change=change, also=itself)


@for_secretariat
def remove_word(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the text check stop at a name again."""
    found = _word(pk)

    def change(_typed: dict[str, Any]) -> None:
        words.disallow_word(found, actor=office_actor(request), at=timezone.now())

    title = _("Wilt u %(word)s weghalen?") % {"word": found.text}
    page = FormPage(title, _("Haal weg"), _("Het woord is weggehaald."), reverse("office-words"))
    return answer_form(request, page, SureForm, shown=dict, change=change)


def _word(pk: int) -> AllowedWord:
    try:
        return register.word_with_key(pk)
    except AllowedWord.DoesNotExist as missing:
        raise Http404 from missing
