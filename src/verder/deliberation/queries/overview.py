"""The overview that a council agenda always carries: what the Platform did not solve, and signals from the field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import F, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from verder.deliberation.models import AgendaSending, Dilemma, Meeting, MeetingState, SentOverview, Signal
from verder.deliberation.queries.dilemmas import FIT_TO_SHARE, dilemmas_visible_to
from verder.deliberation.queries.lines import lines
from verder.deliberation.queries.signalling import signals_visible_to
from verder.domain.rungs import Rung
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind
from verder.network.standing import Standing

UNSOLVED = (Rung.AWAITING_WORKING_GROUP, Rung.WORKING_GROUP, Rung.AWAITING_COUNCIL, Rung.COUNCIL, Rung.FOLLOW_UP)
"""Where a dilemma is that the Platform did not solve and that did not come to an end."""
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Stuck:
    """A dilemma in the overview: by its question to who may read it, else by its public title, without a number."""

    title: str
    number: str
    rung: Rung
    tlp: Tlp
    since: datetime


@dataclass(frozen=True, slots=True)
class Unsolved:
    """The dilemmas of the overview that a reader may know of, and how many others there are."""

    shown: tuple[Stuck, ...]
    others: int


def unsolved_dilemmas() -> QuerySet[Dilemma]:
    """Return what the Platform did not solve; TLP:RED stays out of any overview."""
    return Dilemma.objects.filter(FIT_TO_SHARE, rung__in=UNSOLVED).exclude(tlp=Tlp.RED)


def signals_since(meeting: Meeting) -> QuerySet[Signal]:
    """Return the signals that came in since the council met before this meeting."""
    before = Meeting.objects.filter(
        body__kind=BodyKind.COUNCIL, state=MeetingState.HELD, starts_at__lt=meeting.starts_at
    ).order_by("-starts_at")
    since = Coalesce(Subquery(before.values("starts_at")[:1]), Value(datetime.min.replace(year=1970, tzinfo=UTC)))
    return Signal.objects.filter(sent_at__gte=since).order_by("-pk")


def unsolved_of(meeting: Meeting, standing: Standing) -> Unsolved:
    """Read the dilemmas of the overview, up to date until the agenda is sent and then as they stood at that moment."""
    rungs = _sent_rungs(meeting)
    dilemmas = unsolved_dilemmas() if rungs is None else Dilemma.objects.filter(pk__in=rungs).exclude(tlp=Tlp.RED)
    readable = dilemmas_visible_to(standing).filter(pk__in=dilemmas.values("pk"))
    put_in = dict(dilemmas.order_by("submitted_at", "pk").values_list("pk", "submitted_at")[:SHOWN])
    stuck = [
        Stuck(line.question, line.number, _rung(rungs, line.pk, line.rung), Tlp(line.tlp), put_in[line.pk])
        for line in lines(readable.filter(pk__in=put_in), standing, limit=SHOWN)
    ]
    titled = dilemmas.filter(pk__in=put_in).exclude(pk__in=readable.values("pk")).exclude(public_title="")
    stuck += [
        Stuck(title, "", _rung(rungs, pk, rung), Tlp.CLEAR, put_in[pk])
        for pk, rung, title in titled.values_list("pk", "rung", "public_title")
    ]
    stuck.sort(key=lambda one: one.since)
    return Unsolved(tuple(stuck), dilemmas.count() - len(stuck))


def _rung(rungs: Mapping[int, str] | None, dilemma: int, now: str) -> Rung:
    return Rung(now if rungs is None else rungs[dilemma])


def _sent_rungs(meeting: Meeting) -> dict[int, str] | None:
    """Return where the dilemmas stood when the agenda was last sent; None before that."""
    if meeting.agenda_sent_at is None:
        return None
    rows = SentOverview.objects.filter(sending=_last(meeting), dilemma__isnull=False)
    return dict(rows.values_list("dilemma", "rung"))


def field_of(meeting: Meeting, standing: Standing) -> list[Signal]:
    """Read the signals and insights of the overview that a reader may know of."""
    sent = SentOverview.objects.filter(sending=_last(meeting), signal__isnull=False)
    was_sent = meeting.agenda_sent_at is not None
    carried = Q(pk__in=sent.values("signal")) if was_sent else Q(pk__in=signals_since(meeting).values("pk"))
    signals = signals_visible_to(standing).filter(carried)
    return list(signals.order_by(F("theme__name").asc(nulls_last=True), "-pk")[:SHOWN])


def _last(meeting: Meeting) -> QuerySet[AgendaSending, tuple[int]]:
    return AgendaSending.objects.filter(meeting=meeting).order_by("-ordinal").values_list("pk")[:1]
