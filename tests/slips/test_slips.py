"""One person hides words everywhere at once, a second settles it, and a restored backup forgets them again."""

from __future__ import annotations

import subprocess
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection

from tests import factories
from tests.deliberation.agenda_acts import desk
from tests.deliberation.at_once import at_once
from tests.deliberation.doing import do
from tests.factories import MONDAY, checked
from tests.guidance.pieces import made_ready
from tests.personas import as_actor, participant, platform_chair, secretary
from tests.slips.scenes import TEXT, WORD, hidden, with_a_slip
from tests.web.aid_help import draft_with
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import AgendaItem, CoverNote, Dilemma, Meeting, Message, Note, SentItem
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.domain.tlp import Tlp
from verder.guidance.models import AidAnswer, AidStep, Publication, PublicationPart
from verder.launch.backup import programs_for
from verder.network.models import BodyKind
from verder.post.models import Delivery
from verder.slips.holders import BY_TABLE
from verder.slips.models import HiddenPlace, Slip
from verder.slips.operations import hide, settle
from verder.slips.operations.hide import put_in_place
from verder.slips.operations.journal import write_what_is_owed
from verder.slips.operations.replay import replay
from verder.slips.queries import places_of, slips_waiting_for


@pytest.mark.django_db
def test_hidden_words_stand_nowhere_but_locked_away() -> None:
    dilemma, clerk = with_a_slip()

    slip = hidden(dilemma, clerk)

    assert WORD not in factories.fresh(dilemma).public_title + Note.objects.get().text
    letter = Delivery.objects.get(recipient="iemand@voorbeeld.example")
    assert (letter.subject, WORD in letter.body) == ("Bericht van Verder", False)
    assert HiddenPlace.objects.filter(slip=slip).count() == 4
    assert Event.objects.get(action="slip.hidden").details == {"slip": str(slip.key)}


@pytest.mark.django_db
def test_a_form_about_guidance_or_an_agenda_that_was_open_meanwhile_does_not_bring_words_back() -> None:
    at_work, draft = desk(), made_ready(draft_with())
    at_work.write_note(at_work.add("Rondvraag"))
    held = {
        Publication: (PublicationPart.objects.first(), AidStep.objects.first(), AidAnswer.objects.first()),
        Meeting: (AgendaItem.objects.get(), CoverNote.objects.get()),
    }

    for of, rows in held.items():
        for row in rows:
            holder = BY_TABLE[row._meta.label_lower]
            whole = of.objects.filter(pk=(draft if of is Publication else at_work.meeting).pk)
            before = whole.values_list(holder.counter, flat=True).get()
            put_in_place(holder.table, row.pk, holder.columns[0], "Weg")
            assert whole.values_list(holder.counter, flat=True).get() == before + 1, holder.table


@pytest.mark.django_db
def test_a_replacement_keeps_the_text_readable() -> None:
    dilemma, clerk = with_a_slip()

    hidden(dilemma, clerk, "perceel")

    assert Note.objects.get().text == "Dit gaat over het perceel en school."


@pytest.mark.django_db
def test_a_second_person_confirms_and_the_first_cannot() -> None:
    dilemma, clerk = with_a_slip()
    slip, second = hidden(dilemma, clerk), secretary()
    with pytest.raises(settle.MayNotSettle):
        settle.destroy(slip.key, actor=as_actor(clerk, MONDAY), at=MONDAY)
    assert [one.key for one, _number in slips_waiting_for(as_actor(second, MONDAY).standing)] == [slip.key]

    settle.destroy(slip.key, actor=as_actor(second, MONDAY), at=MONDAY)

    assert not HiddenPlace.objects.exclude(words="").exists()
    assert "wordt gecontroleerd" not in Note.objects.get().text
    with pytest.raises(settle.SettledAlready):
        settle.destroy(slip.key, actor=as_actor(second, MONDAY), at=MONDAY)


@pytest.mark.django_db
def test_a_second_person_who_disagrees_puts_the_words_back_but_never_over_a_later_text() -> None:
    dilemma, clerk = with_a_slip()
    slip, second = hidden(dilemma, clerk), secretary()
    Dilemma.objects.filter(pk=dilemma.pk).update(public_title="Later geschreven")
    with pytest.raises(settle.ReasonMissing):
        settle.put_back(slip.key, reason=checked(" "), actor=as_actor(second, MONDAY), at=MONDAY)

    settle.put_back(slip.key, reason=checked("Dit is een organisatie."), actor=as_actor(second, MONDAY), at=MONDAY)

    assert (Note.objects.get().text, factories.fresh(dilemma).public_title) == (TEXT, "Later geschreven")


