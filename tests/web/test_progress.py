"""How a promise goes on, on its pages and from a letter."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.deliberation.letters import letters_to
from tests.factories import checked
from tests.personas import as_actor, director, participant, secretary
from tests.signing_in import signed_in
from verder.deliberation.actor import Intent
from verder.deliberation.models import Commitment, ProgressReport
from verder.deliberation.operations import commitments, council
from verder.deliberation.operations.asking import ask_and_warn
from verder.network.models import Person

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = timedelta(days=1)


def promised(owner: Person, clerk: Person) -> Commitment:
    """Return a promise for half a year from now, about which its owner may be asked."""
    dilemma, meeting = factories.at_council(clerk, lead=participant(), at=NOW - 40 * DAY)
    then = meeting.starts_at
    promise = council.Promise(
        checked("Regel een plek."), owner, timezone.localdate(then + 200 * DAY), forum="Kamerbrief"
    )
    council.commit(dilemma.number, promises=[promise], actor=as_actor(clerk, then), at=then, intent=Intent())
    return Commitment.objects.get()


def asked_by_mail(owner: Person) -> str:
    """Return the address at which an owner answers, as the letter gives it."""
    Commitment.objects.update(ask_on=timezone.localdate())
    ask_and_warn(at=NOW)
    letter = letters_to(owner.email, what="body")[-1]
    return "/toezegging-per-mail/" + letter.split("/toezegging-per-mail/")[1].split()[0]


def said(**words: object) -> dict[str, object]:
    return {"request_key": str(uuid.uuid4()), "outlook": "scheduled", "text": "Het staat voor maart.", **words}


def steps(commitment: Commitment, **words: object) -> dict[str, object]:
    commitment.dilemma.refresh_from_db()
    return {"request_key": str(uuid.uuid4()), "version": commitment.dilemma.version, **words}


def test_an_owner_reports_and_everyone_of_the_council_reads_how_it_stands(django_assert_num_queries):
    owner, other = director(), director()
    key = promised(owner, secretary()).key
    address = f"/toezeggingen/{key}"

    answer = signed_in(owner).post(f"{address}/stand", said())

    assert answer["Location"] == address
    reader = signed_in(other)
    with django_assert_num_queries(7):
        page = reader.get(address).text
    assert "Het staat voor maart." in page
    assert "Staat op de agenda" in page
    assert "Staat op de agenda" in reader.get("/beraad").text


def test_the_choices_fit_where_the_promise_is_kept():
    owner = director()
    commitment = promised(owner, secretary())

    page = signed_in(owner).get(f"/toezeggingen/{commitment.key}/stand").text

    assert "Aangevraagd voor de agenda" in page
    assert "Wij zijn bezig" not in page


def test_an_owner_plans_steps_and_later_says_which_were_taken():
    owner = director()
    commitment = promised(owner, secretary())
    address, client = f"/toezeggingen/{commitment.key}/stappen", signed_in(owner)
    client.post(address, steps(commitment, text_1="Bel de griffie", text_2="Schrijf de brief"))

    page = client.get(address).text
    client.post(address, steps(commitment, text_1="Bel de griffie", done_1="on", text_2="Schrijf de brief"))

    assert "Stap 4" in page
    assert "gezet op" in client.get(f"/toezeggingen/{commitment.key}").text


def test_a_colleague_who_was_first_gives_a_conflict_and_the_steps_typed_stay():
    owner, clerk = director(), secretary()
    commitment = promised(owner, clerk)
    address = f"/toezeggingen/{commitment.key}/stappen"
    stale = steps(commitment, text_1="Bel de griffie", text_2="", text_3="", text_4="Schrijf de brief")
    signed_in(clerk).post(address, steps(commitment, text_1="Iets anders"))

    answer = signed_in(owner).post(address, stale)

    assert answer.status_code == 409
    assert "Schrijf de brief" in answer.text
    assert commitment.steps.get().text == "Iets anders"


def test_what_is_settled_takes_no_report():
    owner = director()
    commitment = promised(owner, secretary())
    commitments.keep_commitment(
        commitment.key, result=checked("Klaar."), actor=as_actor(owner, NOW), at=NOW, intent=Intent()
    )

    answer = signed_in(owner).post(f"/toezeggingen/{commitment.key}/stand", said())

    assert answer.status_code == 409
    assert "Het staat voor maart." in answer.text
    assert not ProgressReport.objects.exists()


def test_a_letter_is_answered_without_logging_in_and_opening_it_changes_nothing():
    owner = director()
    promised(owner, secretary())
    address, client = asked_by_mail(owner), Client()

    opened = client.get(address).text
    before = ProgressReport.objects.count()
    answers = [client.post(address, said()) for _ in range(2)]

    assert before == 0
    assert "Regel een plek." not in opened
    assert [answer["Location"] for answer in answers if answer.status_code == 302] == [address]
    assert ProgressReport.objects.get().by == owner
    assert "De stand is genoteerd" in client.get(address).text


def test_the_text_check_guards_the_answer_to_a_letter():
    owner = director()
    promised(owner, secretary())
    address = asked_by_mail(owner)

    answer = Client().post(address, said(text="Bel 06-12345678."))

    assert answer.status_code == 422
    assert "Bel 06-12345678." in answer.text


def test_a_letter_about_a_settled_promise_says_so():
    owner = director()
    commitment = promised(owner, secretary())
    address = asked_by_mail(owner)
    commitments.keep_commitment(
        commitment.key, result=checked("Klaar."), actor=as_actor(owner, NOW), at=NOW, intent=Intent()
    )

    assert "al afgerond" in Client().get(address).text


@pytest.mark.parametrize("breaks", ["token", "owner"])
def test_a_link_that_is_not_right_does_nothing(breaks: str):
    owner = director()
    promised(owner, secretary())
    address = asked_by_mail(owner)
    if breaks == "owner":
        Commitment.objects.update(owner=director())
    else:
        address += "x"

    answer = Client().post(address, said())

    assert answer.status_code == 410
    assert "Er is niets veranderd." in answer.text
    assert not ProgressReport.objects.exists()


def test_another_director_has_no_page_to_report_on():
    commitment = promised(director(), secretary())
    client = signed_in(director())

    statuses = [client.get(f"/toezeggingen/{commitment.key}/{page}").status_code for page in ("stand", "stappen")]

    assert statuses == [404, 404]


@pytest.mark.parametrize(("state", "found"), [("open", True), ("done", False), ("onzin", True)])
def test_the_council_reads_promises_by_state(state, found):
    promised(director(), secretary())

    page = signed_in(director()).get(f"/beraad?stand={state}").text

    assert ("Regel een plek." in page) is found
    assert ("Er zijn geen toezeggingen met deze stand." in page) is not found


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_a_promise_are_fit_for_everyone(page, live_server):
    owner = director()
    commitment = promised(owner, secretary())
    signed_in(owner).post(f"/toezeggingen/{commitment.key}/stand", said())
    signed_in(owner).post(f"/toezeggingen/{commitment.key}/stappen", steps(commitment, text_1="Bel de griffie"))
    page.goto(live_server.url + asked_by_mail(owner))
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "promise-by-mail")
    enter(page, owner, live_server.url)

    for name in ("", "/stand", "/stappen"):
        page.goto(f"{live_server.url}/toezeggingen/{commitment.key}{name}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"promise{name.replace('/', '-')}")
