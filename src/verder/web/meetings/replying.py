"""Replying to an invitation, by the link in a letter or signed in, and writing about an item before the meeting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from verder.deliberation.actor import Actor
from verder.deliberation.models import Invitation, Reply
from verder.deliberation.operations import replies
from verder.deliberation.operations.calling import when_and_where
from verder.deliberation.operations.naming import name_in_mail
from verder.deliberation.queries.agenda import agenda_of, item_of
from verder.deliberation.queries.invitations import (
    can_reply,
    inputs_to,
    invitation_of_token,
    may_be_written_about,
    own_invitation,
    possible_substitutes,
)
from verder.web.asking import CONFLICT, Asked, answer
from verder.web.checking import UNPROCESSABLE, CheckedForm, check_form
from verder.web.limits import BY_LINK, limited
from verder.web.meetings.agenda import title_of
from verder.web.meetings.finding import find_here
from verder.web.meetings.inviting_forms import InputForm, ReplyForm
from verder.web.meetings.moving import moved
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    import uuid

    from django.http import HttpRequest, HttpResponse

    from verder.network.models import Person

GONE = 410
REFUSALS = {
    replies.TooLate: gettext_lazy(
        "Uw tekst is niet bewaard: de vergadering is begonnen of afgezegd. Zeg het in de vergadering zelf."
    ),
    replies.NotHere: gettext_lazy(
        "Uw tekst is niet bewaard: bij dit punt kan niet meer geschreven worden. Vraag het secretariaat."
    ),
}


@never_cache
@limited(BY_LINK)
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Reply with the link in a letter; opening it changes nothing."""
    try:
        invitation = invitation_of_token(token)
    except Invitation.DoesNotExist:
        return render(request, "web/meetings/link_is_over.html", status=GONE)
    return _reply(request, invitation, {})


@for_signed_in
def signed_in(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Reply on a page when one is signed in; then a colleague with an account can be chosen."""
    meeting = find_here(request, key)
    invitation = own_invitation(meeting, standing(request))
    if invitation is None:
        raise Http404
    colleagues = {str(one.opaque_id): one for one in possible_substitutes(invitation)}
    return _reply(request, invitation, colleagues, back=reverse("meeting", args=[key]))


def _reply(
    request: HttpRequest, invitation: Invitation, colleagues: dict[str, Person], *, back: str = ""
) -> HttpResponse:
    meeting, at = invitation.meeting, timezone.now()
    if not can_reply(meeting, at=at) or meeting.is_in_writing:
        return render(request, "web/meetings/link_is_over.html", {"meeting": meeting}, status=GONE)
    new_form = partial(ReplyForm, invitation=invitation, colleagues=colleagues.values())
    known = {
        "meeting": meeting,
        "invitation": invitation,
        "body": name_in_mail(meeting.body),
        "when": when_and_where(invitation),
        "moved": moved(invitation),
        "back": back,
    }
    if request.method != "POST":
        return _page(request, {**known, "form": new_form(initial=_stands(invitation))})
    form = new_form(request.POST)
    checked = check_form(form)
    if not checked.passed:
        return _page(request, {**known, "form": form, "proofs": checked.proofs}, status=UNPROCESSABLE)
    try:
        replies.reply(invitation.key, _answer(form, checked, colleagues), at=at)
    except replies.NoSubstitute:
        refusal = _("Uw antwoord is niet bewaard: schrijf op of kies wie er in uw plaats komt.")
        return _page(request, {**known, "form": form, "refusal": refusal}, status=CONFLICT)
    except replies.TooLate:
        return render(request, "web/meetings/link_is_over.html", {"meeting": meeting}, status=GONE)
    messages.success(request, _("Uw antwoord is bewaard. U kunt het veranderen tot de vergadering begint."))
    return redirect(back or request.path)


def _answer(form: ReplyForm, checked: CheckedForm, colleagues: dict[str, Person]) -> replies.Answer:
    given = Reply(form.cleaned_data["reply"])
    comes = colleagues.get(form.cleaned_data.get("colleague", "")) if given is Reply.SUBSTITUTE else None
    return replies.Answer(given, comes, checked.words.get("words"))


def _stands(invitation: Invitation) -> dict[str, str]:
    stand_in = invitation.stand_ins.filter(withdrawn_at__isnull=True).select_related("person").first()
    return {
        "reply": invitation.reply,
        "words": invitation.substitute_words,
        "colleague": str(stand_in.person.opaque_id) if stand_in and stand_in.person else "",
    }


def _page(request: HttpRequest, known: dict[str, object], *, status: int = 200) -> HttpResponse:
    return render(request, "web/meetings/reply.html", known, status=status)


@for_signed_in
def write(request: HttpRequest, key: uuid.UUID, number: int) -> HttpResponse:
    """Write about an item before the meeting, or change or take back what one wrote."""
    meeting, visitor = find_here(request, key), standing(request)
    item = item_of(meeting, number)
    if item is None or not may_be_written_about(item, visitor):
        raise Http404
    back = reverse("meeting", args=[key]) + f"?punt={number}"
    point = next(point for point in agenda_of(meeting, visitor) if point.number == number)
    asked = Asked(
        _("Schrijf iets bij punt %(number)s") % {"number": number},
        _("Bewaar mijn tekst"),
        _("Uw tekst is bewaard."),
        back,
        lead=title_of(point),
        refusals=REFUSALS,
    )

    def do(form: InputForm, checked: CheckedForm) -> str:
        replies.write_input(
            key, number, text=checked.words["text"], actor=Actor(visitor), at=timezone.now(), intent=form.intent
        )
        return back

    own = inputs_to(item, visitor).filter(person=visitor.person).first()
    return answer(request, asked, partial(InputForm, initial={"text": own.text if own else ""}), do=do)
