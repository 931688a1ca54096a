"""Choosing a meeting to place a dilemma on the agenda of, and taking it off again."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from verder.deliberation.models import ItemKind
from verder.deliberation.operations import agenda
from verder.deliberation.queries.meetings import planned_meetings
from verder.domain.rungs import Need
from verder.network.models import BodyKind
from verder.web.dilemmas.steps.intake import shared_facts
from verder.web.dilemmas.steps.page import StepForm, StepPage
from verder.web.dilemmas.tasks import Order
from verder.web.words.needs import NEED

OFFERED = 12


class PlaceForm(StepForm):
    """On which meeting's agenda a dilemma comes."""

    bodies: ClassVar[dict[str, BodyKind]] = {
        "place_on_agenda": BodyKind.PLATFORM,
        "place_on_council_agenda": BodyKind.COUNCIL,
    }
    planned_meeting = forms.TypedChoiceField(label=NEED[Need.PLANNED_MEETING].label, widget=forms.RadioSelect)

    def offer(self) -> None:
        """Offer the planned meetings of the body that the dilemma waits for, today's included."""
        yesterday = self.situation.today - timedelta(days=1)
        meetings = planned_meetings(self.bodies[self.step.name], after=yesterday)[:OFFERED]
        self.choose(
            "planned_meeting",
            [
                (str(one.key), f"{date_format(timezone.localtime(one.starts_at), 'l j F Y, H.i')}, {one.place}")
                for one in meetings
            ],
        )


def _place(order: Order) -> object:
    return agenda.place_on_agenda(
        order.number, meeting=order.chosen["planned_meeting"], kind=ItemKind.DECISION, **order.who
    )


def _carry_over(order: Order) -> object:
    return agenda.carry_over(order.number, reason=order.words[Need.REASON], **order.who)


PAGES = {
    "place_on_agenda": StepPage(_place, PlaceForm, facts=shared_facts),
    "carry_over": StepPage(_carry_over),
    "place_on_council_agenda": StepPage(_place, PlaceForm),
    "defer": StepPage(_carry_over),
}
