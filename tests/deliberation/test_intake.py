"""How a dilemma comes in, and what its submitter takes away."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime

import pytest

from tests import factories
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, words
from tests.personas import as_actor, participant, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.links import BadLink, Purpose, link_to, receipt_code, receipt_hash
from verder.deliberation.models import Dilemma, KnownTo, Presenter, Submitter
from verder.deliberation.operations import intake
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.queries.submissions import dilemma_of_code
from verder.domain.tlp import Tlp
from verder.network.models import Theme
from verder.textcheck import Dismissal, Label, clear

pytestmark = pytest.mark.django_db

ADDRESS = "inbrenger@voorbeeld.example"


def put_in(request: intake.Request, actor: Actor | None = None, *, at: datetime = MONDAY) -> Dilemma:
    """Put a dilemma in by a fresh form."""
    receipt = intake.submit(request, actor=actor or Actor(), at=at, intent=Intent(request_key=uuid.uuid4()))
    return Dilemma.objects.select_related("submitter", "original").get(number=receipt.number)


def confirming(dilemma: Dilemma) -> str:
    """Return the token of the link that confirms the submitter's address."""
    return link_to(dilemma.key, Purpose.CONFIRM, address=dilemma.submitter.email).rsplit("/", 1)[-1]


def test_what_was_put_in_is_kept_as_it_was_said() -> None:
    theme = Theme.objects.create(name="Informatie delen")
    sender = intake.Sender("docent", "Naam", "School", ADDRESS, KnownTo.BODIES)

    dilemma = put_in(
        intake.Request(words(own_view="Ik vind van wel."), sender, Tlp.GREEN, Presenter.PARTICIPANT, theme.pk)
    )

    assert (dilemma.tlp, dilemma.presenter, dilemma.theme) == (Tlp.GREEN, Presenter.PARTICIPANT, theme)
    assert (dilemma.original.question, dilemma.original.own_view) == ("Mag ik dit delen?", "Ik vind van wel.")
    submitter = dilemma.submitter
    assert (submitter.role, submitter.name, submitter.organisation) == ("docent", "Naam", "School")
    assert (submitter.email, submitter.known_to, submitter.channel) == (ADDRESS, KnownTo.BODIES, "form")


def test_the_receipt_opens_the_dilemma_and_only_its_hash_is_kept() -> None:
    receipt = factories.put_in()

    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", receipt.code)
    found = dilemma_of_code(receipt.code.lower().replace("-", " ").replace("1", "l").replace("0", "o"))
    assert found.number == receipt.number
    assert Submitter.objects.get().receipt_hash == receipt_hash(receipt.code) != receipt.code


def test_numbers_begin_anew_each_year_of_the_netherlands() -> None:
    just_before_midnight = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
    just_after = datetime(2026, 12, 31, 23, 1, tzinfo=UTC)

    numbers = [factories.put_in(at=at).number for at in (MONDAY, just_before_midnight, just_after)]

    assert numbers == ["2026-001", "2026-002", "2027-001"]


def test_without_a_key_no_form_is_taken() -> None:
    with pytest.raises(AlreadyTaken):
        intake.submit(intake.Request(words(), intake.Sender()), actor=Actor(), at=MONDAY, intent=Intent())

    assert not Dilemma.objects.exists()


def test_the_receipt_of_a_form_can_be_shown_again_and_of_nothing_else() -> None:
    key = uuid.uuid4()
    receipt = intake.submit(
        intake.Request(words(), intake.Sender()), actor=Actor(), at=MONDAY, intent=Intent(request_key=key)
    )

    assert intake.receipt_again(Intent(request_key=key)) == receipt
    assert intake.receipt_again(Intent(request_key=uuid.uuid4())) is None
    assert intake.receipt_again(Intent()) is None
    assert receipt.code == receipt_code(key)


