"""What each kind of guidance is made of, and what is told to be lacking."""

from __future__ import annotations

import pytest

from verder.domain.guidance_parts import (
    RULES,
    Lack,
    LackKind,
    Part,
    PartCode,
    PublicationKind,
    Shape,
    lacks,
    rules_of,
)

FRAMEWORK, INSIGHT = PublicationKind.ACTION_FRAMEWORK, PublicationKind.INSIGHT


def needed(kind: PublicationKind) -> list[Part]:
    """Write all parts that a kind cannot do without."""
    rows = {Shape.ONE: 1, Shape.ROWS: 2, Shape.FIVE: 5, Shape.CHOSEN: 0}
    return [
        Part(rule.code, "Zo.", number, "Kop")
        for rule in rules_of(kind)
        if kind in rule.needed_in
        for number in range(1, rows[rule.shape] + 1)
    ]


def test_each_part_has_one_rule_and_no_kind_both_needs_and_may_have_it():
    assert sorted(rule.code for rule in RULES) == sorted(PartCode)
    assert not any(rule.needed_in & rule.may_be_in for rule in RULES)


def test_a_framework_has_every_part_and_an_insight_only_some():
    assert len(rules_of(FRAMEWORK)) == len(PartCode)
    assert PartCode.REPORTING_CODE not in {rule.code for rule in rules_of(INSIGHT)}


@pytest.mark.parametrize("kind", PublicationKind)
def test_a_piece_with_all_that_its_kind_needs_lacks_nothing(kind):
    assert lacks(kind, needed(kind), has_contacts=True) == []


@pytest.mark.parametrize("kind", PublicationKind)
def test_an_empty_piece_lacks_each_part_that_its_kind_needs_in_the_order_of_reading(kind):
    expected = [Lack(rule.code, LackKind.EMPTY) for rule in rules_of(kind) if kind in rule.needed_in]

    assert lacks(kind, [], has_contacts=False) == expected


@pytest.mark.parametrize("left_out", [part.code for part in needed(FRAMEWORK) if part.number == 1])
def test_every_part_that_is_left_out_is_told(left_out):
    parts = [part for part in needed(FRAMEWORK) if part.code is not left_out]

    assert lacks(FRAMEWORK, parts, has_contacts=True) == [Lack(left_out, LackKind.EMPTY)]


def test_a_framework_without_contacts_lacks_them():
    assert lacks(FRAMEWORK, needed(FRAMEWORK), has_contacts=False) == [Lack(PartCode.CONTACTS, LackKind.EMPTY)]


def test_the_reporting_code_has_all_its_five_steps():
    parts = [part for part in needed(FRAMEWORK) if (part.code, part.number) != (PartCode.REPORTING_CODE, 4)]

    assert lacks(FRAMEWORK, parts, has_contacts=True) == [Lack(PartCode.REPORTING_CODE, LackKind.NO_STEP, 4)]


def test_a_step_says_whose_it_is():
    parts = [*needed(FRAMEWORK), Part(PartCode.STEPS, "Bel.", 3)]

    assert lacks(FRAMEWORK, parts, has_contacts=True) == [Lack(PartCode.STEPS, LackKind.NO_HEADING, 3)]


def test_cultural_context_has_a_source_a_second_reader_and_what_it_does_not_mean():
    bare = [*needed(INSIGHT), Part(PartCode.CONTEXT, "Zwijgen kan uit zorg komen.")]
    whole = [
        *needed(INSIGHT),
        Part(PartCode.CONTEXT, "Zwijgen kan uit zorg komen.", source="Een rapport", read_by="Adviseur"),
        Part(PartCode.CONTEXT_NOT, "Zwijgen is geen bewijs."),
    ]

    assert lacks(INSIGHT, bare, has_contacts=False) == [
        Lack(PartCode.CONTEXT, LackKind.NO_SOURCE),
        Lack(PartCode.CONTEXT, LackKind.NOT_READ),
        Lack(PartCode.CONTEXT_NOT, LackKind.EMPTY),
    ]
    assert lacks(INSIGHT, whole, has_contacts=False) == []
