"""The tables of this room, one noun a file."""

from verder.deliberation.models.audience import Brought, NamedReader
from verder.deliberation.models.commitment import Commitment, CommitmentKind, CommitmentState
from verder.deliberation.models.conversation import Message, Note, StepWords
from verder.deliberation.models.dilemma import Dilemma, NumberSeries, Presenter, Tally
from verder.deliberation.models.invitation import Invitation, InvitedAs, Reply, WrittenInput
from verder.deliberation.models.meeting import (
    TOGETHER,
    AgendaItem,
    ItemKind,
    ItemState,
    Manner,
    Meeting,
    MeetingState,
)
from verder.deliberation.models.narrative import NARRATIVE_FIELDS, Exemption, HowSeen, Original, SharedVersion
from verder.deliberation.models.poll import Ballot, BallotAnswer, DatePoll, PollOption, PollState, Suits
from verder.deliberation.models.progress import CommitmentStep, Outlook, ProgressReport
from verder.deliberation.models.submitter import Channel, KnownTo, Submitter
from verder.deliberation.models.working_group import DilemmaPublication, GroupProduct, ServedDilemma, WorkingGroup

__all__ = [
    "NARRATIVE_FIELDS",
    "TOGETHER",
    "AgendaItem",
    "Ballot",
    "BallotAnswer",
    "Brought",
    "Channel",
    "Commitment",
    "CommitmentKind",
    "CommitmentState",
    "CommitmentStep",
    "DatePoll",
    "Dilemma",
    "DilemmaPublication",
    "Exemption",
    "GroupProduct",
    "HowSeen",
    "Invitation",
    "InvitedAs",
    "ItemKind",
    "ItemState",
    "KnownTo",
    "Manner",
    "Meeting",
    "MeetingState",
    "Message",
    "NamedReader",
    "Note",
    "NumberSeries",
    "Original",
    "Outlook",
    "PollOption",
    "PollState",
    "Presenter",
    "ProgressReport",
    "Reply",
    "ServedDilemma",
    "SharedVersion",
    "StepWords",
    "Submitter",
    "Suits",
    "Tally",
    "WorkingGroup",
    "WrittenInput",
]
