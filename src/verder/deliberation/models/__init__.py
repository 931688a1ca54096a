"""The tables of this room, one noun a file."""

from verder.deliberation.models.action import Action
from verder.deliberation.models.agenda import AgendaItem, CoverNote, ItemPurpose
from verder.deliberation.models.attachment import DilemmaFile
from verder.deliberation.models.audience import Brought, NamedReader
from verder.deliberation.models.commitment import Commitment, CommitmentKind, CommitmentState
from verder.deliberation.models.conversation import Message, Note, StepWords
from verder.deliberation.models.dilemma import TITLE_TAKEN_OUT, Dilemma, NumberSeries, Presenter, Tally
from verder.deliberation.models.invitation import Invitation, InvitedAs, Reply, WrittenInput
from verder.deliberation.models.meeting import TOGETHER, ItemKind, ItemState, Manner, Meeting, MeetingState
from verder.deliberation.models.narrative import NARRATIVE_FIELDS, Exemption, HowSeen, Original, SharedVersion
from verder.deliberation.models.outcomes import PublicOutcomes
from verder.deliberation.models.paper import ItemPaper, MeetingPack, PackState
from verder.deliberation.models.poll import Ballot, BallotAnswer, DatePoll, PollOption, PollState, Suits
from verder.deliberation.models.proceedings import ItemRecord, Presence, Proceedings
from verder.deliberation.models.progress import CommitmentStep, Outlook, ProgressReport
from verder.deliberation.models.reopening import DeclinedReopening
from verder.deliberation.models.sending import AgendaSending, SentItem, SentOverview
from verder.deliberation.models.sign_off import SignOff, SignOffRole
from verder.deliberation.models.signal import Signal, SignalKind, SignalReach, SignalState
from verder.deliberation.models.submitter import Channel, KnownTo, Submitter
from verder.deliberation.models.working_group import (
    AccessChange,
    DilemmaPublication,
    GroupProduct,
    ServedDilemma,
    WorkingGroup,
)

__all__ = [
    "NARRATIVE_FIELDS",
    "TITLE_TAKEN_OUT",
    "TOGETHER",
    "AccessChange",
    "Action",
    "AgendaItem",
    "AgendaSending",
    "Ballot",
    "BallotAnswer",
    "Brought",
    "Channel",
    "Commitment",
    "CommitmentKind",
    "CommitmentState",
    "CommitmentStep",
    "CoverNote",
    "DatePoll",
    "DeclinedReopening",
    "Dilemma",
    "DilemmaFile",
    "DilemmaPublication",
    "Exemption",
    "GroupProduct",
    "HowSeen",
    "Invitation",
    "InvitedAs",
    "ItemKind",
    "ItemPaper",
    "ItemPurpose",
    "ItemRecord",
    "ItemState",
    "KnownTo",
    "Manner",
    "Meeting",
    "MeetingPack",
    "MeetingState",
    "Message",
    "NamedReader",
    "Note",
    "NumberSeries",
    "Original",
    "Outlook",
    "PackState",
    "PollOption",
    "PollState",
    "Presence",
    "Presenter",
    "Proceedings",
    "ProgressReport",
    "PublicOutcomes",
    "Reply",
    "SentItem",
    "SentOverview",
    "ServedDilemma",
    "SharedVersion",
    "SignOff",
    "SignOffRole",
    "Signal",
    "SignalKind",
    "SignalReach",
    "SignalState",
    "StepWords",
    "Submitter",
    "Suits",
    "Tally",
    "WorkingGroup",
    "WrittenInput",
]
