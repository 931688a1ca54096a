"""The secretariat's own steps: answer, refer, decline, merge, admit, reopen, extend, and who handles what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, DilemmaPublication, Presenter
from verder.deliberation.operations.agenda import withdraw_items
from verder.deliberation.operations.climb import Ascent, Hold, climb, note_down, require, take_hold
from verder.deliberation.operations.sharing import (
    NotAllowed,
    OnlyTheSubmitterWidens,
    name_first_readers,
    standing_of_shared_version,
)
from verder.deliberation.queries.dilemmas import find_to_change
from verder.deliberation.queries.people import readers_under_label, secretariat_on
from verder.domain.rungs import ENDS, Need, Party, Rung
from verder.domain.tlp import Tlp, is_wider
from verder.guidance.models import Publication
from verder.network.models import Person
from verder.textcheck import CheckedText


class CannotHandle(Exception):
    """A dilemma is handled by somebody of the secretariat, under TLP:RED by one of those named."""


class CannotJoin(Exception):
    """A dilemma joins another one that is under way, and never itself."""


class DateHasPassed(Exception):
    """The new date is not after today."""


@transaction.atomic
def answer(
    number: str,
    *,
    publications: Sequence[Publication],
    link: CheckedText | None,
    message: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Event:
    """Answer a dilemma with guidance that exists here, or with a link to guidance elsewhere."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    words = {Need.MESSAGE_TO_SUBMITTER: message}
    if link is not None and link.text.strip():
        words[Need.WHERE_TO] = link
    given = frozenset({Need.GUIDANCE_OR_LINK}) if publications or Need.WHERE_TO in words else frozenset[Need]()
    withdraw_items(hold)
    event = climb(hold, "answer", Ascent(words=words, met=given))
    link_publications(hold.dilemma, publications, at=at)
    return event


def link_publications(dilemma: Dilemma, publications: Sequence[Publication], *, at: datetime) -> None:
    """Tie guidance to the dilemma that it answers."""
    for publication in publications:
        DilemmaPublication.objects.get_or_create(dilemma=dilemma, publication=publication, defaults={"at": at})


@transaction.atomic
def refer(
    number: str, *, where_to: CheckedText, message: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> Event:
    """End a dilemma by naming where it belongs."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    require(hold, "refer")
    withdraw_items(hold)
    return climb(hold, "refer", Ascent(words={Need.WHERE_TO: where_to, Need.MESSAGE_TO_SUBMITTER: message}))


@transaction.atomic
def decline(
    number: str, *, reason: CheckedText, message: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> Event:
    """Decline what is out of scope, with a reason."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return climb(hold, "decline", Ascent(words={Need.REASON: reason, Need.MESSAGE_TO_SUBMITTER: message}))


@transaction.atomic
def merge(number: str, *, into: str, message: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Let a dilemma join another one that is under way; its own page stays and follows that one.

    Raise CannotJoin when the other has ended or is the same.
    """
    if number == into:
        raise CannotJoin
    for one in sorted({number, into}):  # both are locked, always in one order
        find_to_change(one, actor=actor)
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    other = find_to_change(into, actor=actor)
    if Rung(other.rung) in ENDS:
        raise CannotJoin
    ascent = Ascent(
        words={Need.MESSAGE_TO_SUBMITTER: message},
        met=frozenset({Need.DILEMMA_TO_JOIN}),
        details={"into": str(other.key)},
        changes={"merged_into": other},
    )
    event = climb(hold, "merge", ascent)
    Dilemma.objects.filter(merged_into=hold.dilemma).update(merged_into=other)
    return event


@transaction.atomic
def admit(
    number: str,
    *,
    tlp: Tlp,
    presenter: Presenter,
    public_title: str,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Event:
    """Admit a dilemma to the Platform, once the submitter has seen its shared version.

    Raise OnlyTheSubmitterWidens when the label would let it travel further than the submitter allowed.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if is_wider(tlp, Tlp(hold.dilemma.tlp)):
        raise OnlyTheSubmitterWidens
    ascent = Ascent(
        met=standing_of_shared_version(hold.dilemma) | {Need.TLP_LABEL, Need.PRESENTER},
        changes={"tlp": tlp, "presenter": presenter, "public_title": public_title, "admitted_at": at},
        details={"tlp": tlp, "presenter": presenter},
    )
    if tlp is Tlp.RED:
        name_first_readers(hold.dilemma, actor.standing.person, at=at)
    return climb(hold, "admit", ascent)


@transaction.atomic
def reopen(number: str, *, evidence: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Take up an ended dilemma again, on evidence that it persists.

    A dilemma that was never admitted needs a shared version that the submitter has seen, like any other.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return climb(hold, "reopen", Ascent(words={Need.EVIDENCE: evidence}, changes={"look_again_on": None}))


@transaction.atomic
def withdraw(number: str, *, reason: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Withdraw a dilemma; its agenda item keeps its number."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    require(hold, "withdraw")
    withdraw_items(hold)
    words = {Need.REASON: reason, Need.MESSAGE_TO_SUBMITTER: reason}
    return climb(hold, "withdraw", Ascent(words=words))


@transaction.atomic
def extend(number: str, *, reason: CheckedText, new_date: date, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Give a dilemma a later date, with a reason; raise DateHasPassed when it is not after today."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if new_date <= hold.today:
        raise DateHasPassed
    ascent = Ascent(
        words={Need.REASON: reason},
        met=frozenset({Need.NEW_DATE}),
        next_date=new_date,
        details={"new_date": new_date.isoformat()},
    )
    return climb(hold, "extend", ascent)


@transaction.atomic
def assign_handler(number: str, *, handler: Person, actor: Actor, at: datetime, intent: Intent) -> None:
    """Name who handles a dilemma; raise NotAllowed outside the secretariat, and CannotHandle for who cannot read it."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if Party.SECRETARIAT not in hold.parties:
        raise NotAllowed
    if not readers_under_label(secretariat_on(hold.today), hold.dilemma).filter(pk=handler.pk).exists():
        raise CannotHandle
    name_handler(hold, handler)


def name_handler(hold: Hold, handler: Person) -> None:
    """Note who handles a held dilemma from now on."""
    note_down(hold, "handler.named", Party.SECRETARIAT, handler=str(handler.opaque_id))
    hold.dilemma.handler = handler
    hold.dilemma.version += 1
    hold.dilemma.save()


@transaction.atomic
def set_theme(number: str, *, theme: int | None, actor: Actor, at: datetime, intent: Intent) -> None:
    """Say which phenomenon a dilemma is about; raise NotAllowed outside the secretariat."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if Party.SECRETARIAT not in hold.parties:
        raise NotAllowed
    note_down(hold, "theme.set", Party.SECRETARIAT)
    hold.dilemma.theme_id = theme
    hold.dilemma.version += 1
    hold.dilemma.save()
