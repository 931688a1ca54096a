"""What is asked of whoever plans meetings: when, where and how, once or in a series."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import Manner
from verder.deliberation.operations.meetings import Plan
from verder.domain.calendar import SATURDAY, every_months, every_weeks, is_working_day
from verder.web.asking import OnceForm, VersionForm
from verder.web.words.meetings import MANNER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verder.network.models import Body

SHORT = "verder-input--short"
WEEKS, MONTHS = "weeks", "months"
MOST = 26


def date_box() -> forms.DateInput:
    """Return a box for a day."""
    return forms.DateInput(attrs={"type": "date", "class": SHORT}, format="%Y-%m-%d")


def time_box() -> forms.TimeInput:
    """Return a box for an hour."""
    return forms.TimeInput(attrs={"type": "time", "class": SHORT}, format="%H:%M")


def moment(day: date, hour: time) -> datetime:
    """Return a moment in the Netherlands."""
    return timezone.make_aware(datetime.combine(day, hour))


class HourField(forms.TimeField):
    """An hour that is needed unless one meets in writing, so that it is not shown as one that may stay empty."""

    is_mostly_needed = True


class PlaceField(forms.CharField):
    """A place that is needed unless one meets in writing."""

    is_mostly_needed = True


class WhenForm(OnceForm):
    """When, where and how one meets; in writing there is a last day instead of an hour and a place."""

    way = forms.ChoiceField(
        label=gettext_lazy("Hoe?"),
        choices=[(str(manner), words) for manner, words in MANNER_WORDS.items()],
        widget=forms.RadioSelect,
        initial=Manner.IN_PERSON,
    )
    day = forms.DateField(
        label=gettext_lazy("Datum"),
        widget=date_box(),
        help_text=gettext_lazy("Schriftelijk: de laatste dag om te reageren."),
    )
    hour = HourField(
        label=gettext_lazy("Begint om"),
        widget=time_box(),
        required=False,
        help_text=gettext_lazy("Schriftelijk: laat dit leeg."),
    )
    until = forms.TimeField(
        label=gettext_lazy("Eindigt om"),
        widget=time_box(),
        required=False,
        help_text=gettext_lazy("Leeg: twee uur na het begin."),
    )
    place = PlaceField(
        label=gettext_lazy("Plaats"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("Een adres, of hoe men online bij de vergadering komt. Schriftelijk: laat dit leeg."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for an hour and a place unless one meets in writing, and for an end after the beginning."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("way") != Manner.IN_WRITING:
            if not given.get("hour") and "hour" not in self.errors:
                self.add_error("hour", _("Vul in hoe laat de vergadering begint."))
            if not given.get("place"):
                self.add_error("place", _("Vul in waar de vergadering is."))
        if given.get("hour") and given.get("until") and given["until"] <= given["hour"]:
            self.add_error("until", _("De vergadering eindigt voordat zij begint. Kies een latere tijd."))
        return given

    def plan_on(self, day: date) -> Plan:
        """Return the plan of a meeting on a day."""
        given = self.cleaned_data
        manner = Manner(given["way"])
        if manner is Manner.IN_WRITING:
            return Plan(moment(day + timedelta(days=1), time()), manner=manner)
        ends_at = moment(day, given["until"]) if given["until"] else None
        return Plan(moment(day, given["hour"]), given["place"], manner, ends_at)

    @property
    def plan(self) -> Plan:
        """The plan that was filled in."""
        return self.plan_on(self.cleaned_data["day"])


class OfBody(forms.Form):
    """Asks which body it is about."""

    body = forms.ChoiceField(
        label=gettext_lazy("Wie vergadert er?"), error_messages={"required": gettext_lazy("Kies wie er vergadert.")}
    )

    def __init__(self, *arguments: Any, bodies: Iterable[Body], **options: Any) -> None:
        super().__init__(*arguments, **options)
        asked = cast("forms.ChoiceField", self.fields["body"])
        choices = [(str(body.key), body.name) for body in bodies]
        asked.choices = choices if len(choices) == 1 else [("", _("Kies een overleg")), *choices]


class PlanForm(WhenForm, OfBody):
    """Which body meets, when and where."""


class MoveForm(WhenForm, VersionForm):
    """When and where a meeting is from now on."""


class DaysForm(forms.Form):
    """The days of a series before it is made; one can leave some out."""

    days = forms.MultipleChoiceField(
        label=gettext_lazy("Deze vergaderingen worden gepland"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Er is nog niets gepland. Kies minstens één datum.")},
    )

    def __init__(self, *arguments: Any, proposed: Iterable[date], **options: Any) -> None:
        choices = [(day.isoformat(), _day_in_words(day)) for day in proposed]
        options.setdefault("initial", {"days": [value for value, _words in choices]})
        super().__init__(*arguments, **options)
        cast("forms.MultipleChoiceField", self.fields["days"]).choices = choices

    @property
    def chosen(self) -> list[date]:
        """The days that stay."""
        return [date.fromisoformat(day) for day in self.cleaned_data["days"]]


def _day_in_words(day: date) -> str:
    said = date_format(day, "l j F Y")
    if is_working_day(day):
        return said
    doubt = _("weekend") if day.weekday() >= SATURDAY else _("feestdag")
    return f"{said} ({doubt})"


class SeriesForm(WhenForm, OfBody):
    """A series: its first meeting, and how the others follow."""

    every = forms.IntegerField(
        label=gettext_lazy("Om de hoeveel?"),
        min_value=1,
        max_value=12,
        initial=1,
        widget=forms.NumberInput(attrs={"class": SHORT}),
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Weken of maanden?"),
        choices=[(WEEKS, gettext_lazy("weken")), (MONTHS, gettext_lazy("maanden, op dezelfde weekdag"))],
        widget=forms.RadioSelect,
        initial=MONTHS,
    )
    times = forms.IntegerField(
        label=gettext_lazy("Hoeveel vergaderingen?"),
        min_value=2,
        max_value=MOST,
        initial=4,
        widget=forms.NumberInput(attrs={"class": SHORT}),
    )

    @property
    def days(self) -> list[date]:
        """The days of the series."""
        given = self.cleaned_data
        follow = every_weeks if given["unit"] == WEEKS else every_months
        return follow(given["day"], given["every"], given["times"])

    @property
    def in_one_line(self) -> str:
        """Say whose meetings these are, and what is the same for each: hours and place, or that they are in writing."""
        plan, choices = self.plan, cast("forms.ChoiceField", self.fields["body"]).choices
        body = dict(cast("list[tuple[str, str]]", choices))[self.cleaned_data["body"]]
        if plan.manner is Manner.IN_WRITING:
            return _("%(body)s, schriftelijk") % {"body": body}
        begin, end = timezone.localtime(plan.starts_at), timezone.localtime(plan.until)
        hours = f"{date_format(begin, 'H.i')}–{date_format(end, 'H.i')}"
        return _("%(body)s, %(hours)s uur, %(place)s") % {"body": body, "hours": hours, "place": plan.place}
