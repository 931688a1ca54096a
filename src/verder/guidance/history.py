"""Reads of what was published before, and of what took its place."""

from __future__ import annotations

from django.db.models import Q

from verder.guidance.models import Publication, PublicationState
from verder.guidance.queries import publication_of, published, readable_by
from verder.network.standing import Standing


def editions_of(standing: Standing, publication: Publication) -> list[Publication]:
    """Return the earlier editions of a piece that somebody may read, the latest first."""
    return list(publication.editions.filter(readable_by(standing)).select_related("edition_of").order_by("-edition"))


def edition_of(standing: Standing, *, slug: str, edition: int) -> Publication:
    """Find an earlier edition of what is published; raise Publication.DoesNotExist when it may not be read."""
    earlier = publication_of(standing, slug=slug).editions.filter(readable_by(standing))
    return earlier.select_related("edition_of").get(edition=edition)


def later_editions(standing: Standing, earlier: Publication) -> list[Publication]:
    """Return what took the place of an earlier edition, as far as somebody may read it, the one that holds first."""
    after = Q(pk=earlier.edition_of_id) | Q(edition_of=earlier.edition_of_id, edition__gt=earlier.edition)
    return list(
        Publication.objects.filter(after, readable_by(standing)).select_related("edition_of").order_by("-edition")
    )


def withdrawn_of(standing: Standing, *, slug: str) -> Publication:
    """Find withdrawn guidance by its address; raise Publication.DoesNotExist when it may not be read."""
    withdrawn = Publication.objects.filter(readable_by(standing), state=PublicationState.WITHDRAWN)
    return withdrawn.get(slug=slug)


def replacement_of(standing: Standing, withdrawn: Publication) -> Publication | None:
    """Return what replaces a withdrawn piece, as far as it is published and somebody may read it."""
    if withdrawn.replaced_by_id is None:
        return None
    return published(standing).filter(pk=withdrawn.replaced_by_id).first()
