"""The example holds a workspace in which something happened in each corner."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from verder.deliberation.starter.load import load
from verder.workspace.models import Contribution, GroupText, OpenPoint, Remark, SectionVersion
from verder.workspace.queries.texts import sections_now, sections_out
from verder.workspace.starter.load import in_workspaces

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
KINGS_DAY = datetime(2026, 4, 27, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize("now", [WEDNESDAY, KINGS_DAY], ids=["working day", "holiday"])
def test_on_any_day_a_group_has_a_filled_worksheet_and_says_that_it_is_an_example(now: datetime) -> None:
    load(at=now, also=[in_workspaces])

    sheet = GroupText.objects.get()
    sections = list(sections_now(sheet))
    assert "voorbeeldtekst" in sheet.title
    assert [bool(one.words) for one in sections] == [True] * 9
    assert "ondanks het bezwaar dat" in sections[-2].words
    assert max(one.number for one in sections) > 2
    assert not sections_out(sheet).exists()
    assert not SectionVersion.objects.filter(at__gt=now).exists()


def test_it_shows_a_proposal_that_waits_one_that_was_taken_over_a_decision_and_something_to_do() -> None:
    load(at=WEDNESDAY, also=[in_workspaces])

    assert sorted(Remark.objects.values_list("outcome", flat=True)) == ["", "answered", "taken_over"]
    assert Remark.objects.get(outcome="").proposal
    assert Contribution.objects.filter(decided_at__isnull=False).count() == 2
    assert OpenPoint.objects.filter(done_at=None, due_on__gt=WEDNESDAY.date()).count() == 2
    assert OpenPoint.objects.exclude(done_at=None).count() == 1
