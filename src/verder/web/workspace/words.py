"""What people read for what became of a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.workspace.models import Outcome

if TYPE_CHECKING:
    from django.utils.functional import Promise

OUTCOMES: dict[str, Promise] = {
    Outcome.TAKEN_OVER: _("Overgenomen"),
    Outcome.NOT_TAKEN: _("Niet overgenomen"),
    Outcome.ANSWERED: _("Beantwoord"),
}
