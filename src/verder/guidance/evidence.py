"""All reads of how far an approach came, and of the rules for it. Only what came through a personal link counts."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Q

from verder.domain.evidence import Heard
from verder.guidance.models import EvidenceRules, Feedback, Publication, PublicationState, Verdict


def current_rules() -> EvidenceRules | None:
    """Return the rules as they hold now; None as long as the Platform set none."""
    return EvidenceRules.objects.first()


def versions_of_rules() -> list[EvidenceRules]:
    """Return all versions of the rules, the latest first."""
    return list(EvidenceRules.objects.all())


def heard_of(publication: Publication) -> Heard:
    """Count what organisations told of one piece, in all its editions."""
    return heard_of_each([publication.pk]).get(publication.pk, Heard())


def heard_of_each(pieces: Iterable[int]) -> dict[int, Heard]:
    """Count what organisations told of each piece, in one statement; a piece of which nobody told is left out."""
    voices = Feedback.objects.filter(publication__in=list(pieces)).exclude(voice="").order_by()
    counted = voices.values_list("publication").annotate(
        used=Count("pk"),
        helped=Count("pk", filter=Q(verdict=Verdict.HELPED)),
        did_not_help=Count("pk", filter=Q(verdict=Verdict.DID_NOT_HELP)),
    )
    return {piece: Heard(*numbers) for piece, *numbers in counted}


def pieces_to_weigh() -> dict[int, Publication]:
    """Lock every piece that is or was published, in the order of the table, and not the editions around it."""
    whole = Publication.objects.exclude(state=PublicationState.EARLIER).filter(succeeds=None)
    pieces = whole.select_for_update(of=("self",), no_key=True).order_by("pk").only("key", "evidence")
    return {piece.pk: piece for piece in pieces}