@pytest.mark.django_db
def test_what_a_second_slip_destroys_is_not_kept_by_an_earlier_one_in_the_same_text() -> None:
    dilemma, clerk = with_a_slip()
    hidden(dilemma, clerk, "perceel")
    note = [one.code for one in places_of(dilemma, word="school") if one.table == "deliberation.note"]
    later = do(hide.hide, dilemma, clerk, wanted=hide.Wanted(note, "school"))

    settle.destroy(later.key, actor=as_actor(secretary(), MONDAY), at=MONDAY)

    kept = HiddenPlace.objects.filter(table="deliberation.note")
    assert not any("school" in one.words + one.mark for one in kept)


@pytest.mark.django_db
def test_who_may_not_hide_is_refused_and_nothing_chosen_is_nothing_hidden() -> None:
    dilemma, clerk = with_a_slip()

    with pytest.raises(hide.NothingThere):
        do(hide.hide, dilemma, clerk, wanted=hide.Wanted(["x:1:y"], WORD))
    dilemma = factories.admitted(dilemma, clerk)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)
    with pytest.raises(hide.MayNotHide):
        do(hide.hide, dilemma, participant(), wanted=hide.Wanted(["x:1:y"], WORD))
    assert not Slip.objects.exists()


@pytest.mark.django_db
def test_a_title_on_an_agenda_that_was_sent_is_hidden_though_nothing_else_may_change_it() -> None:
    clerk = secretary()
    dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)
    Dilemma.objects.filter(pk=dilemma.pk).update(public_title=TEXT)
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk)
    factories.placed(factories.fresh(dilemma), meeting, clerk)
    AgendaItem.objects.update(title=TEXT)
    factories.sent(meeting, clerk)
    assert SentItem.objects.get().title == TEXT

    hidden(factories.fresh(dilemma), clerk)

    assert WORD not in SentItem.objects.get().title + AgendaItem.objects.get().title


@pytest.mark.django_db
def test_a_reader_points_and_the_secretariat_hears_of_it() -> None:
    dilemma, clerk = with_a_slip()

    do(hide.flag, dilemma, clerk)

    assert Delivery.objects.filter(recipient=clerk.email, subject="Wilt u naar een tekst kijken?").exists()


@pytest.mark.django_db
def test_a_submitter_hears_that_their_message_was_changed() -> None:
    dilemma, clerk = with_a_slip()
    Message.objects.create(dilemma=dilemma, party="submitter", text=TEXT, at=MONDAY)

    hidden(dilemma, clerk)

    assert Message.objects.latest("pk").text.startswith("In uw tekst of bestand stond iets")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_who_hide_at_once_one_is_told_to_look_again() -> None:
    dilemma, clerk = with_a_slip()
    codes = [place.code for place in places_of(dilemma, word=WORD)]
    people = [clerk, secretary()]

    def attempt(person):
        wanted, intent, actor = hide.Wanted(codes, WORD), Intent(dilemma.version), as_actor(person, MONDAY)
        return lambda: hide.hide(dilemma.number, wanted=wanted, actor=actor, at=MONDAY, intent=intent)

    outcomes = at_once([attempt(person) for person in people])

    assert {type(one) for one in outcomes} == {SomeoneWasFirst, Slip}
    assert Slip.objects.get().is_journalled


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_after_destruction_the_dump_of_the_whole_database_holds_the_word_nowhere() -> None:
    dilemma, clerk = with_a_slip()
    assert WORD.encode() in dump()

    settle.destroy(hidden(dilemma, clerk).key, actor=as_actor(platform_chair_of(dilemma, clerk), MONDAY), at=MONDAY)

    assert WORD.encode() not in dump()
    assert WORD not in settings.ERASURE_JOURNAL.read_text()
    assert b"slip.destroyed" in dump()


def platform_chair_of(dilemma: Dilemma, clerk):
    """Return a second person: the chair once the dilemma is shared, so a secretariat of one can work."""
    factories.admitted(dilemma, clerk)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)
    return platform_chair()


def dump() -> bytes:
    """Return everything that the database holds, as text."""
    of = connection.settings_dict
    url = f"postgresql://{of['USER']}:{of['PASSWORD']}@{of['HOST']}:{of['PORT']}/{of['NAME']}"
    return subprocess.run([programs_for(url) / "pg_dump", url], capture_output=True, check=True).stdout  # noqa: S603 -- our own program


@pytest.mark.django_db
@pytest.mark.parametrize("is_destroyed", [True, False])
def test_an_older_database_forgets_again_what_the_journal_says(tmp_path, settings, is_destroyed) -> None:
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    dilemma, clerk = with_a_slip()
    slip = hidden(dilemma, clerk)
    if is_destroyed:
        settle.destroy(slip.key, actor=as_actor(secretary(), MONDAY), at=MONDAY)
    assert write_what_is_owed() == 1
    HiddenPlace.objects.all().delete()
    Slip.objects.all().delete()
    Note.objects.update(text=TEXT)

    assert replay(at=MONDAY + timedelta(days=1)) == 1

    assert WORD not in Note.objects.get().text
    assert HiddenPlace.objects.filter(words=TEXT).exists() is not is_destroyed
    assert replay(at=MONDAY) == 0
    assert Event.objects.filter(action="slip.replayed").count() == 1
