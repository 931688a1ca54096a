"""The secretariat's own steps: what they end, what they join, and what they hand on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.doing import EMPTY, SAID, do, submitter_of
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked, words
from tests.personas import as_actor, participant, platform_chair, secretary
from verder.deliberation.actor import Actor
from verder.deliberation.links import Purpose, link_to, read_link
from verder.deliberation.models import AgendaItem, Dilemma, HowSeen, Presenter, StepWords, Submitter
from verder.deliberation.operations import exchange, secretariat, sharing
from verder.deliberation.operations.climb import StepRefused
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.domain.ladder import Refusal
from verder.domain.rungs import Need
from verder.domain.tlp import Tlp

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
ADMIT = {"tlp": Tlp.AMBER_STRICT, "presenter": Presenter.SECRETARIAT, "public_title": "Delen"}


def written_to(dilemma: Dilemma, address: str) -> Dilemma:
    """Give the submitter of a dilemma a confirmed address."""
    Submitter.objects.filter(dilemma=dilemma).update(email=address, email_confirmed_at=MONDAY)
    return dilemma


def test_an_answer_needs_guidance_here_or_a_link_elsewhere() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    for link in (None, EMPTY):
        with pytest.raises(StepRefused) as refused:
            do(secretariat.answer, dilemma, clerk, publications=[], link=link, message=SAID)
        assert refused.value.verdict.missing == {Need.GUIDANCE_OR_LINK}

    assert factories.fresh(dilemma).rung == "intake"


def test_guidance_that_answers_a_dilemma_is_tied_to_it() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    publication = factories.published_guidance()

    do(secretariat.answer, dilemma, clerk, publications=[publication], link=None, message=SAID)

    tie = dilemma.publications.get()
    assert (tie.publication, str(tie)) == (publication, f"{dilemma.pk} {publication.pk}")


def test_a_link_elsewhere_is_kept_among_the_words_of_the_answer() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    do(secretariat.answer, dilemma, clerk, publications=[], link=checked("De meldcode."), message=SAID)

    kept = dict(StepWords.objects.values_list("need", "text"))
    assert kept == {"where_to": "De meldcode.", "message_to_submitter": SAID.text}


def test_no_end_without_a_message_to_the_submitter() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    with pytest.raises(StepRefused) as refused:
        do(secretariat.decline, dilemma, clerk, reason=SAID, message=EMPTY)

    assert refused.value.verdict.missing == {Need.MESSAGE_TO_SUBMITTER}


def test_referring_from_the_platform_withdraws_the_item_and_its_number_stays() -> None:
    clerk = secretary()
    dilemma, meeting = factories.at_platform(clerk)
    factories.sent(meeting, clerk)

    do(secretariat.refer, dilemma, clerk, where_to=SAID, message=SAID)

    item = AgendaItem.objects.get()
    assert (item.number, item.state, str(item)) == (1, "withdrawn", f"{meeting.pk}/1")


def test_a_merged_dilemma_keeps_its_page_and_its_submitter_hears_of_the_other_one() -> None:
    clerk = secretary()
    one = written_to(factories.dilemma_at_intake(), "een@voorbeeld.example")
    other = factories.dilemma_at_intake()

    do(secretariat.merge, one, clerk, into=other.number, message=SAID)
    do(exchange.ask_submitter, other, clerk, question=SAID)

    assert factories.fresh(one).merged_into == other
    assert letters_to("een@voorbeeld.example") == ["Er is nieuws over uw dilemma"] * 2
    body = letters_to("een@voorbeeld.example", what="body")[-1]
    token = next(line for line in body.splitlines() if "://" in line).rsplit("/", 1)[-1]
    assert read_link(token, Purpose.OPEN)[0] == one.key
    assert link_to(one.key, Purpose.OPEN, address="een@voorbeeld.example")


def test_in_a_chain_of_merged_dilemmas_everyone_follows_the_last_one() -> None:
    clerk = secretary()
    first = written_to(factories.dilemma_at_intake(), "een@voorbeeld.example")
    second = written_to(factories.dilemma_at_intake(), "twee@voorbeeld.example")
    third = written_to(factories.dilemma_at_intake(), "drie@voorbeeld.example")

    do(secretariat.merge, first, clerk, into=second.number, message=SAID)
    do(secretariat.merge, second, clerk, into=third.number, message=SAID)
    told = {name: len(letters_to(f"{name}@voorbeeld.example")) for name in ("een", "twee", "drie")}
    do(secretariat.decline, third, clerk, reason=SAID, message=SAID)

    assert {factories.fresh(one).merged_into for one in (first, second)} == {third}
    assert told == {"een": 2, "twee": 1, "drie": 0}
    assert {len(letters_to(f"{name}@voorbeeld.example")) for name in ("drie",)} == {1}
    assert (len(letters_to("een@voorbeeld.example")), len(letters_to("twee@voorbeeld.example"))) == (3, 2)


def test_a_dilemma_does_not_join_itself_nor_one_that_has_ended() -> None:
    clerk, dilemma, ended = secretary(), factories.dilemma_at_intake(), factories.dilemma_at_intake()
    do(secretariat.decline, ended, clerk, reason=SAID, message=SAID)

    for number in (dilemma.number, ended.number):
        with pytest.raises(secretariat.CannotJoin):
            do(secretariat.merge, dilemma, clerk, into=number, message=SAID)

    assert factories.fresh(dilemma).rung == "intake"


def test_a_dilemma_does_not_join_one_that_the_secretary_may_not_read() -> None:
    factories_red = factories.dilemma_at_intake(tlp=Tlp.RED)
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    with pytest.raises(Dilemma.DoesNotExist):
        do(secretariat.merge, dilemma, clerk, into=factories_red.number, message=SAID)

    assert factories.fresh(dilemma).rung == "intake"


def test_admission_waits_for_a_shared_version_that_its_submitter_saw() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    missing = []
    for prepare in (lambda: None, lambda: do(sharing.prepare_shared_version, dilemma, clerk, words=words())):
        prepare()
        with pytest.raises(StepRefused) as refused:
            do(secretariat.admit, dilemma, clerk, **ADMIT)
        missing.append(refused.value.verdict.missing)
    do(sharing.state_how_seen, dilemma, clerk, how=HowSeen.BY_TELEPHONE)

    do(secretariat.admit, dilemma, clerk, **ADMIT)

    assert missing == [{Need.SHARED_VERSION, Need.SEEN_BY_SUBMITTER}, {Need.SEEN_BY_SUBMITTER}]
    admitted = factories.fresh(dilemma)
    assert (admitted.rung, admitted.public_title, admitted.admitted_at) == ("awaiting_platform", "Delen", MONDAY)


def test_admission_never_widens_the_label_that_the_submitter_chose() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    do(sharing.prepare_shared_version, dilemma, clerk, words=words())

    with pytest.raises(sharing.OnlyTheSubmitterWidens):
        do(secretariat.admit, dilemma, clerk, **{**ADMIT, "tlp": Tlp.GREEN})

    assert factories.fresh(dilemma).tlp == Tlp.AMBER_STRICT


def test_a_reopened_dilemma_waits_for_the_platform_and_forgets_how_it_ended() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    do(secretariat.decline, dilemma, clerk, reason=SAID, message=SAID)

    do(secretariat.reopen, dilemma, clerk, evidence=SAID, at=MONDAY + DAY)

    again = factories.fresh(dilemma)
    assert (again.rung, again.ended_at, again.ended_by) == ("awaiting_platform", None, "")
    assert again.next_date == date(2026, 4, 2)


def test_a_withdrawn_dilemma_stays_withdrawn_and_is_shared_with_nobody() -> None:
    clerk, chair = secretary(), platform_chair()
    dilemma, _ = factories.at_platform(clerk, tlp=Tlp.CLEAR)

    do(secretariat.withdraw, dilemma, submitter_of(dilemma), reason=SAID)
    with pytest.raises(StepRefused) as refused:
        do(secretariat.reopen, dilemma, clerk, evidence=SAID)

    assert refused.value.verdict.refusal is Refusal.NOT_FROM_HERE
    for reader in (as_actor(chair, MONDAY), Actor()):
        assert not dilemmas_visible_to(reader.standing).exists()


def test_only_who_is_responsible_gives_a_new_date() -> None:
    clerk, chair = secretary(), platform_chair()
    dilemma, _ = factories.at_platform(clerk)
    late = date(2026, 4, 1)

    with pytest.raises(StepRefused) as refused:
        do(secretariat.extend, dilemma, submitter_of(dilemma), reason=SAID, new_date=late)
    do(secretariat.extend, dilemma, chair, reason=SAID, new_date=late)

    assert refused.value.verdict.refusal is Refusal.NOT_YOURS
    extended = factories.fresh(dilemma)
    assert (extended.rung, extended.next_date, extended.responsible) == ("platform", late, "platform")


def test_after_its_date_a_question_is_the_secretariats_again_to_give_more_time() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()
    do(exchange.ask_submitter, dilemma, clerk, question=SAID)
    before, after = MONDAY + 14 * DAY, MONDAY + 15 * DAY

    with pytest.raises(StepRefused):
        do(secretariat.extend, dilemma, clerk, reason=SAID, new_date=date(2026, 4, 1), at=before)
    do(secretariat.extend, dilemma, clerk, reason=SAID, new_date=date(2026, 4, 1), at=after)

    assert factories.fresh(dilemma).next_date == date(2026, 4, 1)


def test_a_new_date_lies_ahead() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    with pytest.raises(secretariat.DateHasPassed):
        do(secretariat.extend, dilemma, clerk, reason=SAID, new_date=MONDAY.date())

    assert factories.fresh(dilemma).next_date == date(2026, 3, 9)


def test_participants_name_no_handler_and_set_no_theme() -> None:
    clerk, member = secretary(), participant()
    dilemma, _ = factories.at_platform(clerk)

    with pytest.raises(sharing.NotAllowed):
        do(secretariat.assign_handler, dilemma, member, handler=member)
    with pytest.raises(sharing.NotAllowed):
        do(secretariat.set_theme, dilemma, member, theme=None)

    assert factories.fresh(dilemma).handler is None


def test_only_somebody_of_the_secretariat_who_may_read_it_handles_a_dilemma() -> None:
    clerk, colleague, member = secretary(), secretary(), participant()
    dilemma = factories.dilemma_at_intake(tlp=Tlp.RED)
    do(sharing.remove_reader, dilemma, clerk, reader=colleague)

    for other in (member, colleague):
        with pytest.raises(secretariat.CannotHandle):
            do(secretariat.assign_handler, dilemma, clerk, handler=other)
    do(secretariat.assign_handler, dilemma, clerk, handler=clerk)

    assert factories.fresh(dilemma).handler == clerk
