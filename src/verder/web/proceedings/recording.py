"""Recording a meeting: words at an item, kept by the browser until they are in, and who was there."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Actor
from verder.deliberation.models import AgendaItem, ItemRecord
from verder.deliberation.operations import proceedings
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst
from verder.deliberation.queries.actions import people_to_act
from verder.deliberation.queries.proceedings import present_at, record_of
from verder.web.asking import CONFLICT, Asked, answer
from verder.web.checking import UNPROCESSABLE, check_form, show_instead
from verder.web.proceedings.finding import find_to_lead
from verder.web.proceedings.forms import ChathamHouseForm, PresenceForm, RecordForm
from verder.web.proceedings.leading import known_of
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Meeting
    from verder.web.checking import CheckedForm

BY_SCRIPT = "Verder-Autosave"
WAS_FIRST = gettext_lazy(
    "Er is niets bewaard: een collega schreef net bij dit punt. Wat er nu staat, leest u hieronder. Neem het over in "
    "uw tekst en bewaar opnieuw. Wat u typte, staat er nog."
)
APPROVED = gettext_lazy(
    "Er is niets bewaard: dit verslag is vastgesteld en kan niet meer veranderen. Klopt er iets niet? Zet dat "
    "op de agenda van een volgende vergadering."
)
REFUSALS: dict[type[Exception], Promise] = {proceedings.AlreadyApproved: APPROVED}


@require_POST
@for_signed_in
def record(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Keep the words at an item; a browser with JavaScript sends them while they are typed."""
    meeting, found = _find(request, key, item)
    form = RecordForm(request.POST)
    checked = check_form(form)
    if not checked.passed:
        return _refused(request, meeting, found, form, proofs=checked.proofs, status=UNPROCESSABLE)
    said = proceedings.Said(checked.words["decision"], checked.words["minutes"])
    actor, at = Actor(standing(request)), timezone.now()
    try:
        written = proceedings.write_record(key, item, said=said, actor=actor, at=at, intent=form.intent)
    except AlreadyTaken:
        written = record_of(found)
        if not _says(written, said):
            return _conflict(request, meeting, found, form)
    except SomeoneWasFirst:
        return _conflict(request, meeting, found, form)
    except proceedings.AlreadyApproved:
        return _refused(request, meeting, found, form, refusal=APPROVED, status=CONFLICT)
    return _kept(request, meeting, written)


def _find(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> tuple[Meeting, AgendaItem]:
    meeting = find_to_lead(request, key)
    try:
        return meeting, meeting.items.get(key=item)
    except AgendaItem.DoesNotExist as missing:
        raise Http404 from missing


def _says(written: ItemRecord, said: proceedings.Said) -> bool:
    """Tell whether these words stand there; a form may be sent again after more was typed in it."""
    return (written.decision, written.minutes) == (said.decision.text, said.minutes.text)


def _kept(request: HttpRequest, meeting: Meeting, written: ItemRecord) -> HttpResponse:
    if BY_SCRIPT in request.headers:
        moment = time_format(timezone.localtime(), "H.i")
        return JsonResponse({"version": written.version, "said": _("Bewaard om %(time)s uur") % {"time": moment}})
    messages.success(request, _("Het verslag van dit punt is bewaard."))
    return redirect(reverse("meeting-lead", args=[meeting.key]) + f"?punt={written.item.key}#punt")


def _conflict(request: HttpRequest, meeting: Meeting, item: AgendaItem, form: RecordForm) -> HttpResponse:
    stands: ItemRecord = record_of(item)
    show_instead(form, {"version": str(stands.version), "request_key": str(uuid.uuid4())})
    return _refused(request, meeting, item, form, refusal=WAS_FIRST, stands=stands, status=CONFLICT)


def _refused(
    request: HttpRequest, meeting: Meeting, item: AgendaItem, form: RecordForm, *, status: int, **more: object
) -> HttpResponse:
    if BY_SCRIPT in request.headers:
        said = more.get("refusal") or _("Nog niet bewaard: de tekstcontrole vond iets. Kies ‘Bewaar’ om het te zien.")
        return JsonResponse({"said": str(said)}, status=status)
    known = known_of(request, meeting, str(item.key), form, **more)
    return render(request, "web/proceedings/lead.html", known, status=status)


@for_signed_in
def presence(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Note who was there."""
    meeting = find_to_lead(request, key)
    people = people_to_act(meeting.body, on=timezone.localdate(meeting.starts_at))
    back = reverse("meeting-lead", args=[key])
    asked = Asked(_("Wie is er?"), _("Bewaar"), _("Wie er is, is genoteerd."), back, refusals=REFUSALS)

    def do(form: PresenceForm, _checked: CheckedForm) -> str:
        present = list(people.filter(opaque_id__in=form.cleaned_data["present"]))
        actor, at = Actor(standing(request)), timezone.now()
        proceedings.note_presence(key, present=present, actor=actor, at=at, intent=form.intent)
        return back

    initial = {"present": [str(one.opaque_id) for one in present_at(meeting)]}
    return answer(request, asked, partial(PresenceForm, people=people, initial=initial), do=do)


@for_signed_in
def chatham_house(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Say whether what is distributed leaves out who said what."""
    meeting = find_to_lead(request, key)
    back = reverse("meeting-lead", args=[key])
    asked = Asked(_("Chatham House Rule"), _("Bewaar"), _("Dit is bewaard."), back, refusals=REFUSALS)

    def do(form: ChathamHouseForm, _checked: CheckedForm) -> str:
        actor, at = Actor(standing(request)), timezone.now()
        applies = form.cleaned_data["applies"]
        proceedings.set_chatham_house(key, applies=applies, actor=actor, at=at, intent=form.intent)
        return back

    held = getattr(meeting, "proceedings", None)
    return answer(
        request, asked, partial(ChathamHouseForm, initial={"applies": bool(held and held.chatham_house)}), do=do
    )
