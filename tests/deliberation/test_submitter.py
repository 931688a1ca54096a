"""What a submitter arranges themselves, by the operations alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories
from tests.factories import MONDAY, checked, new_intent, words
from tests.personas import as_actor, participant, platform_chair, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.links import BadLink
from verder.deliberation.models import Dilemma, Exemption, KnownTo, Submitter
from verder.deliberation.operations import intake, platform
from verder.deliberation.operations import submitter as own
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.intake import Request, Sender
from verder.network.standing import standing_of
from verder.post.models import Delivery
from verder.textcheck import Dismissal, Label, clear

pytestmark = pytest.mark.django_db
ADDRESS = "inbrenger@voorbeeld.example"


def with_address(address: str = ADDRESS, *, confirmed: bool = True) -> Dilemma:
    """Return a dilemma of somebody without an account, who gave an address."""
    receipt = intake.submit(Request(words(), Sender(email=address)), actor=Actor(), at=MONDAY, intent=new_intent())
    dilemma = Dilemma.objects.select_related("submitter").get(number=receipt.number)
    if confirmed:
        intake.confirm_address(token_in_last_letter(), at=MONDAY)
    return factories.fresh(dilemma)


def token_in_last_letter() -> str:
    body = Delivery.objects.latest("pk").body
    return next(line for line in body.split() if line.startswith("http")).rsplit("/", 1)[1]


def said_by(dilemma: Dilemma) -> Actor:
    return Actor(submitter_of=dilemma.key)


def actions(dilemma: Dilemma) -> list[str]:
    return list(Event.objects.filter(subject=dilemma.key).values_list("action", flat=True))


def change(dilemma: Dilemma, address: str, *, intent: Intent | None = None) -> None:
    own.change_address(
        dilemma.number, address=address, actor=said_by(dilemma), at=MONDAY, intent=intent or new_intent()
    )


def test_an_address_is_confirmed_by_the_link_in_the_letter_and_once():
    dilemma = with_address()

    intake.confirm_address(token_in_last_letter(), at=MONDAY + timedelta(days=1))

    assert dilemma.submitter.email_confirmed_at == MONDAY
    assert actions(dilemma).count("address.confirmed") == 1


def test_a_new_address_has_to_be_confirmed_and_the_old_link_dies():
    dilemma = with_address(confirmed=False)
    old = token_in_last_letter()

    change(dilemma, "Ander@voorbeeld.example")

    sender = Submitter.objects.get()
    assert (sender.email, sender.email_confirmed_at) == ("ander@voorbeeld.example", None)
    with pytest.raises(BadLink):
        intake.confirm_address(old, at=MONDAY)
    intake.confirm_address(token_in_last_letter(), at=MONDAY)
    assert Submitter.objects.get().email_confirmed_at == MONDAY


def test_the_same_address_again_sends_another_letter_while_it_is_unconfirmed():
    dilemma = with_address(confirmed=False)

    change(dilemma, ADDRESS)

    assert Delivery.objects.filter(recipient=ADDRESS).count() == 2


def test_the_same_address_once_confirmed_stays_confirmed():
    dilemma = with_address()

    change(dilemma, ADDRESS)

    assert Submitter.objects.get().email_confirmed_at == MONDAY
    assert Delivery.objects.count() == 1


def test_an_address_can_be_removed():
    dilemma = with_address()

    change(dilemma, "")

    assert (Submitter.objects.get().email, Submitter.objects.get().email_confirmed_at) == ("", None)
    assert actions(dilemma)[-1] == "address.removed"


def test_the_address_of_an_account_is_not_changed_here():
    someone = participant()
    dilemma = factories.dilemma_at_intake(actor=as_actor(someone, MONDAY))

    with pytest.raises(own.AddressOfAccount):
        change(dilemma, "ander@voorbeeld.example")

    assert Submitter.objects.get().email == someone.email


def test_a_second_click_sends_no_second_letter():
    dilemma, intent = with_address(), new_intent()
    change(dilemma, "ander@voorbeeld.example", intent=intent)

    with pytest.raises(AlreadyTaken):
        change(dilemma, "ander@voorbeeld.example", intent=intent)

    assert Delivery.objects.filter(recipient="ander@voorbeeld.example").count() == 1


def test_letters_are_switched_off_and_on():
    dilemma = with_address()

    own.switch_mail(dilemma.number, wanted=False, actor=said_by(dilemma), at=MONDAY, intent=new_intent())
    off = Submitter.objects.get().wants_mail
    own.switch_mail(dilemma.number, wanted=True, actor=said_by(dilemma), at=MONDAY, intent=new_intent())

    assert (off, Submitter.objects.get().wants_mail) == (False, True)
    assert actions(dilemma)[-2:] == ["mail.off", "mail.on"]


def test_the_submitter_sets_who_may_know_them():
    dilemma = factories.dilemma_at_intake()

    own.let_know(dilemma.number, known_to=KnownTo.BODIES, actor=said_by(dilemma), at=MONDAY, intent=new_intent())

    assert Submitter.objects.get().known_to == KnownTo.BODIES
    assert Event.objects.latest("pk").details == {"known_to": "bodies"}


@pytest.mark.parametrize(
    "arrange",
    [
        lambda number, **who: own.change_address(number, address="", **who),
        lambda number, **who: own.switch_mail(number, wanted=False, **who),
        lambda number, **who: own.let_know(number, known_to=KnownTo.BODIES, **who),
        lambda number, **who: own.say_whether_it_helped(number, helped=True, **who),
        own.erase_own_text,
    ],
    ids=["address", "mail", "known to", "helped", "erase"],
)
def test_the_secretariat_arranges_none_of_it_for_a_submitter(arrange):
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    with pytest.raises(own.NotTheSubmitter):
        arrange(dilemma.number, actor=as_actor(clerk, MONDAY), at=MONDAY, intent=new_intent())

    assert actions(dilemma) == ["step.submit"]


def test_somebody_else_does_not_find_the_dilemma():
    dilemma = factories.dilemma_at_intake()

    with pytest.raises(Dilemma.DoesNotExist):
        own.switch_mail(dilemma.number, wanted=False, actor=Actor(), at=MONDAY, intent=new_intent())

    assert Submitter.objects.get().wants_mail


def test_whether_it_helped_is_asked_at_the_end():
    dilemma = factories.dilemma_at_intake()

    with pytest.raises(own.NotAtAnEnd):
        own.say_whether_it_helped(dilemma.number, helped=True, actor=said_by(dilemma), at=MONDAY, intent=new_intent())

    assert "helped.yes" not in actions(dilemma)


def test_after_the_end_both_answers_are_noted():
    chair, clerk = platform_chair(), secretary()
    dilemma, meeting = factories.at_platform(clerk)
    platform.resolve(
        dilemma.number,
        solution=checked("Zo."),
        how_spread=checked("Mail."),
        message=checked("Zo."),
        actor=as_actor(chair, meeting.starts_at),
        at=meeting.starts_at,
        intent=Intent(),
    )

    for helped in (True, False):
        own.say_whether_it_helped(
            dilemma.number, helped=helped, actor=said_by(dilemma), at=meeting.starts_at, intent=new_intent()
        )

    assert actions(dilemma)[-2:] == ["helped.yes", "helped.no"]


def test_ones_own_text_is_removed_once_a_group_has_it_and_the_dilemma_goes_on():
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)

    own.erase_own_text(dilemma.number, actor=said_by(dilemma), at=MONDAY, intent=new_intent())

    kept = factories.fresh(dilemma)
    assert (kept.original.question, kept.original.situation) == ("", "")
    assert kept.shared.question == "Mag ik dit delen?"
    assert kept.rung == "working_group"
    assert actions(dilemma)[-1] == "original.erased"


def test_what_was_said_of_findings_in_the_own_text_goes_with_it():
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)
    kept = clear(
        "Bel 06-12345678.",
        allowed=frozenset(),
        dismissals=[Dismissal(Label.PHONE, "06-12345678", "Landelijk nummer")],
    )
    for at in (dilemma.submitted_at, MONDAY + timedelta(days=1)):
        Exemption.objects.create(
            dilemma=dilemma, field="tried", label=Label.PHONE, reason=kept.dismissals[0].reason, at=at
        )

    own.erase_own_text(dilemma.number, actor=said_by(dilemma), at=MONDAY, intent=new_intent())

    assert [one.at for one in Exemption.objects.all()] == [MONDAY + timedelta(days=1)]


def test_before_a_group_has_it_withdrawing_is_the_way():
    dilemma = factories.dilemma_at_intake()

    with pytest.raises(own.StillWithdrawable):
        own.erase_own_text(dilemma.number, actor=said_by(dilemma), at=MONDAY, intent=new_intent())

    assert factories.fresh(dilemma).original.question == "Mag ik dit delen?"


def test_a_letter_with_links_goes_to_a_confirmed_address_and_names_numbers_only():
    first, second = with_address(), with_address()

    own.send_links(" Inbrenger@voorbeeld.example ", at=MONDAY)

    letter = Delivery.objects.latest("pk")
    assert letter.recipient == ADDRESS
    assert first.number in letter.body
    assert second.number in letter.body
    assert "Mag ik dit delen?" not in letter.body
    assert Event.objects.latest("pk").details == {"dilemmas": [str(second.key), str(first.key)]}


@pytest.mark.parametrize("address", [ADDRESS, "onbekend@voorbeeld.example", ""])
def test_no_letter_goes_to_an_address_that_nobody_confirmed(address):
    with_address(confirmed=False)
    factories.dilemma_at_intake()
    before = Delivery.objects.count()

    own.send_links(address, at=MONDAY)

    assert Delivery.objects.count() == before
    assert not Event.objects.filter(action="links.asked").exists()


def test_a_letter_names_the_ten_newest_at_most():
    dilemmas = [with_address() for _ in range(11)]

    own.send_links(ADDRESS, at=MONDAY)

    body = Delivery.objects.latest("pk").body
    assert dilemmas[0].number not in body
    assert all(dilemma.number in body for dilemma in dilemmas[1:])


def test_a_receipt_is_given_again_for_the_form_that_brought_it_alone():
    intent = new_intent()
    receipt = intake.submit(Request(words(), Sender()), actor=Actor(), at=MONDAY, intent=intent)
    dilemma = Dilemma.objects.select_related("submitter").get(number=receipt.number)
    other = new_intent()
    own.switch_mail(dilemma.number, wanted=False, actor=said_by(dilemma), at=MONDAY, intent=other)

    again = intake.receipt_again(intent), intake.receipt_again(other), intake.receipt_again(Intent())

    assert again == (receipt, None, None)


def test_nobody_but_the_secretariat_records_for_a_caller():
    someone = participant()

    with pytest.raises(intake.NotYours):
        intake.record_for_caller(
            Request(words(), Sender()),
            actor=Actor(standing_of(someone, MONDAY.date())),
            at=MONDAY,
            intent=new_intent(),
        )

    assert not Dilemma.objects.exists()
