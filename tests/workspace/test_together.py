"""What a group shares besides its texts: the discussion with its decisions, what is still to be done, and papers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from tests import factories
from tests.factories import checked
from tests.files.making import checked_file
from tests.personas import participant, person
from tests.workspace.scenes import NOW, at_work, do, press, room_for
from verder.deliberation.models import ServedDilemma, WorkingGroup
from verder.deliberation.operations.actions import CannotBeTheirs, DateHasPassed
from verder.domain.tlp import Tlp
from verder.files.models import LookState, StoredFile
from verder.network.models import Membership, Person, Seat
from verder.post.models import Delivery
from verder.workspace.models import Contribution, GroupPaper, OpenPoint
from verder.workspace.operations import discussion, papers, points
from verder.workspace.operations.hold import NotForThem
from verder.workspace.queries import together

pytestmark = pytest.mark.django_db
SOON = (NOW + timedelta(days=3)).date()


def member_of(scene) -> Person:
    """Seat somebody in a group who neither leads it nor comes from outside."""
    made = person("lid")
    Membership.objects.create(body=scene.group.body, person=made, seat=Seat.MEMBER, starts_on=NOW.date())
    return made


def point_for(scene, owner: Person, *, by: Person | None = None) -> OpenPoint:
    """Give somebody something to do."""
    return do(points.add_point, scene, by or scene.lead, new=points.NewPoint(checked("Vraag het na."), owner, SOON))


def paper_by(scene, by: Person) -> GroupPaper:
    """Lay a paper before the group."""
    return do(papers.add_paper, scene, by, file=checked_file(), title=checked("Wat elders werkt"))


def test_the_lead_marks_what_was_decided_and_takes_that_back():
    scene = at_work()
    said = do(discussion.contribute, scene, scene.outsider, words=checked("Wij beginnen met de school."))
    mark = {"contribution": said.key}

    press(discussion.mark_decision, scene, scene.lead, is_decision=True, **mark)
    press(discussion.mark_decision, scene, scene.clerk, is_decision=True, **mark)

    decided = together.decisions_of(room_for(scene, scene.outsider)).get()
    assert (decided.decided_by, decided.decided_at) == (scene.lead, NOW)
    press(discussion.mark_decision, scene, scene.lead, is_decision=False, **mark)
    assert not together.decisions_of(room_for(scene, scene.outsider)).exists()
    assert together.discussion_of(room_for(scene, scene.outsider)).get().words == "Wij beginnen met de school."


def test_only_the_lead_and_the_secretariat_mark_decisions():
    scene = at_work()
    said = do(discussion.contribute, scene, scene.outsider, words=checked("Wij beginnen met de school."))

    with pytest.raises(NotForThem):
        press(discussion.mark_decision, scene, scene.outsider, contribution=said.key, is_decision=True)

    assert Contribution.objects.get().decided_at is None


def test_who_gets_something_to_do_is_told_unless_they_took_it_themselves():
    scene = at_work()
    Delivery.objects.all().delete()

    point_for(scene, scene.lead)
    assert not Delivery.objects.exists()
    point_for(scene, scene.outsider)

    letter = Delivery.objects.get()
    assert letter.recipient == scene.outsider.email
    assert "Vraag het na" not in letter.body
    assert f"/werkgroepen/{scene.key}/werkruimte/te-doen" in letter.body


def test_a_point_goes_to_somebody_in_the_group_for_a_day_to_come():
    scene = at_work()
    yesterday = (NOW - timedelta(days=1)).date()

    with pytest.raises(CannotBeTheirs):
        point_for(scene, participant())
    with pytest.raises(DateHasPassed):
        do(points.add_point, scene, scene.lead, new=points.NewPoint(checked("Te laat."), scene.lead, yesterday))

    assert not OpenPoint.objects.exists()


def test_who_has_something_to_do_hands_it_over_and_the_next_one_is_told():
    scene = at_work()
    point = point_for(scene, scene.outsider)
    Delivery.objects.all().delete()
    over = {"point": point.key, "due_on": SOON + timedelta(days=1), "version": 1}

    do(points.hand_over_point, scene, scene.outsider, to=scene.lead, **over)
    with pytest.raises(points.PointChanged):
        do(points.hand_over_point, scene, scene.clerk, to=scene.clerk, **over)
    with pytest.raises(NotForThem):
        do(points.hand_over_point, scene, scene.outsider, to=scene.outsider, **over)

    point.refresh_from_db()
    assert (point.owner, point.due_on) == (scene.lead, SOON + timedelta(days=1))
    assert Delivery.objects.get().recipient == scene.lead.email


def test_what_is_done_is_not_handed_over():
    scene = at_work()
    point = point_for(scene, scene.outsider)
    press(points.settle_point, scene, scene.outsider, point=point.key, is_done=True)

    with pytest.raises(points.PointChanged):
        do(points.hand_over_point, scene, scene.lead, point=point.key, to=scene.lead, due_on=SOON)

    point.refresh_from_db()
    assert point.owner == scene.outsider


def test_its_owner_says_that_a_point_is_done_and_the_lead_that_it_is_not():
    scene = at_work()
    point = point_for(scene, scene.outsider)

    for who, is_done in ((scene.outsider, True), (scene.clerk, True)):
        press(points.settle_point, scene, who, point=point.key, is_done=is_done)
    assert OpenPoint.objects.get().done_by == scene.outsider
    press(points.settle_point, scene, scene.lead, point=point.key, is_done=False)

    assert OpenPoint.objects.get().done_at is None


def test_nobody_else_settles_a_point():
    scene = at_work()
    point = point_for(scene, scene.lead)

    with pytest.raises(NotForThem):
        press(points.settle_point, scene, scene.outsider, point=point.key, is_done=True)

    assert OpenPoint.objects.get().done_at is None


def test_a_paper_that_a_computer_could_not_read_waits_for_the_lead():
    scene, other = at_work(), None
    other = member_of(scene)
    paper = paper_by(scene, scene.outsider)
    StoredFile.objects.filter(pk=paper.file.pk).update(state=LookState.TO_LOOK_AT)

    seen = {who: together.papers_in(room_for(scene, who)).count() for who in (scene.lead, scene.outsider, other)}
    assert list(seen.values()) == [1, 1, 0]
    with pytest.raises(NotForThem):
        do(papers.state_looked_at, scene, scene.outsider, file=paper.file.key)
    do(papers.state_looked_at, scene, scene.lead, file=paper.file.key)

    assert together.paper_in(room_for(scene, other), paper.file.key) == paper


def test_who_brought_a_paper_takes_it_away_and_its_bytes_are_gone():
    scene = at_work()
    paper = paper_by(scene, scene.outsider)
    other = member_of(scene)

    with pytest.raises(NotForThem):
        do(papers.remove_paper, scene, other, file=paper.file.key)
    do(papers.remove_paper, scene, scene.outsider, file=paper.file.key)

    paper.file.refresh_from_db()
    assert paper.file.destroyed_at == NOW
    assert not together.papers_in(room_for(scene, scene.lead)).exists()


def test_a_group_has_no_more_papers_than_it_can_look_after(monkeypatch):
    scene = at_work()
    paper_by(scene, scene.lead)
    monkeypatch.setattr(papers, "MOST_PAPERS", 1)

    with pytest.raises(papers.TooManyPapers):
        paper_by(scene, scene.lead)

    assert GroupPaper.objects.count() == 1


def test_what_is_shared_is_for_who_may_read_all_that_the_group_serves():
    scene = at_work()
    secret = factories.admitted(factories.dilemma_at_intake(tlp=Tlp.RED), scene.clerk, tlp=Tlp.RED)
    ServedDilemma.objects.create(group=scene.group, dilemma=secret, since=NOW)

    with pytest.raises(WorkingGroup.DoesNotExist), transaction.atomic():
        do(discussion.contribute, scene, scene.outsider, words=checked("Over alles."))
    with pytest.raises(WorkingGroup.DoesNotExist), transaction.atomic():
        paper_by(scene, scene.lead)

    assert not Contribution.objects.exists()
