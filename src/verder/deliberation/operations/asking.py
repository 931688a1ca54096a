"""Asks the owners of promises how it stands, and warns others of promises that lapse; each once."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.audit.queries import event_of_request, known_requests
from verder.audit.record import Happening, record
from verder.deliberation.links import progress_link
from verder.deliberation.models import Commitment, CommitmentState, Dilemma
from verder.deliberation.operations.dates import first_asked_on
from verder.deliberation.queries.commitments import commitments_lapsing, commitments_to_ask
from verder.deliberation.queries.people import chairs_of, readers_under_label, secretariat_for
from verder.network.models import BodyKind, Person
from verder.network.queries import term_of
from verder.post.owe import Letter, owe

NAMESPACE = uuid.UUID("7c0a4f0e-2c2b-4d55-9a1e-5d6a3f1c8e21")
"""Keys made in it stand for one warning each, so that the database refuses a second one."""


def ask_and_warn(*, at: datetime) -> None:
    """Ask owners how it stands whose time has come, and warn of promises whose date passed long ago; each once."""
    today = timezone.localdate(at)
    for key in commitments_to_ask(on=today):
        _ask(key, today=today, at=at)
    lapsing = {_key("lapsing", one): one for one in commitments_lapsing(before=_lapses_before(today))}
    for key in lapsing.keys() - known_requests(lapsing):
        _warn(lapsing[key], key, today=today, at=at)


def _lapses_before(today: date) -> date:
    return today - timedelta(days=term_of("lapse_warning").days)


@transaction.atomic
def _ask(key: uuid.UUID, *, today: date, at: datetime) -> None:
    commitment = Commitment.objects.select_for_update(of=("self",)).select_related("dilemma", "owner").get(key=key)
    if commitment.ask_on is None or commitment.ask_on > today:
        return  # it was settled or reported, or another worker was first
    commitment.ask_on = first_asked_on(commitment.due_on, today=today)
    commitment.save()
    event = record(_happening("commitment.asked", commitment), at=at)
    owner = readers_under_label(Person.objects.filter(pk=commitment.owner_id, is_active=True), commitment.dilemma)
    link = progress_link(commitment.key, commitment.owner.opaque_id, asked_on=today)
    owe(letter_that_asks(commitment.dilemma, link), event=event.key, to=owner.values_list("email", flat=True), at=at)


@transaction.atomic
def _warn(seen: Commitment, key: uuid.UUID, *, today: date, at: datetime) -> None:
    commitment = Commitment.objects.select_for_update(of=("self",)).select_related("dilemma").get(pk=seen.pk)
    if commitment.state != CommitmentState.OPEN or event_of_request(key):
        return
    event = record(_happening("commitment.lapsing", commitment, request_key=key), at=at)
    people = secretariat_for(commitment.dilemma, today) | chairs_of(BodyKind.COUNCIL, commitment.dilemma, today)
    owe(
        letter_that_warns(commitment.dilemma),
        event=event.key,
        to=people.values_list("email", flat=True).distinct(),
        at=at,
    )


def _key(what: str, commitment: Commitment) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"{what} {commitment.key} {commitment.due_on}")


def _happening(action: str, commitment: Commitment, *, request_key: uuid.UUID | None = None) -> Happening:
    return Happening(
        action=action,
        party="installation",
        subject_kind="commitment",
        subject=commitment.key,
        request_key=request_key,
    )


def letter_that_asks(dilemma: Dilemma, link: str) -> Letter:
    """Write the letter that asks how a promise stands; it says which dilemma, and nothing of the promise."""
    return Letter(
        subject=_("Hoe staat het met uw toezegging?"),
        body=_(
            "Bij dilemma %(number)s staat een toezegging op uw naam. Laat in één minuut weten hoe het staat. U hoeft "
            "niet in te loggen:\n\n%(link)s\n\nDe link werkt 30 dagen en alleen hiervoor.\n"
        )
        % {"number": dilemma.number, "link": link},
    )


def letter_that_warns(dilemma: Dilemma) -> Letter:
    """Write the letter that says that a promise lapses when nobody does anything."""
    return Letter(
        subject=_("Een toezegging dreigt te vervallen"),
        body=_(
            "De datum van een toezegging bij dilemma %(number)s is al een tijd voorbij. Bel de eigenaar, of breng het "
            "dilemma terug naar het Beraad (u logt eerst in):\n\n%(link)s\n"
        )
        % {"number": dilemma.number, "link": settings.BASE_URL + reverse("dilemma", args=[dilemma.number])},
    )
