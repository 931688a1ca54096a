"""The pages of working groups: the public side, the inside, and looking after who sits in one."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.personas import administrator, as_actor, participant, person, secretary, specialist
from tests.signing_in import signed_in
from tests.web.guidance_help import published
from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations.groups import add_product
from verder.network.models import Membership, Person

NOW = timezone.now()
TODAY = timezone.localdate(NOW)


def a_group(lead: Person, clerk: Person, *, question: str = "Hoe deelt u wat u weet?") -> WorkingGroup:
    """Return a group at work on one dilemma."""
    factories.in_working_group(clerk, lead=lead, at=NOW - timedelta(days=10))
    group = WorkingGroup.objects.select_related("body").latest("pk")
    group.public_question = question
    group.save()
    return group


def form(**said: object) -> dict[str, object]:
    return {"request_key": str(uuid.uuid4()), **said}


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_anyone_sees_which_groups_run_in_two_statements(client, django_assert_num_queries, number):
    clerk = secretary()
    for _ in range(number):
        a_group(participant(), clerk)

    with django_assert_num_queries(2):
        page = client.get("/werkgroepen").text

    assert page.count("Hoe deelt u wat u weet?") == number


@pytest.mark.django_db
def test_a_group_without_public_question_does_not_exist_outside(client):
    group = a_group(participant(), secretary(), question="")

    status = client.get(f"/werkgroepen/{group.body.key}").status_code

    assert status == 404


@pytest.mark.django_db
def test_outsiders_see_the_question_and_public_products_but_never_who_sits_in_it(client, django_assert_num_queries):
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk)
    add_product(group, published("Delen mag vaak"), actor=as_actor(clerk, NOW), at=NOW)

    with django_assert_num_queries(2):
        page = client.get(f"/werkgroepen/{group.body.key}").text

    assert "Delen mag vaak" in page
    assert lead.name not in page
    assert "Zoek dit uit." not in page


@pytest.mark.django_db
def test_its_lead_sees_the_work_with_the_verdicts_in_seven_statements(django_assert_num_queries):
    lead = participant()
    group = a_group(lead, secretary())
    client = signed_in(lead)

    with django_assert_num_queries(7):
        page = client.get(f"/werkgroepen/{group.body.key}").text

    assert "Zoek dit uit." in page
    assert "Mag ik dit delen?" in page
    assert "/stap/deliver" in page


@pytest.mark.django_db
def test_a_specialist_sees_the_inside_until_the_last_day_and_gives_no_verdicts():
    group = a_group(participant(), secretary())
    guest = specialist(group.body, ends_on=TODAY)
    former = specialist(group.body, ends_on=TODAY - timedelta(days=1))

    inside = signed_in(guest).get(f"/werkgroepen/{group.body.key}").text
    outside = signed_in(former).get(f"/werkgroepen/{group.body.key}").text

    assert "Zoek dit uit." in inside
    assert "/stap/deliver" not in inside
    assert "Zoek dit uit." not in outside


@pytest.mark.django_db
def test_its_lead_asks_a_specialist_and_ends_the_access_again():
    lead, guest = participant(), person("specialist")
    group = a_group(lead, secretary())
    client = signed_in(lead)
    said = form(address=guest.email.upper(), seat="specialist", ends_on=(TODAY + timedelta(days=30)).isoformat())

    asked = client.post(f"/werkgroepen/{group.body.key}/uitnodigen", said)
    seat = Membership.objects.get(person=guest)
    inside = signed_in(guest).get(f"/werkgroepen/{group.body.key}").text
    client.post(f"/werkgroepen/{group.body.key}/leden/{seat.pk}/einde", form())
    outside = signed_in(guest).get(f"/werkgroepen/{group.body.key}").text

    assert asked["Location"] == f"/werkgroepen/{group.body.key}"
    assert "Zoek dit uit." in inside
    assert "Zoek dit uit." not in outside


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"address": "niemand@voorbeeld.example", "seat": "member"}, "heeft nog geen account"),
        ({"seat": "specialist"}, "kan deze plek niet krijgen"),
        ({"seat": "specialist", "ends_on": (TODAY + timedelta(days=400)).isoformat()}, "ten hoogste een jaar"),
    ],
)
def test_an_invitation_that_cannot_be_is_refused_in_words_and_keeps_what_was_typed(said, told):
    lead, guest = participant(), person("specialist")
    group = a_group(lead, secretary())
    words = form(**{"address": guest.email, **said})

    answer = signed_in(lead).post(f"/werkgroepen/{group.body.key}/uitnodigen", words)

    assert answer.status_code == 409
    assert told in answer.text
    assert words["address"] in answer.text


@pytest.mark.django_db
def test_the_secretariat_ties_published_guidance_to_a_group():
    clerk = secretary()
    group = a_group(participant(), clerk)
    piece = published("Delen mag vaak")

    signed_in(clerk).post(f"/werkgroepen/{group.body.key}/product", form(publication=piece.pk))

    assert group.products.get().publication == piece


@pytest.mark.django_db
@pytest.mark.parametrize("stranger", [participant, administrator])
def test_looking_after_a_group_does_not_exist_for_others(stranger):
    group = a_group(participant(), secretary())
    client = signed_in(stranger())
    seat = group.body.memberships.get().pk
    paths = ("uitnodigen", "product", f"leden/{seat}/einde")

    statuses = [client.get(f"/werkgroepen/{group.body.key}/{path}").status_code for path in paths]

    assert statuses == [404, 404, 404]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_groups_are_fit_for_everyone(page, live_server):
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk)
    add_product(group, published("Delen mag vaak"), actor=as_actor(clerk, NOW), at=NOW)
    address = f"/werkgroepen/{group.body.key}"

    for name, path in (("groups", "/werkgroepen"), ("group-outside", address)):
        page.goto(f"{live_server.url}{path}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, name)
    enter(page, lead, live_server.url)
    for name, path in (("group-inside", address), ("group-invite", f"{address}/uitnodigen")):
        page.goto(f"{live_server.url}{path}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, name)