def test_a_participant_is_written_to_at_the_address_of_the_account_and_told_without_confirming() -> None:
    member = participant()

    dilemma = put_in(intake.Request(words(), intake.Sender(email="ander@voorbeeld.example")), as_actor(member, MONDAY))

    submitter = dilemma.submitter
    assert (submitter.person, submitter.email, submitter.channel) == (member, member.email, "account")
    assert submitter.email_confirmed_at == MONDAY
    assert letters_to(member.email) == []


def test_the_secretariat_records_for_a_caller_who_still_confirms_the_address() -> None:
    clerk = as_actor(secretary(), MONDAY)
    request = intake.Request(words(), intake.Sender(email=ADDRESS))

    intake.record_for_caller(request, actor=clerk, at=MONDAY, intent=Intent(request_key=uuid.uuid4()))

    submitter = Submitter.objects.get()
    assert (submitter.channel, submitter.person, submitter.email_confirmed_at) == ("caller", None, None)
    assert Event.objects.get(action="step.record").party == "secretariat"
    assert letters_to(ADDRESS) == ["Bevestig uw e-mailadres"]


def test_nobody_else_records_for_a_caller() -> None:
    request = intake.Request(words(), intake.Sender())

    with pytest.raises(intake.NotYours):
        intake.record_for_caller(
            request, actor=as_actor(participant(), MONDAY), at=MONDAY, intent=Intent(request_key=uuid.uuid4())
        )

    assert not Dilemma.objects.exists()


def test_the_secretariat_hears_of_a_new_dilemma() -> None:
    clerks = [secretary(), secretary()]

    factories.put_in()

    assert [letters_to(clerk.email) for clerk in clerks] == [["Een dilemma wacht op u"]] * 2


def test_under_red_the_secretariat_of_today_and_the_submitter_with_an_account_are_named() -> None:
    clerk, member = secretary(), participant()

    dilemma = put_in(intake.Request(words(), intake.Sender(), tlp=Tlp.RED), as_actor(member, MONDAY))
    secretary()

    assert {reader.person for reader in dilemma.named_readers.all()} == {clerk, member}


def test_what_the_writer_said_of_a_finding_is_kept_for_the_second_reader_without_the_words() -> None:
    situation = clear(
        "De auto met AB-12-CD is van de school.",
        allowed=frozenset(),
        dismissals=[Dismissal(Label.PLATE, "AB-12-CD", "Dit is een lokaal.")],
    )

    dilemma = put_in(intake.Request({**words(), "situation": situation}, intake.Sender()))

    exemption = dilemma.exemptions.get()
    assert (exemption.field, exemption.label, exemption.reason) == ("situation", Label.PLATE, "Dit is een lokaal.")
    assert str(exemption) == f"situation: {Label.PLATE}"


def test_an_address_is_confirmed_by_its_link_and_that_is_written_down_once() -> None:
    dilemma = put_in(intake.Request(words(), intake.Sender(email=ADDRESS)))

    intake.confirm_address(confirming(dilemma), at=MONDAY)
    intake.confirm_address(confirming(dilemma), at=MONDAY)

    assert Submitter.objects.get().email_confirmed_at == MONDAY
    assert Event.objects.filter(action="address.confirmed").count() == 1


@pytest.mark.parametrize("address", ["", "ander@voorbeeld.example"])
def test_a_link_dies_with_the_address_that_it_went_to(address: str) -> None:
    dilemma = put_in(intake.Request(words(), intake.Sender(email=ADDRESS)))
    token = confirming(dilemma)
    Submitter.objects.update(email=address)

    with pytest.raises(BadLink):
        intake.confirm_address(token, at=MONDAY)

    assert Submitter.objects.get().email_confirmed_at is None


def test_a_link_to_open_the_page_confirms_nothing() -> None:
    dilemma = put_in(intake.Request(words(), intake.Sender(email=ADDRESS)))
    token = link_to(dilemma.key, Purpose.OPEN, address=ADDRESS).rsplit("/", 1)[-1]

    with pytest.raises(BadLink):
        intake.confirm_address(token, at=MONDAY)

    assert not Event.objects.filter(action="address.confirmed").exists()
