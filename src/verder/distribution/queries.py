"""All reads of what is spread, to whom, and how far it came."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from verder.distribution.links import VALID_FOR
from verder.distribution.models import Distribution, Recipient
from verder.domain.tlp import Tlp
from verder.gate.tokens import hash_of
from verder.guidance.models import Publication, PublicationState
from verder.network.models import Organisation, OrganisationKind
from verder.post.models import DeliveryState


class Reach(StrEnum):
    """How far guidance came at one organisation."""

    NO_ADDRESS = "no_address"
    OWED = "owed"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    NOT_REACHED = "not_reached"
    RECEIVED = "received"
    PASSED_ON = "passed_on"


ARRIVED = frozenset({Reach.RECEIVED, Reach.PASSED_ON})
ASKS_FOR_A_HAND = frozenset({Reach.NO_ADDRESS, Reach.NOT_REACHED, Reach.UNCERTAIN})
CAN_BE_CORRECTED = ASKS_FOR_A_HAND | {Reach.SENT}
"""Who did not tell that it arrived, and has no letter on its way; a wrong address may well have been taken."""
_LOST = [DeliveryState.FAILED, DeliveryState.RETURNED, DeliveryState.DROPPED]
_REACH = Case(
    When(passed_on_at__isnull=False, then=Value(Reach.PASSED_ON)),
    When(received_at__isnull=False, then=Value(Reach.RECEIVED)),
    When(letter__isnull=True, organisation__email="", then=Value(Reach.NO_ADDRESS)),
    When(Q(letter__state__in=_LOST) | Q(reminder__state__in=_LOST), then=Value(Reach.NOT_REACHED)),
    When(letter__state=DeliveryState.UNCERTAIN, then=Value(Reach.UNCERTAIN)),
    When(letter__state=DeliveryState.SENT, then=Value(Reach.SENT)),
    default=Value(Reach.OWED),
    output_field=CharField(),
)


@dataclass(frozen=True, slots=True)
class Selection:
    """For whom guidance is: organisations of these kinds, in these regions."""

    kinds: frozenset[int]
    regions: frozenset[str]


def may_be_spread(publication: Publication) -> bool:
    """Tell whether a piece may be sent to organisations: it is published, and everybody may read it and pass it on."""
    return publication.state == PublicationState.PUBLISHED and publication.tlp == Tlp.CLEAR


def distribution_of(publication: Publication) -> Distribution | None:
    """Return the distribution of the edition that holds now, if it was begun."""
    return Distribution.objects.filter(publication=publication, edition=publication.edition).first()


def pieces_to_spread() -> QuerySet[Publication]:
    """Return what is published for everybody, so that it may be sent to organisations."""
    return Publication.objects.filter(state=PublicationState.PUBLISHED, tlp=Tlp.CLEAR)


def tallies_of(pieces: Iterable[Publication]) -> dict[int, Tally]:
    """Count, by piece, how far the editions that hold now came; who was not spread is not among them."""
    theirs = Recipient.objects.filter(
        distribution__publication__in=list(pieces), distribution__edition=F("distribution__publication__edition")
    )
    return _tallies(theirs, "distribution__publication_id")


def organisations_for(selection: Selection, publication: Publication) -> QuerySet[Organisation]:
    """Return whom a selection is about, by name; `had_it` tells who is among the recipients of this edition already."""
    theirs = Recipient.objects.filter(
        organisation=OuterRef("pk"), distribution__publication=publication, distribution__edition=publication.edition
    )
    found = Organisation.objects.filter(kind__in=selection.kinds, region__in=selection.regions)
    return found.select_related("kind").annotate(had_it=Exists(theirs)).order_by("name", "pk")


@dataclass(frozen=True, slots=True)
class Preview:
    """What sending to a selection would do."""

    new: int
    without_address: int
    had_it: int


def preview_of(organisations: QuerySet[Any]) -> Preview:
    """Count who would get a letter, who has no address for it, and who is among the recipients already."""
    counted = (
        organisations.order_by()
        .values_list("had_it")
        .annotate(number=Count("pk"), without=Count("pk", filter=Q(email="")))
    )
    numbers = {had_it: (number, without) for had_it, number, without in counted}
    number, without = numbers.get(False, (0, 0))
    return Preview(number - without, without, numbers.get(True, (0, 0))[0])


def kinds_to_choose() -> list[tuple[int, str, int]]:
    """List the kinds of organisation that there are organisations of: key, name and number."""
    counted = OrganisationKind.objects.annotate(number=Count("organisations")).filter(number__gt=0)
    return list(counted.values_list("pk", "name", "number"))


def recipient_with(token: str, *, at: datetime) -> Recipient:
    """Find the organisation that a personal link was sent to; raise Recipient.DoesNotExist when the link is over."""
    found = Recipient.objects.select_related("organisation", "distribution__publication__replaced_by")
    return found.get(token_hash=hash_of(token), added_at__gte=at - VALID_FOR)


def recipients_of(distribution: Distribution, reach: Reach | None = None) -> QuerySet[Recipient]:
    """Return the organisations of a distribution, each with its `reach`: all of them, or those that came this far."""
    recipients = Recipient.objects.filter(distribution=distribution).annotate(reach=_REACH)
    named = recipients.select_related("organisation__kind", "letter")
    return named.filter(reach=reach) if reach else named


def reach_of(recipient: Recipient) -> Reach:
    """Tell how far it came at an organisation that a query of this room found."""
    return Reach(vars(recipient)["reach"])


def recipient_of(publication: Publication, key: uuid.UUID) -> Recipient:
    """Find one organisation to which the edition that holds now is spread; raise Recipient.DoesNotExist."""
    found = Recipient.objects.annotate(reach=_REACH).select_related(
        "organisation__kind", "letter", "reminder", "distribution__publication"
    )
    return found.get(key=key, distribution__publication=publication, distribution__edition=publication.edition)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many organisations came how far, and to about how many colleagues it was passed on."""

    numbers: dict[Reach, int]
    colleagues: int = 0

    @property
    def total(self) -> int:
        """All recipients together."""
        return sum(self.numbers.values())

    @property
    def arrived(self) -> int:
        """Those that told that they have it."""
        return sum(number for reach, number in self.numbers.items() if reach in ARRIVED)

    @property
    def asks_for_a_hand(self) -> int:
        """Those at which somebody can do something."""
        return sum(number for reach, number in self.numbers.items() if reach in ASKS_FOR_A_HAND)

    def of(self, reach: Reach) -> int:
        """How many came exactly this far."""
        return self.numbers.get(reach, 0)


