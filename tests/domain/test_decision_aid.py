"""A decision aid never leaves its walker stuck."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verder.domain.decision_aid import (
    Aid,
    Answer,
    Fault,
    FaultKind,
    NoSuchWay,
    Step,
    faults,
    layers,
    longest_way,
    walk,
    way_to,
)


def question(key: str, *targets: str) -> Step:
    return Step(key, f"Vraag {key}?", answers=tuple(Answer(f"Naar {target}", target) for target in targets))


def outcome(key: str) -> Step:
    return Step(key, f"Uitkomst {key}", is_outcome=True)


SOUND = Aid((question("a", "b", "z"), question("b", "a", "c"), question("c", "y", "z"), outcome("y"), outcome("z")))


def is_sound_by_walking(aid: Aid) -> bool:
    """Judge an aid in another way: by spreading what is known step by step until nothing changes."""
    if not aid.steps:
        return False
    keys = {step.key for step in aid.steps}
    if any(step.is_outcome == bool(step.answers) for step in aid.steps):
        return False
    if any(answer.leads_to not in keys for step in aid.steps for answer in step.answers):
        return False
    from_first, can_end = {aid.steps[0].key}, {step.key for step in aid.steps if step.is_outcome}
    for _ in aid.steps:
        for step in aid.steps:
            targets = {answer.leads_to for answer in step.answers}
            if step.key in from_first:
                from_first |= targets
            if targets & can_end:
                can_end.add(step.key)
    return from_first == keys == can_end


@st.composite
def aids(draw: st.DrawFn) -> Aid:
    keys = [str(number) for number in range(draw(st.integers(0, 9)))]
    steps = []
    for key in keys:
        targets = draw(st.lists(st.sampled_from([*keys, "nowhere"] if draw(st.booleans()) else keys), max_size=4))
        steps.append(Step(key, key, is_outcome=draw(st.booleans()), answers=tuple(Answer("x", one) for one in targets)))
    return Aid(tuple(steps))


@pytest.mark.slow
@given(aids())
@settings(max_examples=3000, deadline=None)
def test_an_aid_is_accepted_exactly_when_nobody_can_get_stuck_in_it(aid: Aid) -> None:
    assert (faults(aid) == []) == is_sound_by_walking(aid)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300))
def test_a_sound_aid_of_any_shape_is_never_refused_and_always_ends(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 -- shapes of graphs, no secrets
    count = dice.randint(1, 40)
    ends = max(1, count // 4)
    steps = [outcome(str(number)) for number in range(count - ends, count)]
    for number in range(count - ends - 1, -1, -1):
        later = [str(dice.randint(number + 1, count - 1))]
        earlier = [str(dice.randint(0, number)) for _ in range(dice.randint(0, 2))]
        steps.insert(0, question(str(number), *later, *earlier))
    reached = {step.key for row in _reachable(Aid(tuple(steps))) for step in row}
    aid = Aid(tuple(step for step in steps if step.key in reached))

    found = faults(aid)

    assert found == []
    assert _ends_by_walking(aid, dice)


def _reachable(aid: Aid) -> list[list[Step]]:
    rows = layers(aid)
    reached = {step.key for step in rows[0]} if rows else set()
    for row in rows[1:]:
        reached |= {step.key for step in row if any(_leads_to(one, step) for one in aid.steps if one.key in reached)}
    return [[step for step in row if step.key in reached] for row in rows]


def _leads_to(step: Step, other: Step) -> bool:
    return any(answer.leads_to == other.key for answer in step.answers)


def _ends_by_walking(aid: Aid, dice: random.Random) -> bool:
    steps = aid.by_key()
    answers: list[int] = []
    now = aid.steps[0]
    while not now.is_outcome and len(answers) < 5_000:
        answers.append(1 if dice.random() < 0.8 else dice.randint(1, len(now.answers)))
        now = steps[now.answers[answers[-1] - 1].leads_to]
    return now.is_outcome and walk(aid, answers).now == now


@pytest.mark.parametrize(
    ("aid", "expected"),
    [
        (Aid(), [Fault(FaultKind.EMPTY)]),
        (Aid((question("a"),)), [Fault(FaultKind.NO_ANSWERS, "a")]),
        (Aid((question("a", "z", ""), outcome("z"))), [Fault(FaultKind.LEADS_NOWHERE, "a", 2)]),
        (
            Aid((question("a", "b", "z"), question("b", "c"), question("c", "b"), outcome("z"))),
            [Fault(FaultKind.NO_WAY_OUT, "b"), Fault(FaultKind.NO_WAY_OUT, "c")],
        ),
        (Aid((question("a", "z"), question("b", "z"), outcome("z"))), [Fault(FaultKind.UNREACHABLE, "b")]),
        (
            Aid((Step("a", "Einde", is_outcome=True, answers=(Answer("Toch verder", "a"),)),)),
            [Fault(FaultKind.ANSWERS_AFTER_THE_END, "a")],
        ),
    ],
    ids=lambda value: "" if isinstance(value, Aid) else value[0].kind,
)
def test_each_fault_says_where_it_is(aid: Aid, expected: list[Fault]) -> None:
    assert faults(aid) == expected


def test_an_outcome_alone_is_an_aid() -> None:
    assert faults(Aid((outcome("z"),))) == []


def test_a_walk_is_the_answers_given_and_the_step_where_one_is() -> None:
    walked = walk(SOUND, [1, 2, 1])

    assert [(choice.step.key, choice.answer.text) for choice in walked.choices] == [
        ("a", "Naar b"),
        ("b", "Naar c"),
        ("c", "Naar y"),
    ]
    assert walked.now.key == "y"


@pytest.mark.parametrize("answers", [[0], [3], [2, 1], [-1]])
def test_a_way_that_does_not_exist_is_refused(answers: list[int]) -> None:
    with pytest.raises(NoSuchWay):
        walk(SOUND, answers)


def test_nobody_walks_an_aid_without_steps() -> None:
    with pytest.raises(NoSuchWay):
        walk(Aid(), [])


def test_the_longest_way_counts_questions_and_a_loop_leaves_it_open() -> None:
    straight = Aid((question("a", "b", "z"), question("b", "z", "y", "z"), outcome("y"), outcome("z")))

    assert longest_way(straight) == 2
    assert longest_way(SOUND) is None


def test_a_picture_has_rows_by_the_number_of_answers_and_what_cannot_be_reached_below() -> None:
    aid = Aid((*SOUND.steps, question("lonely", "z")))

    assert [[step.key for step in row] for row in layers(aid)] == [["a"], ["b", "z"], ["c"], ["y"], ["lonely"]]


def test_nothing_is_drawn_of_an_empty_aid() -> None:
    assert layers(Aid()) == []


@given(aids())
def test_the_way_to_a_step_leads_to_it_and_there_is_none_to_what_cannot_be_reached(aid: Aid) -> None:
    aid = Aid(tuple(replace(step, answers=() if step.is_outcome else step.answers) for step in aid.steps))
    reached = [step for row in _reachable(aid) for step in row]
    for step in aid.steps:
        way = way_to(aid, step.key)

        assert (way is None) == (step not in reached)
        assert way is None or walk(aid, way).now == step


def test_no_way_leads_to_a_step_that_does_not_exist() -> None:
    assert way_to(Aid((question("a", "b"), outcome("b"))), "c") is None
