"""The tables of this room, one noun a file."""

from verder.domain.guidance_parts import PublicationKind
from verder.guidance.models.aid import AidAnswer, AidStep
from verder.guidance.models.evidence import EvidenceRules
from verder.guidance.models.feedback import Feedback, Verdict
from verder.guidance.models.part import PublicationPart
from verder.guidance.models.principle import Principle, Review
from verder.guidance.models.publication import Publication, PublicationState

__all__ = [
    "AidAnswer",
    "AidStep",
    "EvidenceRules",
    "Feedback",
    "Principle",
    "Publication",
    "PublicationKind",
    "PublicationPart",
    "PublicationState",
    "Review",
    "Verdict",
]
