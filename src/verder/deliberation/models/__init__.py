"""The tables of this room, one noun a file."""

from verder.deliberation.models.attachment import DilemmaFile
from verder.deliberation.models.audience import Brought, NamedReader
from verder.deliberation.models.commitment import Commitment, CommitmentKind, CommitmentState
from verder.deliberation.models.conversation import Message, Note, StepWords
from verder.deliberation.models.dilemma import Dilemma, NumberSeries, Presenter, Tally
from verder.deliberation.models.meeting import AgendaItem, ItemKind, ItemState, Meeting, MeetingState
from verder.deliberation.models.narrative import NARRATIVE_FIELDS, Exemption, HowSeen, Original, SharedVersion
from verder.deliberation.models.progress import CommitmentStep, Outlook, ProgressReport
from verder.deliberation.models.submitter import Channel, KnownTo, Submitter
from verder.deliberation.models.working_group import DilemmaPublication, GroupProduct, ServedDilemma, WorkingGroup

__all__ = [
    "NARRATIVE_FIELDS",
    "AgendaItem",
    "Brought",
    "Channel",
    "Commitment",
    "CommitmentKind",
    "CommitmentState",
    "CommitmentStep",
    "Dilemma",
    "DilemmaFile",
    "DilemmaPublication",
    "Exemption",
    "GroupProduct",
    "HowSeen",
    "ItemKind",
    "ItemState",
    "KnownTo",
    "Meeting",
    "MeetingState",
    "Message",
    "NamedReader",
    "Note",
    "NumberSeries",
    "Original",
    "Outlook",
    "Presenter",
    "ProgressReport",
    "ServedDilemma",
    "SharedVersion",
    "StepWords",
    "Submitter",
    "Tally",
    "WorkingGroup",
]
