"""Subscribing, confirming and stopping; telling subscribers, once; and forgetting who never confirmed.

Events of this room hold no address and no actor: whoever subscribes is known by nothing but their address.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.audit.record import Happening, record
from verder.deliberation.models import PublicOutcomes
from verder.network.models import Body
from verder.notices.letters import please_confirm, stands_already, there_are_outcomes
from verder.notices.links import Purpose, read_link
from verder.notices.models import Announcement, Subscription
from verder.notices.queries import never_confirmed, outcomes_to_announce, subscribers_to
from verder.post.owe import owe, owe_each

READER = "reader"
INSTALLATION = "installation"


@transaction.atomic
def subscribe(address: str, *, body: Body | None, at: datetime) -> None:
    """Owe an address one letter: that asks to confirm, or that says that the subscription stands already."""
    subscription = _ask(address.strip().lower(), body, at=at)
    letter = stands_already(subscription) if subscription.confirmed_at else please_confirm(subscription)
    event = record(_happening("subscription.asked", subscription.key), at=at)
    owe(letter, event=event.key, to=[subscription.address], at=at)


def _ask(address: str, body: Body | None, *, at: datetime) -> Subscription:
    asked = Subscription(address=address, body=body, asked_at=at)
    Subscription.objects.bulk_create([asked], ignore_conflicts=True)  # two at once make one
    subscription = Subscription.objects.select_for_update(of=("self",)).select_related("body")
    found = subscription.get(address=address, body=body)
    if found.confirmed_at is None:
        found.asked_at = at
        found.save()
    return found


@transaction.atomic
def confirm(token: str, *, at: datetime) -> Subscription | None:
    """Confirm a subscription by the link in its letter; None when it was stopped or forgotten. Raise BadLink."""
    key = read_link(token, Purpose.CONFIRM)
    locked = Subscription.objects.select_for_update(of=("self",)).select_related("body")
    subscription = locked.filter(key=key).first()
    if subscription is not None and subscription.confirmed_at is None:
        subscription.confirmed_at = at
        subscription.save()
        record(_happening("subscription.confirmed", key), at=at)
    return subscription


@transaction.atomic
def stop(token: str, *, at: datetime) -> None:
    """Forget a subscription by the link in a letter; once it is gone, do nothing. Raise BadLink."""
    key = read_link(token, Purpose.STOP)
    stopped, _rows = Subscription.objects.filter(key=key).delete()
    if stopped:
        record(_happening("subscription.stopped", key), at=at)


def announce(*, at: datetime) -> None:
    """Tell subscribers of the outcomes of which nobody was told; each outcome in a transaction of its own, once."""
    for outcomes in outcomes_to_announce():
        _announce(outcomes, at=at)


@transaction.atomic
def _announce(outcomes: PublicOutcomes, *, at: datetime) -> None:
    _announcement, is_first = Announcement.objects.get_or_create(outcomes=outcomes, defaults={"at": at})
    if not is_first:
        return  # another worker was first
    event = record(Happening("outcomes.announced", INSTALLATION, subject_kind="outcomes", subject=outcomes.key), at=at)
    subscriptions = reversed(list(subscribers_to(outcomes.meeting.body)))
    letters = {one.address: there_are_outcomes(outcomes, one) for one in subscriptions}  # one to all has the last word
    owe_each(letters.items(), event=event.key, at=at)


@transaction.atomic
def forget_never_confirmed(*, at: datetime) -> None:
    """Forget the addresses that nobody confirmed within seven days."""
    forgotten, _rows = never_confirmed(at=at).delete()
    if forgotten:
        record(Happening("subscriptions.forgotten", INSTALLATION, details={"number": forgotten}), at=at)


def _happening(action: str, subscription: uuid.UUID) -> Happening:
    return Happening(action, READER, subject_kind="subscription", subject=subscription)
