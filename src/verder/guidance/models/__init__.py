"""The tables of this room, one noun a file."""

from verder.guidance.models.aid import AidAnswer, AidStep
from verder.guidance.models.feedback import Feedback, Verdict
from verder.guidance.models.publication import Publication, PublicationKind, PublicationState

__all__ = ["AidAnswer", "AidStep", "Feedback", "Publication", "PublicationKind", "PublicationState", "Verdict"]
