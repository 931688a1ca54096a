"""Everything about one dilemma that its reader may see, in a handful of statements."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from verder.audit.models import Event
from verder.audit.queries import events_of
from verder.deliberation.actor import Actor
from verder.deliberation.models import (
    Brought,
    Commitment,
    Dilemma,
    DilemmaFile,
    DilemmaPublication,
    Exemption,
    KnownTo,
    Message,
    NamedReader,
    Note,
    StepWords,
)
from verder.deliberation.queries.agenda import briefs_open_to
from verder.deliberation.queries.attachments import files_for_reader
from verder.deliberation.queries.commitments import commitments_of
from verder.deliberation.queries.situation import Situation, readable, situation_of
from verder.domain.rungs import ENDS
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication
from verder.guidance.queries import published

Row = TypeVar("Row", bound=models.Model)
MOST = 300
TOLD = frozenset({"shared_version.offered", "shared_version.seen", "label.changed", "date.moved", "file.shared"})
"""What a dossier tells besides the steps."""


class Kind(StrEnum):
    """What kind of words were said about a dilemma."""

    STEP = "step"
    MESSAGE = "message"
    NOTE = "note"
    EXEMPTION = "exemption"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Said:
    """Words about a dilemma.

    `about` is the need of a step, the party of a message, the field of an exemption; `who` the writer, or the label of
    an exemption, or the named reader.
    """

    pk: int
    kind: str
    about: str
    who: str
    text: str
    event: uuid.UUID | None
    at: datetime | None
    answer_by: date | None
    answered_at: datetime | None
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dilemma with everything about it that its reader may see."""

    situation: Situation
    events: tuple[Event, ...]
    said: tuple[Said, ...]
    promises: tuple[Commitment, ...] = ()
    publications: tuple[Publication, ...] = ()
    joined_by: tuple[str, ...] = ()
    files: tuple[DilemmaFile, ...] = ()
    came_to_reader: bool = False
    """Whether it was brought to a body in which the reader sits."""

    brief: tuple[uuid.UUID, uuid.UUID] | None = None
    """The council meeting and its item whose brief the reader may read, the last if there are more."""

    @property
    def dilemma(self) -> Dilemma:
        """The dilemma itself."""
        return self.situation.dilemma

    @property
    def is_for_secretariat(self) -> bool:
        """Tell whether the reader may see the original, the conversation and the notes."""
        return self.situation.actor.standing.is_secretariat

    @property
    def names_submitter(self) -> bool:
        """Tell whether the reader may know who put it in: the secretariat, and where allowed the bodies it came to."""
        is_known = self.dilemma.submitter.known_to == KnownTo.BODIES and self.came_to_reader
        return self.is_for_secretariat or is_known

    def words(self, kind: Kind) -> tuple[Said, ...]:
        """Return what was said of one kind, oldest first."""
        return tuple(one for one in self.said if one.kind == kind)


def find_dossier(number: str, *, actor: Actor, today: date) -> Dossier:
    """Collect a dossier; raise Dilemma.DoesNotExist when the actor may not read it."""
    joined = Dilemma.objects.filter(merged_into=OuterRef("pk")).order_by("pk").values("number")
    came = Brought.objects.filter(dilemma=OuterRef("pk"), body__in=actor.standing.bodies)
    briefed = briefs_open_to(actor.standing).filter(dilemma=OuterRef("pk"))
    found = readable(actor).annotate(
        joined=ArraySubquery(joined[:MOST]),
        came_to_reader=Exists(came),
        briefed_at=Subquery(briefed.values("meeting__key")[:1]),
        briefed_in=Subquery(briefed.values("key")[:1]),
    )
    dilemma = found.get(number=number)
    situation = situation_of(dilemma, actor=actor, today=today)
    events = tuple(_told(dilemma.key))
    ended = dilemma.rung in ENDS
    promised = not situation.promises and any(event.action == "step.commit" for event in events)
    return Dossier(
        situation=situation,
        events=events,
        said=tuple(_said_about(dilemma, to_secretariat=actor.standing.is_secretariat)),
        promises=tuple(commitments_of(dilemma)) if promised else situation.promises,
        publications=tuple(_guidance(dilemma, actor)) if ended else (),
        joined_by=tuple(dilemma.joined),
        files=tuple(files_for_reader(dilemma, is_secretariat=actor.standing.is_secretariat)),
        came_to_reader=dilemma.came_to_reader,
        brief=(dilemma.briefed_at, dilemma.briefed_in) if dilemma.briefed_in and dilemma.admitted_at else None,
    )


def _told(key: uuid.UUID) -> QuerySet[Event]:
    told = events_of(key).filter(Q(action__startswith="step.") | Q(action__in=TOLD))
    return told[:MOST]


def _guidance(dilemma: Dilemma, actor: Actor) -> QuerySet[Publication]:
    linked = DilemmaPublication.objects.filter(dilemma=dilemma).values("publication")
    return published(actor.standing).filter(pk__in=linked)


def _said_about(dilemma: Dilemma, *, to_secretariat: bool) -> list[Said]:
    """Read everything that was said in one statement; a reader outside the secretariat gets the words of steps."""
    said = _columns(StepWords.objects.filter(dilemma=dilemma), Kind.STEP, about="need", event="event")
    if to_secretariat:
        said = said.union(
            _columns(
                Message.objects.filter(dilemma=dilemma),
                Kind.MESSAGE,
                about="party",
                who="person__name",
                at="at",
                answer_by="answer_by",
                answered_at="answered_at",
                read_at="read_at",
            ),
            _columns(Note.objects.filter(dilemma=dilemma), Kind.NOTE, who="person__name", at="at"),
            _columns(
                Exemption.objects.filter(dilemma=dilemma),
                Kind.EXEMPTION,
                about="field",
                who="label",
                text="reason",
                at="at",
            ),
            *_readers(dilemma),
            all=True,
        )
    return sorted((Said(*row) for row in said), key=lambda one: (one.kind, one.pk))


def conversation_of(dilemma: Dilemma, *, last: int = 10) -> list[Message]:
    """Return the last messages between submitter and secretariat, oldest first."""
    return list(reversed(dilemma.messages.order_by("-pk")[:last]))


def _readers(dilemma: Dilemma) -> list[QuerySet[NamedReader, tuple[Any, ...]]]:
    if dilemma.tlp != Tlp.RED:
        return []
    return [_columns(NamedReader.objects.filter(dilemma=dilemma), Kind.READER, who="person__name", text="", at="at")]


def _columns(rows: QuerySet[Row], kind: Kind, *, text: str = "text", **sources: str) -> QuerySet[Row, tuple[Any, ...]]:
    """Lay rows of any of these tables out in the columns of Said, with an empty cell where a table has none."""

    def cell(name: str, field: models.Field[Any, Any]) -> Cast:
        return Cast(F(sources[name]) if name in sources else Value(None), field)

    def words(name: str) -> Coalesce:
        return Coalesce(cell(name, models.TextField()), Value("", models.TextField()))

    return rows.order_by("-pk").values_list(
        "pk",
        Value(str(kind), models.TextField()),
        words("about"),
        words("who"),
        F(text) if text else Value("", models.TextField()),
        cell("event", models.UUIDField()),
        cell("at", models.DateTimeField()),
        cell("answer_by", models.DateField()),
        cell("answered_at", models.DateTimeField()),
        cell("read_at", models.DateTimeField()),
    )[:MOST]
