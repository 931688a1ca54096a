"""Plays what happened in the workspace of the example, each thing on its day, through what people use."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from verder.deliberation.actor import Intent
from verder.deliberation.starter.load import Entry
from verder.deliberation.starter.stage import Stage, checked
from verder.textcheck import CheckedText
from verder.workspace.content import WORKSHEET
from verder.workspace.models import Contribution, OpenPoint, Remark, Section
from verder.workspace.operations import discussion, points, remarks, texts, writing
from verder.workspace.queries.texts import version_now
from verder.workspace.starter.texts import (
    OutcomeText,
    PointText,
    RemarkText,
    RoomText,
    SaidText,
    WriteText,
    workspace_text,
)

RANK = 4
"""On one day the workspace comes after everything that makes it: the group, and who was invited."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The workspace on its stage: what happens there, and by whom."""

    stage: Stage
    room: RoomText

    @property
    def key(self) -> uuid.UUID:
        """The key by which the group is found."""
        return self.stage.groups[self.room.group].body.key

    def do(self, operation: Callable[..., object], by: str, at: datetime, **needs: Any) -> None:
        """Let somebody carry out what a form leads to."""
        intent = Intent(request_key=uuid.uuid4())
        operation(self.key, actor=self.stage.as_actor(by, at), at=at, intent=intent, **needs)

    def press(self, operation: Callable[..., object], by: str, at: datetime, **needs: Any) -> None:
        """Let somebody carry out what one small button does."""
        operation(self.key, actor=self.stage.as_actor(by, at), at=at, **needs)

    def section(self, code: str) -> Section:
        """Find a section of the worksheet."""
        return Section.objects.get(text__group__body__key=self.key, code=code)


def in_workspaces(stage: Stage) -> Iterator[Entry]:
    """Say on which days what happens in the workspace of the example."""
    text = workspace_text()
    here = Workspace(stage, text.room)
    yield _entry(text.room.on, _begin, here)
    for write in text.writes:
        yield _entry(write.on, _write, here, write)
    for remark in text.remarks:
        yield from _remarked(here, remark)
    for said in text.said:
        yield _entry(said.on, _say, here, said)
        if said.decided:
            yield _entry(said.decided, _decide, here, said)
    for point in text.points:
        yield _entry(point.on, _give, here, point)
        if point.done:
            yield _entry(point.done, _finish, here, point)


def _entry(on: int, do: Callable[..., None], *about: object) -> Entry:
    return Entry(on, RANK, partial(do, *about))


def _remarked(here: Workspace, remark: RemarkText) -> Iterator[Entry]:
    yield _entry(remark.on, _make_remark, here, remark)
    if remark.taken_over:
        yield _entry(remark.taken_over.on, _take_over, here, remark, remark.taken_over)
    if remark.answered:
        yield _entry(remark.answered.on, _answer, here, remark, remark.answered)


def _begin(here: Workspace, at: datetime) -> None:
    number = here.stage.dilemmas[here.room.dilemma].number
    here.do(texts.start_text, here.room.by, at, new=texts.NewText(checked(here.room.title), number, WORKSHEET))


def _write(here: Workspace, write: WriteText, at: datetime) -> None:
    section = here.section(write.section)
    here.do(writing.save_section, write.by, at, section=section.key, says=_says(section, write.words))


def _says(section: Section, words: str) -> writing.SectionWords:
    return writing.SectionWords(checked(version_now(section).heading), _words(words))


def _words(text: str) -> CheckedText:
    return checked(text.strip())


def _make_remark(here: Workspace, remark: RemarkText, at: datetime) -> None:
    proposal = _words(remark.proposal) if remark.proposal else None
    says = remarks.RemarkWords(checked(remark.words), proposal)
    here.do(remarks.make_remark, remark.by, at, section=here.section(remark.section).key, says=says)


def _about(here: Workspace, remark: RemarkText) -> dict[str, uuid.UUID]:
    section = here.section(remark.section)
    return {"section": section.key, "remark": Remark.objects.get(section=section, words=remark.words).key}


def _take_over(here: Workspace, remark: RemarkText, outcome: OutcomeText, at: datetime) -> None:
    says = _says(here.section(remark.section), remark.proposal)
    here.do(remarks.take_over, outcome.by, at, says=says, **_about(here, remark))


def _answer(here: Workspace, remark: RemarkText, outcome: OutcomeText, at: datetime) -> None:
    here.do(remarks.settle_remark, outcome.by, at, reply=checked(outcome.reply), **_about(here, remark))


def _say(here: Workspace, said: SaidText, at: datetime) -> None:
    here.do(discussion.contribute, said.by, at, words=checked(said.words))


def _decide(here: Workspace, said: SaidText, at: datetime) -> None:
    contribution = Contribution.objects.get(group__body__key=here.key, words=said.words).key
    here.press(discussion.mark_decision, here.room.by, at, contribution=contribution, is_decision=True)


def _give(here: Workspace, point: PointText, at: datetime) -> None:
    new = points.NewPoint(checked(point.words), here.stage.people[point.owner], here.stage.day(point.due))
    here.do(points.add_point, point.by, at, new=new)


def _finish(here: Workspace, point: PointText, at: datetime) -> None:
    done = OpenPoint.objects.get(group__body__key=here.key, words=point.words).key
    here.press(points.settle_point, point.owner, at, point=done, is_done=True)
