"""Actions on their pages: given at a meeting, done, moved or handed over."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.factories import checked
from tests.personas import as_actor, director, participant, secretary
from tests.signing_in import signed_in
from verder.deliberation.actor import Intent
from verder.deliberation.models import Action, Meeting
from verder.deliberation.operations import actions
from verder.network.models import BodyKind, Person

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate()
WEEK = timedelta(days=7)


def platform_meeting(clerk: Person) -> Meeting:
    return factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW)


def given(meeting: Meeting, owner: Person, clerk: Person, *, text: str = "Vraag het na.") -> Action:
    to_do = actions.ToDo(checked(text), owner, TODAY + WEEK)
    return actions.give_action(meeting.key, to_do=to_do, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())


def said(**words: object) -> dict[str, object]:
    return {"request_key": str(uuid.uuid4()), **words}


def test_the_secretariat_gives_an_action_at_an_item_and_its_owner_finds_it():
    clerk, owner = secretary(), participant()
    dilemma, meeting = factories.at_platform(clerk, at=NOW)
    item = meeting.items.get(dilemma=dilemma)
    form = said(text="Vraag het na.", owner=owner.opaque_id, due_on=TODAY + WEEK, item=item.key)

    answers = [signed_in(clerk).post(f"/vergaderingen/{meeting.key}/actie", form) for _ in range(2)]

    action = Action.objects.get()
    assert [answer["Location"] for answer in answers] == [f"/vergaderingen/{meeting.key}"] * 2
    assert "Vraag het na." in signed_in(owner).get("/acties").text
    assert action.item == item
    assert f"/vergaderingen/{meeting.key}" in signed_in(owner).get(f"/acties/{action.key}").text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_actions_takes_four_statements(django_assert_num_queries, number):
    clerk, owner = secretary(), participant()
    meeting = platform_meeting(clerk)
    for one in range(number):
        given(meeting, owner, clerk, text=f"Vraag {one} na.")
    client = signed_in(owner)

    with django_assert_num_queries(4):
        page = client.get("/acties").text

    assert page.count("na.</a>") == number


def test_others_find_it_under_everybodys_actions_and_directors_do_not():
    clerk, owner, other, stranger = secretary(), participant(), participant(), director()
    given(platform_meeting(clerk), owner, clerk)

    own, everyone = (signed_in(other).get(f"/acties{asked}").text for asked in ("", "?wie=iedereen"))

    assert "U hebt geen acties." in own
    assert "Vraag het na." in everyone
    assert "Er zijn geen acties." in signed_in(stranger).get("/acties?wie=iedereen").text
    assert signed_in(stranger).get(f"/acties/{Action.objects.get().key}").status_code == 404


def test_an_owner_moves_hands_over_and_the_next_one_finishes_it():
    clerk, owner, other = secretary(), participant(), participant()
    action = given(platform_meeting(clerk), owner, clerk)
    address = f"/acties/{action.key}"

    signed_in(owner).post(f"{address}/datum", said(version=0, due_on=TODAY + 2 * WEEK))
    signed_in(owner).post(f"{address}/overdragen", said(version=1, owner=other.opaque_id))
    signed_in(other).post(f"{address}/klaar", said(version=2, result="Het is nagevraagd."))

    page = signed_in(clerk).get(address).text
    action.refresh_from_db()
    assert (action.owner, action.due_on) == (other, TODAY + 2 * WEEK)
    assert "Het is nagevraagd." in page
    assert "Draag over" not in page


def test_handing_over_twice_counts_once_and_is_not_for_who_has_no_say():
    clerk, owner, other = secretary(), participant(), participant()
    action = given(platform_meeting(clerk), owner, clerk)
    address, form = f"/acties/{action.key}/overdragen", said(version=0, owner=other.opaque_id)

    first, second = (signed_in(owner).post(address, form) for _ in range(2))
    later = signed_in(owner).post(address, said(version=1, owner=owner.opaque_id))

    assert (first.status_code, second.status_code, later.status_code) == (302, 302, 404)
    assert Action.objects.get().owner == other


def test_a_colleague_who_was_first_gives_a_conflict_and_nothing_typed_is_lost():
    clerk, owner = secretary(), participant()
    action = given(platform_meeting(clerk), owner, clerk)
    signed_in(clerk).post(f"/acties/{action.key}/datum", said(version=0, due_on=TODAY + 2 * WEEK))

    answer = signed_in(owner).post(f"/acties/{action.key}/klaar", said(version=0, result="Het is nagevraagd."))

    assert answer.status_code == 409
    assert "Het is nagevraagd." in answer.text
    assert Action.objects.get().done_at is None


@pytest.mark.parametrize(
    ("page", "field", "value", "sentence"),
    [
        ("datum", "due_on", "2020-01-01", "die dag is voorbij"),
        ("klaar", "result", "Bel 06-12345678.", "Telefoonnummer"),
        ("overdragen", "owner", "", "Kies"),
    ],
)
def test_wrong_input_is_explained(page, field, value, sentence):
    clerk, owner = secretary(), participant()
    action = given(platform_meeting(clerk), owner, clerk)

    answer = signed_in(owner).post(f"/acties/{action.key}/{page}", said(version=0, **{field: value}))

    assert answer.status_code in {409, 422}
    assert sentence in answer.text


def test_who_has_no_say_over_it_has_no_page_to_change_it():
    clerk, owner, other = secretary(), participant(), participant()
    action = given(platform_meeting(clerk), owner, clerk)
    client = signed_in(other)

    statuses = [client.get(f"/acties/{action.key}/{page}").status_code for page in ("klaar", "overdragen", "datum")]
    statuses.append(client.get(f"/vergaderingen/{action.meeting.key}/actie").status_code)

    assert statuses == [404] * 4


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_actions_are_fit_for_everyone(page, live_server):
    clerk, owner = secretary(), participant()
    action = given(platform_meeting(clerk), owner, clerk)
    enter(page, clerk, live_server.url)

    for name, path in (
        ("actions", "/acties?wie=iedereen"),
        ("action", f"/acties/{action.key}"),
        ("action-give", f"/vergaderingen/{action.meeting.key}/actie"),
        ("action-hand-over", f"/acties/{action.key}/overdragen"),
    ):
        page.goto(f"{live_server.url}{path}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, name)
