"""The council's pages: what is on its table, what it promised, and what an owner can do about that."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.factories import checked
from tests.personas import administrator, as_actor, council_chair, director, participant, secretary
from tests.signing_in import signed_in
from verder.deliberation.actor import Intent
from verder.deliberation.models import Commitment, Dilemma
from verder.deliberation.operations import council
from verder.network.models import BodyKind, Person

NOW = timezone.now()


def promised(owner: Person, clerk: Person, *, number: int = 1) -> Dilemma:
    """Return a dilemma on which a director promised something yesterday's council recorded."""
    dilemma, meeting = factories.at_council(clerk, lead=participant(), at=NOW - timedelta(days=40))
    then = meeting.starts_at
    promises = [
        council.Promise(
            checked(f"Regel {one} weg."), owner, timezone.localdate(then) + timedelta(days=1), forum="Kamerbrief"
        )
        for one in range(number)
    ]
    council.commit(dilemma.number, promises=promises, actor=as_actor(clerk, then), at=then, intent=Intent())
    return factories.fresh(dilemma)


def words(dilemma: Dilemma, **said: str) -> dict[str, object]:
    return {"version": dilemma.version, "request_key": str(uuid.uuid4()), **said}


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_a_director_reads_what_was_promised_in_seven_statements(django_assert_num_queries, number):
    owner = director()
    promised(owner, secretary(), number=number)
    client = signed_in(owner)

    with django_assert_num_queries(7):
        page = client.get("/beraad").text

    assert "Regel 0 weg." in page
    assert "dagen te laat" in page


@pytest.mark.django_db
def test_a_director_sees_what_is_on_the_table():
    clerk = secretary()
    factories.at_council(clerk, lead=participant(), at=NOW - timedelta(days=16))

    page = signed_in(director()).get("/beraad").text

    assert "Mag ik dit delen?" in page


@pytest.mark.django_db
def test_a_director_reads_first_what_is_theirs_to_do():
    owner, clerk = director(), secretary()
    promised(owner, clerk)
    other = director()

    of_owner, of_other, of_clerk = (signed_in(one).get("/beraad").text for one in (owner, other, clerk))

    assert "Wat u toezegde" in of_owner
    assert "Wat u toezegde" not in of_other
    assert "Wat u toezegde" not in of_clerk
    assert "Regel 0 weg." in of_other


@pytest.mark.django_db
def test_a_meeting_of_today_is_still_the_next_one():
    clerk = secretary()
    meeting = factories.meeting_of(BodyKind.COUNCIL, clerk, at=NOW, in_days=0)

    page = signed_in(director()).get("/beraad").text

    assert f'href="/vergaderingen/{meeting.key}"' in page


@pytest.mark.django_db
def test_long_lists_of_promises_turn_pages():
    owner = director()
    promised(owner, secretary(), number=21)
    client = signed_in(owner)

    first = client.get("/beraad")
    second = client.get("/beraad" + first.context["page"].next)

    assert (len(first.context["promises"]), len(second.context["promises"])) == (20, 1)


@pytest.mark.django_db
def test_another_director_reads_a_promise_and_cannot_settle_it():
    key = promised(director(), secretary()).commitments.get().key
    client = signed_in(director())

    page = client.get(f"/toezeggingen/{key}").text

    assert "Regel 0 weg." in page
    assert "/gedaan" not in page
    assert client.get(f"/toezeggingen/{key}/gedaan").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("stranger", [participant, administrator])
def test_the_council_does_not_exist_for_others(stranger):
    owner = director()
    dilemma = promised(owner, secretary())
    key = dilemma.commitments.get().key
    client = signed_in(stranger())

    statuses = [client.get(path).status_code for path in ("/beraad", f"/toezeggingen/{key}/gedaan")]

    assert statuses == [404, 404]


@pytest.mark.django_db
def test_an_outsider_is_asked_to_log_in(client):
    assert client.get("/beraad")["Location"].startswith("/inloggen")


@pytest.mark.django_db
def test_an_owner_says_that_a_promise_is_kept_and_a_second_click_changes_nothing():
    owner = director()
    dilemma = promised(owner, secretary())
    kept = dilemma.commitments.get()
    said = words(dilemma, result="De regel is weg.")
    client = signed_in(owner)

    answers = [client.post(f"/toezeggingen/{kept.key}/gedaan", said) for _ in range(2)]

    kept.refresh_from_db()
    assert [answer["Location"] for answer in answers] == [f"/toezeggingen/{kept.key}"] * 2
    assert (kept.state, kept.reason) == ("done", "De regel is weg.")
    assert "De regel is weg." in client.get(f"/toezeggingen/{kept.key}").text


@pytest.mark.django_db
def test_the_secretariat_lets_a_promise_lapse_with_a_reason():
    clerk = secretary()
    dilemma = promised(director(), clerk)
    dropped = dilemma.commitments.get()
    client = signed_in(clerk)

    without = client.post(f"/toezeggingen/{dropped.key}/vervalt", words(dilemma, reason=""))
    client.post(f"/toezeggingen/{dropped.key}/vervalt", words(dilemma, reason="Het kan niet."))

    dropped.refresh_from_db()
    assert without.status_code == 422
    assert dropped.state == "dropped"


@pytest.mark.django_db
def test_a_colleague_who_was_first_gives_a_conflict_and_nothing_typed_is_lost():
    owner, clerk = director(), secretary()
    dilemma = promised(owner, clerk)
    key = dilemma.commitments.get().key
    stale = words(dilemma, result="Het is klaar.")
    signed_in(clerk).post(f"/toezeggingen/{key}/vervalt", words(dilemma, reason="Het kan niet."))

    answer = signed_in(owner).post(f"/toezeggingen/{key}/gedaan", stale)

    assert answer.status_code == 409
    assert "Het is klaar." in answer.text
    assert Commitment.objects.get(key=key).state == "dropped"


@pytest.mark.django_db
def test_a_name_in_the_result_stops_it():
    owner = director()
    dilemma = promised(owner, secretary())
    key = dilemma.commitments.get().key

    answer = signed_in(owner).post(f"/toezeggingen/{key}/gedaan", words(dilemma, result="Bel 06-12345678."))

    assert answer.status_code == 422
    assert Commitment.objects.get(key=key).state == "open"


@pytest.mark.django_db
def test_a_council_without_anything_to_do_says_so():
    page = signed_in(council_chair()).get("/beraad").text

    assert "Er ligt nu niets op tafel." in page
    assert "Er is nog niets toegezegd." in page


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_councils_pages_are_fit_for_everyone(page, live_server):
    owner, clerk = director(), secretary()
    dilemma = promised(owner, clerk, number=2)
    factories.at_council(clerk, lead=participant(), at=NOW - timedelta(days=16))
    kept = dilemma.commitments.first()
    enter(page, owner, live_server.url)

    for name, path in (("council", "/beraad"), ("commitment", f"/toezeggingen/{kept.key}")):
        page.goto(f"{live_server.url}{path}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, name)
