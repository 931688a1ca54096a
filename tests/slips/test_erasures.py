"""What people erased themselves is erased again in a database that comes out of an older backup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from tests import factories
from tests.deliberation.doing import do, submitter_of
from tests.factories import MONDAY, checked
from tests.files.making import checked_file
from tests.personas import participant, secretary
from tests.workspace.scenes import at_work
from tests.workspace.scenes import do as do_in_room
from verder.audit.models import Event
from verder.deliberation.models import Dilemma, Original, Submitter
from verder.deliberation.operations import attachments, submitter
from verder.files.models import FileContent, StoredFile
from verder.slips.jobs import sweep_journal
from verder.slips.models import JournalledErasure
from verder.slips.operations.erasures import replay_erasures, write_erasures_owed
from verder.slips.operations.replay import replay
from verder.workspace.operations import papers

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=8)
Holds = Callable[[], bool]


@pytest.fixture(autouse=True)
def journal(tmp_path, settings) -> Path:
    """Keep the journal of one test apart."""
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    return settings.ERASURE_JOURNAL


@contextmanager
def after_the_backup() -> Iterator[None]:
    """Do something that the journal keeps, and that the database forgets."""
    with transaction.atomic():
        yield
        sweep_journal(0)
        transaction.set_rollback(True)


def with_text() -> tuple[Dilemma, Holds]:
    """Return a dilemma with a group, and whether the submitter's own text and file stand there."""
    dilemma = factories.in_working_group(secretary(), lead=participant())
    do(attachments.attach, dilemma, submitter_of(dilemma), files=[checked_file()], at=LATER)
    return factories.fresh(dilemma), lambda: Original.objects.get().question != "" or FileContent.objects.exists()


def erase_text() -> Holds:
    """Erase a submitter's own text, after the backup."""
    dilemma, holds = with_text()
    with after_the_backup():
        do(submitter.erase_own_text, dilemma, submitter_of(dilemma), at=LATER)
        assert not holds()
    return holds


def take_file_away() -> Holds:
    """Take a submitter's file away, after the backup."""
    dilemma, _holds = with_text()
    with after_the_backup():
        do(attachments.remove_file, dilemma, submitter_of(dilemma), file=StoredFile.objects.get().key, at=LATER)
    return FileContent.objects.exists


def take_paper_away() -> Holds:
    """Take a paper out of a workspace, after the backup."""
    scene = at_work()
    title = checked("Wat elders werkt")
    paper = do_in_room(papers.add_paper, scene, scene.outsider, file=checked_file(), title=title)
    with after_the_backup():
        do_in_room(papers.remove_paper, scene, scene.outsider, file=paper.file.key)
    return FileContent.objects.exists


def move() -> Holds:
    """Have a submitter written to at another address, after the backup."""
    dilemma = factories.dilemma_at_intake()
    Submitter.objects.update(email="oud@voorbeeld.example")
    with after_the_backup():
        do(submitter.change_address, dilemma, submitter_of(dilemma), address="nieuw@voorbeeld.example")
    return Submitter.objects.filter(email="oud@voorbeeld.example").exists


@pytest.mark.parametrize("erase", [erase_text, take_file_away, take_paper_away, move])
def test_what_was_erased_after_a_backup_is_erased_again_and_told_once(erase: Callable[[], Holds]) -> None:
    holds = erase()
    happened = Event.objects.count()
    assert holds()

    assert replay_erasures(at=LATER) == 1

    assert not holds()
    assert (replay(at=LATER), replay_erasures(at=LATER), write_erasures_owed()) == (0, 0, 0)
    assert Event.objects.count() == happened + 1


def test_an_address_that_stayed_is_still_there_after_a_restore() -> None:
    dilemma = factories.dilemma_at_intake()
    Submitter.objects.update(email="oud@voorbeeld.example")
    with after_the_backup():
        do(submitter.change_address, dilemma, submitter_of(dilemma), address="oud@voorbeeld.example")

    assert replay_erasures(at=LATER) == 0

    assert Submitter.objects.get().email == "oud@voorbeeld.example"


def test_the_history_has_the_erasure_back_as_it_was() -> None:
    dilemma, _holds = with_text()
    with after_the_backup():
        do(submitter.erase_own_text, dilemma, submitter_of(dilemma), at=LATER)
        lost = Event.objects.latest("pk")

    replay_erasures(at=LATER + timedelta(days=1))

    again = Event.objects.latest("pk")
    assert (again.key, again.at, again.action) == (lost.key, LATER, "original.erased")
    assert (again.party, again.subject) == ("submitter", dilemma.key)


def test_a_file_that_went_otherwise_meanwhile_stays_gone() -> None:
    take_file_away()
    dilemma = Dilemma.objects.get()
    do(submitter.erase_own_text, dilemma, submitter_of(dilemma), at=LATER)

    assert replay_erasures(at=LATER) == 1

    assert not FileContent.objects.exists()


def test_a_database_from_before_the_dilemma_has_nothing_to_erase(journal) -> None:
    erase_text()
    key = str(Dilemma.objects.get().key)
    journal.write_text(journal.read_text().replace(key, "00000000-0000-4000-8000-000000000000"))

    assert replay_erasures(at=LATER) == 1

    assert Original.objects.get().question != ""


def test_the_journal_holds_no_word_of_what_was_erased_and_each_erasure_once(journal) -> None:
    dilemma, _holds = with_text()
    do(submitter.erase_own_text, dilemma, submitter_of(dilemma), at=LATER)

    sweep_journal(0)
    call_command("journal_erasures")
    call_command("replay_erasures")

    (line,) = journal.read_text().splitlines()
    assert "Mag ik" not in line
    assert JournalledErasure.objects.get().event == Event.objects.get(action="original.erased").key
    assert str(JournalledErasure.objects.get()) in line
