"""Decision aids: questions whose answers lead on, to an outcome. What makes one sound, and how one is walked.

A sound aid never leaves its walker stuck: every question has answers, every answer leads somewhere, an outcome can be
reached from everywhere, and every step can be reached from the first one. A loop is fine as long as one can get out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, and the key of the step that it leads to; empty when that is not yet chosen."""

    text: str
    leads_to: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A question with its answers, or an outcome, which has none."""

    key: str
    title: str
    text: str = ""
    is_outcome: bool = False
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Aid:
    """All steps, the first one first."""

    steps: tuple[Step, ...] = ()

    def by_key(self) -> dict[str, Step]:
        """Return the steps by their key."""
        return {step.key: step for step in self.steps}


class FaultKind(StrEnum):
    """Why an aid would leave its walker stuck."""

    EMPTY = "empty"
    NO_ANSWERS = "no_answers"
    LEADS_NOWHERE = "leads_nowhere"
    NO_WAY_OUT = "no_way_out"
    UNREACHABLE = "unreachable"
    ANSWERS_AFTER_THE_END = "answers_after_the_end"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the step where, and for an answer which one, counted from 1."""

    kind: FaultKind
    step: str = ""
    answer: int = 0


def faults(aid: Aid) -> list[Fault]:
    """Return everything that keeps an aid from being sound, in the order of its steps; nothing when it is sound."""
    if not aid.steps:
        return [Fault(FaultKind.EMPTY)]
    steps = aid.by_key()
    reached = _reached_from([aid.steps[0].key], _onward(steps))
    ending = _reached_from([step.key for step in aid.steps if step.is_outcome], _backward(steps))
    return [fault for step in aid.steps for fault in _faults_of(step, steps, reached, ending)]


def _faults_of(
    step: Step, steps: Mapping[str, Step], reached: frozenset[str], ending: frozenset[str]
) -> Iterable[Fault]:
    if step.key not in reached:
        yield Fault(FaultKind.UNREACHABLE, step.key)
    if step.is_outcome:
        if step.answers:
            yield Fault(FaultKind.ANSWERS_AFTER_THE_END, step.key)
        return
    if not step.answers:
        yield Fault(FaultKind.NO_ANSWERS, step.key)
    lost = [number for number, answer in enumerate(step.answers, 1) if answer.leads_to not in steps]
    for number in lost:
        yield Fault(FaultKind.LEADS_NOWHERE, step.key, number)
    if step.answers and not lost and step.key not in ending:
        yield Fault(FaultKind.NO_WAY_OUT, step.key)


def _onward(steps: Mapping[str, Step]) -> dict[str, list[str]]:
    return {
        key: [answer.leads_to for answer in step.answers if answer.leads_to in steps and not step.is_outcome]
        for key, step in steps.items()
    }


def _backward(steps: Mapping[str, Step]) -> dict[str, list[str]]:
    back: dict[str, list[str]] = {key: [] for key in steps}
    for key, targets in _onward(steps).items():
        for target in targets:
            back[target].append(key)
    return back


def _reached_from(starts: Iterable[str], ways: Mapping[str, Sequence[str]]) -> frozenset[str]:
    reached = set(starts)
    waiting = deque(reached)
    while waiting:
        for key in ways[waiting.popleft()]:
            if key not in reached:
                reached.add(key)
                waiting.append(key)
    return frozenset(reached)


class NoSuchWay(Exception):
    """The answers given do not fit this aid: it has changed, or somebody made them up."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that was answered on the way, and its answer, counted from 1."""

    step: Step
    number: int

    @property
    def answer(self) -> Answer:
        """Return the answer that was given."""
        return self.step.answers[self.number - 1]


@dataclass(frozen=True, slots=True)
class Walk:
    """The way walked so far, and the step where one is now."""

    choices: tuple[Choice, ...]
    now: Step


def walk(aid: Aid, answers: Sequence[int]) -> Walk:
    """Follow the answers given, each counted from 1, from the first step of a sound aid; raise NoSuchWay."""
    if not aid.steps:
        raise NoSuchWay
    steps = aid.by_key()
    now, choices = aid.steps[0], list[Choice]()
    for number in answers:
        if now.is_outcome or not 1 <= number <= len(now.answers):
            raise NoSuchWay
        choices.append(Choice(now, number))
        now = steps[now.answers[number - 1].leads_to]
    return Walk(tuple(choices), now)


def way_to(aid: Aid, key: str) -> tuple[int, ...] | None:
    """Return the fewest answers that lead to a step, each by its number; None when none do."""
    steps = aid.by_key()
    ways: dict[str, tuple[int, ...]] = {step.key: () for step in aid.steps[:1]}
    ready = deque(ways)
    while ready and key not in ways:
        here = ready.popleft()
        for number, answer in enumerate(steps[here].answers, 1):
            if answer.leads_to in steps and answer.leads_to not in ways:
                ways[answer.leads_to] = (*ways[here], number)
                ready.append(answer.leads_to)
    return ways.get(key)


def longest_way(aid: Aid) -> int | None:
    """Return how many questions one answers at most in a sound aid, or None when a loop leaves that open."""
    steps = aid.by_key()
    ways = _onward(steps)
    left = {key: len(set(before)) for key, before in _backward(steps).items()}
    ready = deque(key for key, count in left.items() if count == 0)
    far = dict.fromkeys(steps, 0)
    done = 0
    while ready:
        key = ready.popleft()
        done += 1
        for target in set(ways[key]):
            far[target] = max(far[target], far[key] + 1)
            left[target] -= 1
            if left[target] == 0:
                ready.append(target)
    return max(far.values()) if done == len(steps) else None


def layers(aid: Aid) -> list[list[Step]]:
    """Return the steps in rows for a picture: by how many answers one needs at least to reach them, the rest last."""
    steps = aid.by_key()
    ways = _onward(steps)
    rows: list[list[Step]] = []
    row = list(aid.steps[:1])
    seen = {step.key for step in row}
    while row:
        rows.append(row)
        onward = dict.fromkeys(target for step in row for target in ways[step.key] if target not in seen)
        seen |= set(onward)
        row = [steps[key] for key in onward]
    apart = [step for step in aid.steps if step.key not in seen]
    return [*rows, apart] if apart else rows
