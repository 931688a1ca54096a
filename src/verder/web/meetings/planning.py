"""Planning a meeting or a series of them, and moving one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from verder.deliberation.actor import Actor
from verder.deliberation.models import MeetingState
from verder.deliberation.operations import meetings, planning
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst
from verder.deliberation.queries.meetings import bodies_to_plan_for, meeting_of_request
from verder.web.asking import CONFLICT, Asked, answer
from verder.web.checking import UNPROCESSABLE
from verder.web.meetings.finding import MEETS_ONCE, NOT_THEIRS, find_here, find_kept
from verder.web.meetings.planning_forms import DaysForm, MoveForm, PlanForm, SeriesForm
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Meeting
    from verder.network.models import Body
    from verder.web.checking import CheckedForm

PASSED = gettext_lazy("De vergadering is niet gepland: deze dag is voorbij. Kies een dag die nog komt.")
MOVE_REFUSALS = {
    meetings.MeetingHasPassed: gettext_lazy(
        "De vergadering is niet verplaatst: deze dag is voorbij. Kies een dag die nog komt."
    ),
    meetings.NotTheirMeeting: NOT_THEIRS,
    meetings.NoSuchMeeting: gettext_lazy(
        "De vergadering is niet verplaatst: zij is al afgesloten of afgezegd. Plan een nieuwe."
    ),
    planning.NothingChanges: gettext_lazy(
        "Er is niets veranderd: de vergadering staat al zo gepland. Kies een andere datum, tijd of plaats."
    ),
}


def bodies_here(request: HttpRequest) -> Mapping[str, Body]:
    """Find the bodies that one may plan for; without any the page does not exist."""
    bodies = {str(body.key): body for body in bodies_to_plan_for(standing(request))}
    if not bodies:
        raise Http404
    return bodies


@for_signed_in
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a meeting of a body that one looks after."""
    bodies = bodies_here(request)
    asked = Asked(
        _("Een vergadering plannen"),
        _("Plan de vergadering"),
        _("De vergadering is gepland."),
        reverse("meeting-list"),
        refusals={
            meetings.MeetingHasPassed: PASSED,
            meetings.NotTheirMeeting: NOT_THEIRS,
            planning.GroupMeetsOnce: MEETS_ONCE,
        },
    )

    def do(form: PlanForm, _checked: CheckedForm) -> str:
        at, actor = timezone.now(), Actor(standing(request))
        body = bodies[form.cleaned_data["body"]]
        try:
            key = planning.plan_meeting(body, form.plan, actor=actor, at=at, intent=form.intent).key
        except AlreadyTaken:
            first = meeting_of_request(form.intent)
            return reverse("meeting", args=[first]) if first else asked.back
        return reverse("meeting", args=[key])

    chosen = {"body": request.GET.get("overleg", "")}
    return answer(request, asked, partial(PlanForm, bodies=bodies.values(), initial=chosen), do=do)


@for_signed_in
def move(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Give a meeting another date, time, place or manner."""
    meeting = find_kept(request, key)
    if request.method != "POST" and meeting.state != MeetingState.PLANNED:
        return redirect("meeting", key)
    asked = Asked(
        _("De vergadering verplaatsen"),
        _("Verplaats de vergadering"),
        _("De vergadering is verplaatst. Wie uitgenodigd is, krijgt bericht."),
        reverse("meeting", args=[key]),
        lead=_(
            "Wie uitgenodigd is, leest in één bericht wat er was en wat het wordt. Bij een andere tijd vragen wij "
            "opnieuw wie er komt."
        ),
        refusals={**MOVE_REFUSALS, SomeoneWasFirst: lambda _refused: _was_first(find_here(request, key))},
        version_now=lambda: find_here(request, key).version,
    )

    def do(form: MoveForm, _checked: CheckedForm) -> str:
        planning.move_meeting(key, form.plan, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
        return asked.back

    return answer(request, asked, partial(MoveForm, initial=_stands(meeting)), do=do)


def _was_first(meeting: Meeting) -> str:
    told = _(
        "De vergadering is niet verplaatst: een collega veranderde haar net. Nu staat er: %(now)s. Wilt u dat "
        "veranderen in wat u hieronder invulde? Verstuur het dan nog een keer."
    )
    return told % {"now": _in_one_line(meeting)}


def _in_one_line(meeting: Meeting) -> str:
    if meeting.is_in_writing:
        return _("schriftelijk tot en met %(day)s") % {"day": date_format(meeting.closes_on, "l j F Y")}
    begin, end = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    day, hours = date_format(begin, "l j F Y"), f"{date_format(begin, 'H.i')}–{date_format(end, 'H.i')}"
    return _("%(day)s, %(hours)s uur, %(place)s") % {"day": day, "hours": hours, "place": meeting.place}


def _stands(meeting: Meeting) -> dict[str, object]:
    begin, end = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    stands = {"way": meeting.manner, "day": meeting.closes_on, "place": meeting.place, "version": meeting.version}
    if meeting.is_in_writing:
        return stands
    return {**stands, "day": begin.date(), "hour": begin.time(), "until": end.time()}


@for_signed_in
def series(request: HttpRequest) -> HttpResponse:
    """Plan a series: show its days first, and make those that stay chosen."""
    bodies = bodies_here(request)
    if request.method != "POST":
        form = SeriesForm(bodies=bodies.values(), initial={"body": request.GET.get("overleg", "")})
        return _show_series(request, form)
    form = SeriesForm(request.POST, bodies=bodies.values())
    if not form.is_valid():
        return _show_series(request, form, status=UNPROCESSABLE)
    if "make" not in request.POST:
        return _show_series(request, form, days=DaysForm(proposed=form.days))
    days = DaysForm(request.POST, proposed=form.days)
    if not days.is_valid():
        return _show_series(request, form, days=days, status=UNPROCESSABLE)
    return _make(request, form, days, bodies[form.cleaned_data["body"]])


def _make(request: HttpRequest, form: SeriesForm, days: DaysForm, body: Body) -> HttpResponse:
    plans = [form.plan_on(day) for day in days.chosen]
    try:
        planning.plan_series(body, plans, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
    except AlreadyTaken:
        return redirect("meeting-list")
    except meetings.MeetingHasPassed:
        refusal = _("Er is niets gepland: een van de dagen is voorbij. Haal die weg, of kies een andere eerste dag.")
        return _show_series(request, form, days=days, refusal=refusal, status=CONFLICT)
    except planning.GroupMeetsOnce:
        return _show_series(request, form, days=days, refusal=str(MEETS_ONCE), status=CONFLICT)
    planned = ngettext("Er is 1 vergadering gepland.", "Er zijn %(times)s vergaderingen gepland.", len(plans))
    messages.success(request, planned % {"times": len(plans)})
    return redirect("meeting-list")


def _show_series(
    request: HttpRequest, form: SeriesForm, *, days: DaysForm | None = None, status: int = 200, refusal: str = ""
) -> HttpResponse:
    known = {"series": form, "days": days, "form": days or form, "refusal": refusal}
    return render(request, "web/meetings/series.html", known, status=status)
