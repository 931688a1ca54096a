"""Remarks on a section: making one, and saying what becomes of it, for all to see."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from verder.deliberation.actor import Actor, Intent
from verder.textcheck import CheckedText
from verder.workspace.models import Outcome, Remark, Section, SectionVersion
from verder.workspace.operations.hold import Hold, keep_reasons, note
from verder.workspace.operations.writing import SectionWords, hold_section, write_version
from verder.workspace.queries.texts import remark_on


class SettledAlready(Exception):
    """Somebody said what becomes of this remark before."""


class SaysNothing(Exception):
    """A remark is a comment, a proposal or both."""


class ProposesNothing(Exception):
    """The remark has no other words to take over."""


@dataclass(frozen=True, slots=True)
class RemarkWords:
    """What somebody says about a section, and the words that they propose for it; one of both may be empty."""

    words: CheckedText
    proposal: CheckedText | None = None


@transaction.atomic
def make_remark(
    group: uuid.UUID, *, section: uuid.UUID, says: RemarkWords, actor: Actor, at: datetime, intent: Intent
) -> Remark:
    """Comment on a section as it stands, or propose other words for it.

    Raise SaysNothing, Section.DoesNotExist, and what `hold_room` raises.
    """
    hold, found = hold_section(group, section, actor=actor, at=at, intent=intent)
    proposal = says.proposal.text if says.proposal else ""
    if not (says.words.text or proposal):
        raise SaysNothing
    remark = Remark.objects.create(
        section=found,
        on_version=found.seen(intent.version),
        words=says.words.text,
        proposal=proposal,
        by=hold.person,
        at=at,
    )
    for words in filter(None, (says.words, says.proposal)):
        keep_reasons(found.text, words, at=at)
    note(hold, "remark.made", kind="section", subject=section, remark=str(remark.key))
    return remark


@transaction.atomic
def take_over(
    group: uuid.UUID,
    *,
    section: uuid.UUID,
    remark: uuid.UUID,
    says: SectionWords,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> SectionVersion:
    """Save what somebody proposed, changed or not, as the next version of a section.

    Raise ProposesNothing, SettledAlready, Remark.DoesNotExist, SectionChanged when the section has another version
    than the sender saw, and what `hold_section` raises.
    """
    hold, found = hold_section(group, section, actor=actor, at=at, intent=intent)
    taken = _open_remark(found, remark)
    if not taken.proposal:
        raise ProposesNothing
    saved = write_version(hold, found, says.heading.text, says.words.text)
    keep_reasons(found.text, says.heading, at=at)
    keep_reasons(found.text, says.words, at=at)
    _settle(hold, taken, Outcome.TAKEN_OVER)
    note(hold, "remark.taken_over", kind="section", subject=section, remark=str(remark), version=str(saved.number))
    return saved


@transaction.atomic
def settle_remark(
    group: uuid.UUID,
    *,
    section: uuid.UUID,
    remark: uuid.UUID,
    reply: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Remark:
    """Answer a comment, or say why a proposal is not taken over.

    Raise SaysNothing, SettledAlready, Remark.DoesNotExist, and what `hold_section` raises.
    """
    hold, found = hold_section(group, section, actor=actor, at=at, intent=intent)
    settled = _open_remark(found, remark)
    if not reply.text:
        raise SaysNothing
    outcome = Outcome.NOT_TAKEN if settled.proposal else Outcome.ANSWERED
    _settle(hold, settled, outcome, reply.text)
    keep_reasons(found.text, reply, at=at)
    note(hold, f"remark.{outcome}", kind="section", subject=section, remark=str(remark))
    return settled


def _open_remark(section: Section, key: uuid.UUID) -> Remark:
    remark = remark_on(section, key)
    if not remark.is_open:
        raise SettledAlready
    return remark


def _settle(hold: Hold, remark: Remark, outcome: Outcome, reply: str = "") -> None:
    remark.outcome, remark.reply = outcome, reply
    remark.settled_by, remark.settled_at = hold.person, hold.at
    remark.save()
