"""What comes after a meeting of the example: what was said there, its minutes, and its outcomes for everyone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from verder.deliberation.actor import Intent
from verder.deliberation.operations import outcomes, proceedings
from verder.deliberation.starter.stage import Stage, checked
from verder.deliberation.starter.steps import CLERK
from verder.deliberation.starter.texts import MeetingText


def after(stage: Stage, text: MeetingText) -> Iterator[tuple[int, Callable[[datetime], object]]]:
    """Say on which days what happens after a meeting."""
    if text.said:
        yield text.on, lambda at: _write_down(stage, text, at)
    if text.minutes_sent:
        yield text.minutes_sent, lambda at: _send_minutes(stage, text, at)
    if text.published:
        yield text.published, lambda at: _publish(stage, text, at)


def _write_down(stage: Stage, text: MeetingText, at: datetime) -> None:
    meeting, actor = stage.meetings[text.key], stage.as_actor(CLERK, at)
    for dilemma, (decision, minutes) in text.said.items():
        item = meeting.items.get(dilemma__key=stage.dilemmas[dilemma].key)
        said = proceedings.Said(checked(decision), checked(minutes))
        proceedings.write_record(meeting.key, item.key, said=said, actor=actor, at=at, intent=Intent())


def _send_minutes(stage: Stage, text: MeetingText, at: datetime) -> None:
    key, actor = stage.meetings[text.key].key, stage.as_actor(CLERK, at)
    proceedings.send_minutes(key, actor=actor, at=at, intent=Intent())


def _publish(stage: Stage, text: MeetingText, at: datetime) -> None:
    key, actor = stage.meetings[text.key].key, stage.as_actor(CLERK, at)
    outcomes.publish_outcomes(key, summary=checked(text.summary), actor=actor, at=at, intent=Intent())
