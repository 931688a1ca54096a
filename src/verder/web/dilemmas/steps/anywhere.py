"""Steps that belong to no body: a later date, taking up again, and withdrawing."""

from __future__ import annotations

from django import forms

from verder.deliberation.operations import secretariat
from verder.domain.rungs import Need
from verder.web.dilemmas.steps.page import DayBox, StepForm, StepPage, as_submitter_reads
from verder.web.dilemmas.tasks import Order
from verder.web.words.needs import NEED


class ExtendForm(StepForm):
    """Until when."""

    new_date = forms.DateField(
        label=NEED[Need.NEW_DATE].label, widget=DayBox, error_messages={"required": NEED[Need.NEW_DATE].missing}
    )


class WithdrawForm(StepForm):
    """Why; the reason is the message to the submitter."""

    left_out = frozenset({Need.MESSAGE_TO_SUBMITTER})


def _extend(order: Order) -> object:
    return secretariat.extend(
        order.number, reason=order.words[Need.REASON], new_date=order.chosen["new_date"], **order.who
    )


def _reopen(order: Order) -> object:
    return secretariat.reopen(order.number, evidence=order.words[Need.EVIDENCE], **order.who)


def _withdraw(order: Order) -> object:
    return secretariat.withdraw(order.number, reason=order.words[Need.REASON], **order.who)


PAGES = {
    "extend": StepPage(_extend, ExtendForm),
    "reopen": StepPage(_reopen),
    "withdraw": StepPage(_withdraw, WithdrawForm, preview=as_submitter_reads(Need.REASON)),
}
