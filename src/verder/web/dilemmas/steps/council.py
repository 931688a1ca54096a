"""What the Strategic Council decides, and what follows on it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.operations import council
from verder.deliberation.queries.commitments import commitments_of
from verder.deliberation.queries.people import people_at_work
from verder.deliberation.queries.situation import Situation, failed
from verder.domain.rungs import Need
from verder.network.register import organisations
from verder.textcheck import CheckedText
from verder.web.checking import FreeText
from verder.web.dilemmas.steps.page import DayBox, StepForm, StepPage, name_of
from verder.web.dilemmas.tasks import Fact, Order
from verder.web.words.dates import plain_day
from verder.web.words.needs import NEED
from verder.web.words.promises import state_in_words

MOST_PROMISES = 20
OFFERED = 500
MISSING = {
    "text": gettext_lazy("Schrijf op wat er is toegezegd."),
    "owner": gettext_lazy("Kies wie dit doet."),
    "due_on": gettext_lazy("Kies wanneer het klaar is."),
}
"""What every promise needs; besides these it needs a place where it is kept."""
NO_ONE = ("", gettext_lazy("Kies"))


class CommitForm(StepForm):
    """What the directors promise: as many rows as there are promises, and one more on request."""

    rows = forms.IntegerField(widget=forms.HiddenInput, initial=1, min_value=1, max_value=MOST_PROMISES)
    parts = ("text", "owner", "due_on", "forum", "organisation")
    optional = frozenset({Need.MESSAGE_TO_SUBMITTER})

    def offer(self) -> None:
        """Offer a row for each promise."""
        self.people = {one.pk: one for one in people_at_work(self.situation.today)[:OFFERED]}
        self.organisations = {one.pk: one for one in organisations()[:OFFERED]}
        for row in range(1, self.number + 1):
            self._offer_row(row)

    @property
    def number(self) -> int:
        """How many rows there are."""
        said = str(self.data.get("rows") if self.is_bound else self.initial.get("rows", 1))
        return min(int(said), MOST_PROMISES) if said.isdecimal() else 1

    def grown(self) -> CommitForm:
        """Return the form with everything that was typed and a row more."""
        typed = {name: self.data.get(name) for name in self.fields}
        rows = min(self.number + 1, MOST_PROMISES)
        return CommitForm(self.situation, step=self.step, initial={**typed, "rows": rows})

    def _offer_row(self, row: int) -> None:
        people = [(key, name_of(one)) for key, one in self.people.items()]
        places = [(key, one.name) for key, one in self.organisations.items()]
        fields: dict[str, forms.Field] = {
            "text": FreeText(label=_("Toezegging %(row)s"), rows=3),
            "owner": _select(_("Eigenaar van toezegging %(row)s"), people),
            "due_on": forms.DateField(label=_("Toezegging %(row)s is klaar op"), widget=DayBox),
            "forum": FreeText(
                label=_("Toezegging %(row)s: op welke politieke agenda?"),
                help_text=_(
                    "Bijvoorbeeld een Kamerbrief of een bestuurlijk overleg. Vul dit in, of kies een organisatie."
                ),
                rows=1,
                max_length=150,
            ),
            "organisation": _select(_("Toezegging %(row)s: of in welke organisatie?"), places),
        }
        for part, field in fields.items():
            field.label = str(field.label) % {"row": row}
            field.required = row == 1 and part in MISSING
            field.error_messages["required"] = MISSING.get(part, "")
        self.fields.update({f"{part}_{row}": fields[part] for part in self.parts})

    def clean(self) -> dict[str, Any]:
        """Ask each promise for its words, owner, date and place; a row without anything in it is left out."""
        filled = [row for row in range(1, self.number + 1) if row == 1 or self._has_something(row)]
        for row in filled:
            for part, missing in MISSING.items():
                self._require(f"{part}_{row}", missing)
            if not self.cleaned_data.get(f"organisation_{row}"):
                self._require(f"forum_{row}", _("Noem een politieke agenda of kies een organisatie."))
        self.cleaned_data["filled"] = filled
        self.cleaned_data["people"], self.cleaned_data["organisations"] = self.people, self.organisations
        return self.cleaned_data

    def _has_something(self, row: int) -> bool:
        return any(self.data.get(f"{part}_{row}") for part in self.parts)

    def _require(self, name: str, missing: str | Promise) -> None:
        if name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, str(missing))


class CloseForm(StepForm):
    """When an unsolved dilemma is looked at again."""

    date_to_look_again = forms.DateField(
        label=NEED[Need.DATE_TO_LOOK_AGAIN].label,
        widget=DayBox,
        error_messages={"required": NEED[Need.DATE_TO_LOOK_AGAIN].missing},
    )


class ResumeForm(StepForm):
    """Which promise failed."""

    failed_commitment = forms.TypedChoiceField(
        label=NEED[Need.FAILED_COMMITMENT].label, coerce=uuid.UUID, widget=forms.RadioSelect
    )

    def offer(self) -> None:
        """Offer the promises that were dropped, or whose date has passed."""
        situation = self.situation
        found = failed(commitments_of(situation.dilemma), situation.today)
        self.choose("failed_commitment", [(str(one.key), f"{one.text} ({one.owner.name})") for one in found])


def _select(label: str, choices: list[tuple[int, str]]) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=[NO_ONE, *choices], coerce=int, empty_value=None, required=False)


def promise_facts(situation: Situation) -> tuple[Fact, ...]:
    """Show what was promised, and what became of it."""
    today = situation.today
    return tuple(
        Fact(
            f"{one.owner.name}, {plain_day(one.due_on, today=today)}",
            f"{one.text} ({str(state_in_words(one, today=today)).lower()})",
        )
        for one in situation.promises
    )


def _commit(order: Order) -> object:
    promises = [_promise(row, order.chosen, order.words) for row in order.chosen["filled"]]
    message = order.words.get(Need.MESSAGE_TO_SUBMITTER)
    return council.commit(order.number, promises=promises, message=message, **order.who)


def _promise(row: int, chosen: Mapping[str, Any], words: Mapping[str, CheckedText]) -> council.Promise:
    return council.Promise(
        text=words[f"text_{row}"],
        owner=chosen["people"][chosen[f"owner_{row}"]],
        due_on=chosen[f"due_on_{row}"],
        forum=words[f"forum_{row}"].text,
        organisation=chosen["organisations"].get(chosen[f"organisation_{row}"]),
    )


def _settle(order: Order) -> object:
    return council.settle(
        order.number, decision=order.words[Need.DECISION], message=order.words[Need.MESSAGE_TO_SUBMITTER], **order.who
    )


def _to_platform(order: Order) -> object:
    return council.return_to_platform(order.number, direction=order.words[Need.DIRECTION], **order.who)


def _to_working_group(order: Order) -> object:
    return council.return_to_working_group(order.number, what_more=order.words[Need.WHAT_MORE], **order.who)


def _close_unsolved(order: Order) -> object:
    return council.close_unsolved(
        order.number,
        reason=order.words[Need.REASON],
        what_was_tried=order.words[Need.WHAT_WAS_TRIED],
        look_again_on=order.chosen["date_to_look_again"],
        message=order.words[Need.MESSAGE_TO_SUBMITTER],
        **order.who,
    )


def _conclude(order: Order) -> object:
    return council.conclude(
        order.number, outcome=order.words[Need.OUTCOME], message=order.words[Need.MESSAGE_TO_SUBMITTER], **order.who
    )


def _resume(order: Order) -> object:
    return council.resume(
        order.number, failed=order.chosen["failed_commitment"], reason=order.words[Need.REASON], **order.who
    )


PAGES = {
    "commit": StepPage(_commit, CommitForm),
    "settle": StepPage(_settle),
    "return_to_platform": StepPage(_to_platform),
    "return_to_working_group": StepPage(_to_working_group),
    "close_unsolved": StepPage(_close_unsolved, CloseForm),
    "conclude": StepPage(_conclude, facts=promise_facts),
    "resume": StepPage(_resume, ResumeForm, facts=promise_facts),
}
