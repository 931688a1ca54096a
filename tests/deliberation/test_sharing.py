"""The shared version, its label and its readers: nobody reads a text before its submitter has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.doing import SAID, do, submitter_of
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked, words
from tests.personas import as_actor, director, participant, secretary
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import HowSeen, SharedVersion, Submitter
from verder.deliberation.operations import platform, secretariat, sharing
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.domain.tlp import Tlp
from verder.network.models import Person
from verder.textcheck import Dismissal, Label, clear

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def test_the_submitter_is_offered_the_shared_version() -> None:
    dilemma = factories.dilemma_at_intake()
    Submitter.objects.update(email="inbrenger@voorbeeld.example", email_confirmed_at=MONDAY)

    do(sharing.prepare_shared_version, dilemma, secretary(), words=words(question="Mag een school delen?"))

    shared = SharedVersion.objects.get()
    assert (shared.question, shared.offered_at, shared.seen_at) == ("Mag een school delen?", MONDAY, None)
    assert letters_to("inbrenger@voorbeeld.example") == ["Er is nieuws over uw dilemma"]
    assert str(shared) == str(dilemma.original) == str(dilemma.pk)


def test_what_was_said_of_a_finding_in_it_is_kept() -> None:
    dilemma = factories.dilemma_at_intake()
    said = Dismissal(Label.PLATE, "AB-12-CD", "Dit is een lokaal.")
    text = clear("De auto met AB-12-CD is van de school.", allowed=frozenset(), dismissals=[said])

    do(sharing.prepare_shared_version, dilemma, secretary(), words={**words(), "situation": text})

    assert dilemma.exemptions.get().reason == "Dit is een lokaal."


def test_a_new_text_is_unseen_again_and_nobody_outside_reads_it_until_it_was_seen() -> None:
    clerk, member = secretary(), participant()
    dilemma = factories.admitted(factories.dilemma_at_intake(tlp=Tlp.GREEN), clerk)

    do(sharing.prepare_shared_version, dilemma, clerk, words=words())
    while_unseen = _reads(member, dilemma.pk)
    do(sharing.agree_to_shared_version, dilemma, submitter_of(dilemma))

    assert (while_unseen, _reads(member, dilemma.pk)) == (False, True)


def test_at_intake_being_seen_does_not_admit() -> None:
    clerk, member = secretary(), participant()
    dilemma = factories.dilemma_at_intake(tlp=Tlp.GREEN)

    do(sharing.prepare_shared_version, dilemma, clerk, words=words())
    do(sharing.agree_to_shared_version, dilemma, submitter_of(dilemma))

    assert factories.fresh(dilemma).admitted_at is None
    assert not _reads(member, dilemma.pk)


def test_while_a_body_has_it_before_it_the_text_stays() -> None:
    clerk = secretary()
    dilemma, _ = factories.at_platform(clerk)

    with pytest.raises(sharing.TooLate):
        do(sharing.prepare_shared_version, dilemma, clerk, words=words())

    assert factories.fresh(dilemma).admitted_at == MONDAY


@pytest.mark.parametrize("how", [HowSeen.BY_TELEPHONE, HowSeen.NO_REPLY])
def test_nothing_is_seen_before_there_is_something_to_see(how: HowSeen) -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    with pytest.raises(sharing.NothingToSee):
        do(sharing.agree_to_shared_version, dilemma, submitter_of(dilemma))
    with pytest.raises(sharing.NothingToSee):
        do(sharing.state_how_seen, dilemma, clerk, how=how)

    assert not SharedVersion.objects.exists()


def test_without_a_reply_it_counts_as_seen_once_the_term_has_passed() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    do(sharing.prepare_shared_version, dilemma, clerk, words=words())

    with pytest.raises(sharing.TooSoon) as refused:
        do(sharing.state_how_seen, dilemma, clerk, how=HowSeen.NO_REPLY, at=MONDAY + 13 * DAY)
    do(sharing.state_how_seen, dilemma, clerk, how=HowSeen.NO_REPLY, at=MONDAY + 14 * DAY)

    assert refused.value.until == MONDAY + 14 * DAY
    assert SharedVersion.objects.get().how_seen == HowSeen.NO_REPLY


def test_the_secretariat_does_not_say_that_the_submitter_saw_it_on_their_page() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    do(sharing.prepare_shared_version, dilemma, clerk, words=words())

    with pytest.raises(sharing.NotAllowed):
        do(sharing.state_how_seen, dilemma, clerk, how=HowSeen.ON_PAGE)
    with pytest.raises(sharing.NotAllowed):
        do(sharing.agree_to_shared_version, dilemma, clerk)

    assert SharedVersion.objects.get().seen_at is None


def test_the_secretariat_narrows_a_label_and_never_widens_it() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake(tlp=Tlp.GREEN)

    do(sharing.change_label, dilemma, clerk, tlp=Tlp.AMBER)
    with pytest.raises(sharing.OnlyTheSubmitterWidens):
        do(sharing.change_label, dilemma, clerk, tlp=Tlp.GREEN)

    assert factories.fresh(dilemma).tlp == Tlp.AMBER


def test_the_submitter_widens_a_label() -> None:
    dilemma = factories.dilemma_at_intake(tlp=Tlp.AMBER_STRICT)

    do(sharing.change_label, dilemma, submitter_of(dilemma), tlp=Tlp.CLEAR)

    assert factories.fresh(dilemma).tlp == Tlp.CLEAR


def test_when_the_submitter_makes_it_red_the_secretariat_of_today_is_named() -> None:
    clerk, member = secretary(), participant()
    dilemma, _ = factories.at_platform(clerk)

    do(sharing.change_label, dilemma, submitter_of(dilemma), tlp=Tlp.RED)

    assert [reader.person for reader in dilemma.named_readers.all()] == [clerk]
    assert (_reads(clerk, dilemma.pk), _reads(member, dilemma.pk)) == (True, False)


def test_red_at_admission_names_its_readers_too() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    admitted = factories.admitted(dilemma, clerk, tlp=Tlp.RED)

    assert _reads(clerk, admitted.pk)


def test_a_named_reader_reads_what_is_fit_to_share_and_a_removed_one_does_not() -> None:
    clerk, member, stranger = secretary(), participant(), director()
    dilemma = factories.dilemma_at_intake(tlp=Tlp.RED)
    do(sharing.name_reader, dilemma, clerk, reader=member)
    before_admission = _reads(member, dilemma.pk)

    factories.admitted(dilemma, clerk)
    while_named = _reads(member, dilemma.pk)
    do(sharing.remove_reader, dilemma, clerk, reader=member)

    assert (before_admission, while_named, _reads(member, dilemma.pk)) == (False, True, False)
    assert not _reads(stranger, dilemma.pk)


def test_a_secretary_who_is_not_named_does_not_read_red() -> None:
    named = secretary()
    dilemma = factories.dilemma_at_intake(tlp=Tlp.RED)
    unnamed = secretary()

    assert (_reads(named, dilemma.pk), _reads(unnamed, dilemma.pk)) == (True, False)


def test_the_last_of_the_secretariat_stays_named_under_red() -> None:
    clerk, colleague = secretary(), secretary()
    dilemma = factories.dilemma_at_intake(tlp=Tlp.RED)
    do(sharing.name_reader, dilemma, clerk, reader=participant())

    do(sharing.remove_reader, dilemma, clerk, reader=colleague)
    with pytest.raises(sharing.LastReader):
        do(sharing.remove_reader, dilemma, clerk, reader=clerk)

    assert dilemma.named_readers.filter(person=clerk).exists()


def test_a_colleague_whose_seat_ended_does_not_count_as_the_one_who_stays() -> None:
    clerk, gone = secretary(), secretary()
    dilemma = factories.dilemma_at_intake(tlp=Tlp.RED)
    gone.memberships.update(ends_on=date(2026, 3, 1))

    with pytest.raises(sharing.LastReader):
        do(sharing.remove_reader, dilemma, clerk, reader=clerk)

    assert dilemma.named_readers.count() == 2


def test_other_labels_let_every_reader_go() -> None:
    clerk, member = secretary(), participant()
    dilemma = factories.dilemma_at_intake()
    do(sharing.name_reader, dilemma, clerk, reader=member)

    do(sharing.remove_reader, dilemma, clerk, reader=member)

    assert not dilemma.named_readers.exists()


def test_a_declined_dilemma_that_comes_back_is_read_by_the_body_that_it_is_placed_with() -> None:
    clerk, member = secretary(), participant()
    dilemma = factories.dilemma_at_intake()
    do(sharing.prepare_shared_version, dilemma, clerk, words=words())
    do(sharing.agree_to_shared_version, dilemma, submitter_of(dilemma))
    do(secretariat.decline, dilemma, clerk, reason=SAID, message=SAID)
    do(secretariat.reopen, dilemma, clerk, evidence=SAID)

    meeting = factories.meeting_of(factories.BodyKind.PLATFORM, clerk)
    factories.placed(dilemma, meeting, clerk)

    assert _reads(member, dilemma.pk)


def test_what_was_decided_under_a_label_stays_with_the_bodies_that_had_it() -> None:
    clerk, member = secretary(), participant()
    dilemma, meeting = factories.at_platform(clerk)
    then = meeting.starts_at
    platform.resolve(
        dilemma.number,
        solution=SAID,
        how_spread=SAID,
        message=checked("Dit kunt u doen."),
        actor=as_actor(clerk, then),
        at=then,
        intent=Intent(),
    )

    assert _reads(member, dilemma.pk)
    assert not dilemmas_visible_to(Actor().standing).exists()


def _reads(somebody: Person, pk: int) -> bool:
    return dilemmas_visible_to(as_actor(somebody, MONDAY).standing).filter(pk=pk).exists()
