"""The picture of a decision aid: nothing over anything else, every answer drawn, and always the same."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as some

from verder.domain.aid_picture import WIDTH, Box, Picture, picture_of
from verder.domain.decision_aid import Aid, Answer, Step

KEYS = [f"stap-{number}" for number in range(9)]
LONG = "Is het kind vandaag veilig, en weet u wie er thuis is als het uit school komt?"


@some.composite
def aids(draw) -> Aid:
    """Draw any aid: with loops, loose ends, unreachable steps and answers that lead nowhere."""
    keys = KEYS[: draw(some.integers(0, len(KEYS)))]
    leads = some.sampled_from([*keys, "", "weg"]) if keys else some.just("")
    answers = some.lists(some.builds(Answer, some.sampled_from(["Ja", "Nee", LONG]), leads), max_size=4)
    return Aid(
        tuple(Step(key, draw(some.sampled_from(["", "Kort?", LONG])), answers=tuple(draw(answers))) for key in keys)
    )


def overlap(one: Box, other: Box) -> bool:
    beside = one.x + WIDTH <= other.x or other.x + WIDTH <= one.x
    return not (beside or one.y + one.height <= other.y or other.y + other.height <= one.y)


def runs_through(picture: Picture) -> bool:
    """Tell whether the inside of a step is touched by an arrow, looked at in small steps along it."""
    for arrow in picture.arrows:
        for begin, end in pairwise(arrow.points):
            for part in range(41):
                x, y = (begin[side] + (end[side] - begin[side]) * part / 40 for side in (0, 1))
                if any(box.x < x < box.x + WIDTH and box.y < y < box.y + box.height for box in picture.boxes):
                    return True
    return False


@given(aids())
def test_no_step_lies_over_another_and_all_are_within_the_picture(aid):
    picture = picture_of(aid)

    assert [box.step.key for box in sorted(picture.boxes, key=lambda box: box.step.key)] == sorted(aid.by_key())
    assert not any(overlap(one, other) for one, other in combinations(picture.boxes, 2))
    assert all(
        0 <= box.x <= picture.width - WIDTH and 0 <= box.y <= picture.height - box.height for box in picture.boxes
    )


@given(aids())
def test_every_answer_that_leads_somewhere_is_drawn_once_and_through_no_step(aid):
    picture, steps = picture_of(aid), aid.by_key()
    leading = [
        (step.key, number)
        for step in aid.steps
        for number, answer in enumerate(step.answers, 1)
        if answer.leads_to in steps
    ]

    assert sorted((arrow.source, arrow.number) for arrow in picture.arrows) == sorted(leading)
    assert not runs_through(picture)
    assert all(0 <= x <= picture.width and 0 <= y <= picture.height for one in picture.arrows for x, y in one.points)


@given(aids())
def test_the_same_aid_gives_the_same_picture(aid):
    assert picture_of(aid) == picture_of(aid)


def test_steps_stand_under_the_one_that_leads_to_them_so_that_arrows_do_not_cross():
    aid = Aid(
        (
            Step("a", "A", answers=(Answer("Ja", "links"), Answer("Nee", "rechts"))),
            Step("links", "Links", answers=(Answer("Ja", "links-af"),)),
            Step("rechts", "Rechts", answers=(Answer("Ja", "rechts-af"),)),
            Step("rechts-af", "Rechts af", is_outcome=True),
            Step("links-af", "Links af", is_outcome=True),
        )
    )

    place = {box.step.key: box.middle for box in picture_of(aid).boxes}

    assert place["links"] < place["rechts"]
    assert place["links-af"] < place["rechts-af"]


def test_answers_that_do_not_fit_beside_each_other_are_known_by_their_letters():
    answers = (Answer("Ja", "b"), Answer(LONG, "b"), Answer("Nee", "b"))
    aid = Aid((Step("a", "A", answers=answers), Step("b", "B", answers=(Answer("Ja", "a"), Answer("Nee", "a")))))

    labels = [arrow.label for arrow in picture_of(aid).arrows]

    assert labels == ["a", "b", "c", "Ja", "Nee"]
