"""All reads of subscriptions."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from verder.deliberation.models import PublicOutcomes
from verder.deliberation.queries.outcomes import ARE_FOR_EVERYONE
from verder.network.models import Body
from verder.notices.links import CONFIRM_WITHIN
from verder.notices.models import Announcement, Subscription


def bodies_to_follow() -> QuerySet[Body]:
    """Return the bodies whose outcomes anyone may subscribe to."""
    return Body.objects.filter(kind__in=ARE_FOR_EVERYONE).order_by("-kind")


def subscription_with(key: uuid.UUID) -> Subscription | None:
    """Find a subscription by its key, if it still stands."""
    return Subscription.objects.select_related("body").filter(key=key).first()


def outcomes_to_announce() -> QuerySet[PublicOutcomes]:
    """Return the outcomes of which nobody was told yet, oldest first."""
    told = Announcement.objects.filter(outcomes=OuterRef("pk"))
    return PublicOutcomes.objects.filter(~Exists(told)).select_related("meeting__body").order_by("published_at", "pk")


def subscribers_to(body: Body) -> QuerySet[Subscription]:
    """Return the confirmed subscriptions to the outcomes of a body; one to all comes before one to this body alone."""
    wanted = Subscription.objects.filter(Q(body__isnull=True) | Q(body=body), confirmed_at__isnull=False)
    return wanted.order_by(F("body").asc(nulls_first=True), "pk")


def never_confirmed(*, at: datetime) -> QuerySet[Subscription]:
    """Return the subscriptions that nobody confirmed in time."""
    return Subscription.objects.filter(confirmed_at__isnull=True, asked_at__lt=at - CONFIRM_WITHIN)
