"""Forming a working group, and its verdicts."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.operations import groups
from verder.deliberation.queries.groups import group_formed_for, running_groups
from verder.deliberation.queries.people import people_at_work
from verder.deliberation.queries.situation import Situation, assignment_of
from verder.domain.rungs import Need
from verder.web.checking import FreeText
from verder.web.dilemmas.steps.page import DayBox, StepForm, StepPage, name_of
from verder.web.dilemmas.tasks import Fact, Order, to_dossier
from verder.web.words.needs import NEED
from verder.workspace.models import GroupText
from verder.workspace.queries.rooms import Room, room_of
from verder.workspace.queries.texts import worksheets_of

NEW = ""
MISSING = {
    "name": gettext_lazy("Geef de groep een naam."),
    "first_meeting_on": gettext_lazy("Kies wanneer de groep voor het eerst bijeenkomt."),
}
"""What a new group needs, besides somebody in it."""
OFFERED = 500


class FormGroupForm(StepForm):
    """Which group looks into a dilemma: one that runs, or a new one with its members and first date."""

    group = forms.TypedChoiceField(
        label=NEED[Need.GROUP_WITH_DATE].label, coerce=uuid.UUID, empty_value=None, required=False
    )
    name = FreeText(
        label=gettext_lazy("Naam van de nieuwe groep"),
        rows=1,
        max_length=150,
        error_messages={"required": MISSING["name"]},
    )
    lead = forms.TypedChoiceField(
        label=gettext_lazy("Wie trekt de groep?"), coerce=int, empty_value=None, required=False
    )
    members = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Wie doen mee?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    first_meeting_on = forms.DateField(
        label=gettext_lazy("Eerste bijeenkomst"),
        widget=DayBox,
        error_messages={"required": MISSING["first_meeting_on"]},
    )
    guest = forms.BooleanField(
        label=gettext_lazy("Ik nodig hierna een specialist van buiten uit"),
        help_text=gettext_lazy("Iemand zonder account mag ook. Die ziet alleen deze groep, tot een dag die u kiest."),
        required=False,
    )
    public_question = FreeText(
        label=gettext_lazy("Vraag in het openbaar"),
        help_text=gettext_lazy("Iedereen kan dit lezen op de pagina met werkgroepen. Laat het leeg als dat niet kan."),
        rows=2,
        max_length=300,
        required=False,
    )

    def offer(self) -> None:
        """Offer the groups that run, and everybody who works with content."""
        running = [(str(group.body.key), group.body.name) for group in running_groups()[:OFFERED]]
        self.choose("group", [(NEW, _("Een nieuwe groep")), *running])
        if running:
            self._let_choose()
        else:
            del self.fields["group"]
        self.people = {one.pk: one for one in people_at_work(self.situation.today)[:OFFERED]}
        named = [(one.pk, name_of(one)) for one in self.people.values()]
        self.choose("members", list(named))
        self.choose("lead", [("", _("Nog niemand")), *named])

    def _let_choose(self) -> None:
        """Ask the name and the date of a new group alone."""
        for name in MISSING:
            self.fields[name].required = False
            self.fields[name].help_text = _("Alleen voor een nieuwe groep.")

    def clean(self) -> dict[str, Any]:
        """Ask a new group for its name, its members and its date, and make it of what was said."""
        said = self.cleaned_data
        said.setdefault("group", None)
        if said["group"] is None:
            for name, missing in MISSING.items():
                self._require(name, str(missing))
            if not said.get("members") and not said.get("lead"):
                self.add_error("members", _("Kies ten minste één lid."))
        said["members"] = [self.people[key] for key in said.get("members") or []]
        said["lead"] = self.people.get(said.get("lead") or 0)
        return said

    def _require(self, name: str, missing: str) -> None:
        if name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, missing)


def assignment_facts(situation: Situation) -> tuple[Fact, ...]:
    """Show what the group is asked."""
    return (Fact(_("De opdracht"), assignment_of(situation.dilemma)),)


def product_facts(situation: Situation) -> tuple[Fact, ...]:
    """Show what the group has published: that is what it delivers."""
    products = situation.group.products.all() if situation.group else ()
    return tuple(Fact(_("Wordt opgeleverd"), product.publication.title) for product in products)


def worksheet_facts(situation: Situation) -> tuple[Fact, ...]:
    """Show the sheets on which the group unravelled the dilemma, to who may read them."""
    if situation.group is None:
        return ()
    room = room_of(situation.group, situation.actor.standing)
    return tuple(_as_fact(room, text) for text in worksheets_of(room, situation.dilemma.number))


def _as_fact(room: Room, text: GroupText) -> Fact:
    return Fact(
        _("Hoe de groep het ontrafelde"), text.title, reverse("group-text", args=[room.group.body.key, text.key])
    )


def _form_group(order: Order) -> object:
    group = order.chosen["group"] or _new_group(order)
    return groups.form_working_group(order.number, group=group, **order.who)


def _to_guest_or_dossier(order: Order) -> str:
    """Return where a specialist is invited, if that was asked for."""
    formed = group_formed_for(order.number) if order.chosen["guest"] else None
    return reverse("group-invite-specialist", args=[formed.body.key]) if formed else to_dossier(order)


def _new_group(order: Order) -> groups.NewGroup:
    chosen = order.chosen
    return groups.NewGroup(
        name=order.words["name"].text,
        members=chosen["members"],
        lead=chosen["lead"],
        first_meeting_on=chosen["first_meeting_on"],
        public_question=order.words["public_question"].text,
    )


def _deliver(order: Order) -> object:
    return groups.deliver(order.number, message=order.words[Need.MESSAGE_TO_SUBMITTER], **order.who)


def _report_back(order: Order) -> object:
    return groups.report_back(order.number, to_decide=order.words[Need.TO_DECIDE], **order.who)


def _let_lapse(order: Order) -> object:
    return groups.let_lapse(
        order.number,
        why_gone=order.words[Need.WHY_GONE],
        message=order.words[Need.MESSAGE_TO_SUBMITTER],
        **order.who,
    )


def _escalate(order: Order) -> object:
    return groups.escalate(
        order.number,
        what_was_tried=order.words[Need.WHAT_WAS_TRIED],
        why_no_result=order.words[Need.WHY_NO_RESULT],
        that_it_persists=order.words[Need.THAT_IT_PERSISTS],
        asked_of_directors=order.words[Need.ASKED_OF_DIRECTORS],
        **order.who,
    )


PAGES = {
    "form_working_group": StepPage(_form_group, FormGroupForm, facts=assignment_facts, lands=_to_guest_or_dossier),
    "deliver": StepPage(_deliver, facts=product_facts),
    "report_back": StepPage(_report_back, facts=worksheet_facts),
    "let_lapse": StepPage(_let_lapse, facts=worksheet_facts),
    "escalate": StepPage(_escalate, facts=worksheet_facts),
}
