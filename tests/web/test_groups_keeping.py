"""Looking after a group: how long it stays, what outsiders read of it, and what it made."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from tests.personas import administrator, as_actor, participant, secretary
from tests.signing_in import signed_in
from tests.web.groups_help import NOW, TODAY, a_group
from tests.web.guidance_help import published, written
from verder.audit.models import Event
from verder.deliberation.operations.groups import add_product
from verder.guidance.models import Publication

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def form(**said: object) -> dict[str, object]:
    return {"request_key": str(uuid.uuid4()), **said}


def test_the_secretariat_ties_guidance_to_a_group_once():
    clerk = secretary()
    group = a_group(participant(), clerk)
    piece, other = published("Delen mag vaak"), published("Nog een stuk")
    client, address = signed_in(clerk), f"/werkgroepen/{group.body.key}/product"

    answer = client.post(address, form(publication=str(piece.key)))
    shown = client.get(address).text

    assert answer["Location"] == f"/werkgroepen/{group.body.key}"
    assert group.products.get().publication == piece
    assert str(other.key) in shown
    assert str(piece.key) not in shown


def test_where_there_is_nothing_to_tie_one_writes():
    lead = participant()
    group = a_group(lead, secretary())

    answer = signed_in(lead).get(f"/werkgroepen/{group.body.key}/product")

    assert answer["Location"] == f"/concepten/nieuw?werkgroep={group.body.key}"


def test_what_is_written_for_a_group_is_tied_to_it():
    lead = participant()
    group = a_group(lead, secretary())
    words = {"kind": "insight", "title": "Delen mag", "summary": "Lees dit eerst.", "text": "Vraag advies."}

    signed_in(lead).post(f"/concepten/nieuw?werkgroep={group.body.key}", form(**words))

    assert group.products.get().publication == Publication.objects.get(slug="delen-mag")


def test_the_same_product_is_written_down_once():
    clerk = secretary()
    group = a_group(participant(), clerk)
    piece = written(by=clerk)

    for _ in range(2):
        add_product(group, piece, actor=as_actor(clerk, NOW), at=NOW)

    assert Event.objects.filter(action="product.added").count() == 1


@pytest.mark.parametrize("stranger", [participant, administrator])
def test_looking_after_a_group_does_not_exist_for_others(client, stranger):
    group = a_group(participant(), secretary())
    seat = group.body.memberships.get().pk
    paths = ("uitnodigen", "specialist", "product", "blijven", "openbaar", f"leden/{seat}/einde", f"leden/{seat}/datum")
    addresses = [f"/werkgroepen/{group.body.key}/{path}" for path in paths]
    visitor = signed_in(stranger())

    statuses = [visitor.get(address).status_code for address in addresses]

    assert set(statuses) == {404}
    assert all(client.get(address)["Location"].startswith("/inloggen") for address in addresses)
    assert visitor.get(f"/concepten/nieuw?werkgroep={group.body.key}").status_code == 404


def test_a_strange_group_to_write_for_does_not_exist():
    client = signed_in(secretary())

    statuses = [client.get(f"/concepten/nieuw?werkgroep={key}").status_code for key in ("onzin", uuid.uuid4())]

    assert statuses == [404, 404]


def test_a_second_meeting_waits_until_the_group_says_why_it_stays():
    lead = participant()
    group = a_group(lead, secretary())
    client, page = signed_in(lead), f"/werkgroepen/{group.body.key}"
    planned = {"body": str(group.body.key), "way": "in_person", "place": "Utrecht", "hour": "10:00"}

    def plan(days: int):
        day = (TODAY + days * DAY).isoformat()
        return client.post("/vergaderingen/plannen", form(**planned, day=day))

    assert plan(5).status_code == 302
    refused = plan(20)
    asked = client.get(f"{page}/blijven")
    missing = client.post(f"{page}/blijven", form(reason="", until=""))
    late = client.post(f"{page}/blijven", form(reason="Er is meer nodig.", until=(TODAY + 400 * DAY).isoformat()))
    said = form(reason="Er is meer nodig.", until=(TODAY + 60 * DAY).isoformat())
    answers = [client.post(f"{page}/blijven", said) for _click in range(2)]

    assert (refused.status_code, "een werkgroep komt één keer bijeen" in refused.text) == (409, True)
    assert "Waarom blijft de werkgroep?" in asked.text
    assert (missing.status_code, late.status_code) == (422, 409)
    assert "Er is meer nodig." in late.text
    assert [answer["Location"] for answer in answers] == [page, page]
    assert "Er is meer nodig." in client.get(page).text
    assert plan(20).status_code == 302


def test_near_its_date_and_without_a_product_a_group_is_asked_what_comes_of_it():
    lead = participant()
    group = a_group(lead, secretary())
    client, page = signed_in(lead), f"/werkgroepen/{group.body.key}"
    dilemma = group.served.get().dilemma

    far = client.get(page).text
    dilemma.__class__.objects.filter(pk=dilemma.pk).update(next_date=TODAY + 10 * DAY)
    near = client.get(page).text
    add_product(group, published(), actor=as_actor(lead, NOW), at=NOW)
    made = client.get(page).text

    assert ["er is nog geen product" in text for text in (far, near, made)] == [False, True, False]


@pytest.mark.parametrize(("days", "is_told"), [(0, False), (-1, True)])
def test_after_the_day_until_which_it_stays_a_group_is_asked_what_comes_of_it(days, is_told):
    lead = participant()
    group = a_group(lead, secretary())
    group.structural_reason, group.structural_until = "Er is meer nodig.", TODAY + days * DAY
    group.save()

    page = signed_in(lead).get(f"/werkgroepen/{group.body.key}").text

    assert ("Die dag is voorbij" in page) is is_told


def test_a_series_for_a_group_waits_for_that_reason_as_well():
    lead = participant()
    group = a_group(lead, secretary())
    client, first = signed_in(lead), (TODAY + 30 * DAY).isoformat()
    when = {"way": "online", "place": "Online", "hour": "10:00", "day": first}
    said = form(body=str(group.body.key), every="1", unit="months", times="2", **when)

    days = client.post("/vergaderingen/reeks", said).context["days"].fields["days"].choices
    refused = client.post("/vergaderingen/reeks", {**said, "days": [day for day, _words in days], "make": "ja"})

    assert (refused.status_code, "een werkgroep komt één keer bijeen" in refused.text) == (409, True)
    assert not group.body.meetings.exists()


def test_a_group_gets_a_public_page_and_loses_it_again(client):
    lead = participant()
    group = a_group(lead, secretary(), question="")
    page, keeper = f"/werkgroepen/{group.body.key}", signed_in(lead)
    said = form(question="Wat mag een school delen?")

    answers = [keeper.post(f"{page}/openbaar", said) for _click in range(2)]
    public = client.get(page).text
    keeper.post(f"{page}/openbaar", form(question=""))

    assert [answer["Location"] for answer in answers] == [page, page]
    assert "Wat mag een school delen?" in public
    assert client.get(page).status_code == 302
    assert Event.objects.filter(action="group.question").count() == 2
