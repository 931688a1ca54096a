"""Files with a dilemma: who adds them, what is shared when, and who takes them away."""

from __future__ import annotations

import uuid

import pytest

from tests import factories
from tests.deliberation.doing import do, submitter_of
from tests.deliberation.letters import letters_to
from tests.files import making
from tests.files.making import checked_file
from tests.personas import secretary
from verder.deliberation.actor import Actor
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import attachments, secretariat, sharing
from verder.deliberation.operations.exchange import NotInConversation
from verder.deliberation.operations.sharing import NotAllowed, TooLate
from verder.deliberation.queries.attachments import MOST_FILES
from verder.network.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def with_file(by: Person | Actor, *, content: bytes | None = None, dilemma: Dilemma | None = None) -> Dilemma:
    """Return a dilemma with one file."""
    found = dilemma or factories.dilemma_at_intake()
    do(attachments.attach, found, by, files=[checked_file(content)])
    return factories.fresh(found)


def file_of(dilemma: Dilemma) -> uuid.UUID:
    return dilemma.files.get().file.key


def with_shared_version(clerk: Person) -> Dilemma:
    dilemma = factories.dilemma_at_intake()
    do(sharing.prepare_shared_version, dilemma, clerk, words=factories.words())
    return factories.fresh(dilemma)


def test_no_files_are_no_change() -> None:
    dilemma = factories.dilemma_at_intake()

    do(attachments.attach, dilemma, submitter_of(dilemma), files=[])

    assert not dilemma.files.exists()


def test_a_dilemma_holds_no_more_files_than_can_be_looked_after() -> None:
    dilemma, clerk = factories.dilemma_at_intake(), secretary()
    do(attachments.attach, dilemma, clerk, files=[checked_file() for _one in range(MOST_FILES)])

    with pytest.raises(attachments.TooManyFiles):
        do(attachments.attach, dilemma, clerk, files=[checked_file()])

    assert dilemma.files.count() == MOST_FILES


def test_a_submitter_who_adds_a_file_after_the_end_asks_nobody_for_anything() -> None:
    clerk = secretary()
    dilemma = factories.dilemma_at_intake()
    said = factories.checked("Dit past hier niet.")
    do(secretariat.decline, dilemma, clerk, reason=said, message=said)
    letters_to(clerk.email, forget=True)

    with_file(submitter_of(dilemma), dilemma=factories.fresh(dilemma))

    assert letters_to(clerk.email) == []


def test_a_stranger_adds_nothing() -> None:
    with pytest.raises((Dilemma.DoesNotExist, NotInConversation)):
        with_file(Actor())


def test_a_file_is_shared_with_a_shared_version_before_a_body_has_it() -> None:
    clerk = secretary()
    without = with_file(clerk)
    with pytest.raises(attachments.NothingToSee):
        do(attachments.share_file, without, clerk, file=file_of(without))
    unseen = with_file(clerk, content=making.png(), dilemma=with_shared_version(clerk))
    with pytest.raises(attachments.NotLookedAt):
        do(attachments.share_file, unseen, clerk, file=file_of(unseen))

    placed, _ = factories.at_platform(clerk)
    with_file(clerk, dilemma=placed)
    with pytest.raises(TooLate):
        do(attachments.share_file, placed, clerk, file=file_of(placed))

    assert placed.files.get().shared_at is None


def test_a_submitter_takes_away_their_own_file_until_it_is_shared() -> None:
    clerk = secretary()
    dilemma = with_file(clerk)
    theirs = file_of(dilemma)
    with pytest.raises(NotAllowed):
        do(attachments.remove_file, dilemma, submitter_of(dilemma), file=theirs)

    shared = with_shared_version(clerk)
    with_file(submitter_of(shared), dilemma=shared)
    do(attachments.share_file, shared, clerk, file=file_of(shared))
    with pytest.raises(attachments.IsShared):
        do(attachments.remove_file, shared, submitter_of(shared), file=file_of(shared))

    assert shared.files.get().file.destroyed_at is None
