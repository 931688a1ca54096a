"""Working groups for tests of pages."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests import factories
from verder.deliberation.models import WorkingGroup
from verder.domain.tlp import Tlp
from verder.network.models import Person

NOW = timezone.now()
TODAY = timezone.localdate(NOW)


def a_group(
    lead: Person,
    clerk: Person,
    *,
    question: str = "Hoe deelt u wat u weet?",
    members: tuple[Person, ...] = (),
    tlp: Tlp = Tlp.AMBER_STRICT,
) -> WorkingGroup:
    """Return a group at work on one dilemma, with a question for the public."""
    factories.in_working_group(clerk, lead=lead, members=members, at=NOW - timedelta(days=10), tlp=tlp)
    group = WorkingGroup.objects.select_related("body").latest("pk")
    group.public_question = question
    group.save()
    return group
