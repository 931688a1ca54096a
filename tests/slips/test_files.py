"""A whole file that slipped through: nobody reads it any more, and a second person destroys it or puts it back."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest

from tests import factories
from tests.deliberation.agenda_acts import Desk
from tests.deliberation.doing import do, submitter_of
from tests.factories import MONDAY, checked, meeting_of
from tests.files.making import checked_file
from tests.personas import as_actor, participant, secretary
from tests.signing_in import signed_in
from verder.deliberation.models import AgendaItem, Dilemma, DilemmaFile, ItemPaper, MeetingPack, Message, PackState
from verder.deliberation.operations import attachments, papers, submitter
from verder.deliberation.queries.attachments import MOST_FILES, file_for_reader, files_for_reader, files_for_submitter
from verder.deliberation.queries.papers import contents_of, papers_of
from verder.files.models import FileContent, StoredFile
from verder.files.queries import content_of
from verder.guidance.models import Publication
from verder.network.models import BodyKind, Person
from verder.slips.about import dilemmas_about
from verder.slips.models import HiddenPlace, Slip, SlipState
from verder.slips.operations import hide, settle
from verder.slips.operations.journal import write_what_is_owed
from verder.slips.operations.replay import replay
from verder.slips.queries import place_of_file, places_of
from verder.web.dilemmas import attaching

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LATER = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def journal(tmp_path, settings) -> None:
    """Keep the journal of one test apart."""
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


def with_file(clerk: Person, *, by_submitter: bool = False) -> tuple[Dilemma, StoredFile]:
    """Return a dilemma with one file."""
    dilemma = factories.dilemma_at_intake()
    do(attachments.attach, dilemma, submitter_of(dilemma) if by_submitter else clerk, files=[checked_file()])
    return factories.fresh(dilemma), StoredFile.objects.get()


def with_paper(clerk: Person, *, is_about_it: bool = True) -> tuple[Dilemma, ItemPaper]:
    """Return a dilemma on an agenda, with a paper at its item or at one about nothing else, and a pack of it all."""
    desk = Desk(clerk, meeting_of(BodyKind.PLATFORM, clerk))
    dilemma = factories.placed(factories.admitted(factories.dilemma_at_intake(), clerk), desk.meeting, clerk)
    item = AgendaItem.objects.get() if is_about_it else desk.add("Mededelingen")
    desk.meeting.refresh_from_db()
    paper = papers.add_paper(
        item.key, file=checked_file(), title=checked("Notitie"), actor=desk.actor, at=MONDAY, intent=desk.seen()
    )
    made = {"state": PackState.DONE, "content": b"%PDF", "fingerprint": "x", "made_at": MONDAY, "asked_at": MONDAY}
    MeetingPack.objects.create(meeting=desk.meeting, **made)
    return factories.fresh(dilemma), paper


def hidden_file(dilemma: Dilemma, clerk: Person, file: StoredFile) -> Slip:
    """Hide a file, and no words."""
    place = place_of_file(dilemma, file.key)
    assert place
    return do(hide.hide, dilemma, clerk, wanted=hide.Wanted([place.code]))


def destroyed(slip: Slip) -> None:
    """Let a second person destroy what was hidden."""
    settle.destroy(slip.key, actor=as_actor(secretary(), MONDAY), at=MONDAY)


def put_back(slip: Slip) -> None:
    """Let a second person put back what was hidden."""
    settle.put_back(slip.key, reason=checked("Dit mag blijven."), actor=as_actor(secretary(), MONDAY), at=MONDAY)


def test_nobody_reads_a_hidden_file_and_the_submitter_who_added_it_hears_so() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk, by_submitter=True)

    slip = hidden_file(dilemma, clerk, file)

    assert (files_for_reader(dilemma, is_secretariat=True), files_for_submitter(dilemma)) == ([], [])
    with pytest.raises(DilemmaFile.DoesNotExist):
        file_for_reader(dilemma.number, file.key, actor=as_actor(clerk, MONDAY))
    with pytest.raises(FileContent.DoesNotExist):
        content_of(file)
    with pytest.raises(DilemmaFile.DoesNotExist):
        do(attachments.share_file, factories.fresh(dilemma), clerk, file=file.key)
    assert Message.objects.latest("pk").text.startswith("In uw tekst of bestand stond iets")
    place = HiddenPlace.objects.get(slip=slip)
    assert (place.table, place.row, place.is_whole_file, place.words) == ("files.storedfile", file.pk, True, "")
    assert place_of_file(dilemma, file.key) is None


def test_a_hidden_file_of_the_secretariat_needs_no_word_to_the_submitter_and_leaves_room_for_another() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)
    do(attachments.attach, dilemma, clerk, files=[checked_file() for _one in range(MOST_FILES - 1)])

    hidden_file(factories.fresh(dilemma), clerk, file)

    assert not Message.objects.filter(text__startswith="In uw tekst").exists()
    do(attachments.attach, factories.fresh(dilemma), clerk, files=[checked_file()])


@pytest.mark.parametrize("is_about_it", [True, False])
def test_a_hidden_paper_lies_at_no_item_and_in_no_pack(is_about_it) -> None:
    clerk = secretary()
    dilemma, paper = with_paper(clerk, is_about_it=is_about_it)
    meeting = paper.item.meeting
    before = contents_of(meeting)
    assert before.papers[paper.item.key] == (paper,)

    hidden_file(dilemma, clerk, paper.file)

    assert papers_of([paper.item.key], may_keep=True) == []
    after = contents_of(meeting)
    assert (after.papers, after.fingerprint == before.fingerprint) == ({}, False)
    assert not MeetingPack.objects.exists()


def test_once_confirmed_the_bytes_and_the_name_are_gone_and_only_the_row_stands() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)

    destroyed(hidden_file(dilemma, clerk, file))

    file.refresh_from_db()
    assert (file.name, file.digest, file.destroyed_at) == ("", "", MONDAY)
    assert not FileContent.objects.exists()


def test_a_file_that_is_put_back_is_read_again() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)
    slip = hidden_file(dilemma, clerk, file)

    put_back(slip)

    assert [link.file for link in files_for_reader(dilemma, is_secretariat=True)] == [file]
    assert content_of(file)
    assert place_of_file(dilemma, file.key)


@pytest.mark.parametrize("decide", [destroyed, put_back])
def test_a_submitter_who_takes_everything_away_takes_a_hidden_file_too_whatever_is_decided_then(decide) -> None:
    clerk = secretary()
    dilemma = factories.in_working_group(clerk, lead=participant())
    do(attachments.attach, dilemma, submitter_of(dilemma), files=[checked_file()])
    file = StoredFile.objects.get()
    slip = hidden_file(factories.fresh(dilemma), clerk, file)
    do(submitter.erase_own_text, factories.fresh(dilemma), submitter_of(dilemma), at=LATER)

    decide(slip)

    file.refresh_from_db()
    assert file.destroyed_at == LATER
    assert not FileContent.objects.exists()


def test_a_file_and_its_name_can_be_hidden_together_and_destroyed_together() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)
    codes = [one.code for one in places_of(dilemma, word="verslag")]
    assert codes == [f"files.storedfile:{file.pk}:name", f"files.storedfile:{file.pk}:content"]

    slip = do(hide.hide, dilemma, clerk, wanted=hide.Wanted(codes, "verslag"))
    file.refresh_from_db()
    assert file.name.startswith("[Verwijderd")
    destroyed(slip)

    file.refresh_from_db()
    assert (file.name, HiddenPlace.objects.exclude(words="").exists()) == ("", False)


@pytest.mark.parametrize("is_destroyed", [True, False])
def test_an_older_database_hides_or_destroys_a_file_again(is_destroyed) -> None:
    clerk = secretary()
    dilemma, paper = with_paper(clerk)
    slip = hidden_file(dilemma, clerk, paper.file)
    if is_destroyed:
        content = bytes(FileContent.objects.get().content)
        destroyed(slip)
        FileContent.objects.create(file=paper.file, content=content)
    write_what_is_owed()
    _as_in_an_older_backup(paper.file)

    assert replay(at=LATER) == 1

    assert papers_of([paper.item.key], may_keep=True) == []
    assert FileContent.objects.exists() is not is_destroyed
    assert HiddenPlace.objects.get().is_whole_file
    assert replay(at=LATER) == 0
    if not is_destroyed:
        put_back(Slip.objects.get())
        assert papers_of([paper.item.key], may_keep=True) == [paper]


def test_a_file_that_an_older_database_does_not_have_is_no_hindrance() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)
    destroyed(hidden_file(dilemma, clerk, file))
    write_what_is_owed()
    _as_in_an_older_backup(file)
    DilemmaFile.objects.all().delete()
    StoredFile.objects.all().delete()

    assert replay(at=LATER) == 1


def test_a_file_that_was_put_back_after_the_backup_is_read_again() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)
    slip = hidden_file(dilemma, clerk, file)
    put_back(slip)
    write_what_is_owed()
    Slip.objects.update(state=SlipState.HIDDEN, settled_by=None, settled_at=None, reason="")
    StoredFile.objects.update(hidden_at=MONDAY)

    assert replay(at=LATER) == 1

    assert content_of(file)


def test_an_older_database_that_never_hid_a_file_that_was_put_back_leaves_it() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)
    put_back(hidden_file(dilemma, clerk, file))
    write_what_is_owed()
    _as_in_an_older_backup(file)

    assert replay(at=LATER) == 1

    assert content_of(file)


def _as_in_an_older_backup(file: StoredFile) -> None:
    """Let the database know nothing of what was hidden."""
    HiddenPlace.objects.all().delete()
    Slip.objects.all().delete()
    whole = {"name": "verslag.docx", "digest": "0" * 64, "hidden_at": None, "destroyed_at": None}
    StoredFile.objects.filter(pk=file.pk).update(**whole)


def test_from_the_files_of_a_dilemma_one_comes_where_that_file_is_chosen_already_and_hides_it() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)
    browser, page = signed_in(clerk), f"/dilemmas/{dilemma.number}/hoort-hier-niet"
    shown = browser.get(f"/dilemmas/{dilemma.number}/bestanden").content.decode()
    assert f'href="{page}?bestand={file.key}"' in shown
    asked = browser.get(f"{page}?bestand={file.key}").content.decode()
    assert "Heel bestand: verslag.docx" in asked
    assert asked.count("checked") == 1
    for nothing in ("x", uuid.uuid4()):
        assert "checked" not in browser.get(f"{page}?bestand={nothing}").content.decode()
    fetch = f"/dilemmas/{dilemma.number}/bestanden/{file.key}"
    assert browser.get(fetch).status_code == 200

    sent = {"version": dilemma.version, "request_key": str(uuid.uuid4())}
    browser.post(page, {**sent, "places": f"files.storedfile:{file.pk}:content"})

    assert browser.get(fetch).status_code == 404
    assert "Heel bestand" in signed_in(secretary()).get("/verborgen").content.decode()


@pytest.mark.parametrize("is_about_it", [True, False])
def test_from_a_paper_one_comes_where_that_paper_is_chosen_already(is_about_it) -> None:
    clerk = secretary()
    dilemma, paper = with_paper(clerk, is_about_it=is_about_it)
    browser, page = signed_in(clerk), f"/hoort-hier-niet/bestand/{paper.file.key}"
    shown = browser.get(f"/vergaderingen/{paper.item.meeting.key}/punten/{paper.item.key}/bijlagen").content.decode()
    assert f'href="{page}"' in shown

    asked = browser.get(page, follow=True)

    where = f"/dilemmas/{dilemma.number}/hoort-hier-niet?bestand={paper.file.key}"
    assert asked.redirect_chain == [(where, 302)]
    assert asked.content.decode().count("checked") == 1


def test_a_paper_of_a_meeting_without_dilemmas_is_taken_away_and_replaced_by_who_looks_after_it() -> None:
    clerk, member = secretary(), participant()
    _dilemma, paper = with_paper(clerk, is_about_it=False)
    paper.item.meeting.items.filter(dilemma__isnull=False).delete()
    page = f"/hoort-hier-niet/bestand/{paper.file.key}"
    papers_here = f"/vergaderingen/{paper.item.meeting.key}/punten/{paper.item.key}/bijlagen"

    kept, read = signed_in(clerk).get(page).text, signed_in(member).get(page).text

    assert "hoort bij geen dilemma" in kept
    assert f'href="{papers_here}/{paper.file.key}/weghalen"' in kept
    assert f'href="{papers_here}"' in kept
    assert "Vertel het secretariaat wat u ziet." in read
    assert paper.title not in read


def test_a_paper_that_more_dilemmas_share_asks_by_which_of_them_it_is_hidden() -> None:
    clerk = secretary()
    dilemma, paper = with_paper(clerk, is_about_it=False)
    other = factories.placed(factories.admitted(factories.dilemma_at_intake(), clerk), paper.item.meeting, clerk)

    shown = signed_in(clerk).get(f"/hoort-hier-niet/bestand/{paper.file.key}").content.decode()

    for one in (dilemma, other):
        assert f"/dilemmas/{one.number}/hoort-hier-niet?bestand={paper.file.key}" in shown


def test_a_paper_at_an_item_about_guidance_is_hidden_by_the_dilemma_that_the_guidance_answers() -> None:
    clerk = secretary()
    dilemma, paper = with_paper(clerk)
    written = factories.published_guidance()
    dilemma.publications.create(publication=written, at=MONDAY)
    AgendaItem.objects.filter(pk=paper.item.pk).update(dilemma=None, publication=written)

    found = dilemmas_about("bestand", paper.file.key, standing=as_actor(clerk, MONDAY).standing)

    assert Publication.objects.get() == written
    assert list(found) == [dilemma]
    assert place_of_file(dilemma, paper.file.key)


def test_a_file_that_is_hidden_while_it_is_handed_out_is_not_there(monkeypatch) -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)
    find = attaching.file_for_reader

    def found_and_then_hidden(*asked: Any, **who: Any) -> DilemmaFile:
        link = find(*asked, **who)
        hidden_file(dilemma, clerk, file)
        return link

    monkeypatch.setattr(attaching, "file_for_reader", found_and_then_hidden)
    answer = signed_in(clerk).get(f"/dilemmas/{dilemma.number}/bestanden/{file.key}")

    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.content.decode()


def test_a_file_that_is_put_back_may_stand_beside_as_many_as_a_dilemma_holds() -> None:
    clerk = secretary()
    dilemma, file = with_file(clerk)
    slip = hidden_file(dilemma, clerk, file)
    do(attachments.attach, factories.fresh(dilemma), clerk, files=[checked_file() for _one in range(MOST_FILES)])

    put_back(slip)

    assert len(files_for_reader(dilemma, is_secretariat=True)) == MOST_FILES + 1
    with pytest.raises(attachments.TooManyFiles):
        do(attachments.attach, factories.fresh(dilemma), clerk, files=[checked_file()])
