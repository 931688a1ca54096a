"""The journey of a dilemma as its submitter reads it: what happened, where it is now, and what may come.

Every event of the ladder becomes a station, in the order in which it happened, so a rung that is climbed twice is told
twice. Words of steps and messages hang at the station where they were said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format

from verder.deliberation.models import CommitmentKind, HowSeen
from verder.domain.ladder import responsible_now
from verder.domain.rungs import ENDS, Need, Party, Rung
from verder.web.components import Message, Station, StationState
from verder.web.words import RUNG_WORDS, ways_from
from verder.web.words import journey as say
from verder.web.words.needs import NEED
from verder.web.words.steps import STEP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verder.audit.models import Event
    from verder.deliberation.models import Commitment
    from verder.deliberation.models import Message as Said
    from verder.deliberation.queries.journeys import Journey

DAY = "j F Y"
WEEKDAY = "l j F Y"
STEP_TAKEN = "step."
AT_A_MEETING = frozenset({"step.place_on_agenda", "step.place_on_council_agenda"})
PUT_IN = frozenset({"step.submit", "step.record"})
OFFERED = "shared_version.offered"
STANDS_IN_CONVERSATION = frozenset({Need.QUESTION, Need.ANSWER})


@dataclass(frozen=True, slots=True)
class Now:
    """Where a dilemma is today, in words."""

    title: str
    text: str
    days: int
    until: str = ""
    is_late: bool = False
    whose_turn: str = ""
    next_date: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Hangings:
    """The templates that hang on stations: how it came in, the last text offered, where it is, where it ended."""

    put_in: str
    offered: str
    present: str
    end: str


def now_of(journey: Journey, *, today: date) -> Now:
    """Say where a dilemma is, whose turn it is and until when; a date that has passed is called late."""
    leading = journey.leading
    rung = Rung(leading.rung)
    began = timezone.localdate(journey.dilemma.submitted_at)
    title, text = _here(journey, rung)
    if leading.ended_at is not None:
        ended_on = timezone.localdate(leading.ended_at)
        return Now(title, text, (ended_on - began).days, ended_on=ended_on)
    return Now(
        title,
        text,
        (today - began).days,
        until=_until(journey, rung, today),
        is_late=_is_late(journey, today),
        whose_turn=_whose_turn(journey, rung, today),
        next_date=leading.next_date,
    )


def stations_of(journey: Journey, now: Now, hangings: Hangings) -> tuple[Station, ...]:
    """Tell the journey: past stations, the one where it is, and the fork of what may come."""
    told = _with_messages(journey, _told(journey, hangings))
    rung = Rung(journey.leading.rung)
    if rung not in ENDS:
        here = Station(StationState.PRESENT, now.title, text=now.text, template=hangings.present)
        return (*(station for _, station in told), here, _ahead(rung))
    last = max(place for place, (event, _) in enumerate(told) if event.action.startswith(STEP_TAKEN))
    before = (station for place, (_, station) in enumerate(told) if place != last)
    return (*before, _at_the_end(journey, now, told[last][1], hangings.end))


def _here(journey: Journey, rung: Rung) -> tuple[str, str]:
    words = RUNG_WORDS[rung]
    if rung is Rung.AWAITING_SUBMITTER and _travels_along(journey):
        return str(say.OTHERS_TURN), str(say.OTHERS_TURN_TEXT)
    return str(say.HERE.get(rung, words.title)), str(words.text)


def _travels_along(journey: Journey) -> bool:
    return journey.leading.pk != journey.dilemma.pk


def _is_late(journey: Journey, today: date) -> bool:
    due = journey.leading.next_date
    return due is not None and due < today


def _until(journey: Journey, rung: Rung, today: date) -> str:
    due = journey.leading.next_date
    if due is None:
        return ""
    until = say.UNTIL[rung]
    if rung is Rung.AWAITING_SUBMITTER and _travels_along(journey):
        until = say.OTHERS_UNTIL
    sentence = until.passed if _is_late(journey, today) else until.ahead
    if due == journey.next_meeting:
        sentence = say.MEETING_PLANNED
    return str(sentence % {"date": date_format(due, WEEKDAY)})


def _whose_turn(journey: Journey, rung: Rung, today: date) -> str:
    party = responsible_now(rung, journey.leading.next_date, today)
    if party is Party.SUBMITTER and _travels_along(journey):
        return str(say.THE_OTHER)
    return str(say.WHOSE_TURN[party]) if party else ""


Told = tuple["Event", Station]


def _told(journey: Journey, hangings: Hangings) -> list[Told]:
    last_offer = max((event.pk for event in journey.events if event.action == OFFERED), default=0)
    told = []
    for event in journey.events:
        template = hangings.put_in if event.action in PUT_IN else hangings.offered if event.pk == last_offer else ""
        told.append((event, replace(_station(journey, event), template=template)))
    return [*told, *((event, _followed(journey, event)) for event in journey.followed)]


def _station(journey: Journey, event: Event) -> Station:
    return Station(
        StationState.PAST,
        _happened(event.action),
        timezone.localdate(event.at),
        _detail(journey, event),
        messages=(*_words(journey, event), *_promises(journey, event)),
    )


def _followed(journey: Journey, event: Event) -> Station:
    """Tell a step of the dilemma that this one joined: that it was taken and when, and its words if they end it."""
    title = str(say.FOLLOWED.get(event.action) or _happened(event.action))
    messages = tuple(_words(journey, event))
    return Station(StationState.PAST, title, timezone.localdate(event.at), _detail(journey, event), messages=messages)


def _happened(action: str) -> str:
    if action.startswith(STEP_TAKEN):
        return str(STEP[action.removeprefix(STEP_TAKEN)].happened)
    return str(say.BESIDES[action])


def _detail(journey: Journey, event: Event) -> str:
    details = event.details
    item = journey.items.get(details.get("meeting", ""))
    if event.action in AT_A_MEETING and item is not None:
        day = item.meeting.day
        said = say.AT_MEETING if item.number else say.AT_MEETING_TO_COME
        return str(said % {"date": date_format(day, WEEKDAY), "number": item.number})
    first = journey.first_meetings.get(details.get("group", ""))
    if event.action == "step.form_working_group" and first is not None:
        return str(say.FIRST_MEETING % {"date": date_format(first, WEEKDAY)})
    if event.action == "step.extend":
        return str(say.NEW_DATE % {"date": date_format(date.fromisoformat(details["new_date"]), WEEKDAY)})
    if event.action == "shared_version.seen":
        return str(say.HOW_SEEN[HowSeen(details["how"])])
    if event.action == "label.changed":
        return str(say.LABEL_CHANGED % details)
    return str(say.AFTERWARDS.get(event.action, ""))


def _words(journey: Journey, event: Event) -> list[Message]:
    """Show the words of a step that its submitter may read, each once."""
    own = event.party == Party.SUBMITTER
    shown: dict[str, Message] = {}
    for row in journey.words.get(event.key, ()):
        need = Need(row.need)
        if NEED[need].submitter_reads and need not in STANDS_IN_CONVERSATION and row.text not in shown:
            by = say.YOUR_REASON if own else say.READS[need]
            shown[row.text] = Message(str(by), None, row.text, own=own)
    return list(shown.values())


def _promises(journey: Journey, event: Event) -> list[Message]:
    if event.action == "step.commit":
        commits = [one.pk for one in journey.events if one.action == "step.commit"]
        return [_promise(one) for one in journey.promises] if event.pk == commits[-1] else []
    named = event.details.get("commitment")
    settled = [one for one in journey.promises if named and str(one.key) == named]
    return [Message(_where(one), None, "\n".join(filter(None, (one.text, one.reason)))) for one in settled]


def _promise(commitment: Commitment) -> Message:
    words = {"where": _where(commitment), "date": date_format(commitment.due_on, DAY)}
    promised = say.PROMISED[CommitmentKind(commitment.kind)]
    return Message(str(promised % words), None, commitment.text)


def _where(commitment: Commitment) -> str:
    return commitment.forum or (commitment.organisation.name if commitment.organisation else "")


def _with_messages(journey: Journey, told: Sequence[Told]) -> list[Told]:
    """Hang each message at the last thing that had happened when it was said."""
    hung: list[list[Message]] = [[] for _ in told]
    for message in journey.messages:
        place = max((place for place, (event, _) in enumerate(told) if event.at <= message.at), default=0)
        hung[place].append(_message(message, journey.messages))
    return [
        (event, replace(station, messages=(*station.messages, *said)))
        for (event, station), said in zip(told, hung, strict=True)
    ]


def _message(message: Said, all_messages: Iterable[Said]) -> Message:
    if message.party == Party.SUBMITTER:
        answers = any(one.answered_at == message.at for one in all_messages)
        by = say.YOU_ANSWERED if answers else say.YOU_WROTE
    else:
        by = say.ASKED if message.answer_by else say.WROTE
    return Message(str(by), timezone.localdate(message.at), message.text, own=message.party == Party.SUBMITTER)


def _ahead(rung: Rung) -> Station:
    ways = ways_from(rung)
    number = say.NUMBERS.get(len(ways))
    title = str(say.AHEAD_MORE % {"number": number}) if number else str(say.AHEAD_ONE)
    return Station(StationState.NEXT, title, fork=ways)


def _at_the_end(journey: Journey, now: Now, last: Station, template: str) -> Station:
    """Turn the last step into the end of the line."""
    sentences = [] if last.title.startswith(now.title) else [f"{last.title}."]
    look_again = journey.leading.look_again_on
    if look_again is not None:
        sentences.append(str(say.LOOK_AGAIN % {"date": date_format(look_again, DAY)}))
    return replace(last, state=StationState.END, title=now.title, text=" ".join(sentences), template=template)