def tally_of(distribution: Distribution) -> Tally:
    """Count how far a distribution came."""
    return _tallies(_theirs(distribution), "distribution_id").get(distribution.pk, Tally({}))


def tallies_by_region(distribution: Distribution) -> dict[str, Tally]:
    """Count how far a distribution came in each region that it was sent to."""
    return _tallies(_theirs(distribution), "organisation__region")


def tallies_by_kind(distribution: Distribution) -> dict[str, Tally]:
    """Count how far a distribution came at each kind of organisation that it was sent to."""
    return _tallies(_theirs(distribution), "organisation__kind__name")


def _theirs(distribution: Distribution) -> QuerySet[Recipient]:
    return Recipient.objects.filter(distribution=distribution)


def _tallies(recipients: QuerySet[Recipient], by: str) -> dict[Any, Tally]:
    counted = recipients.annotate(reach=_REACH).values(by, "reach").order_by()
    rows = counted.annotate(number=Count("pk"), colleagues=Coalesce(Sum("passed_on_to"), 0))
    return _gathered((row[by], Reach(row["reach"]), row["number"], row["colleagues"]) for row in rows)


def _gathered(rows: Iterable[tuple[Any, Reach, int, int]]) -> dict[Any, Tally]:
    found: dict[Any, Tally] = {}
    for group, reach, number, colleagues in rows:
        so_far = found.get(group, Tally({}))
        found[group] = Tally({**so_far.numbers, reach: number}, so_far.colleagues + colleagues)
    return found


def waiting_for_a_letter(distribution: Distribution) -> QuerySet[Recipient]:
    """Return the organisations with an address that were not owed a letter yet."""
    waiting = Recipient.objects.filter(distribution=distribution, letter__isnull=True).exclude(organisation__email="")
    return waiting.select_related("organisation").order_by("pk")


def waiting_for_a_reminder(distribution: Distribution, *, at: datetime) -> QuerySet[Recipient]:
    """Return the organisations that got their letter, told nothing within the term, and were not reminded."""
    silent = Recipient.objects.filter(distribution=distribution, reminder__isnull=True, received_at__isnull=True)
    had_time = at - timedelta(days=distribution.days_to_respond)
    sent = silent.filter(letter__state=DeliveryState.SENT, letter__sent_at__lte=had_time).exclude(
        organisation__email=""
    )
    return sent.select_related("organisation").order_by("pk")


def distributions_under_way() -> QuerySet[Distribution]:
    """Return the distributions of what holds now."""
    holds = Q(publication__state=PublicationState.PUBLISHED, edition=F("publication__edition"))
    return Distribution.objects.filter(holds).select_related("publication").order_by("pk")
