"""Long lists a page at a time: by name or date, up or down, forwards and back, with rows that are alike."""

from __future__ import annotations

import pytest

from tests.personas import organisation
from verder.network.models import Organisation
from verder.network.paging import Stretch, stretch

pytestmark = pytest.mark.django_db
NAMES = ["a", "b", "c", "d", "e"]


def names(found: Stretch[Organisation]) -> list[str]:
    return [row.name for row in found.rows]


@pytest.fixture
def rows():
    for name in NAMES:
        organisation(name)
    return Organisation.objects.all()


@pytest.mark.parametrize(("order", "expected"), [("name", NAMES), ("-name", NAMES[::-1]), ("-pk", NAMES[::-1])])
def test_turning_on_shows_every_row_once(rows, order, expected):
    shown, after = [], None

    while True:
        found = stretch(rows, order, after=after, size=2)
        shown += names(found)
        after = found.after
        if after is None:
            break

    assert shown == expected


@pytest.mark.parametrize("order", ["name", "-name", "pk"])
def test_turning_back_shows_the_page_that_one_came_from(rows, order):
    first = stretch(rows, order, size=2)
    second = stretch(rows, order, after=first.after, size=2)

    back = stretch(rows, order, before=second.before, size=2)

    assert names(back) == names(first)
    assert (back.before, back.after) == (None, first.after)


def test_rows_that_are_alike_are_each_shown_once(rows):
    kind = rows[0].kind_id
    first = stretch(rows, "kind", size=3)

    second = stretch(rows, "kind", after=first.after, size=3)

    assert {row.kind_id for row in rows} == {kind}
    assert names(first) + names(second) == NAMES


def test_a_key_that_is_not_in_the_list_shows_the_first_page(rows):
    found = stretch(rows, "name", after=10**9, size=2)

    assert names(found) == ["a", "b"]
    assert found.before is None


def test_an_empty_list_has_no_pages():
    found = stretch(Organisation.objects.all(), "name")

    assert found == Stretch(())
