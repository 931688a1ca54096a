"""What writers said of the text check’s findings, over all dilemmas; for whoever keeps its words."""

from __future__ import annotations

from django.db.models import QuerySet

from verder.deliberation.models import Exemption
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.network.standing import Standing


def exemptions_open_to(standing: Standing) -> QuerySet[Exemption]:
    """Return where writers kept what was found, and why, for the dilemmas that somebody may read, newest first."""
    readable = Exemption.objects.filter(dilemma__in=dilemmas_visible_to(standing))
    return readable.select_related("dilemma").order_by("-pk")
