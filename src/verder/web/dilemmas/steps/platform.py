"""What the Platform decides."""

from __future__ import annotations

from verder.deliberation.operations import platform
from verder.domain.rungs import Need
from verder.web.dilemmas.steps.page import StepPage
from verder.web.dilemmas.tasks import Order


def _resolve(order: Order) -> object:
    return platform.resolve(
        order.number,
        solution=order.words[Need.SOLUTION],
        how_spread=order.words[Need.HOW_SPREAD],
        message=order.words[Need.MESSAGE_TO_SUBMITTER],
        **order.who,
    )


def _assign(order: Order) -> object:
    return platform.assign_working_group(order.number, assignment=order.words[Need.ASSIGNMENT], **order.who)


def _escalate_directly(order: Order) -> object:
    return platform.escalate_directly(
        order.number,
        why_no_group=order.words[Need.WHY_NO_GROUP],
        asked_of_directors=order.words[Need.ASKED_OF_DIRECTORS],
        **order.who,
    )


PAGES = {
    "resolve": StepPage(_resolve),
    "assign_working_group": StepPage(_assign),
    "escalate_directly": StepPage(_escalate_directly),
}
