"""What people read for the verdict of a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.guidance.models import Verdict

if TYPE_CHECKING:
    from django.utils.functional import Promise

VERDICT_WORDS: dict[Verdict, Promise] = {
    Verdict.HELPED: _("Het hielp"),
    Verdict.DID_NOT_HELP: _("Het hielp niet"),
    Verdict.TOO_EARLY: _("Dat weet ik nog niet"),
}
