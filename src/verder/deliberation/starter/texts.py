"""The example in plain values: what each table of the content files holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from verder.domain.regions import NATIONWIDE


@dataclass(frozen=True, slots=True)
class BodyText:
    """A body that every installation has."""

    kind: str
    name: str
    meetings_per_year: int = 0


@dataclass(frozen=True, slots=True)
class RouteText:
    """Where someone goes who cannot wait."""

    situation: str
    name: str
    telephone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationText:
    """An organisation that takes part."""

    name: str
    kind: str
    parent: str = ""
    box: str = ""
    """What its general address begins with."""
    region: str = NATIONWIDE


@dataclass(frozen=True, slots=True)
class PersonText:
    """A role account; `role` is also what its address begins with."""

    role: str
    name: str
    function: str
    organisation: str
    body: str
    seat: str = "member"


@dataclass(frozen=True, slots=True)
class SpecialistText:
    """A role account that is invited for one group, from a day until a day."""

    role: str
    name: str
    function: str
    organisation: str
    group: str
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class MeetingText:
    """A meeting: when it was planned, when it is, and the reason for what was not decided once it is closed."""

    key: str
    body: str
    planned: int
    on: int
    place: str
    manner: str = "in_person"
    invited: int = 0
    """On which day its members are invited, if they are."""
    introduction: str = ""
    replies: Mapping[str, str] = field(default_factory=dict)
    """What members reply the day after, by role."""
    closed: str = ""
    said: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What was decided and what was said, by dilemma."""
    minutes_sent: int = 0
    """On which day its minutes are sent, if they are."""
    published: int = 0
    """On which day its outcomes are published, if they are."""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class AgendaText:
    """Something done to an agenda on a day: the fixed items put on, an item added, who signs it, or that it is sent."""

    meeting: str
    on: int
    fixed: bool = False
    item: str = ""
    signed: tuple[str, ...] = ()
    sent: bool = False


@dataclass(frozen=True, slots=True)
class SignalText:
    """A signal or an insight: who sent it, when, and the words back if it was closed."""

    by: str
    on: int
    kind: str
    title: str
    text: str
    reach: str
    tlp: str = "TLP:GREEN"
    theme: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class GroupText:
    """A working group, by the roles of who sits in it."""

    key: str
    name: str
    lead: str
    members: tuple[str, ...]
    first: int
    public_question: str


@dataclass(frozen=True, slots=True)
class AidStepText:
    """A step of a decision aid: a question with its answers (words, where they lead, what happens then), or not one."""

    key: str
    title: str
    text: str = ""
    outcome: bool = False
    answers: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PartText:
    """A part of guidance, or one row of it; rows of one part stand in the order in which they are read."""

    code: str
    text: str
    heading: str = ""
    source: str = ""
    read_by: str = ""
    ask_privacy_officer: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """From when guidance is tried and proven, and the day on which that is set."""

    set: int
    used: int
    helped: int
    percent: int
    percent_to_stay: int
    reason: str


@dataclass(frozen=True, slots=True)
class PrincipleText:
    """The shared principle, and the day on which it is set."""

    set: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class GuidanceText:
    """One piece of guidance, made by a group."""

    written: int
    published: int
    group: str
    review_after: int
    kind: str
    title: str
    summary: str
    experts: str
    themes: tuple[str, ...] = ()
    professions: tuple[str, ...] = ()
    text: str = ""
    parts: tuple[PartText, ...] = ()
    contacts: tuple[str, ...] = ()
    aid: tuple[AidStepText, ...] = ()


@dataclass(frozen=True, slots=True)
class SpreadingText:
    """The spreading of one piece: to whom, and what came of it.

    `told` holds a day and the number of colleagues, `used` a day, whether it helped, and why.
    """

    on: int
    group: str
    kinds: tuple[str, ...]
    received: Mapping[str, int]
    told: Mapping[str, tuple[int, int]]
    came_back: Mapping[str, int]
    reminded: int
    used: Mapping[str, tuple[int, str, str]]


@dataclass(frozen=True, slots=True)
class PromiseText:
    """What a director promises, by a day."""

    owner: str
    due: int
    text: str
    forum: str = ""
    organisation: str = ""
    outlook: str = ""
    steps: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class StepText:
    """One step on the way of a dilemma: a day, what happens, and what it needs besides its words."""

    on: int
    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class DilemmaText:
    """A dilemma with its words, its way, and the words that are said on that way."""

    key: str
    role: str
    tlp: str
    words: Mapping[str, str]
    way: tuple[StepText, ...]
    said: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    promises: tuple[PromiseText, ...] = ()
    theme: str = ""
    public_title: str = ""
    account: str = ""
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class AllowedWordText:
    """A name that the text check lets pass, and why it is not a person."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class NetworkText:
    """Who takes part, what dilemmas are about, and for whom guidance can be."""

    kinds: tuple[str, ...]
    themes: tuple[str, ...]
    professions: tuple[str, ...]
    allowed_words: tuple[AllowedWordText, ...]
    organisations: tuple[OrganisationText, ...]
    people: tuple[PersonText, ...]
    specialists: tuple[SpecialistText, ...]
