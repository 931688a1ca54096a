"""The tables of this room, one noun a file."""

from verder.network.models.body import Body, BodyKind, Membership, Seat
from verder.network.models.organisation import Organisation, OrganisationKind
from verder.network.models.person import Person
from verder.network.models.settings import AllowedWord, Profession, Term, Theme, UrgentRoute

__all__ = [
    "AllowedWord",
    "Body",
    "BodyKind",
    "Membership",
    "Organisation",
    "OrganisationKind",
    "Person",
    "Profession",
    "Seat",
    "Term",
    "Theme",
    "UrgentRoute",
]
