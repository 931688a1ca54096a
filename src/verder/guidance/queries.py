"""All reads of guidance."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from verder.domain.tlp import Tlp
from verder.guidance.models import Publication, PublicationState
from verder.network.standing import Standing


def publications_visible_to(standing: Standing) -> QuerySet[Publication]:
    """Return the published guidance that somebody of this standing may read; the secretariat sees drafts too."""
    if standing.is_secretariat:
        return Publication.objects.all()
    readable = Q(tlp=Tlp.CLEAR)
    if standing.is_in_the_community:
        readable |= Q(tlp=Tlp.GREEN)
    own = Q(written_by=standing.person) if standing.person else Q(pk__in=[])
    return Publication.objects.filter(Q(state=PublicationState.PUBLISHED) & readable | own)


def published(standing: Standing) -> QuerySet[Publication]:
    """Return what is published for somebody of this standing, newest first."""
    return publications_visible_to(standing).filter(state=PublicationState.PUBLISHED).order_by("-published_at", "-pk")
