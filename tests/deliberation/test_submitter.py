"""What submitters arrange for themselves, and what is written down of who reads what."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories
from tests.deliberation.doing import SAID, do, submitter_of
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY
from tests.files.making import checked_file
from tests.personas import as_actor, participant, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor
from verder.deliberation.links import BadLink, Purpose, link_to, read_link
from verder.deliberation.models import Dilemma, KnownTo, Original, Submitter
from verder.deliberation.operations import attachments, exchange, secretariat, submitter
from verder.deliberation.operations.reading import note_reading
from verder.domain.tlp import Tlp

pytestmark = pytest.mark.django_db

ADDRESS = "inbrenger@voorbeeld.example"
DAY = timedelta(days=1)


def confirmed(dilemma: Dilemma, address: str = ADDRESS) -> Dilemma:
    """Give a submitter a confirmed address."""
    Submitter.objects.filter(dilemma=dilemma).update(email=address, email_confirmed_at=MONDAY)
    return factories.fresh(dilemma)


def test_another_address_is_written_to_once_it_is_confirmed() -> None:
    dilemma = confirmed(factories.dilemma_at_intake())

    do(submitter.change_address, dilemma, submitter_of(dilemma), address=" Ander@Voorbeeld.example ")

    changed = Submitter.objects.get()
    assert (changed.email, changed.email_confirmed_at) == ("ander@voorbeeld.example", None)
    assert letters_to("ander@voorbeeld.example") == ["Bevestig uw e-mailadres"]
    assert str(changed) == str(dilemma.pk)


def test_the_same_address_stays_confirmed_and_an_unconfirmed_one_is_asked_again() -> None:
    dilemma = confirmed(factories.dilemma_at_intake())

    do(submitter.change_address, dilemma, submitter_of(dilemma), address=ADDRESS)
    asked_while_confirmed = letters_to(ADDRESS)
    Submitter.objects.update(email_confirmed_at=None)
    do(submitter.change_address, dilemma, submitter_of(dilemma), address=ADDRESS)

    assert asked_while_confirmed == []
    assert letters_to(ADDRESS) == ["Bevestig uw e-mailadres"]


def test_an_address_can_be_taken_away() -> None:
    dilemma = confirmed(factories.dilemma_at_intake())

    do(submitter.change_address, dilemma, submitter_of(dilemma), address="")

    assert Submitter.objects.get().email == ""
    assert Event.objects.filter(action="address.removed").count() == 1


def test_somebody_with_an_account_is_written_to_there() -> None:
    member = participant()
    dilemma = factories.dilemma_at_intake(actor=as_actor(member, MONDAY))

    with pytest.raises(submitter.AddressOfAccount):
        do(submitter.change_address, dilemma, member, address=ADDRESS)

    assert Submitter.objects.get().email == member.email


def test_who_wants_no_mail_gets_none_until_they_want_it_again() -> None:
    clerk, dilemma = secretary(), confirmed(factories.dilemma_at_intake())

    do(submitter.switch_mail, dilemma, submitter_of(dilemma), wanted=False)
    do(exchange.ask_submitter, dilemma, clerk, question=SAID)
    while_off = letters_to(ADDRESS)
    do(submitter.switch_mail, dilemma, submitter_of(dilemma), wanted=True)
    do(exchange.proceed, dilemma, clerk, reason=SAID)

    assert (while_off, letters_to(ADDRESS)) == ([], ["Er is nieuws over uw dilemma"])


def test_a_submitter_lets_the_bodies_know_who_they_are() -> None:
    dilemma = factories.dilemma_at_intake()

    do(submitter.let_know, dilemma, submitter_of(dilemma), known_to=KnownTo.BODIES)

    assert Submitter.objects.get().known_to == KnownTo.BODIES


def test_whether_it_helped_is_said_at_the_end_also_by_who_joined() -> None:
    clerk, one, joined = secretary(), factories.dilemma_at_intake(), factories.dilemma_at_intake()
    do(secretariat.merge, joined, clerk, into=one.number, message=SAID)

    for dilemma in (one, joined):
        with pytest.raises(submitter.NotAtAnEnd):
            do(submitter.say_whether_it_helped, dilemma, submitter_of(dilemma), helped=True)
    do(secretariat.decline, one, clerk, reason=SAID, message=SAID)
    for dilemma, helped in ((one, True), (joined, False)):
        do(submitter.say_whether_it_helped, dilemma, submitter_of(dilemma), helped=helped)

    said = Event.objects.filter(action__startswith="helped.").values_list("action", "subject")
    assert list(said) == [("helped.yes", one.key), ("helped.no", joined.key)]


def test_past_the_platform_the_submitters_own_text_is_removed_and_the_dilemma_goes_on() -> None:
    clerk = secretary()
    dilemma = factories.in_working_group(clerk, lead=participant())

    do(submitter.erase_own_text, dilemma, submitter_of(dilemma), at=MONDAY + 8 * DAY)

    original = Original.objects.get()
    assert (original.question, original.situation) == ("", "")
    assert factories.fresh(dilemma).shared.question == "Mag ik dit delen?"


def test_with_their_own_text_the_files_go_that_were_not_shared() -> None:
    clerk = secretary()
    dilemma = factories.in_working_group(clerk, lead=participant())
    for by in (submitter_of(dilemma), clerk):
        do(attachments.attach, dilemma, by, files=[checked_file()], at=MONDAY + 8 * DAY)

    do(submitter.erase_own_text, dilemma, submitter_of(dilemma), at=MONDAY + 8 * DAY)

    kept = {link.party: link.file.destroyed_at is None for link in dilemma.files.select_related("file")}
    assert kept == {"submitter": False, "secretariat": True}


def test_where_withdrawing_is_the_way_the_text_alone_is_not_removed() -> None:
    dilemma = factories.dilemma_at_intake()

    with pytest.raises(submitter.StillWithdrawable):
        do(submitter.erase_own_text, dilemma, submitter_of(dilemma))

    assert Original.objects.get().question == "Mag ik dit delen?"


def test_nobody_else_arranges_anything_for_a_submitter() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    with pytest.raises(submitter.NotTheSubmitter):
        do(submitter.switch_mail, dilemma, clerk, wanted=False)

    assert Submitter.objects.get().wants_mail


def test_links_go_to_a_confirmed_address_and_an_unknown_one_gets_nothing() -> None:
    one = confirmed(factories.dilemma_at_intake())
    confirmed(factories.dilemma_at_intake(), "ander@voorbeeld.example")

    submitter.send_links(f" {ADDRESS.upper()} ", at=MONDAY)
    submitter.send_links("niemand@voorbeeld.example", at=MONDAY)

    (body,) = letters_to(ADDRESS, what="body")
    assert body.count(f"{one.number}: ") == 1
    assert letters_to("niemand@voorbeeld.example") == letters_to("ander@voorbeeld.example") == []


def test_a_link_opens_its_own_dilemma_and_a_damaged_one_nothing() -> None:
    dilemma = factories.dilemma_at_intake()
    token = link_to(dilemma.key, Purpose.OPEN).rsplit("/", 1)[-1]

    for wrong in (token[:-1], f"x{token}", ""):
        with pytest.raises(BadLink):
            read_link(wrong, Purpose.OPEN)

    assert read_link(token, Purpose.OPEN)[0] == dilemma.key


@pytest.mark.parametrize(("tlp", "logged"), [(Tlp.RED, 1), (Tlp.AMBER_STRICT, 1), (Tlp.AMBER, 0), (Tlp.CLEAR, 0)])
def test_reading_what_may_not_travel_is_written_down_once_a_day(tlp: Tlp, logged: int) -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake(tlp=tlp)
    for at in (MONDAY, MONDAY + timedelta(hours=3), MONDAY + DAY):
        note_reading(dilemma, actor=as_actor(clerk, at), at=at)
    note_reading(dilemma, actor=Actor(submitter_of=dilemma.key), at=MONDAY)

    reads = Event.objects.filter(action="dilemma.read", subject=dilemma.key, actor=clerk.opaque_id)
    assert reads.count() == 2 * logged
