"""What may go wrong with slips: torn lines, strangers, long replacements, and what was written since."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command

from tests import factories
from tests.deliberation.doing import do
from tests.factories import MONDAY, checked
from tests.personas import as_actor, participant, platform_chair, secretary
from tests.slips.scenes import TEXT, WORD, hidden, wanted, with_a_slip
from verder.audit.models import Event
from verder.deliberation.models import TITLE_TAKEN_OUT, Dilemma, Note
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication
from verder.network.models import Person
from verder.network.standing import Standing
from verder.post.models import Delivery
from verder.slips.jobs import sweep_journal
from verder.slips.marks import holds, mark_for
from verder.slips.models import HiddenPlace, Slip, SlipState
from verder.slips.operations import hide, settle
from verder.slips.operations.journal import write_what_is_owed
from verder.slips.operations.replay import replay
from verder.slips.queries import slips_waiting_for

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def journal(tmp_path, settings):
    """Keep the journal of one test apart."""
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    return settings.ERASURE_JOURNAL


def put_back(slip: Slip, by: Person) -> None:
    """Put the words back."""
    settle.put_back(slip.key, reason=checked("Dit mag blijven."), actor=as_actor(by, MONDAY), at=MONDAY)


def shared_with_all(dilemma: Dilemma, clerk: Person) -> None:
    """Let every participant read a dilemma."""
    factories.admitted(dilemma, clerk)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)


def test_without_a_journal_there_is_nothing_to_replay(journal) -> None:
    assert not journal.exists()
    assert replay(at=LATER) == 0


def test_a_torn_last_line_costs_only_itself_and_is_written_again(journal) -> None:
    dilemma, clerk = with_a_slip()
    slip = hidden(dilemma, clerk)
    write_what_is_owed()
    journal.write_text(journal.read_text()[:40])
    Slip.objects.update(is_journalled=False)

    assert write_what_is_owed() == 1

    torn, whole = journal.read_text().splitlines()
    assert (len(torn), str(slip.key) in whole) == (40, True)
    Slip.objects.all().update(state=SlipState.HIDDEN)
    assert replay(at=LATER) == 0


def test_the_sweep_writes_what_a_killed_process_left_and_nothing_twice(journal) -> None:
    hidden(*with_a_slip())

    sweep_journal(0)
    sweep_journal(0)

    assert len(journal.read_text().splitlines()) == 1


def test_after_a_restore_the_commands_write_what_is_owed_and_replay(journal, capsys) -> None:
    slip = hidden(*with_a_slip())
    call_command("journal_erasures")
    assert str(slip.key) in journal.read_text()
    HiddenPlace.objects.all().delete()
    Slip.objects.all().delete()
    Note.objects.update(text=TEXT)

    call_command("replay_erasures")

    assert WORD not in Note.objects.get().text
    assert capsys.readouterr().out == "1 erasures carried out again.\n"


def test_a_database_in_which_slips_do_not_stand_yet_owes_the_journal_nothing(journal, monkeypatch) -> None:
    hidden(*with_a_slip())
    monkeypatch.setattr("django.db.connection.introspection.table_names", list)

    call_command("journal_erasures")

    assert not journal.exists()


def test_what_was_put_back_after_the_backup_comes_back_again() -> None:
    dilemma, clerk = with_a_slip()
    slip = hidden(dilemma, clerk)
    kept = list(HiddenPlace.objects.values())
    mark = Note.objects.get().text
    put_back(slip, secretary())
    write_what_is_owed()
    Slip.objects.update(state=SlipState.HIDDEN, settled_by=None, settled_at=None, reason="")
    for one in kept:
        HiddenPlace.objects.filter(pk=one.pop("id")).update(**one)
    Note.objects.update(text=mark)
    Dilemma.objects.filter(pk=dilemma.pk).update(public_title="Later geschreven")

    assert replay(at=LATER) == 1

    assert (Note.objects.get().text, factories.fresh(dilemma).public_title) == (TEXT, "Later geschreven")
    assert not HiddenPlace.objects.exclude(words="").exists()
    assert Slip.objects.get().state == SlipState.RESTORED


def test_a_database_that_never_knew_a_slip_that_was_put_back_keeps_the_words() -> None:
    slip = hidden(*with_a_slip())
    put_back(slip, secretary())
    write_what_is_owed()
    HiddenPlace.objects.all().delete()
    Slip.objects.all().delete()

    assert replay(at=LATER) == 1

    assert Note.objects.get().text == TEXT
    assert Slip.objects.get().state == SlipState.RESTORED


def test_what_was_hidden_in_the_backup_and_destroyed_since_is_destroyed() -> None:
    slip = hidden(*with_a_slip())
    kept = list(HiddenPlace.objects.values())
    mark = Note.objects.get().text
    settle.destroy(slip.key, actor=as_actor(secretary(), MONDAY), at=MONDAY)
    write_what_is_owed()
    Slip.objects.update(state=SlipState.HIDDEN, settled_by=None, settled_at=None)
    for one in kept:
        HiddenPlace.objects.filter(pk=one.pop("id")).update(**one)
    Note.objects.update(text=mark)

    assert replay(at=LATER) == 1

    assert not HiddenPlace.objects.exclude(words="").exists()
    assert Slip.objects.get().state == SlipState.DESTROYED


def test_a_row_that_an_older_database_does_not_have_is_passed_over() -> None:
    hidden(*with_a_slip())
    write_what_is_owed()
    HiddenPlace.objects.all().delete()
    Slip.objects.all().delete()
    Note.objects.all().delete()

    assert replay(at=LATER) == 1

    assert not Note.objects.exists()


def test_a_replacement_that_does_not_fit_gives_way_to_the_neutral_words() -> None:
    dilemma, clerk = with_a_slip()
    room = Dilemma._meta.get_field("public_title").max_length
    assert room
    Dilemma.objects.filter(pk=dilemma.pk).update(public_title=f"{WORD} {'a' * (room - 20)}")

    hidden(dilemma, clerk, "een stuk land met heel veel bloemen")

    assert factories.fresh(dilemma).public_title == TITLE_TAKEN_OUT
    assert "een stuk land met heel veel bloemen" in Note.objects.get().text


def test_the_address_of_a_page_and_an_invitation_in_a_calendar_hold_no_neutral_sentence() -> None:
    slip = hidden(*with_a_slip())

    assert mark_for("guidance.publication", 7, "slug", slip=slip) == "verwijderd-7"
    assert mark_for("post.delivery", 7, "calendar", slip=slip) == ""
    assert holds("over-het-tulpenveld-en-school", "Tulpenveld", "slug")
    assert not holds("over-het-tulpenveld", "!!!", "slug")
    assert Publication._meta.get_field("slug").unique


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("tulpenveld", "het Tulpen-\nveld"),
        ("tulpenveld", "het Tul\u00adpen\u2010  \n  veld"),
        ("Tulpen-Veld", "het Tulpen-\nVeld"),
        ("groot tulpenveld", "een groot\nTulpen-\nveld"),
    ],
)
def test_a_word_is_found_where_a_line_ends_in_it(word, text) -> None:
    assert holds(text, word, "text")


@pytest.mark.parametrize("text", ["de tulpen\nveld na veld", "de tulpen - veld na veld", "het tulpen-veld"])
def test_words_that_stand_apart_are_not_taken_for_one(text) -> None:
    assert not holds(text, "tulpenveld", "text")


def test_without_a_word_a_letter_that_repeats_a_whole_title_is_emptied_too() -> None:
    dilemma, clerk = with_a_slip()
    title = [f"deliberation.dilemma:{dilemma.pk}:public_title"]

    do(hide.hide, dilemma, clerk, wanted=hide.Wanted(title))

    assert WORD not in Delivery.objects.get(recipient="iemand@voorbeeld.example").body
    assert Note.objects.get().text == TEXT


def test_what_to_hide_does_not_print_its_words() -> None:
    dilemma, _clerk = with_a_slip()

    assert repr(wanted(dilemma)) == "<2 places to hide>"


def test_the_person_who_was_asked_hears_of_it_and_may_settle_though_others_of_the_network_may_not() -> None:
    dilemma, clerk = with_a_slip()
    asked, other = participant(), participant()
    shared_with_all(dilemma, clerk)
    slip = hidden(factories.fresh(dilemma), clerk, second=asked)
    assert Delivery.objects.filter(recipient=asked.email, subject="Wilt u naar een tekst kijken?").exists()
    assert [one for one, _number in slips_waiting_for(as_actor(asked, MONDAY).standing)] == [slip]
    assert slips_waiting_for(as_actor(other, MONDAY).standing) == []
    with pytest.raises(settle.MayNotSettle):
        settle.destroy(slip.key, actor=as_actor(other, MONDAY), at=MONDAY)

    settle.destroy(slip.key, actor=as_actor(asked, MONDAY), at=MONDAY)

    assert Slip.objects.get().settled_by == asked.opaque_id


def test_the_chair_hides_on_behalf_of_the_platform() -> None:
    dilemma, clerk = with_a_slip()
    shared_with_all(dilemma, clerk)

    slip = hidden(factories.fresh(dilemma), platform_chair())

    assert Event.objects.get(action="slip.hidden", details__slip=str(slip.key)).party == "platform"
    assert WORD not in Note.objects.get().text


def test_a_stranger_sees_nothing_waiting_and_settles_nothing() -> None:
    slip = hidden(*with_a_slip())

    assert slips_waiting_for(Standing()) == []
    with pytest.raises(Dilemma.DoesNotExist):
        settle.destroy(slip.key, actor=as_actor(participant(), MONDAY), at=MONDAY)
    with pytest.raises(Dilemma.DoesNotExist):
        settle.destroy(uuid.uuid4(), actor=as_actor(secretary(), MONDAY), at=MONDAY)


def test_a_reader_points_at_a_dilemma_once_a_day() -> None:
    dilemma, clerk = with_a_slip()
    colleague = secretary()
    do(hide.flag, dilemma, clerk)
    with pytest.raises(hide.FlaggedToday):
        do(hide.flag, dilemma, clerk)

    do(hide.flag, dilemma, colleague)
    do(hide.flag, dilemma, clerk, at=LATER)

    letters = Delivery.objects.filter(recipient=clerk.email, subject="Wilt u naar een tekst kijken?")
    assert letters.count() == 3


def test_slips_and_places_print_no_words() -> None:
    slip = hidden(*with_a_slip())

    assert str(slip) == f"{slip.key}: hidden"
    assert not any(WORD in str(one) for one in slip.places.all())
