"""What is asked of whoever opens a poll for a date, and of those who answer it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import Manner, Suits
from verder.deliberation.operations import polls
from verder.web.asking import OnceForm, VersionForm
from verder.web.meetings.planning_forms import OfBody, date_box, moment, time_box
from verder.web.words.meetings import MANNER_WORDS, SUITS_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from verder.deliberation.models import PollOption

DATES = range(1, 7)
USUAL = timedelta(hours=2)


class PollForm(OnceForm, OfBody):
    """Which dates are asked of which body, and until when."""

    way = forms.ChoiceField(
        label=gettext_lazy("Hoe?"),
        choices=[(str(one), words) for one, words in MANNER_WORDS.items() if one is not Manner.IN_WRITING],
        widget=forms.RadioSelect,
        initial=Manner.IN_PERSON,
    )
    place = forms.CharField(
        label=gettext_lazy("Plaats"),
        max_length=150,
        help_text=gettext_lazy("Een adres, of hoe men online bij de vergadering komt."),
    )
    closes_on = forms.DateField(label=gettext_lazy("Antwoorden kan tot en met"), widget=date_box())

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for number in DATES:
            label = {"number": number}
            self.fields[f"day_{number}"] = forms.DateField(
                label=_("Datum %(number)s") % label, widget=date_box(), required=number <= polls.AT_LEAST
            )
            self.fields[f"from_{number}"] = forms.TimeField(
                label=_("Datum %(number)s begint om") % label, widget=time_box(), required=number == 1
            )
            self.fields[f"to_{number}"] = forms.TimeField(
                label=_("Datum %(number)s eindigt om") % label, widget=time_box(), required=False
            )

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The fields of each date, side by side."""
        return [[self[f"{part}_{number}"] for part in ("day", "from", "to")] for number in DATES]

    @property
    def others(self) -> list[forms.BoundField]:
        """The fields that are not about one date."""
        return [self[name] for name in ("body", "way", "place", "closes_on")]

    @property
    def asking(self) -> polls.Asking:
        """The poll that was filled in; hours that were left out are those of the first date."""
        given = self.cleaned_data
        dates = [self._date(number) for number in DATES if given[f"day_{number}"]]
        closes_at = moment(given["closes_on"] + timedelta(days=1), time())
        return polls.Asking(dates, given["place"], Manner(given["way"]), closes_at)

    def _date(self, number: int) -> tuple[datetime, datetime]:
        given = self.cleaned_data
        begin = given[f"from_{number}"] or given["from_1"]
        end = given[f"to_{number}"] or (None if given[f"from_{number}"] else given["to_1"])
        starts_at = moment(given[f"day_{number}"], begin)
        return starts_at, moment(given[f"day_{number}"], end) if end else starts_at + USUAL


class BallotForm(forms.Form):
    """How each date suits somebody."""

    def __init__(self, *arguments: Any, options: Iterable[PollOption], given: Mapping[int, Suits], **rest: Any) -> None:
        super().__init__(*arguments, **rest)
        for option in options:
            begin, end = timezone.localtime(option.starts_at), timezone.localtime(option.ends_at)
            self.fields[f"option_{option.pk}"] = forms.ChoiceField(
                label=f"{date_format(begin, 'l j F Y, H.i')}–{date_format(end, 'H.i')} " + _("uur"),
                choices=[(str(suits), words) for suits, words in SUITS_WORDS.items()],
                widget=forms.RadioSelect,
                initial=given.get(option.pk),
            )

    @property
    def answers(self) -> dict[int, Suits]:
        """How the dates suit, by their keys."""
        return {int(name.removeprefix("option_")): Suits(suits) for name, suits in self.cleaned_data.items()}


class ChooseForm(VersionForm):
    """Which date it becomes."""

    option = forms.IntegerField()
