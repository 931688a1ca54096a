"""Every step that is taken on a page in the work area, by its name in the ladder."""

from __future__ import annotations

from verder.web.dilemmas.steps import anywhere, council, groups, intake, meetings, platform
from verder.web.dilemmas.steps.page import StepPage

STEP_PAGES: dict[str, StepPage] = {
    **intake.PAGES,
    **meetings.PAGES,
    **platform.PAGES,
    **groups.PAGES,
    **council.PAGES,
    **anywhere.PAGES,
}
